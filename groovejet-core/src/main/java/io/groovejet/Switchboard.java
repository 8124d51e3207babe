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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected here. Carries out what rooms decide about connections; what is about those of
 * another lobby goes there.
 */
final class Switchboard implements Outbox {

  private static final Logger LOG = System.getLogger(Switchboard.class.getName());

  private final ConcurrentMap<ConnectionId, ClientSession> sessions = new ConcurrentHashMap<>();
  private final long node;
  private final Bus bus;
  private final SnapshotStore snapshots;

  Switchboard(long node, LobbyOptions options) {
    this.node = node;
    this.bus = options.bus();
    this.snapshots = options.snapshots();
  }

  void add(ClientSession session) {
    sessions.put(session.id(), session);
  }

  void remove(ClientSession session) {
    sessions.remove(session.id());
  }

  Collection<ClientSession> sessions() {
    return sessions.values();
  }

  @Override
  public void tell(ConnectionId to, ServerMessage message, @Nullable RequestId requestId) {
    if (isHere(to)) {
      with(to, session -> session.say(message, requestId));
    } else {
      bus.pass(to.node(), new Effect.Tell(to, message, requestId));
    }
  }

  @Override
  public void tellAll(List<ConnectionId> to, ServerMessage message) {
    Optional<byte[]> text = Encoder.encode(message, null, Dialect.MESSAGE);
    for (ConnectionId connection : to) {
      if (isHere(connection)) {
        with(connection, session -> say(session, message, text));
      } else {
        bus.pass(connection.node(), new Effect.Tell(connection, message, null));
      }
    }
  }

  private static void say(ClientSession session, ServerMessage message, Optional<byte[]> text) {
    if (session.dialect() == Dialect.MESSAGE) {
      text.ifPresent(session::send);
    } else {
      session.say(message, null);
    }
  }

  @Override
  public void enter(ConnectionId connection, RoomCode room) {
    change(new Effect.Enter(connection, room), connection, session -> session.entered(room));
  }

  @Override
  public void exit(ConnectionId connection) {
    change(new Effect.Exit(connection), connection, ClientSession::exited);
  }

  @Override
  public void hangUp(ConnectionId connection, CloseReason reason) {
    change(new Effect.HangUp(connection, reason), connection, session -> session.replaced(reason));
  }

  @Override
  public void probe(ConnectionId connection) {
    change(new Effect.Probe(connection), connection, ClientSession::probe);
  }

  @Override
  public void hosting(ConnectionId connection, int seats) {
    change(new Effect.Hosting(connection, seats), connection, session -> session.hosts(seats));
  }

  @Override
  public void fetch(Effect.Fetch fetch) {
    Optional<Json> snapshot = snapshots.get(fetch.room(), fetch.blob());
    ServerMessage reply =
        snapshot.isPresent()
            ? new SnapshotLoaded(fetch.header(), snapshot.get())
            : new Failed(Refusal.of(ErrorType.NO_SNAPSHOT_FOUND));
    tell(fetch.to(), reply, fetch.requestId());
  }

  @Override
  public void forget(RoomCode room, long blob) {
    try {
      snapshots.remove(room, blob);
    } catch (RoomStoreException leftBehind) {
      LOG.log(Level.WARNING, "A snapshot was not forgotten: {0}", leftBehind.getMessage());
    }
  }

  private boolean isHere(ConnectionId connection) {
    return connection.node() == node;
  }

  private void change(Effect effect, ConnectionId connection, Consumer<ClientSession> action) {
    if (isHere(connection)) {
      with(connection, action);
    } else {
      bus.pass(connection.node(), effect);
    }
  }

  private void with(ConnectionId connection, Consumer<ClientSession> action) {
    ClientSession session = sessions.get(connection);
    if (session != null) {
      action.accept(session);
    }
  }
}
