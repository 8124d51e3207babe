package io.groovejet.room;

import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes whom a room's decision concerns and which requests it answers. */
final class Audience implements Outbox {

  private final List<ConnectionId> connections = new ArrayList<>();
  private final List<RequestId> replies = new ArrayList<>();
  private boolean refused; // somebody was told an error

  List<ConnectionId> connections() {
    return connections;
  }

  List<RequestId> replies() {
    return replies;
  }

  boolean refused() {
    return refused;
  }

  @Override
  public void tell(ConnectionId to, ServerMessage message, @Nullable RequestId requestId) {
    connections.add(to);
    Optional.ofNullable(requestId).ifPresent(replies::add);
    refused |= message instanceof Failed;
  }

  @Override
  public void tellAll(List<ConnectionId> to, ServerMessage message) {
    connections.addAll(to);
  }

  @Override
  public void enter(ConnectionId connection, RoomCode room) {
    connections.add(connection);
  }

  @Override
  public void exit(ConnectionId connection) {
    connections.add(connection);
  }

  @Override
  public void hangUp(ConnectionId connection, CloseReason reason) {
    connections.add(connection);
  }

  @Override
  public void probe(ConnectionId connection) {
    connections.add(connection);
  }

  @Override
  public void countGuess(ConnectionId connection) {}

  @Override
  public void hosting(ConnectionId connection, int seats) {}

  @Override
  public void fetch(Effect.Fetch fetch) {
    connections.add(fetch.to());
    Optional.ofNullable(fetch.requestId()).ifPresent(replies::add);
  }

  @Override
  public void forget(RoomCode room, long blob) {}
}
