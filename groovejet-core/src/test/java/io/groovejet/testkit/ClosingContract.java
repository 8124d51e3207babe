package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of the {@link TransportContract} about how connections end. */
public interface ClosingContract extends ServedTransport {

  @ParameterizedTest
  @MethodSource("endings")
  default void anEndIsNoticedAndReportedOnce(Consumer<RawWebSocket> ending) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player host = served.player();
      Player guest = served.player();
      guest.joins(host.opensRoom());
      host.hears("clientJoined");

      ending.accept(guest.socket());

      assertThat(host.hears("clientDisconnected")).contains(guest.clientId());
      host.hearsNothing();
      served.awaitConnections(1);
    }
  }

  @Test
  default void anEndInTheMiddleOfAMessageIsNoticed() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player host = served.player();
      Player guest = served.player();
      guest.joins(host.opensRoom());
      host.hears("clientJoined");

      guest.socket().send(Frame.text("{\"type\":").unfinished());
      guest.socket().sendBytes(new byte[] {(byte) 0x80, (byte) 0xfe, 1});
      guest.socket().finish();

      assertThat(host.hears("clientDisconnected")).contains(guest.clientId());
      host.hearsNothing();
      served.awaitConnections(1);
    }
  }

  @Test
  default void aCloseIsAnsweredByAClose() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      ada.socket().send(Frame.close(1000));

      assertThat(ada.socket().closeCode()).isEqualTo(1000);
      ada.socket().awaitEnd();
      served.awaitConnections(0);
    }
  }

  @Test
  default void nothingIsHeardAfterAClose() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      byte[] close = Frame.close(1000).masked();
      byte[] question = Frame.text(FramingContract.QUESTION).masked();
      ByteBuffer both = ByteBuffer.allocate(close.length + question.length);

      ada.socket().sendBytes(both.put(close).put(question).array());

      assertThat(ada.socket().next().closeCode()).isEqualTo(1000);
      assertThat(ada.socket().rest()).isEmpty();
    }
  }

  /** A container that answers before it tells is somewhat later: {@link AnsweredCloseContract}. */
  @Test
  default void aHostThatClosedIsGoneBeforeItIsAnswered() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      ClosingHosts.of(served, Frame.close(1000), ClosingContract::offersTooLate);
    }
  }

  @Test
  default void aHostThatIsHungUpOnIsGoneBeforeItHearsWhy() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      ClosingHosts.of(served, Frame.binary(new byte[1]), ClosingContract::offersTooLate);
    }
  }

  @Test
  default void whatWasSentBeforeACloseArrivesBeforeIt() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      RawWebSocket ada = served.open(RawRequest.upgrade(served.below("?code=none")));

      String first = ada.nextText();
      String second = ada.nextText();
      Frame third = ada.next();

      assertThat(Player.field(first, "type")).isEqualTo("identity");
      assertThat(Player.field(second, "errorType")).isEqualTo("noRoomFound");
      assertThat(third.closeCode()).isEqualTo(4008);
    }
  }

  @Test
  default void aClosedConnectionEndsWhenTheClientAnswers() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      RawWebSocket ada = served.open(RawRequest.upgrade(served.below("?code=none")));

      assertThat(ada.closeCode()).isEqualTo(4008);
      ada.send(Frame.close(4008));

      ada.awaitEnd(Duration.ofMillis(1500));
    }
  }

  @Test
  default void twoClosesAreOne() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      ada.opensRoom();

      served.lobby().drain(Duration.ZERO);
      served.lobby().drain(Duration.ZERO);
      served.lobby().close();
      ada.hears("serverDraining");

      assertThat(ada.socket().next().closeCode()).isEqualTo(1012);
      ada.socket().send(Frame.close(1012));
      assertThat(ada.socket().rest()).isEmpty();
    }
  }

  @Test
  default void theServerStopsWhoeverIsConnected() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player host = served.player();
      Player guest = served.player();
      guest.joins(host.opensRoom());
      guest.socket().send(Frame.text("{\"type\":").unfinished());

      assertTimeoutPreemptively(Duration.ofSeconds(10), served::stop);

      host.socket().awaitEnd();
      guest.socket().awaitEnd();
      served.awaitConnections(0);
    }
  }

  /** All the ways a connection can end that are the client's doing. */
  static Stream<Named<Consumer<RawWebSocket>>> endings() {
    return Stream.of(
        Named.of("reset", RawWebSocket::abort),
        Named.of("hung up", RawWebSocket::close),
        Named.of("finished", RawWebSocket::finish),
        Named.of("closed", socket -> socket.send(Frame.close(1001))),
        Named.of("closed and reset", ClosingContract::closeAndAbort),
        Named.of("binary", socket -> socket.send(Frame.binary(new byte[1]))),
        Named.of("not masked", socket -> socket.sendUnmasked(Frame.text("{}"))),
        Named.of("not UTF-8", socket -> socket.send(Frame.text(new byte[] {-1}))));
  }

  private static void offersTooLate(Player guest) {
    guest.offers("\"too late\"");
    guest.hears("hostConnectionLost");
    assertThat(guest.hears("error")).contains("hostDisconnected");
  }

  private static void closeAndAbort(RawWebSocket socket) {
    socket.send(Frame.close(1000));
    socket.abort();
  }
}
