package io.groovejet.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who plays: who it was told to be, and its connections. */
final class Player {

  private static final int MOST_SOCKETS = 4;

  private final String name;
  private final List<Socket> sockets = new ArrayList<>(); // oldest first
  private @Nullable String token; // the newest it was told
  private String clientId = "nobody"; // the newest it was told
  private String room = "nope"; // where it was last

  Player(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  List<Socket> sockets() {
    return sockets;
  }

  /** It has another connection; the oldest are forgotten. */
  void takes(Socket socket) {
    if (sockets.size() >= MOST_SOCKETS) {
      sockets.removeIf(old -> sockets.size() >= MOST_SOCKETS && !old.open() && !old.alive());
    }
    sockets.add(socket);
  }

  /** Its newest connection, if that is alive. */
  Optional<Socket> socket() {
    Socket newest = sockets.isEmpty() ? null : sockets.get(sockets.size() - 1);
    return Optional.ofNullable(newest).filter(Socket::alive);
  }

  /** The secret that proves who it is, null while it never was anybody. */
  @Nullable String token() {
    return token;
  }

  String clientId() {
    return clientId;
  }

  /** The room it was in last. */
  String room() {
    return room;
  }

  void hears(Message message, Witness witness) {
    if (message.type().equals("identity")) {
      token = message.text("clientToken");
      clientId = witness.clientId();
    }
    witness.room().ifPresent(code -> room = code);
  }
}
