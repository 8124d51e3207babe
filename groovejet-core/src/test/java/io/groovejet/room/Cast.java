package io.groovejet.room;

import static io.groovejet.testkit.ManualTime.NOON;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.Failed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who plays in the tests of single rules, the rooms they open, and what they are told. */
final class Cast {

  static final RoomCode CODE = new RoomCode("rules");
  static final Caller ADA = caller(1);
  static final Caller BOB = caller(2);
  static final Caller CAROL = caller(3);

  private Cast() {}

  /** A room that Ada has just opened for four. */
  static Room room(HostMigration mode) {
    return opened(mode, false, null);
  }

  /** The same, locked and with the password {@code p}. */
  static Room closedRoom(HostMigration mode) {
    return opened(mode, true, new Secret("p"));
  }

  /** A guest's connected seat. */
  static Client guest(Caller caller) {
    return Client.of(caller, false, 0, null);
  }

  static Effect reply(Caller caller, ServerMessage message) {
    return new Effect.Tell(caller.connection(), message, caller.requestId());
  }

  static Effect refusal(Caller caller, ErrorType type) {
    return reply(caller, new Failed(Refusal.of(type)));
  }

  static Effect toAll(ServerMessage message, Caller... audience) {
    return new Effect.TellAll(List.of(audience).stream().map(Caller::connection).toList(), message);
  }

  private static Room opened(HostMigration mode, boolean locked, @Nullable Secret password) {
    RoomSettings settings =
        new RoomSettings(
            false, 4, mode, false, locked, password, null, null, NOON, RoomTimers.ofDefaults());
    return Opening.byHost(CODE, settings, ADA, 0, null).next().orElseThrow();
  }

  private static Caller caller(int number) {
    return new Caller(
        new ConnectionId(1, number),
        new ClientId(new UUID(0, number)),
        Dialect.MESSAGE,
        new Address("192.0.2." + number),
        new RequestId("r" + number));
  }
}
