package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.ClientMessage.CreateRoom;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.FakeRequest;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Whatever the backend's code throws, its client gets an answer and leaves nothing behind. */
final class BrokenHooksTest {

  private static final Admission BROKEN =
      new Admission() {
        @Override
        public CompletionStage<Verdict> posts(Arrival arrival) {
          throw new AssertionError("no database");
        }

        @Override
        public CompletionStage<Verdict> creates(Applicant applicant, CreateRoom wish) {
          throw new NoClassDefFoundError("no database");
        }
      };

  @Test
  void anAdmissionThatThrowsAnErrorAdmitsNobody() {
    try (Conversation talk = Conversation.begin(builder -> builder.admission(BROKEN))) {
      Speaker ada = talk.connects("ada");
      HttpRequest post = FakeRequest.of("POST", "/rooms");

      ada.says("createRoom");

      ada.hearsError("internalError");
      assertThat(talk.lobby().answer(post).orElseThrow().body()).contains("internalError");
      leavesNothing(talk, ada);
    }
  }

  @Test
  void aHearerThatThrowsAnErrorIsNoReasonToStopListening() {
    AppMessages broken =
        (from, room, message) -> {
          throw new StackOverflowError("too deep");
        };
    try (Conversation talk = Conversation.begin(builder -> builder.appMessages(broken))) {
      Speaker ada = talk.connects("ada");

      ada.says("appMessage", "{message: 1}");

      ada.hearsError("internalError");
      leavesNothing(talk, ada);
    }
  }

  @Test
  void iceServersThatThrowAnErrorKeepNobodyOut() {
    IceServers broken =
        (client, now) -> {
          throw new ExceptionInInitializerError("no secret");
        };
    try (Conversation talk = Conversation.begin(builder -> builder.iceServers(broken))) {
      Speaker ada = talk.connects("ada");

      ada.says("createRoom");

      ada.hears("roomCreated");
      leavesNothing(talk, ada);
    }
  }

  private static void leavesNothing(Conversation talk, Speaker client) {
    client.losesConnection();
    talk.passes(Duration.ofMinutes(11));

    assertThat(talk.lobby().report()).isEqualTo(LobbyReport.NOTHING);
  }
}
