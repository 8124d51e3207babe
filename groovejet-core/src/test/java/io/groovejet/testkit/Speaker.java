package io.groovejet.testkit;

import io.groovejet.ClientSession;
import io.groovejet.OpeningHandshake;
import io.groovejet.SignalingConnection;
import io.groovejet.protocol.CloseReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A named client in a {@link Conversation}: says messages, hears messages, loses its connection and
 * comes back. Texts are loose JSON ({@code {roomCode: 'bbbbb'}}); ids of clients are written {@code
 * '@ada'}.
 */
public final class Speaker {

  private final Conversation conversation;
  private final String name;
  private final Queue<String> unheard = new ArrayDeque<>();
  private final List<String> tokens = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private @Nullable Line line; // the newest connection
  private boolean hasty; // ends as soon as it is closed
  private boolean silent; // answers no pings

  Speaker(Conversation conversation, String name) {
    this.conversation = conversation;
    this.name = name;
  }

  /** Says a message without data. */
  public void says(String type) {
    says(type, "{}");
  }

  /** Says a message with data. */
  public void says(String type, String data) {
    saysText(
        "{\"type\":\"" + type + "\",\"data\":" + Loose.strict(conversation.unnamed(data)) + "}");
  }

  /** Says a whole text, as it stands. */
  public void saysText(String text) {
    conversation.wrote(name + " → " + text);
    session().received(text);
  }

  /** Hears a message of that type next. */
  public void hears(String type) {
    hears(type, "{}");
  }

  /** Hears a message of that type next, whose data has at least these fields. */
  public void hears(String type, String data) {
    hearsText("{type: '" + type + "', data: " + data + "}");
  }

  /** Hears a message of that type next, which has no data beyond these fields. */
  public void hearsExactly(String type, String data) {
    String next = next("a message " + type);
    Object expected = Loose.parse("{type: '" + type + "', data: " + data + "}");
    if (!Loose.matches(expected, parsed(next)) || !Loose.matches(parsed(next), expected)) {
      throw conversation.failure(name + " heard " + next + "\nwhere exactly this was due: " + data);
    }
  }

  /** Hears an error of that type next. */
  public void hearsError(String errorType) {
    hearsText("{type: 'error', errorType: '" + errorType + "'}");
  }

  /** Hears an error of that type next, with at least these data. */
  public void hearsError(String errorType, String data) {
    hearsText("{type: 'error', errorType: '" + errorType + "', data: " + data + "}");
  }

  /** Hears a message next that has at least these fields, wherever they stand. */
  public void hearsText(String expected) {
    String next = next(expected);
    if (!Loose.matches(Loose.parse(expected), parsed(next))) {
      throw conversation.failure(name + " heard " + next + "\nwhere this was due: " + expected);
    }
  }

  /** Has nothing more to hear. */
  public void hearsNothing() {
    if (!unheard.isEmpty()) {
      throw conversation.failure(name + " heard what nobody expected: " + unheard.peek());
    }
  }

  /** Opens another connection, leaving an older one as it is; hears its identity. */
  public void connects() {
    connects(OpeningHandshake.messageDialect());
  }

  /** Opens a connection of which nothing is heard yet. */
  void knocks(OpeningHandshake handshake) {
    silent = false;
    Line opened = new Line();
    line = opened;
    opened.session = conversation.lobby().connect(handshake, opened);
  }

  void connects(OpeningHandshake handshake) {
    knocks(handshake);
    String identity = next("its identity");
    if (!identity.contains("\"type\":\"identity\"")) {
      throw conversation.failure(name + " heard before its identity: " + identity);
    }
  }

  /** Comes back: connects again and joins {@code code} with the token it has. */
  public void comesBackTo(String code) {
    comesBackTo(code, "{}");
  }

  /** Comes back with these terms, such as {@code {canHost: true}}. */
  public void comesBackTo(String code, String terms) {
    String token = token();
    connects();
    String proof = "{roomCode: '" + code + "', clientToken: '" + token + "', ";
    says("joinRoom", proof + terms.substring(1));
    hears("identity", "{resumed: true}");
  }

  /** Its connection is lost, without a word. */
  public void losesConnection() {
    conversation.wrote(name + " loses its connection");
    session().disconnected();
  }

  /** Its socket stays open, but nothing comes from it any more. */
  public void fallsSilent() {
    conversation.wrote(name + " falls silent");
    silent = true;
  }

  /** Its connections report their end from within their close, as fast sockets do. */
  public void endsAsSoonAsItIsClosed() {
    hasty = true;
  }

  /** Its newest connection was closed by the server with that code. */
  public void isClosedWith(int code) {
    Line newest = line;
    CloseReason closed = newest == null ? null : newest.closed;
    if (closed == null || closed.code() != code) {
      throw conversation.failure(name + " was to be closed with " + code + ", but: " + closed);
    }
  }

  /** Its newest connection is open. */
  public void isConnected() {
    Line newest = line;
    if (newest == null || newest.closed != null) {
      throw conversation.failure(name + " was to be connected");
    }
  }

  /** The token it was told last. */
  public String token() {
    return tokens.get(tokens.size() - 1);
  }

  /** The id it was told last. */
  public String clientId() {
    return ids.get(ids.size() - 1);
  }

  /** Its newest connection, for tests that hold on to an older one. */
  public ClientSession session() {
    Line newest = line;
    if (newest == null || newest.session == null) {
      throw conversation.failure(name + " never connected");
    }
    return newest.session;
  }

  String unmask(String text) {
    String named = text;
    for (String token : tokens) {
      named = named.replace(token, "<token of " + name + ">");
    }
    for (String id : ids) {
      named = named.replace(id, "@" + name);
    }
    return named;
  }

  private Object parsed(String text) {
    Object parsed = Loose.parse(text);
    return parsed == null ? Map.of() : parsed;
  }

  private String next(String expected) {
    String next = unheard.poll();
    if (next == null) {
      throw conversation.failure(name + " heard nothing where this was due: " + expected);
    }
    return conversation.named(next);
  }

  private void remember(String text) {
    Object message = Loose.parse(text);
    if (message instanceof Map<?, ?> fields
        && "identity".equals(fields.get("type"))
        && fields.get("data") instanceof Map<?, ?> data) {
      ids.add(String.valueOf(data.get("clientId")));
      if (data.get("clientToken") != null) {
        tokens.add(String.valueOf(data.get("clientToken")));
      }
    }
  }

  /** One connection of this client. */
  private final class Line implements SignalingConnection {

    private @Nullable ClientSession session; // set when the lobby has accepted it
    private @Nullable CloseReason closed; // once the server closed it

    @Override
    public void send(byte[] utf8) {
      if (closed == null) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        remember(text);
        conversation.wrote(name + " ← " + text);
        unheard.add(text);
      }
    }

    @Override
    public void ping() {
      if (!silent && closed == null && session != null) {
        session.heard();
      }
    }

    @Override
    public void close(CloseReason reason) {
      if (closed == null) {
        closed = reason;
        conversation.wrote(name + " is closed with " + reason.code());
        if (hasty && session != null) {
          session.disconnected();
        }
      }
    }
  }
}
