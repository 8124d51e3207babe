package io.groovejet.testkit.simulation;

import io.groovejet.ClientSession;
import io.groovejet.OpeningHandshake;
import io.groovejet.SignalingConnection;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One connection of a simulated client: tells its witness what comes. */
final class Socket implements SignalingConnection {

  private final String name;
  private final Player player;
  private final Node node;
  private final World world;
  private final Witness witness;
  private final @Nullable String urlCode; // of a client in the URL dialect
  private final ConnectionId id;
  private @Nullable ClientSession session; // set when the lobby has accepted it
  private boolean alive = true; // the client hears and speaks
  private boolean closed; // by the server
  private boolean reported; // the server was told that it ended

  Socket(Player player, Node node, World world, OpeningHandshake handshake) {
    this.player = player;
    this.node = node;
    this.world = world;
    this.urlCode = handshake.urlCode();
    this.id = node.nextConnection();
    this.name = player.name() + "#" + id.serial() + (world.nodes().size() > 1 ? node.name() : "");
    this.witness = new Witness(world.ledger(), world.time()::now);
  }

  void connect(OpeningHandshake handshake) {
    world.story(name, "connects", url() ? urlCode + " " + handshake.urlHost() : "");
    session = node.lobby().connect(handshake, this);
  }

  ConnectionId id() {
    return id;
  }

  Player player() {
    return player;
  }

  Node node() {
    return node;
  }

  Witness witness() {
    return witness;
  }

  boolean url() {
    return urlCode != null;
  }

  /** The code of the room it believes to be in, empty for none. */
  String room() {
    return urlCode == null ? witness.room().orElse("") : urlCode;
  }

  /** Whether its client hears and speaks. */
  boolean alive() {
    return alive;
  }

  /** Whether the server takes it for open. */
  boolean open() {
    return !closed && !reported && node.alive();
  }

  /** Says something that has to be answered; whether the answer was no error. */
  boolean asks(String type, String data) {
    say(type, data, !url(), data);
    return witness.letters().answered() && !witness.letters().refused();
  }

  /** Says something that is answered only when it is refused; whether it was. */
  boolean signals(String type, String data) {
    say(type, data, false, data);
    return witness.letters().refused();
  }

  /** Saves a text as snapshot. */
  void saves(String snapshot, String terms) {
    say("saveSnapshot", "{\"snapshot\":\"" + snapshot + "\"" + terms + "}", true, snapshot);
  }

  void says(String text) {
    world.story(name, "→", text);
    session().received(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Its client is gone; the server is told. */
  void breaks() {
    world.story(name, "breaks", "");
    goes();
    isReported();
  }

  /** Its client is gone; nobody tells the server. */
  void vanishes() {
    world.story(name, "vanishes", "");
    goes();
  }

  /** The server is told that it has ended, perhaps late, perhaps again. */
  void isReported() {
    world.story(name, "is reported as ended", "");
    reported = true;
    session().disconnected();
  }

  /** Its server is no more. */
  void isCutOff() {
    goes();
  }

  private void goes() {
    alive = false;
    witness.closed();
  }

  private void say(String type, String data, boolean wantsReply, String content) {
    String requestId = witness.letters().open(wantsReply, content);
    says("{\"type\":\"" + type + "\",\"requestId\":\"" + requestId + "\",\"data\":" + data + "}");
  }

  private ClientSession session() {
    if (session == null) {
      throw new IllegalStateException(name + " is still connecting");
    }
    return session;
  }

  @Override
  public void send(byte[] utf8) {
    world.story(name, "←", utf8);
    Invariant.SILENCE.check(!closed && !reported, "told after its end");
    Invariant.TOKENS_KEPT.check(Tokens.areKept(utf8), "a token where none belongs");
    if (alive && !url()) {
      Message message = world.read(utf8);
      witness.hears(message);
      player.hears(message, witness);
    }
  }

  @Override
  public void ping() {
    if (alive && session != null) {
      session.heard();
    }
  }

  @Override
  public void close(CloseReason reason) {
    world.story(name, "is closed with", String.valueOf(reason.code()));
    closed = true;
    goes();
  }

  @Override
  public String toString() {
    return name;
  }
}
