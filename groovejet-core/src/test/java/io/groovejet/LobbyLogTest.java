package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.FakeRequest;
import io.groovejet.testkit.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LobbyLogTest {

  private final Lines lines = new Lines();

  /** What was logged, level and text. */
  private static final class Lines implements System.Logger {

    private final List<String> taken = new ArrayList<>();

    @Override
    public String getName() {
      return "lines";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String text, @Nullable Throwable thrown) {
      taken.add(level + " " + text);
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String text, @Nullable Object... values) {
      taken.add(level + " " + text);
    }
  }

  @Test
  void aRoomThatChangesHandsIsToldInLinesWithoutWholeNames() {
    try (Conversation talk = begin()) {
      Speaker ada = talk.connects("ada");
      Speaker bob = talk.connects("bob");
      ada.says("createRoom");
      ada.hears("roomCreated");
      bob.says("joinRoom", "{roomCode: 'bbbbb', canHost: true}");
      bob.hears("roomJoined");
      ada.hears("clientJoined");
      ada.losesConnection();
      bob.hears("hostConnectionLost");
      talk.passes(Duration.ofSeconds(8));
      bob.hears("becomeHost");
      bob.says("hostReady", "{hostEpoch: 2}");
      bob.hears("hostMigrated");

      String first = ada.clientId().substring(30);
      String second = bob.clientId().substring(30);
      assertThat(lines.taken)
          .contains(
              "DEBUG connectionOpened client=" + first + " message",
              "INFO roomOpened room=bb* client=" + first,
              "DEBUG clientJoined room=bb* client=" + second,
              "INFO hostLost room=bb* client=" + first + " hostLost",
              "DEBUG hostAppointed room=bb* client=" + second + " epoch 2",
              "INFO hostMigrated room=bb* client=" + second + " hostLost, 8.0 s without host")
          .noneMatch(line -> line.contains("bbbbb"))
          .noneMatch(line -> line.contains(ada.clientId()))
          .noneMatch(line -> line.contains(ada.token()));
    }
  }

  @Test
  void whoIsDroppedForWhatItDidIsAWarning() {
    try (Conversation talk = begin()) {
      Speaker eve = talk.connects("eve");

      IntStream.range(0, 10).forEach(i -> eve.saysText("nonsense"));

      IntStream.range(0, 10).forEach(i -> eve.hearsError("malformedMessage"));
      eve.isClosedWith(1008);
      String who = eve.clientId().substring(30);
      assertThat(lines.taken)
          .contains("DEBUG refused client=" + who + " malformedMessage")
          .endsWith("WARNING connectionClosed client=" + who + " 1008 too many bad messages");
    }
  }

  @Test
  void aVetoIsToldByTheBackendsOwnType() {
    Admission nobody =
        new Admission() {
          @Override
          public java.util.concurrent.CompletionStage<Verdict> connects(Arrival arrival) {
            return Verdict.veto("notPaid", "No ticket");
          }
        };
    try (Conversation talk = begin(nobody)) {
      Speaker eve = talk.knocks("eve", FakeRequest.upgrade(""));

      eve.hearsError("notPaid");
      eve.isClosedWith(1008);
      assertThat(lines.taken)
          .anyMatch(line -> line.matches("DEBUG refused client=\\w+ notPaid"))
          .anyMatch(line -> line.matches("DEBUG connectionClosed client=\\w+ 1008 not let in"));
    }
  }

  private Conversation begin() {
    return begin(new Admission() {});
  }

  private Conversation begin(Admission admission) {
    return Conversation.begin(
        builder -> builder.admission(admission).listener(LobbyLog.to(lines), Runnable::run));
  }
}
