package io.groovejet.examples.dashboard;

import io.groovejet.LobbyEvent;
import io.groovejet.LobbyEvent.ClientDisconnected;
import io.groovejet.LobbyEvent.ClientJoined;
import io.groovejet.LobbyEvent.ClientLeft;
import io.groovejet.LobbyEvent.ClientReconnected;
import io.groovejet.LobbyEvent.EventsMissed;
import io.groovejet.LobbyEvent.HostLost;
import io.groovejet.LobbyEvent.HostMigrated;
import io.groovejet.LobbyEvent.HostRejoined;
import io.groovejet.LobbyEvent.IdentityResumed;
import io.groovejet.LobbyEvent.RateLimited;
import io.groovejet.LobbyEvent.Refused;
import io.groovejet.LobbyEvent.RoomClosed;
import io.groovejet.LobbyEvent.RoomOpened;
import io.groovejet.LobbyEvent.SnapshotSaved;
import io.groovejet.LobbyListener;
import io.groovejet.protocol.ErrorType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Counts what happens in a lobby. Written by the lobby's listener thread, read by any. */
final class Tally implements LobbyListener {

  private static final int MIGRATIONS_KEPT = 100;

  private final Map<Count, Long> counts = new EnumMap<>(Count.class); // guarded by this
  private final Map<ErrorType, Long> refusals = new EnumMap<>(ErrorType.class); // guarded by this
  private final Queue<Duration> without = new ArrayDeque<>(); // guarded by this, oldest first
  private final Roster roster;
  private final Diary diary;

  Tally(Roster roster, Diary diary) {
    this.roster = roster;
    this.diary = diary;
  }

  @Override
  public void told(LobbyEvent event) {
    if (event instanceof LobbyEvent.RoomEvent inRoom) {
      roster.saw(inRoom.room(), inRoom.at());
    }
    diary.note(event);
    event.toldTo(this);
  }

  /** How often each thing happened. */
  synchronized Map<Count, Long> counts() {
    return Map.copyOf(counts);
  }

  /** How often each error was told. */
  synchronized Map<ErrorType, Long> refusals() {
    return new EnumMap<>(refusals);
  }

  /** How long rooms were without host in the latest migrations, shortest first. */
  synchronized List<Duration> withoutHost() {
    return without.stream().sorted().toList();
  }

  @Override
  public void roomOpened(RoomOpened event) {
    count(Count.ROOMS_OPENED, 1);
  }

  @Override
  public void roomClosed(RoomClosed event) {
    roster.forget(event.room());
    count(Count.ROOMS_CLOSED, 1);
  }

  @Override
  public void clientJoined(ClientJoined event) {
    count(Count.CLIENTS_JOINED, 1);
  }

  @Override
  public void clientLeft(ClientLeft event) {
    count(Count.CLIENTS_LEFT, 1);
  }

  @Override
  public void clientDisconnected(ClientDisconnected event) {
    count(Count.DISCONNECTS, 1);
  }

  @Override
  public void clientReconnected(ClientReconnected event) {
    count(Count.RECONNECTS, 1);
  }

  @Override
  public void hostLost(HostLost event) {
    count(Count.HOSTS_LOST, 1);
  }

  @Override
  public void hostRejoined(HostRejoined event) {
    count(Count.HOSTS_REJOINED, 1);
  }

  @Override
  public synchronized void hostMigrated(HostMigrated event) {
    count(Count.MIGRATIONS, 1);
    without.add(event.without());
    if (without.size() > MIGRATIONS_KEPT) {
      without.remove();
    }
  }

  @Override
  public void snapshotSaved(SnapshotSaved event) {
    count(Count.SNAPSHOTS, 1);
  }

  @Override
  public void identityResumed(IdentityResumed event) {
    count(Count.RESUMES, 1);
  }

  @Override
  public synchronized void refused(Refused event) {
    count(Count.REFUSALS, 1);
    refusals.merge(event.errorType(), 1L, Long::sum);
  }

  @Override
  public void rateLimited(RateLimited event) {
    count(Count.RATE_LIMITED, 1);
  }

  @Override
  public void eventsMissed(EventsMissed event) {
    roster.startOver();
    count(Count.EVENTS_MISSED, event.count());
  }

  private synchronized void count(Count what, long more) {
    counts.merge(what, more, Long::sum);
  }
}
