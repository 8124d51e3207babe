package io.groovejet.testkit.simulation;

import io.groovejet.ClientSession;
import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
import io.groovejet.SignalingConnection;
import io.groovejet.protocol.CloseReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection of a simulated client: tells its witness what comes. */
final class Socket implements SignalingConnection {

  private final String name;
  private final Witness witness;
  private final boolean url;
  private final List<String> story;
  private @Nullable ClientSession session; // set when the lobby has accepted it
  private @Nullable String token; // the newest it was told
  private boolean open = true; // the server has not closed it
  private int count; // of requests

  private Socket(String name, boolean url, Ledger ledger, List<String> story) {
    this.name = name;
    this.url = url;
    this.witness = new Witness(ledger);
    this.story = story;
  }

  static Socket connect(
      String name, Lobby lobby, OpeningHandshake handshake, Ledger ledger, List<String> story) {
    boolean url = handshake.urlCode() != null;
    Socket socket = new Socket(name, url, ledger, story);
    story.add(name + " connects " + (url ? handshake.urlCode() + handshake.urlHost() : ""));
    socket.session = lobby.connect(handshake, socket);
    return socket;
  }

  Witness witness() {
    return witness;
  }

  boolean url() {
    return url;
  }

  boolean open() {
    return open;
  }

  @Nullable String token() {
    return token;
  }

  String name() {
    return name;
  }

  /** Says something that has to be answered. */
  void asks(String type, String data) {
    say(type, data, false);
  }

  /** Says something that is answered only when it is refused. */
  void signals(String type, String data) {
    say(type, data, true);
  }

  void garbles(String text) {
    story.add(name + " → " + text);
    session().received(text);
  }

  /** Its socket is gone; may be reported late, or twice. */
  void breaks() {
    story.add(name + " breaks");
    open = false;
    witness.closed();
    session().disconnected();
  }

  private void say(String type, String data, boolean relayed) {
    String requestId = "r" + count++;
    story.add(name + " → " + type + " " + data);
    witness.asks(requestId);
    session()
        .received(
            "{\"type\":\""
                + type
                + "\",\"requestId\":\""
                + requestId
                + "\",\"data\":"
                + data
                + "}");
    witness.expectsNoReply(relayed || url);
  }

  private ClientSession session() {
    if (session == null) {
      throw new IllegalStateException(name + " is still connecting");
    }
    return session;
  }

  @Override
  public void send(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    story.add(name + " ← " + text);
    if (url) {
      return;
    }
    Message message = Message.of(text);
    witness.hears(message);
    if (message.type().equals("identity")) {
      token = message.text("clientToken");
    }
  }

  @Override
  public void ping() {
    if (open && session != null) {
      session.heard();
    }
  }

  @Override
  public void close(CloseReason reason) {
    if (open) {
      story.add(name + " is closed with " + reason.code());
      open = false;
      witness.closed();
    }
  }
}
