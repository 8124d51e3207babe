package io.groovejet.micrometer;

import io.groovejet.LobbyEvent.ClientReconnected;
import io.groovejet.LobbyEvent.ConnectionClosed;
import io.groovejet.LobbyEvent.ConnectionOpened;
import io.groovejet.LobbyEvent.EventsMissed;
import io.groovejet.LobbyEvent.HostMigrated;
import io.groovejet.LobbyEvent.HostRejoined;
import io.groovejet.LobbyEvent.IdentityResumed;
import io.groovejet.LobbyEvent.RateLimited;
import io.groovejet.LobbyEvent.Refused;
import io.groovejet.LobbyEvent.RoomClosed;
import io.groovejet.LobbyEvent.RoomOpened;
import io.groovejet.LobbyEvent.SnapshotSaved;
import io.groovejet.LobbyListener;
import io.groovejet.protocol.MigrationReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.util.Locale;

/** Writes what happened into one registry. */
final class Ledger implements LobbyListener {

  private final MeterRegistry registry;
  private final Tags tags;

  Ledger(MeterRegistry registry, Tags tags) {
    this.registry = registry;
    this.tags = tags;
  }

  @Override
  public void roomOpened(RoomOpened event) {
    count("groovejet.rooms.opened", tags);
  }

  @Override
  public void roomClosed(RoomClosed event) {
    String reason = event.reason() == null ? "deserted" : word(event.reason());
    count("groovejet.rooms.closed", tags.and("reason", reason));
  }

  @Override
  public void connectionOpened(ConnectionOpened event) {
    count("groovejet.connections.opened", tags.and("dialect", word(event.dialect())));
  }

  @Override
  public void connectionClosed(ConnectionClosed event) {
    String code = event.reason() == null ? "client" : Integer.toString(event.reason().code());
    count("groovejet.connections.closed", tags.and("code", code));
  }

  @Override
  public void refused(Refused event) {
    count("groovejet.refusals", tags.and("errorType", word(event.errorType())));
  }

  @Override
  public void rateLimited(RateLimited event) {
    count("groovejet.rate.limited", tags.and("closed", Boolean.toString(event.last())));
  }

  @Override
  public void identityResumed(IdentityResumed event) {
    count("groovejet.resumes", tags);
  }

  @Override
  public void clientReconnected(ClientReconnected event) {
    timer("groovejet.reconnects", "How long members were away from their seats", tags)
        .record(event.away());
  }

  @Override
  public void hostRejoined(HostRejoined event) {
    timer("groovejet.host.rejoins", "How long rooms waited for their host, which came back", tags)
        .record(event.without());
  }

  @Override
  public void hostMigrated(HostMigrated event) {
    Tags cause = tags.and("cause", word(event.cause()));
    count("groovejet.migrations", cause);
    if (event.cause() != MigrationReason.TRANSFER || !event.without().isZero()) {
      timer("groovejet.time.to.new.host", "How long no host was connected", cause)
          .record(event.without());
    }
    if (event.snapshotAge() != null) {
      timer("groovejet.migrations.snapshot.age", "How much of the game was not saved", cause)
          .record(event.snapshotAge());
    }
  }

  @Override
  public void snapshotSaved(SnapshotSaved event) {
    DistributionSummary.builder("groovejet.snapshots.saved")
        .description("Snapshots saved and their size")
        .baseUnit(BaseUnits.BYTES)
        .tags(tags)
        .register(registry)
        .record(event.sizeBytes());
  }

  @Override
  public void eventsMissed(EventsMissed event) {
    Counter.builder("groovejet.events.missed")
        .tags(tags)
        .register(registry)
        .increment((double) event.count());
  }

  private void count(String name, Tags with) {
    Counter.builder(name).tags(with).register(registry).increment();
  }

  private Timer timer(String name, String meaning, Tags with) {
    return Timer.builder(name).description(meaning).tags(with).register(registry);
  }

  /** A constant's name in lower camel case, as dashboards write it. */
  private static String word(Enum<?> constant) {
    String[] parts = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder word = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
    }
    return word.toString();
  }
}
