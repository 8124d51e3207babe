package io.groovejet;

import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.room.Effect;
import io.groovejet.room.Outbox;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts what one room decided: what is about connections of this lobby is done here, everything
 * else goes to the lobby that has the connection.
 */
final class Exchange implements Outbox {

  private final RoomCode room;
  private final long node;
  private final Switchboard switchboard;
  private final Bus bus;

  Exchange(RoomCode room, long node, Switchboard switchboard, Bus bus) {
    this.room = room;
    this.node = node;
    this.switchboard = switchboard;
    this.bus = bus;
  }

  @Override
  public void tell(ConnectionId to, ServerMessage message, @Nullable RequestId requestId) {
    if (isHere(to)) {
      switchboard.tell(to, message, requestId);
    } else {
      pass(to, new Effect.Tell(to, message, requestId));
    }
  }

  @Override
  public void tellAll(List<ConnectionId> to, ServerMessage message) {
    List<ConnectionId> here = to;
    for (ConnectionId connection : to) {
      if (!isHere(connection)) {
        here = here == to ? new ArrayList<>(to) : here;
        here.remove(connection);
        pass(connection, new Effect.Tell(connection, message, null));
      }
    }
    switchboard.tellAll(here, message);
  }

  @Override
  public void enter(ConnectionId connection, RoomCode entered) {
    sort(connection, new Effect.Enter(connection, entered));
  }

  @Override
  public void exit(ConnectionId connection) {
    sort(connection, new Effect.Exit(connection));
  }

  @Override
  public void hangUp(ConnectionId connection, CloseReason reason) {
    sort(connection, new Effect.HangUp(connection, reason));
  }

  @Override
  public void probe(ConnectionId connection) {
    sort(connection, new Effect.Probe(connection));
  }

  @Override
  public void hosting(ConnectionId connection, int seats) {
    sort(connection, new Effect.Hosting(connection, seats));
  }

  @Override
  public void countGuess(ConnectionId connection) {
    sort(connection, new Effect.CountGuess(connection));
  }

  @Override
  public void fetch(Effect.Fetch fetch) {
    tell(fetch.to(), switchboard.loaded(fetch), fetch.requestId());
  }

  @Override
  public void forget(RoomCode of, long blob) {
    switchboard.forget(of, blob);
  }

  private void sort(ConnectionId connection, Effect effect) {
    if (isHere(connection)) {
      effect.carryOut(switchboard);
    } else {
      pass(connection, effect);
    }
  }

  private void pass(ConnectionId to, Effect effect) {
    bus.pass(to.node(), room, effect);
  }

  private boolean isHere(ConnectionId connection) {
    return connection.node() == node;
  }
}
