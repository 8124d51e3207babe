package io.groovejet.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.Limits;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the {@link TransportContract} about frames that are right, whatever they say. */
public interface FramingContract extends ServedTransport {

  /** Something to say that is answered by one error and changes nothing. */
  String QUESTION = "{\"type\":\"what?\",\"requestId\":\"why\"}";

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 47, 50, 60})
  default void fragmentsAreOneMessage(int size) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player host = served.player();
      Player guest = served.player();
      guest.joins(host.opensRoom());
      host.hears("clientJoined");
      String offer =
          "{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":\"\uD83D\uDE00 \u00fc\"}}";

      parts(offer.getBytes(UTF_8), size).forEach(guest.socket()::send);

      assertThat(host.hears("guestOfferSignal")).contains("\"\uD83D\uDE00 \u00fc\"");
    }
  }

  @Test
  default void aPingBetweenFragmentsIsAnsweredAtOnce() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      List<Frame> parts = parts(QUESTION.getBytes(UTF_8), 20);

      ada.socket().send(parts.get(0));
      ada.socket().send(Frame.ping("are you there"));
      Frame pong = ada.socket().next();
      ada.socket().send(parts.get(1));

      assertThat(pong.isPong()).isTrue();
      assertThat(pong.text()).isEqualTo("are you there");
      ada.hearsAnswer("why");
    }
  }

  @Test
  default void aMessageMayArriveByteByByte() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      for (byte next : Frame.text(QUESTION).masked()) {
        ada.socket().sendBytes(new byte[] {next});
      }

      ada.hearsAnswer("why");
    }
  }

  @Test
  default void manyMessagesMayArriveInOnePacket() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      byte[] one = Frame.text(QUESTION).masked();
      ByteBuffer three = ByteBuffer.allocate(3 * one.length).put(one).put(one).put(one);

      ada.socket().sendBytes(three.array());

      ada.hearsAnswer("why");
      ada.hearsAnswer("why");
      ada.hearsAnswer("why");
    }
  }

  @Test
  default void fragmentsMayBeEmpty() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      Frame nothing = Frame.text("");

      ada.socket().send(nothing.unfinished());
      ada.socket().send(Frame.text(QUESTION).continued().unfinished());
      ada.socket().send(nothing.continued().unfinished());
      ada.socket().send(nothing.continued());

      ada.hearsAnswer("why");
    }
  }

  @Test
  default void aLargeMessageMayComeInManyParts() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      int room = Limits.ofDefaults().maxMessageBytes() - QUESTION.getBytes(UTF_8).length;
      byte[] large = (QUESTION + " ".repeat(room)).getBytes(UTF_8);

      parts(large, 256).forEach(ada.socket()::send);

      ada.hearsAnswer("why");
    }
  }

  @Test
  default void aMessageOfCrumbsEndsTheConnection() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      byte[] crumb = Frame.text("a").unfinished().continued().masked();
      ByteBuffer crumbs = ByteBuffer.allocate(1_000 * crumb.length);
      while (crumbs.hasRemaining()) {
        crumbs.put(crumb);
      }

      ada.socket().send(Frame.text("a").unfinished());
      ada.socket().sendBytes(crumbs.array());

      assertThat(ada.socket().closeCode()).isEqualTo(1008);
      ada.socket().close();
      served.player().opensRoom();
    }
  }

  @Test
  default void aPongNobodyAskedForIsFine() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();

      ada.socket().send(Frame.pong("for nothing"));
      ada.socket().send(QUESTION);

      ada.hearsAnswer("why");
    }
  }

  @Test
  default void aMessageOfExactlyTheSizeIsTaken() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player ada = served.player();
      int room = Limits.ofDefaults().maxMessageBytes() - QUESTION.getBytes(UTF_8).length;

      ada.socket().send(QUESTION + " ".repeat(room));

      ada.hearsAnswer("why");
    }
  }

  @Test
  default void aHostMaySendMore() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Player host = served.player();
      host.opensRoom();

      host.socket().send(QUESTION + " ".repeat(Limits.ofDefaults().maxSnapshotBytes()));

      host.hearsAnswer("why");
    }
  }

  /** A text in frames of so many bytes. */
  static List<Frame> parts(byte[] bytes, int size) {
    int last = (bytes.length - 1) / size;
    return Stream.iterate(0, part -> part <= last, part -> part + 1)
        .map(part -> part(bytes, part * size, size, last * size))
        .toList();
  }

  private static Frame part(byte[] bytes, int from, int size, int last) {
    Frame whole = Frame.text(Arrays.copyOfRange(bytes, from, Math.min(from + size, bytes.length)));
    Frame placed = from == 0 ? whole : whole.continued();
    return from == last ? placed : placed.unfinished();
  }
}
