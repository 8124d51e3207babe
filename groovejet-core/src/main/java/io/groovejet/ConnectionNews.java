package io.groovejet;

import io.groovejet.LobbyEvent.ConnectionClosed;
import io.groovejet.LobbyEvent.ConnectionOpened;
import io.groovejet.LobbyEvent.IdentityResumed;
import io.groovejet.LobbyEvent.RateLimited;
import io.groovejet.LobbyEvent.Refused;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.CloseReason;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RoomCode;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What listeners are told of one connection. */
final class ConnectionNews {

  private final Herald herald;
  private final Timekeeper timekeeper;
  private final ConnectionId connection;
  private final Supplier<ClientId> client;

  ConnectionNews(LobbyOptions options, ConnectionId connection, Supplier<ClientId> client) {
    this.herald = options.herald();
    this.timekeeper = options.timekeeper();
    this.connection = connection;
    this.client = client;
  }

  void opened(Dialect dialect) {
    if (herald.isHeard()) {
      herald.tell(new ConnectionOpened(now(), connection, client.get(), dialect));
    }
  }

  void closed(@Nullable CloseReason reason) {
    if (herald.isHeard()) {
      herald.tell(new ConnectionClosed(now(), connection, client.get(), reason));
    }
  }

  void resumed() {
    if (herald.isHeard()) {
      herald.tell(new IdentityResumed(now(), connection, client.get()));
    }
  }

  void refused(Refusal refusal, @Nullable RoomCode room) {
    if (herald.isHeard()) {
      herald.tell(
          new Refused(now(), connection, client.get(), room, refusal.type(), refusal.vetoType()));
    }
  }

  void limited(boolean last) {
    if (herald.isHeard()) {
      herald.tell(new RateLimited(now(), connection, client.get(), last));
    }
  }

  private Instant now() {
    return timekeeper.now();
  }
}
