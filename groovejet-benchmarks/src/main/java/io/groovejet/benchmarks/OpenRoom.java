package io.groovejet.benchmarks;

import io.groovejet.ClientSession;
import io.groovejet.Lobby;
import io.groovejet.SignalingConnection;
import io.groovejet.protocol.CloseReason;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A room with a host and guests, each connected by nothing but an object. */
final class OpenRoom {

  private final Client host;
  private final Client guest; // whose seat is the last
  private final UUID guestId;

  OpenRoom(Lobby lobby, int seats) {
    host = new Client(lobby);
    host.says("{\"type\":\"createRoom\"}");
    String code = host.heard("\"roomCode\":\"([^\"]+)\"");
    for (int others = 2; others < seats; others++) {
      new Client(lobby).joins(code);
    }
    guest = new Client(lobby);
    guestId = UUID.fromString(guest.heard("\"clientId\":\"([^\"]+)\""));
    guest.joins(code);
  }

  UUID guestId() {
    return guestId;
  }

  Client sender(Signal signal) {
    return signal.isForGuest() ? host : guest;
  }

  Client receiver(Signal signal) {
    return signal.isForGuest() ? guest : host;
  }

  /** The guest's connection is lost; its seat is held. */
  void losesGuest() {
    guest.session.disconnected();
  }

  /** One end: what it says goes into the core, and what it is told last is kept. */
  static final class Client implements SignalingConnection {

    private final ClientSession session;
    private byte[] last; // what it was told last

    private Client(Lobby lobby) {
      session = lobby.connect(this);
    }

    void says(byte[] utf8) {
      session.received(utf8);
    }

    void says(String text) {
      session.received(text);
    }

    private void joins(String code) {
      says("{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"" + code + "\"}}");
      heard("\"type\":\"(roomJoined)\"");
    }

    byte[] last() {
      return last;
    }

    /** The group of {@code pattern} in what it was told last, which has to match. */
    String heard(String pattern) {
      String text = new String(last, StandardCharsets.UTF_8);
      Matcher matcher = Pattern.compile(pattern).matcher(text);
      if (!matcher.find()) {
        throw new IllegalStateException("no " + pattern + " in " + text);
      }
      return matcher.group(1);
    }

    /** Refuses what it was told last if that is no relayed {@code signal}. */
    void hasHeard(Signal signal) {
      heard("(" + Pattern.quote(signal.relayedHead()) + ")");
    }

    @Override
    public void send(byte[] utf8) {
      last = utf8;
    }

    @Override
    public void ping() {
      session.heard();
    }

    @Override
    public void close(CloseReason reason) {
      throw new IllegalStateException("closed: " + reason);
    }
  }
}
