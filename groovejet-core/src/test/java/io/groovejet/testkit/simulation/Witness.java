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
      case "error", "iceServers", "serverDraining" -> {}
      case "roomCreated" -> created(message);
      case "roomJoined" -> joined(message);
      default -> inRoom(message);
    }
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
    boolean again = code.equals(room);
    long known = epoch;
    enter(code);
    epoch = again ? known : 0;
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
      case "roomLeft", "roomClosed", "removedFromRoom" -> room = null;
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

  private void hosted(String host, long inEpoch) {
    epoch(inEpoch);
    hostId = host;
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
