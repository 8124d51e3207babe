package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.guard.TrustedProxies;
import io.groovejet.room.RoomTimers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The part of the {@link TransportContract} about everything that is wrong, row by row: what is in
 * {@code bad-input.txt} is done to one server, which after each row serves whoever comes next.
 */
public interface BadInputContract extends ServedTransport {

  /** How the container answers some rows by itself, in words of {@code bad-input.txt}. */
  default Set<String> ways() {
    return Set.of();
  }

  @TestFactory
  default Stream<DynamicTest> badInputIsAnsweredAndOthersAreServed() throws Exception {
    List<BadInput> rows = BadInput.all();
    ServedLobby served = ServedLobby.by(this, impatient());
    Stream<DynamicTest> tests =
        rows.stream().map(row -> DynamicTest.dynamicTest(row.name(), () -> play(served, row)));
    DynamicTest last = DynamicTest.dynamicTest("nothing is left", served::awaitNothing);
    return Stream.concat(tests, Stream.of(last)).onClose(served::close);
  }

  private void play(ServedLobby served, BadInput row) throws Exception {
    try (BadInputScene scene = new BadInputScene(served, row)) {
      scene.play(row.reaction(ways()));
    } catch (AssertionError otherwise) {
      throw new AssertionError(row.name() + ": " + otherwise.getMessage(), otherwise);
    }
    try (RawWebSocket socket = RawWebSocket.to(served.endpoint())) {
      Player fresh = Player.on(socket);
      String code = fresh.opensRoom();
      fresh.says("leaveRoom", "{}");
      assertThat(fresh.hears("roomLeft")).contains(code);
    }
    served.awaitConnections(0);
  }

  /** A lobby that takes each row for another client's, and soon forgets who is gone. */
  private static Lobby impatient() {
    Duration soon = Duration.ofMillis(50);
    RoomTimers timers =
        new RoomTimers(soon, soon, soon, Duration.ofSeconds(2), soon, soon, Duration.ofSeconds(2));
    return Lobby.builder().timers(timers).trustedProxies(TrustedProxies.of("127.0.0.1")).build();
  }
}
