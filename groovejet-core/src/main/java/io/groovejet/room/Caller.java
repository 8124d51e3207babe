package io.groovejet.room;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: the client whose message a command is, and where the answer goes.
 *
 * @param connection the connection the message came by
 * @param client the server's id of the sender, whatever the sender wrote
 * @param dialect what that connection speaks
 * @param address where it comes from
 * @param user who it is in the backend, null when that is not known
 * @param requestId what the reply carries, null for none
 */
public record Caller(
    ConnectionId connection,
    ClientId client,
    Dialect dialect,
    Address address,
    @Nullable String user,
    @Nullable RequestId requestId) {

  /** A client of whom the backend does not know more. */
  public Caller(
      ConnectionId connection,
      ClientId client,
      Dialect dialect,
      Address address,
      @Nullable RequestId requestId) {
    this(connection, client, dialect, address, null, requestId);
  }

  /** The backend itself, which is in no room and may do what a host may. */
  public static Caller backend(ConnectionId desk) {
    return new Caller(desk, ClientId.NOBODY, Dialect.MESSAGE, Address.UNKNOWN, null);
  }

  /** Whether it is the backend itself. */
  public boolean isBackend() {
    return client.equals(ClientId.NOBODY);
  }
}
