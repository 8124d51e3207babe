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
 * @param requestId what the reply carries, null for none
 */
public record Caller(
    ConnectionId connection,
    ClientId client,
    Dialect dialect,
    Address address,
    @Nullable RequestId requestId) {}
