package io.groovejet;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.RoomCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in words for operators: enough of a code and an id to tell one from the other, too
 * little to use them.
 *
 * @param at when it happened
 * @param event what happened, such as {@code hostMigrated}
 * @param room the beginning of the room's code, null for none
 * @param client the end of the client's id, null for none
 * @param detail what else there is to say, empty for nothing
 */
public record EventLine(
    Instant at, String event, @Nullable String room, @Nullable String client, String detail) {

  private static final int OF_A_CODE = 2;
  private static final int OF_AN_ID = 6;

  /** The line of an event. */
  public static EventLine of(LobbyEvent event) {
    EventWords words = new EventWords();
    event.toldTo(words);
    return words.line();
  }

  static EventLine of(
      LobbyEvent event, @Nullable RoomCode room, @Nullable ClientId client, String detail) {
    String type = event.getClass().getSimpleName();
    String name = Character.toLowerCase(type.charAt(0)) + type.substring(1);
    return new EventLine(event.at(), name, shortened(room), shortened(client), detail);
  }

  /** The beginning of a code, which lets nobody in. */
  public static @Nullable String shortened(@Nullable RoomCode code) {
    if (code == null) {
      return null;
    }
    String text = code.value();
    return text.substring(0, Math.min(OF_A_CODE, text.length())) + "…";
  }

  /** The end of an id: its start is the same for ids that tests count up. */
  public static @Nullable String shortened(@Nullable ClientId client) {
    if (client == null) {
      return null;
    }
    String text = client.toString();
    return text.substring(text.length() - OF_AN_ID);
  }

  /**
   * The event without its time, such as {@code clientLeft room=bc* client=4f2a1c timedOut}; ASCII.
   */
  @Override
  public String toString() {
    String where =
        room == null ? "" : " room=" + room.replace('…', '*'); // for logs in any encoding
    String who = client == null ? "" : " client=" + client;
    return event + where + who + (detail.isEmpty() ? "" : " " + detail);
  }
}
