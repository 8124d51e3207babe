package io.groovejet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.ClientMessage.CreateRoom;
import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.ClientMessage.HostAnswer;
import io.groovejet.protocol.ClientMessage.IceCandidate;
import io.groovejet.protocol.ClientMessage.JoinRoom;
import io.groovejet.protocol.ClientMessage.ResumeIdentity;
import io.groovejet.protocol.ClientMessage.SaveSnapshot;
import io.groovejet.protocol.ClientMessage.UpdateClient;
import io.groovejet.protocol.ServerMessage.ClientJoined;
import io.groovejet.protocol.ServerMessage.GuestOfferSignal;
import io.groovejet.protocol.ServerMessage.HostAnswerSignal;
import io.groovejet.protocol.ServerMessage.IceCandidateSignal;
import io.groovejet.protocol.ServerMessage.Identity;
import io.groovejet.protocol.ServerMessage.SnapshotLoaded;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not be seen is not seen. */
final class SecretTest {

  private static final Secret SECRET = new Secret("hunter2");
  private static final Json SIGNAL = Json.of("\"hunter2\"");
  private static final ClientId ADA = new ClientId(new UUID(1, 2));

  static Stream<Object> whatHoldsASecret() {
    return Stream.of(
        SECRET,
        SIGNAL,
        new ResumeIdentity(SECRET),
        new CreateRoom(null, null, false, SECRET, SIGNAL, SIGNAL, 0),
        new JoinRoom(null, SECRET, null, null, SECRET, SIGNAL),
        new GuestOffer(SIGNAL, null),
        new HostAnswer(SIGNAL, ADA, null),
        new IceCandidate(SIGNAL, null, null),
        new SaveSnapshot(SIGNAL, null, null),
        new UpdateClient(null, null, SIGNAL),
        new Identity(ADA, SECRET, false, new IdentityLimits(1, 2, 3, 4)),
        new GuestOfferSignal(SIGNAL, ADA, 1),
        new HostAnswerSignal(SIGNAL, 1),
        new IceCandidateSignal(SIGNAL, ADA, 1),
        new SnapshotLoaded(new SnapshotView(1, 1, Duration.ZERO, 9, null), SIGNAL),
        new ClientJoined(new ClientView(ADA, false, true, false, SIGNAL)));
  }

  @ParameterizedTest
  @MethodSource("whatHoldsASecret")
  void secretsAndSignalsStayOutOfLogs(Object holder) {
    assertThat(holder.toString()).doesNotContain("hunter");
  }

  @Test
  void secretsAreEqualWhenTheirTextsAre() {
    assertThat(new Secret("hunter2")).isEqualTo(SECRET).hasSameHashCodeAs(SECRET);
    assertThat(new Secret("")).isEqualTo(new Secret("")).isNotEqualTo(SECRET);
    assertThat(new Secret("hunter3")).isNotEqualTo(SECRET);
    assertThat(new Secret("Hunter2")).isNotEqualTo(SECRET);
    assertThat(new Secret("hunter22")).isNotEqualTo(SECRET);
    assertThat(new Secret("hunter")).isNotEqualTo(SECRET);
    assertThat((Object) "hunter2").isNotEqualTo(SECRET);
  }
}
