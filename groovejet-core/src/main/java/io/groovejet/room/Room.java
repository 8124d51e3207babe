package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientView;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.RoomView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A room as a value: who is in it, who hosts it and what it waits for. It changes by {@linkplain
 * Command commands} only, each of which returns the next room.
 *
 * @param code its code
 * @param settings what applies in it
 * @param host who holds the role of host
 * @param clients the seats, in joining order
 * @param vacancy what it waits for without a connected host, null with one or before the first
 * @param unclaimedUntil a claimable room without any seat: when it closes; else null
 * @param snapshots the headers of its snapshots
 * @param probedAt when the host's connection was last tried on its guests' word, null for never
 * @param bans who is shut out
 */
public record Room(
    RoomCode code,
    RoomSettings settings,
    HostLease host,
    List<Client> clients,
    @Nullable Vacancy vacancy,
    @Nullable Instant unclaimedUntil,
    SnapshotShelf snapshots,
    @Nullable Instant probedAt,
    Bans bans) {

  /** Copies the list. */
  public Room {
    clients = List.copyOf(clients);
  }

  /** The seat of {@code id}, held or connected. */
  public Optional<Client> seat(ClientId id) {
    for (Client client : clients) {
      if (client.id().equals(id)) {
        return Optional.of(client);
      }
    }
    return Optional.empty();
  }

  /** The seat that {@code connection} speaks for. */
  public Optional<Client> speaker(ConnectionId connection) {
    for (Client client : clients) {
      if (client.speaksBy(connection)) {
        return Optional.of(client);
      }
    }
    return Optional.empty();
  }

  /** The host's connection, empty while no host is connected. */
  public Optional<ConnectionId> hostConnection() {
    ClientId holder = host.holder();
    return holder == null
        ? Optional.empty()
        : seat(holder).flatMap(client -> Optional.ofNullable(client.connection()));
  }

  /** Whether a host is connected. */
  public boolean hostConnected() {
    return hostConnection().isPresent();
  }

  /**
   * When the room next changes by itself: the earliest end of a grace or retention. A {@link
   * Command.Tick} at or after this instant makes it so.
   */
  public Optional<Instant> nextDeadline() {
    Instant next = earlier(vacancy == null ? null : vacancy.until(), unclaimedUntil);
    for (Client client : clients) {
      Absence absence = client.absence();
      next = earlier(next, absence == null ? null : absence.until());
    }
    return Optional.ofNullable(next);
  }

  /** The seat as the other members see it. */
  public ClientView view(Client client) {
    boolean hosts = host.heldBy(client.id());
    return new ClientView(
        client.id(), hosts, client.connected(), client.canHost(), client.profile());
  }

  /** All seats as the members see them, in joining order. */
  public List<ClientView> clientViews() {
    return clients.stream().map(this::view).toList();
  }

  /** The settings as the members see them. */
  public RoomView view() {
    return new RoomView(
        code,
        settings.isPublic(),
        settings.isLocked(),
        settings.password() != null,
        settings.maxClients(),
        settings.hostMigration(),
        settings.metadata());
  }

  Room with(List<Client> seats) {
    return new Room(
        code, settings, host, seats, vacancy, unclaimedUntil, snapshots, probedAt, bans);
  }

  Room joinedBy(Client client) {
    List<Client> seats = new ArrayList<>(clients);
    seats.add(client);
    return new Room(code, settings, host, seats, vacancy, null, snapshots, probedAt, bans);
  }

  Room without(ClientId id) {
    return with(clients.stream().filter(client -> !client.id().equals(id)).toList());
  }

  Room changing(Client changed) {
    return each(client -> client.id().equals(changed.id()) ? changed : client);
  }

  Room each(UnaryOperator<Client> change) {
    return with(clients.stream().map(change).toList());
  }

  Room led(HostLease lease, @Nullable Vacancy waiting) {
    return new Room(
        code, settings, lease, clients, waiting, unclaimedUntil, snapshots, probedAt, bans);
  }

  Room waiting(@Nullable Vacancy next) {
    return led(host, next);
  }

  Room unclaimed(Instant until) {
    return new Room(code, settings, host, clients, null, until, snapshots, probedAt, bans);
  }

  Room probed(Instant at) {
    return new Room(code, settings, host, clients, vacancy, unclaimedUntil, snapshots, at, bans);
  }

  Room shelving(SnapshotShelf shelf) {
    return new Room(code, settings, host, clients, vacancy, unclaimedUntil, shelf, probedAt, bans);
  }

  Room set(RoomSettings next) {
    return new Room(code, next, host, clients, vacancy, unclaimedUntil, snapshots, probedAt, bans);
  }

  Room banning(Bans next) {
    return new Room(
        code, settings, host, clients, vacancy, unclaimedUntil, snapshots, probedAt, next);
  }

  /** Whether whoever looks for a room finds it. */
  public boolean isListed() {
    return settings.isPublic() && !settings.isLocked() && hostConnected();
  }

  /** How long the room is kept without a host. */
  Duration retention() {
    RoomTimers timers = settings.timers();
    return snapshots.headers().isEmpty() ? timers.dormantRetention() : timers.snapshotRetention();
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
