package io.groovejet;

import io.groovejet.LobbyEvent.ClientDisconnected;
import io.groovejet.LobbyEvent.ClientJoined;
import io.groovejet.LobbyEvent.ClientLeft;
import io.groovejet.LobbyEvent.ClientReconnected;
import io.groovejet.LobbyEvent.ConnectionClosed;
import io.groovejet.LobbyEvent.ConnectionOpened;
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
import io.groovejet.LobbyEvent.SnapshotSaved;
import io.groovejet.codec.WireNames;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.RoomCode;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the words for one event. */
final class EventWords implements LobbyListener {

  private @Nullable EventLine line; // once the event was told

  /** The event that was told. */
  EventLine line() {
    return Objects.requireNonNull(line);
  }

  @Override
  public void roomOpened(RoomOpened event) {
    write(event, event.room(), event.host(), "");
  }

  @Override
  public void roomClosed(RoomClosed event) {
    String why = event.reason() == null ? "deserted" : WireNames.of(event.reason());
    write(event, event.room(), null, why);
  }

  @Override
  public void clientJoined(ClientJoined event) {
    write(event, event.room(), event.client(), "");
  }

  @Override
  public void clientLeft(ClientLeft event) {
    write(event, event.room(), event.client(), WireNames.of(event.reason()));
  }

  @Override
  public void clientDisconnected(ClientDisconnected event) {
    write(event, event.room(), event.client(), "");
  }

  @Override
  public void clientReconnected(ClientReconnected event) {
    write(event, event.room(), event.client(), "after " + words(event.away()));
  }

  @Override
  public void hostLost(HostLost event) {
    write(event, event.room(), event.host(), WireNames.of(event.cause()));
  }

  @Override
  public void hostRejoined(HostRejoined event) {
    write(event, event.room(), event.host(), "after " + words(event.without()));
  }

  @Override
  public void hostAppointed(HostAppointed event) {
    write(event, event.room(), event.candidate(), "epoch " + event.epoch());
  }

  @Override
  public void hostClaimed(HostClaimed event) {
    write(event, event.room(), event.host(), "epoch " + event.epoch());
  }

  @Override
  public void hostMigrated(HostMigrated event) {
    String how = WireNames.of(event.cause()) + ", " + words(event.without()) + " without host";
    write(event, event.room(), event.host(), how);
  }

  @Override
  public void snapshotSaved(SnapshotSaved event) {
    String what = "version " + event.version() + ", " + event.sizeBytes() + " bytes";
    write(event, event.room(), null, what);
  }

  @Override
  public void connectionOpened(ConnectionOpened event) {
    write(event, null, event.client(), WireNames.of(event.dialect()));
  }

  @Override
  public void connectionClosed(ConnectionClosed event) {
    CloseReason reason = event.reason();
    String why = reason == null ? "by the client" : reason.code() + " " + reason.reason();
    write(event, null, event.client(), why);
  }

  @Override
  public void identityResumed(IdentityResumed event) {
    write(event, null, event.client(), "");
  }

  @Override
  public void refused(Refused event) {
    String type = event.vetoType() == null ? WireNames.of(event.errorType()) : event.vetoType();
    write(event, event.room(), event.client(), type);
  }

  @Override
  public void rateLimited(RateLimited event) {
    write(event, null, event.client(), event.last() ? "closed" : "");
  }

  @Override
  public void eventsMissed(EventsMissed event) {
    write(event, null, null, Long.toString(event.count()));
  }

  private void write(
      LobbyEvent event, @Nullable RoomCode room, @Nullable ClientId client, String detail) {
    line = EventLine.of(event, room, client, detail);
  }

  private static String words(Duration duration) {
    long millis = duration.toMillis();
    return millis < 1_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
