package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.LobbyReport;
import io.groovejet.guard.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A lobby behind a running transport, and every client a test connects to it. */
final class ServedLobby implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ServedTransport transport;
  private final Lobby lobby;
  private final URI endpoint;
  private final List<RawWebSocket> clients = new ArrayList<>();
  private boolean stopped; // stopping twice is not what a test of stopping wants

  private ServedLobby(ServedTransport transport, Lobby lobby, URI endpoint) {
    this.transport = transport;
    this.lobby = lobby;
    this.endpoint = endpoint;
  }

  /** Serves a lobby with the protocol's limits. */
  static ServedLobby by(ServedTransport transport) throws Exception {
    return by(transport, Limits.ofDefaults());
  }

  /** Serves a lobby with limits of its own. */
  static ServedLobby by(ServedTransport transport, Limits limits) throws Exception {
    return by(transport, Lobby.builder().limits(limits).build());
  }

  /** Serves a lobby of its own, which is closed with it. */
  static ServedLobby by(ServedTransport transport, Lobby lobby) throws Exception {
    return new ServedLobby(transport, lobby, transport.serve(lobby));
  }

  Lobby lobby() {
    return lobby;
  }

  URI endpoint() {
    return endpoint;
  }

  /** The address of something below the endpoint, or of the endpoint with a query. */
  URI below(String rest) {
    return URI.create(endpoint + rest);
  }

  /** The address of something on the same server. */
  URI beside(String path) {
    return endpoint.resolve(path);
  }

  /** A correct opening handshake, to be bent. */
  RawRequest upgrade() {
    return RawRequest.upgrade(endpoint);
  }

  /** Opens a connection that is closed with this. */
  RawWebSocket open(RawRequest handshake) {
    RawWebSocket client = handshake.open();
    clients.add(client);
    return client;
  }

  /** Somebody who has just connected. */
  Player player() {
    return player(upgrade());
  }

  /** Somebody who has just connected in a way of its own. */
  Player player(RawRequest handshake) {
    return Player.on(open(handshake));
  }

  /** Makes a room that nobody is in, and returns its code. */
  String makesRoom() {
    return Player.field(RawRequest.of("POST", below("/rooms")).send().body(), "code");
  }

  /** Somebody who has just connected and taken the host's seat of such a room. */
  Player hostOf(String code) {
    Player host = player();
    host.says("joinRoom", "{\"roomCode\":\"%s\",\"canHost\":true}".formatted(code));
    assertThat(host.hears("roomJoined")).contains("\"clientIsHost\":true");
    return host;
  }

  /** Awaits that the lobby has been told of the end of all but so many connections. */
  void awaitConnections(int left) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (lobby.report().connections() != left) {
      assertThat(System.nanoTime()).as("%s", lobby.report()).isLessThan(end);
      LockSupport.parkNanos(500_000);
    }
  }

  /** Awaits that the lobby has taken so many messages since it began. */
  void awaitMessages(long number) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (lobby.traffic().messagesIn() < number) {
      assertThat(System.nanoTime()).as("%s", lobby.traffic()).isLessThan(end);
      LockSupport.parkNanos(500_000);
    }
  }

  /** Awaits that the lobby holds nothing and nobody any more. */
  void awaitNothing() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!lobby.report().equals(LobbyReport.NOTHING)) {
      assertThat(System.nanoTime()).as("%s", lobby.report()).isLessThan(end);
      LockSupport.parkNanos(500_000);
    }
  }

  /** Stops the server, but not the lobby. */
  void stop() throws Exception {
    stopped = true;
    transport.stop();
  }

  @Override
  public void close() {
    clients.forEach(RawWebSocket::close);
    try {
      if (!stopped) {
        stop();
      }
    } catch (Exception failure) {
      throw new IllegalStateException("the server did not stop", failure);
    }
    lobby.close();
  }
}
