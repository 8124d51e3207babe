package io.groovejet.testkit.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Believes what one connection in the message dialect is told, as a client would, and objects to
 * whatever contradicts it. The numbers are those of the list in {@link Walk}.
 */
final class Witness {

  private final Ledger ledger;
  private final Map<String, Boolean> members = new LinkedHashMap<>(); // id to connected
  private final Map<String, Integer> open = new HashMap<>(); // requests without reply
  private boolean greeted; // identity has come
  private boolean over; // the connection was closed
  private @Nullable String clientId; // who the client is by now
  private @Nullable String room; // where it believes to be
  private @Nullable String hostId; // who it believes to be host
  private long epoch; // the current one, as told
  private long appointment; // the largest number it was told of, in this room
  private long claim; // the number under which it may try to become host
  private boolean candidate; // it was asked to become host

  Witness(Ledger ledger) {
    this.ledger = ledger;
  }

  Optional<String> room() {
    return Optional.ofNullable(room);
  }

  Optional<String> hostId() {
    return Optional.ofNullable(hostId);
  }

  String clientId() {
    return String.valueOf(clientId);
  }

  long epoch() {
    return epoch;
  }

  /** The members it knows of, and whether they are connected. */
  Map<String, Boolean> members() {
    return members;
  }

  /** Whether it was asked to become host and nothing has come of it yet. */
  boolean isCandidate() {
    return candidate;
  }

  boolean isHost() {
    return clientId != null && clientId.equals(hostId);
  }

  void asks(String requestId) {
    open.put(requestId, 1);
  }

  /** Invariant 7: every request has had its one reply; a relayed signal has none. */
  void expectsNoReply(boolean relayed) {
    if (!relayed) {
      check(over || open.isEmpty(), "(7) never answered: " + open.keySet());
    }
    open.clear();
  }

  void closed() {
    over = true;
    room = null;
  }

  void hears(Message message) {
    check(!over, "(3) told after it was closed: " + message.text());
    check(greeted || message.type().equals("identity"), "(10) told before its identity");
    greeted = true;
    message
        .requestId()
        .ifPresent(id -> check(open.remove(id) != null, "(7) answered twice: " + message.text()));
    switch (message.type()) {
      case "identity" -> clientId = message.text("clientId");
      case "error" -> error(message);
      case "iceServers", "serverDraining" -> {}
      case "roomCreated" -> created(message);
      case "roomJoined" -> joined(message);
      default -> inRoom(message);
    }
  }

  private void error(Message message) {
    boolean outside = message.text().contains("\"notInRoom\"");
    boolean inside =
        message.text().contains("\"alreadyInRoom\"") && !message.text().contains("oken");
    check(!outside || room == null, "(13) refused as a stranger in a room");
    check(!inside || room != null, "(13) refused as a member of no room");
  }

  private void created(Message message) {
    check(room == null, "(3) created a room while in one");
    enter(message.text("roomCode"));
    members.put(clientId(), true);
    hosted(clientId(), message.number("hostEpoch"));
  }

  private void joined(Message message) {
    String code = message.text("roomCode");
    check(room == null || room.equals(code), "(3) joined a room while in another");
    long known = code.equals(room) ? epoch : 0;
    enter(code);
    epoch = known;
    if (message.data("migration") instanceof Map<?, ?> migration) {
      claim = Long.parseLong(String.valueOf(migration.get("hostEpoch")));
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
    check(message.flag("clientIsHost") == isHost(), "(12) clientIsHost contradicts hostId");
    check(members.containsKey(clientId()), "(12) is not among the members itself");
  }

  private void enter(String code) {
    room = code;
    members.clear();
    hostId = null;
    epoch = 0;
    appointment = 0;
    candidate = false;
  }

  private void inRoom(Message message) {
    check(room != null, "(5) told of a room while in none: " + message.text());
    switch (message.type()) {
      case "clientJoined" -> clientJoined(message);
      case "clientUpdated" -> known(message.describedClient());
      case "clientDisconnected" -> members.replace(known(message.data("clientId")), false);
      case "clientReconnected" -> members.replace(known(message.data("clientId")), true);
      case "clientLeft" -> clientLeft(known(message.data("clientId")));
      case "hostConnectionLost" -> members.replace(known(message.data("hostId")), false);
      case "hostRejoined" -> rejoined(message);
      case "hostMigrated" -> migrated(message);
      case "becomeHost" -> appointed(message.number("hostEpoch"), true);
      case "hostMigrationStarted" -> appointed(message.number("hostEpoch"), false);
      case "hostMigrationFailed" -> failed(message);
      case "roomLeft", "roomClosed", "removedFromRoom" -> leave();
      case "guestOfferSignal" -> fromGuest(message);
      case "hostAnswerSignal", "requestOffer" -> check(!isHost(), "(8) the host got an answer");
      case "iceCandidate" -> known(message.data("clientId"));
      default -> {}
    }
  }

  private void clientJoined(Message message) {
    String id = message.describedClient();
    check(!id.equals(clientId), "(4) told of its own joining");
    check(members.putIfAbsent(id, true) == null, "(4) joined twice: " + id);
  }

  private void clientLeft(String id) {
    members.remove(id);
    if (id.equals(hostId)) {
      hostId = null;
    }
  }

  private void leave() {
    room = null;
    candidate = false;
  }

  private void appointed(long number, boolean me) {
    check(number > appointment && number > epoch, "(2) an appointment's number is not new");
    appointment = number;
    candidate = me;
    claim = number;
  }

  private void failed(Message message) {
    candidate = false;
    if (message.data("hostEpoch") != null) {
      claim = message.number("hostEpoch");
    }
  }

  private void rejoined(Message message) {
    String id = known(message.data("hostId"));
    check(message.number("hostEpoch") == epoch, "(2) rejoined in another epoch");
    hosted(id, epoch);
    members.replace(id, true);
  }

  private void migrated(Message message) {
    check(message.number("hostEpoch") > epoch, "(2) migrated to an epoch that is not larger");
    hosted(message.text("hostId"), message.number("hostEpoch"));
  }

  private void fromGuest(Message message) {
    check(isHost(), "(8) a guest got an offer");
    known(message.data("clientId"));
    check(message.number("hostEpoch") == epoch, "(8) a signal of another epoch");
  }

  /** The number under which it may try to become host. */
  long claim() {
    return claim;
  }

  private void hosted(String host, long inEpoch) {
    epoch(inEpoch);
    hostId = host;
    candidate = false;
    ledger.host(String.valueOf(room), inEpoch, host);
  }

  private void epoch(long next) {
    check(next >= epoch, "(2) the epoch fell from " + epoch + " to " + next);
    epoch = next;
  }

  private String known(@Nullable Object id) {
    check(members.containsKey(String.valueOf(id)), "(4) told of a stranger: " + id);
    return String.valueOf(id);
  }

  private static void check(boolean holds, String complaint) {
    if (!holds) {
      throw new AssertionError(complaint);
    }
  }
}
