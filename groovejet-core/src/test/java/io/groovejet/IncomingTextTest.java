package io.groovejet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.Limits;
import io.groovejet.guard.ServerLimits;
import io.groovejet.protocol.CloseReason;
import io.groovejet.testkit.FakeConnection;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncomingTextTest {

  private static final String QUESTION = "{\"type\":\"what?\",\"requestId\":\"é\"}";

  private final Lobby lobby =
      Lobby.builder().limits(Limits.ofDefaults().withMaxMessageBytes(100_000)).build();
  private final FakeConnection connection = new FakeConnection();
  private final IncomingText text = new IncomingText(lobby.connect(connection));

  @BeforeEach
  void passOverTheIdentity() {
    connection.takeSent();
  }

  @AfterEach
  void close() {
    lobby.close();
  }

  @Test
  void partsAreOneMessage() {
    for (byte part : QUESTION.getBytes(UTF_8)) {
      text.add(ByteBuffer.wrap(new byte[] {part}), false);
    }
    assertThat(connection.takeSent()).isEmpty();

    text.add(ByteBuffer.allocate(0), true);

    assertThat(connection.takeSent()).singleElement().asString().contains("unknownMessageType");
  }

  @Test
  void oneMessageFollowsTheOther() {
    ByteBuffer direct = ByteBuffer.allocateDirect(100).put(QUESTION.getBytes(UTF_8)).flip();
    text.add(direct.duplicate(), true);
    text.add(direct.duplicate(), true);

    assertThat(connection.takeSent())
        .hasSize(2)
        .allMatch(answer -> answer.contains("unknownMessageType"));
  }

  @Test
  void aMessageIsTooBigBeforeItIsComplete() {
    text.add(ByteBuffer.allocate(60_000), false);
    assertThat(connection.closed()).isEmpty();

    text.add(ByteBuffer.allocate(40_001), false);

    assertThat(connection.closed()).hasValue(CloseReason.TOO_BIG);
  }

  @Test
  void whoHasSentTheMostGoesWhenAllTogetherIsTooMuch() {
    ServerLimits server = new ServerLimits(Long.MAX_VALUE, 100, Long.MAX_VALUE);
    try (Lobby small = Lobby.builder().limits(Limits.ofDefaults().withServer(server)).build()) {
      FakeConnection large = new FakeConnection();
      FakeConnection little = new FakeConnection();
      IncomingText ada = new IncomingText(small.connect(large));
      IncomingText bob = new IncomingText(small.connect(little));
      ada.add(ByteBuffer.allocate(70), false);
      bob.add(ByteBuffer.allocate(20), false);
      assertThat(small.report().waitingBytes()).isEqualTo(90);

      bob.add(ByteBuffer.allocate(1), false); // for which its array grows to 40

      assertThat(large.closed()).hasValue(CloseReason.BUSY);
      assertThat(little.closed()).isEmpty();
      ada.add(ByteBuffer.allocate(60), false);
      bob.add(ByteBuffer.allocate(0), true);
      assertThat(small.report().waitingBytes()).isZero();
    }
  }

  @Test
  void aFewCrumbsOfAMessageCostNothing() {
    for (int message = 0; message < 200; message++) {
      crumbs(16);
      text.add(ByteBuffer.wrap(QUESTION.getBytes(UTF_8)), true);
    }

    assertThat(connection.takeSent())
        .hasSize(200)
        .allMatch(answer -> answer.contains("unknownMessageType"));
  }

  @Test
  void manyCrumbsCostAsMuchAsMessages() {
    crumbs(16 + 200);
    assertThat(connection.closed()).isEmpty();

    crumbs(1);

    assertThat(connection.closed()).hasValue(CloseReason.POLICY);
  }

  @Test
  void nothingIsHeardAfterARejection() {
    text.reject(CloseReason.BINARY);
    text.add(ByteBuffer.wrap(QUESTION.getBytes(UTF_8)), true);

    assertThat(connection.closed()).hasValue(CloseReason.BINARY);
    assertThat(connection.takeSent()).isEmpty();
  }

  private void crumbs(int number) {
    for (int crumb = 0; crumb < number; crumb++) {
      text.add(ByteBuffer.wrap(" ".repeat(crumb % 2 == 0 ? 0 : 255).getBytes(UTF_8)), false);
    }
  }
}
