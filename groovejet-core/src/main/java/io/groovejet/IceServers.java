package io.groovejet;

import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.IceGrant;
import io.groovejet.protocol.IceServer;
import java.time.Instant;
import java.util.List;

/**
 * Which STUN and TURN servers clients may use. Asked when a client has come into a room, and
 * whenever it asks again there.
 *
 * <p>Threads: any, at the same time. Must not block; whoever has to ask another service keeps its
 * answers at hand. If it throws, the client gets no servers and the join goes on.
 */
@FunctionalInterface
public interface IceServers {

  /** What {@code client}, which is in a room, may use from {@code now} on. */
  IceGrant grantedTo(ClientId client, Instant now);

  /** No servers: clients on the same network find each other without. */
  static IceServers none() {
    return (client, now) -> IceGrant.NONE;
  }

  /** The same servers for everybody, without end. */
  static IceServers of(IceServer... servers) {
    IceGrant grant = new IceGrant(List.of(servers), null);
    return (client, now) -> grant;
  }
}
