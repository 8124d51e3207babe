package io.groovejet;

import io.groovejet.codec.Encoder;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.Failed;
import io.groovejet.protocol.ServerMessage.SnapshotLoaded;
import io.groovejet.room.Effect;
import io.groovejet.room.Outbox;
import io.groovejet.store.RoomStoreException;
import io.groovejet.store.SnapshotStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected here. Carries out what rooms decide about connections; what is about those of
 * another lobby is passed over.
 */
final class Switchboard implements Outbox {

  private final ConcurrentMap<ConnectionId, Party> parties = new ConcurrentHashMap<>();
  private final ConcurrentMap<ConnectionId, Consumer<Refusal>> desks = new ConcurrentHashMap<>();
  private final Meter meter = new Meter();
  private final SnapshotStore snapshots;
  private final Complaints complaints;

  Switchboard(SnapshotStore snapshots, Timekeeper timekeeper) {
    this.snapshots = snapshots;
    this.complaints = new Complaints(Switchboard.class, timekeeper);
  }

  void add(Party party) {
    parties.put(party.id(), party);
  }

  /** Whether it was connected until now. */
  boolean remove(Party party) {
    return parties.remove(party.id(), party);
  }

  /** What passes. */
  Meter meter() {
    return meter;
  }

  Collection<Party> parties() {
    return parties.values();
  }

  /** Has the backend, at that desk, told what it is refused. */
  void listen(ConnectionId desk, Consumer<Refusal> refused) {
    desks.put(desk, refused);
  }

  void stopListening(ConnectionId desk) {
    desks.remove(desk);
  }

  @Override
  public void tell(ConnectionId to, ServerMessage message, @Nullable RequestId requestId) {
    Consumer<Refusal> desk = desks.isEmpty() ? null : desks.get(to);
    if (desk == null) {
      with(to, party -> party.say(message, requestId));
    } else if (message instanceof Failed failed) {
      desk.accept(failed.refusal());
    }
  }

  @Override
  public void tellAll(List<ConnectionId> to, ServerMessage message) {
    Optional<byte[]> text = Encoder.encode(message, null, Dialect.MESSAGE);
    for (ConnectionId connection : to) {
      with(
          connection,
          party -> {
            if (party.dialect() == Dialect.MESSAGE) {
              text.ifPresent(party::send);
            } else {
              party.say(message, null);
            }
          });
    }
  }

  @Override
  public void enter(ConnectionId connection, RoomCode room) {
    with(connection, party -> party.entered(room));
  }

  @Override
  public void exit(ConnectionId connection) {
    with(connection, Party::exited);
  }

  @Override
  public void hangUp(ConnectionId connection, CloseReason reason) {
    with(connection, party -> party.replaced(reason));
  }

  @Override
  public void probe(ConnectionId connection) {
    with(connection, party -> party.pulse().probe());
  }

  @Override
  public void hosting(ConnectionId connection, int seats) {
    with(connection, party -> party.allowance().hosts(seats));
  }

  @Override
  public void countGuess(ConnectionId connection) {
    with(connection, party -> party.visitor().guessedWrong());
  }

  @Override
  public void fetch(Effect.Fetch fetch) {
    tell(fetch.to(), loaded(fetch), fetch.requestId());
  }

  /** The snapshot that was asked for, or that it is not there. */
  ServerMessage loaded(Effect.Fetch fetch) {
    Optional<Json> snapshot = snapshots.get(fetch.room(), fetch.blob());
    return snapshot.isPresent()
        ? new SnapshotLoaded(fetch.header(), snapshot.get())
        : new Failed(Refusal.of(ErrorType.NO_SNAPSHOT_FOUND));
  }

  @Override
  public void forget(RoomCode room, long blob) {
    try {
      snapshots.remove(room, blob);
    } catch (RoomStoreException leftBehind) {
      complaints.warn("A snapshot was not forgotten: {0}", leftBehind);
    }
  }

  private void with(ConnectionId connection, Consumer<Party> action) {
    Party party = parties.get(connection);
    if (party != null) {
      action.accept(party);
    }
  }
}
