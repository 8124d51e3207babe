package io.groovejet.testkit;

import io.groovejet.HttpRequest;
import io.groovejet.Lobby;
import io.groovejet.LobbyBuilder;
import io.groovejet.OpeningHandshake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A lobby with named clients on fake connections and time that stands still: behaviour as a player
 * would notice it.
 *
 * <pre>{@code
 * try (Conversation talk = Conversation.begin()) {
 *   Speaker ada = talk.connects("ada");
 *   ada.says("createRoom");
 *   ada.hears("roomCreated", "{roomCode: 'bbbbb', hostEpoch: 1}");
 * }
 * }</pre>
 *
 * <p>Everything that is said to a client has to be heard by the test; what was not makes {@link
 * #close} fail. Every failure shows the whole conversation. For one thread.
 */
public final class Conversation implements AutoCloseable {

  private final ManualTime time = new ManualTime();
  private final List<String> transcript = new ArrayList<>();
  private final Map<String, Speaker> speakers = new LinkedHashMap<>();
  private final Lobby lobby;

  private Conversation(UnaryOperator<LobbyBuilder> settings) {
    LobbyBuilder builder = Lobby.builder().timekeeper(time).names(new ScriptedNames());
    this.lobby = settings.apply(builder).build();
  }

  /** A conversation in a lobby with the protocol's defaults. */
  public static Conversation begin() {
    return begin(builder -> builder);
  }

  /** A conversation in a lobby with these settings. */
  public static Conversation begin(UnaryOperator<LobbyBuilder> settings) {
    return new Conversation(settings);
  }

  /** The lobby they all talk to. */
  public Lobby lobby() {
    return lobby;
  }

  /** Connects a client in the message dialect, which hears its identity at once. */
  public Speaker connects(String name) {
    return connects(name, OpeningHandshake.messageDialect());
  }

  /** Connects a client by what {@link Lobby#handshake} accepted; it hears its identity at once. */
  public Speaker connects(String name, OpeningHandshake handshake) {
    Speaker speaker = new Speaker(this, name);
    speakers.put(name, speaker);
    speaker.connects(handshake);
    return speaker;
  }

  /** Connects a client by an upgrade that the lobby accepts; it hears its identity at once. */
  public Speaker connects(String name, HttpRequest upgrade) {
    return connects(name, accepted(upgrade));
  }

  /** Connects a client by an upgrade that the lobby accepts, but not or not yet the backend. */
  public Speaker knocks(String name, HttpRequest upgrade) {
    return knocks(name, accepted(upgrade));
  }

  /** Connects a client that hears nothing yet, because the backend has not let it in. */
  public Speaker knocks(String name, OpeningHandshake handshake) {
    Speaker speaker = new Speaker(this, name);
    speakers.put(name, speaker);
    speaker.knocks(handshake);
    return speaker;
  }

  /**
   * Connects a client in the URL dialect, which hears its identity at once.
   *
   * @param code the room's code, null for none
   * @param asHost whether it asks for the host's seat
   */
  public Speaker connectsByUrl(String name, @Nullable String code, boolean asHost) {
    return connects(name, OpeningHandshake.urlDialect(code, asHost));
  }

  /** Lets time pass; whoever is connected answers pings meanwhile. */
  public void passes(Duration duration) {
    transcript.add("… " + duration.toString().substring(2).toLowerCase(Locale.ROOT));
    time.pass(duration);
  }

  /** Checks that everything that was said has been heard. */
  @Override
  public void close() {
    speakers.values().forEach(Speaker::hearsNothing);
    lobby.close();
  }

  private OpeningHandshake accepted(HttpRequest upgrade) {
    return lobby
        .handshake(upgrade)
        .fold(
            handshake -> handshake,
            reply -> {
              throw failure("The lobby refused the upgrade with " + reply.status());
            });
  }

  void wrote(String line) {
    transcript.add(named(line));
  }

  /** The text with clients' ids replaced by {@code @name} and tokens by {@code <token of name>}. */
  String named(String text) {
    String named = text;
    for (Speaker speaker : speakers.values()) {
      named = speaker.unmask(named);
    }
    return named;
  }

  /** The text with {@code @name} replaced by the id of that client. */
  String unnamed(String text) {
    String unnamed = text;
    for (Map.Entry<String, Speaker> speaker : speakers.entrySet()) {
      unnamed = unnamed.replace("@" + speaker.getKey(), speaker.getValue().clientId());
    }
    return unnamed;
  }

  AssertionError failure(String complaint) {
    return new AssertionError(
        complaint + "\n\nThe conversation so far:\n  " + String.join("\n  ", transcript));
  }
}
