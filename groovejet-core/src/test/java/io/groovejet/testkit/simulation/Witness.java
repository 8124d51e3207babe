package io.groovejet.testkit.simulation;

import io.groovejet.room.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Believes what one connection in the message dialect is told, as a client would, and objects to
 * whatever contradicts it.
 */
final class Witness {

  private static final Duration LONGEST_APPOINTMENT = Duration.ofSeconds(12);

  private final Ledger ledger;
  private final Supplier<Instant> clock;
  private final Correspondence letters = new Correspondence();
  private final Map<String, Boolean> members = new LinkedHashMap<>(); // id to connected
  private final Map<String, Long> lastSignal = new HashMap<>(); // by sender
  private final Set<String> asked = new HashSet<>(); // in this vacancy
  private @Nullable Room seen; // as it was last compared, if nothing was heard since
  private boolean greeted; // identity has come
  private boolean over; // the connection was closed
  private @Nullable String clientId; // who the client is by now
  private @Nullable String room; // where it believes to be
  private String settings = "none"; // of the room, as told
  private List<?> listed = List.of(); // the rooms it was shown last
  private @Nullable String hostId; // who it believes to be host
  private long epoch; // the current one, as told
  private long appointment; // the largest number it was told of, in this room
  private long claim; // the number under which it may try to become host
  private boolean stranger; // it was told so, in a room; right only if its end is on the way
  private boolean handsOver; // it was asked by a host that was there
  private @Nullable Instant askedAt; // when it was asked to become host, if nothing came of it yet

  Witness(Ledger ledger, Supplier<Instant> clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  Optional<String> room() {
    return Optional.ofNullable(room);
  }

  @Nullable String hostId() {
    return hostId;
  }

  /** The room's settings, as told. */
  String settings() {
    return settings;
  }

  /** The rooms it was shown last. */
  List<?> listed() {
    return listed;
  }

  String clientId() {
    return String.valueOf(clientId);
  }

  long epoch() {
    return epoch;
  }

  /** The number under which it may try to become host. */
  long claim() {
    return claim;
  }

  /** The members it knows of, and whether they are connected. */
  Map<String, Boolean> members() {
    return members;
  }

  /** Whether it was asked to become host and nothing has come of it yet. */
  boolean isCandidate() {
    return askedAt != null;
  }

  boolean isHost() {
    return clientId != null && clientId.equals(hostId);
  }

  Correspondence letters() {
    return letters;
  }

  /** The number of the last signal of that sender. */
  long lastSignal(String sender) {
    return lastSignal.getOrDefault(sender, 0L);
  }

  /** Whether nothing has happened since it was asked about this very room. */
  @SuppressWarnings("ReferenceEquality") // a room that is another value is another object
  boolean hasSeen(Room now) {
    boolean same = now == seen;
    seen = now;
    return same;
  }

  void closed() {
    over = true;
    room = null;
    askedAt = null;
  }

  /** Checks what is only wrong if it stays like that. */
  void look() {
    letters.look(over);
    Invariant.SAME_ROOM.check(!stranger || room == null, "refused as a stranger in a room");
    if (askedAt != null && askedAt.plus(LONGEST_APPOINTMENT).isBefore(clock.get())) {
      throw Invariant.APPOINTMENTS_END.broken("asked at " + askedAt);
    }
  }

  void hears(Message message) {
    String type = message.type();
    seen = null;
    Invariant.SILENCE.check(!over, "told after it was closed");
    Invariant.IDENTITY_FIRST.check(greeted || type.equals("identity"), type);
    greeted = true;
    Optional<String> letter = letters.hears(message);
    switch (type) {
      case "identity" -> clientId = message.text("clientId");
      case "error" -> error(message);
      case "serverDraining" -> {}
      case "roomList" -> listed = message.list("rooms");
      case "roomCreated" -> created(message);
      case "roomJoined" -> joined(message);
      default -> inRoom(type, message, letter.orElse(null));
    }
  }

  private void error(Message message) {
    String error = message.errorType();
    boolean outside = error.equals("notInRoom");
    boolean inside = error.equals("alreadyInRoom") && !message.errorMessage().contains("oken");
    stranger = outside && room != null;
    Invariant.SAME_ROOM.check(!inside || room != null, "refused as a member of no room");
    boolean lost = error.equals("noSnapshotFound") && ledger.hasSnapshot(String.valueOf(room));
    Invariant.SNAPSHOTS_KEPT.check(!lost, "no snapshot found");
  }

  private void created(Message message) {
    Invariant.SILENCE.check(room == null, "created a room while in one");
    enter(message.text("roomCode"));
    settings = message.settings();
    members.put(clientId(), true);
    hosted(clientId(), message.number("hostEpoch"));
  }

  private void joined(Message message) {
    String code = message.text("roomCode");
    Invariant.SILENCE.check(room == null || room.equals(code), "joined one room while in another");
    long known = code.equals(room) ? epoch : 0;
    enter(code);
    settings = message.settings();
    epoch = known;
    if (message.data("migration") instanceof Map<?, ?> migration) {
      claim = Message.number(migration.get("hostEpoch"));
      asked.add(String.valueOf(migration.get("candidateId")));
    }
    for (Object item : message.list("clients")) {
      if (item instanceof Map<?, ?> client) {
        members.put(
            String.valueOf(client.get("clientId")), Boolean.TRUE.equals(client.get("connected")));
      }
    }
    if (message.data("hostId") == null) {
      hostId = null;
      epoch(message.number("hostEpoch"));
    } else {
      hosted(message.text("hostId"), message.number("hostEpoch"));
    }
    announced(message);
    Invariant.BELIEFS_ADD_UP.check(message.flag("clientIsHost") == isHost(), "clientIsHost");
    Invariant.BELIEFS_ADD_UP.check(members.containsKey(clientId()), "is no member itself");
  }

  private void announced(Message message) {
    ledger.announced(code(), message.snapshotVersion());
  }

  private void enter(String code) {
    room = code;
    members.clear();
    lastSignal.clear();
    asked.clear();
    hostId = null;
    epoch = 0;
    appointment = 0;
    askedAt = null;
  }

  private void inRoom(String type, Message message, @Nullable String letter) {
    Invariant.MEMBERS_ONLY.check(room != null, type);
    switch (type) {
      case "clientJoined" -> clientJoined(message);
      case "clientUpdated" -> asked.remove(known(message.describedClient()));
      case "clientDisconnected" -> members.replace(known(message.text("clientId")), false);
      case "clientReconnected" -> reconnected(known(message.text("clientId")));
      case "clientLeft" -> clientLeft(known(message.text("clientId")));
      case "hostConnectionLost" -> hostLost(known(message.text("hostId")));
      case "hostRejoined" -> rejoined(message);
      case "hostMigrated" -> migrated(message);
      case "becomeHost" -> asked(message);
      case "hostMigrationStarted" -> appointed(message, message.text("candidateId"));
      case "hostMigrationFailed" -> failed(message);
      case "roomUpdated" -> settings = message.settings();
      case "roomLeft", "roomClosed", "removedFromRoom" -> leave();
      case "guestOfferSignal" -> signal(message, "offerSignal", isHost());
      case "hostAnswerSignal" -> signal(message, "answerSignal", !isHost());
      case "iceCandidate" -> signal(message, "candidate", true);
      case "requestOffer" -> Invariant.RIGHT_SIDE.check(!isHost(), "the host is to offer");
      case "snapshotSaved" -> ledger.saved(code(), message.number("snapshotVersion"), letter);
      case "snapshotLoaded" ->
          ledger.loaded(
              code(), message.number("snapshotVersion"), String.valueOf(message.data("snapshot")));
      default -> {}
    }
  }

  private String code() {
    return String.valueOf(room);
  }

  private void clientJoined(Message message) {
    String id = message.describedClient();
    Invariant.NO_STRANGERS.check(!id.equals(clientId), "told of its own joining");
    Invariant.NO_STRANGERS.check(members.putIfAbsent(id, true) == null, "joined twice");
    lastSignal.remove(id);
    asked.remove(id);
  }

  /** Who comes back, or says anew that it can host, may be asked again (protocol section 6.7). */
  private void reconnected(String id) {
    members.replace(id, true);
    asked.remove(id);
  }

  private void clientLeft(String id) {
    members.remove(id);
    if (id.equals(hostId)) {
      hostId = null;
      askedAt = handsOver ? null : askedAt;
    }
  }

  /** A hand-over whose host is lost may fail without a word (protocol section 6). */
  private void hostLost(String id) {
    members.replace(id, false);
    askedAt = handsOver ? null : askedAt;
  }

  private void leave() {
    room = null;
    askedAt = null;
  }

  private void asked(Message message) {
    appointed(message, clientId());
    askedAt = clock.get();
    handsOver = message.text("reason").equals("transfer");
    announced(message);
  }

  private void appointed(Message message, String candidate) {
    long number = message.number("hostEpoch");
    Invariant.NUMBERS_GROW.check(number > appointment && number > epoch, "an old appointment");
    Invariant.ASKED_ONCE.check(asked.add(candidate), candidate);
    appointment = number;
    askedAt = null;
    claim = number;
  }

  private void failed(Message message) {
    askedAt = null;
    if (message.data("hostEpoch") != null) {
      claim = message.number("hostEpoch");
    }
    if (message.data("closesInMillis") == null) {
      asked.clear(); // only the hand-over failed
    }
  }

  private void rejoined(Message message) {
    String id = known(message.text("hostId"));
    Invariant.NUMBERS_GROW.check(message.number("hostEpoch") == epoch, "rejoined in another epoch");
    hosted(id, epoch);
    members.replace(id, true);
  }

  private void migrated(Message message) {
    Invariant.NUMBERS_GROW.check(message.number("hostEpoch") > epoch, "migrated to an old epoch");
    hosted(message.text("hostId"), message.number("hostEpoch"));
  }

  private void signal(Message message, String field, boolean rightSide) {
    Invariant.RIGHT_SIDE.check(rightSide, message.type());
    boolean current = message.number("hostEpoch") == epoch;
    Invariant.RIGHT_SIDE.check(current, "a signal of another epoch");
    Object sender = message.data("clientId");
    String from = sender == null ? String.valueOf(hostId) : known(sender.toString());
    if (message.data(field) instanceof Map<?, ?> payload) {
      long number = Message.number(payload.get("n"));
      Object sentIn = payload.get("room"); // empty: said before its sender knew
      Invariant.IN_ORDER.check(code().equals(sentIn) || "".equals(sentIn), "of another room");
      Invariant.IN_ORDER.check(number > lastSignal(from), "an old one");
      lastSignal.put(from, number);
    }
  }

  private void hosted(String host, long inEpoch) {
    epoch(inEpoch);
    hostId = host;
    askedAt = null;
    asked.clear();
    ledger.host(code(), inEpoch, host);
  }

  private void epoch(long next) {
    Invariant.NUMBERS_GROW.check(next >= epoch, "the epoch fell");
    epoch = next;
  }

  private String known(String id) {
    Invariant.NO_STRANGERS.check(members.containsKey(id), id);
    return id;
  }

  @Override
  public String toString() {
    return members + ", host " + hostId + " in " + epoch;
  }
}
