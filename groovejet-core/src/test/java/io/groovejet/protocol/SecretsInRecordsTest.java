package io.groovejet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.Limits;
import io.groovejet.identity.ClientTokens;
import io.groovejet.protocol.ClientMessage.CreateRoom;
import io.groovejet.protocol.ClientMessage.JoinRoom;
import io.groovejet.protocol.ClientMessage.ResumeIdentity;
import io.groovejet.protocol.ClientMessage.UpdateRoom;
import io.groovejet.room.Caller;
import io.groovejet.room.Command;
import io.groovejet.room.JoinTerms;
import io.groovejet.room.RoomSettings;
import io.groovejet.room.RoomTimers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever holds a secret does not tell it to whoever prints it. */
final class SecretsInRecordsTest {

  private static final String WORD = "sesame-open-thirty-two-bytes-long";
  private static final Secret SECRET = new Secret(WORD);

  @ParameterizedTest
  @MethodSource
  void noTextShowsASecret(Object holder) {
    assertThat(holder.toString()).isNotEmpty().doesNotContain("sesame");
  }

  static Stream<Object> noTextShowsASecret() {
    IdentityLimits limits = new IdentityLimits(1, 1, 1, Limits.ofDefaults().maxClients());
    return Stream.of(
        SECRET,
        new ResumeIdentity(SECRET),
        new JoinRoom(null, SECRET, null, null, SECRET, Json.of('"' + WORD + '"')),
        new CreateRoom(null, null, false, SECRET, Json.of('"' + WORD + '"'), null, 0),
        new ServerMessage.Identity(new ClientId(UUID.randomUUID()), SECRET, false, limits),
        new JoinTerms(null, null, SECRET, null),
        new RoomSettings(
            false,
            2,
            HostMigration.OFF,
            false,
            false,
            SECRET,
            null,
            null,
            Instant.EPOCH,
            RoomTimers.ofDefaults()),
        new UpdateRoom(null, null, null, SECRET, false, null, null),
        new Command.Furnish(
            new Caller(
                new ConnectionId(1, 1), ClientId.NOBODY, Dialect.MESSAGE, Address.UNKNOWN, null),
            new UpdateRoom(null, null, null, SECRET, false, null, null),
            SECRET),
        new ServerMessage.IceServersGranted(
            new IceGrant(List.of(new IceServer(List.of("turn:a"), "ada", SECRET)), null)),
        new ClientTokens(WORD.getBytes(StandardCharsets.US_ASCII), Duration.ofDays(1)));
  }
}
