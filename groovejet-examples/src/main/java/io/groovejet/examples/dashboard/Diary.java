package io.groovejet.examples.dashboard;

import io.groovejet.LobbyEvent;
import io.groovejet.LobbyEvent.ClientDisconnected;
import io.groovejet.LobbyEvent.ClientJoined;
import io.groovejet.LobbyEvent.ClientLeft;
import io.groovejet.LobbyEvent.ClientReconnected;
import io.groovejet.LobbyEvent.EventsMissed;
import io.groovejet.LobbyEvent.HostAppointed;
import io.groovejet.LobbyEvent.HostClaimed;
import io.groovejet.LobbyEvent.HostLost;
import io.groovejet.LobbyEvent.HostMigrated;
import io.groovejet.LobbyEvent.HostRejoined;
import io.groovejet.LobbyEvent.IdentityResumed;
import io.groovejet.LobbyEvent.RateLimited;
import io.groovejet.LobbyEvent.Refused;
import io.groovejet.LobbyEvent.RoomClosed;
import io.groovejet.LobbyEvent.RoomOpened;
import io.groovejet.LobbyListener;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.RoomCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The latest events in words; of what happens all the time, such as snapshots, nothing. */
final class Diary implements LobbyListener {

  private static final int LINES = 60;

  private final Queue<Line> lines = new ArrayDeque<>(); // guarded by this, oldest first

  /**
   * One event.
   *
   * @param room its shortened code, null for none
   * @param client its shortened id, null for none
   * @param detail what else there is to say, empty for nothing
   */
  record Line(
      Instant at, String event, @Nullable String room, @Nullable String client, String detail) {}

  /** The lines, newest first. */
  synchronized List<Line> lines() {
    List<Line> newestFirst = new ArrayList<>(lines);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public void roomOpened(RoomOpened event) {
    note(event, event.room(), event.host(), "");
  }

  @Override
  public void roomClosed(RoomClosed event) {
    String why = event.reason() == null ? "deserted" : Shortened.word(event.reason());
    note(event, event.room(), null, why);
  }

  @Override
  public void clientJoined(ClientJoined event) {
    note(event, event.room(), event.client(), "");
  }

  @Override
  public void clientLeft(ClientLeft event) {
    note(event, event.room(), event.client(), Shortened.word(event.reason()));
  }

  @Override
  public void clientDisconnected(ClientDisconnected event) {
    note(event, event.room(), event.client(), "");
  }

  @Override
  public void clientReconnected(ClientReconnected event) {
    note(event, event.room(), event.client(), "after " + words(event.away()));
  }

  @Override
  public void hostLost(HostLost event) {
    note(event, event.room(), event.host(), Shortened.word(event.cause()));
  }

  @Override
  public void hostRejoined(HostRejoined event) {
    note(event, event.room(), event.host(), "after " + words(event.without()));
  }

  @Override
  public void hostAppointed(HostAppointed event) {
    note(event, event.room(), event.candidate(), "epoch " + event.epoch());
  }

  @Override
  public void hostClaimed(HostClaimed event) {
    note(event, event.room(), event.host(), "epoch " + event.epoch());
  }

  @Override
  public void hostMigrated(HostMigrated event) {
    String how = Shortened.word(event.cause()) + ", " + words(event.without()) + " without host";
    note(event, event.room(), event.host(), how);
  }

  @Override
  public void identityResumed(IdentityResumed event) {
    note(event, null, event.client(), "");
  }

  @Override
  public void refused(Refused event) {
    note(event, event.room(), event.client(), Shortened.word(event.errorType()));
  }

  @Override
  public void rateLimited(RateLimited event) {
    note(event, null, event.client(), event.last() ? "closed" : "");
  }

  @Override
  public void eventsMissed(EventsMissed event) {
    note(event, null, null, "" + event.count());
  }

  private synchronized void note(
      LobbyEvent event, @Nullable RoomCode room, @Nullable ClientId client, String detail) {
    String type = event.getClass().getSimpleName();
    String name = Character.toLowerCase(type.charAt(0)) + type.substring(1);
    String who = client == null ? null : Shortened.id(client);
    lines.add(new Line(event.at(), name, Shortened.code(room), who, detail));
    if (lines.size() > LINES) {
      lines.remove();
    }
  }

  private static String words(Duration duration) {
    long millis = duration.toMillis();
    return millis < 1_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
