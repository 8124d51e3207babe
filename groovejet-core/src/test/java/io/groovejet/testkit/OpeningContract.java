package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.HttpReply;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The part of the {@link TransportContract} about who gets in, and about making rooms. */
public interface OpeningContract extends ServedTransport {

  @Test
  default void theIdentityComesFirst() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      String first = served.open(served.upgrade()).nextText();

      assertThat(Player.field(first, "type")).isEqualTo("identity");
      assertThat(first).contains("\"protocolVersion\":2");
    }
  }

  @Test
  default void theEndpointMayEndInASlash() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      String first = served.open(RawRequest.upgrade(served.below("/"))).nextText();

      assertThat(Player.field(first, "type")).isEqualTo("identity");
    }
  }

  @Test
  default void whatIsSentInOneBreathWithTheHandshakeIsHeard() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      Frame early = Frame.text("{\"type\":\"what?\",\"requestId\":\"early\"}");

      Player ada = served.player(served.upgrade().followedBy(Frame.ping("a"), early));

      assertThat(ada.socket().next().isPong()).isTrue();
      ada.hearsAnswer("early");
    }
  }

  @Test
  default void muchThatIsSentInOneBreathWithTheHandshakeIsHeardToItsEnd() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      String much = "{\"type\":\"what?\",\"requestId\":\"%s\",\"data\":{\"x\":\"%s\"}}";
      Frame early = Frame.text(much.formatted("early", "x".repeat(7_000)));
      Frame last = Frame.text(much.formatted("last", "x".repeat(5_000)));

      Player ada = served.player(served.upgrade().followedBy(early, last));

      ada.hearsAnswer("early");
      ada.hearsAnswer("last");
    }
  }

  @Test
  default void compressionIsNotNegotiated() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      RawRequest offer =
          served
              .upgrade()
              .header("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits");

      RawWebSocket client = served.open(offer);

      assertThat(RawRequest.header(client.handshake(), "Sec-WebSocket-Extensions")).isEmpty();
      assertThat(client.nextText()).startsWith("{");
    }
  }

  @Test
  default void aPageOfTheSameHostIsLetIn() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      String origin = "http://" + served.endpoint().getAuthority();

      served.player(served.upgrade().header("Origin", origin));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "groovejet.v2, groovejet.v2",
    "groovejet.v1, groovejet.v1",
    "'groovejet.v1, groovejet.v2', groovejet.v2",
    "'chat, groovejet.v2', groovejet.v2",
    "chat,",
  })
  default void theSubprotocolIsTheLobbysChoice(String offered, String answered) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      RawWebSocket client = served.open(served.upgrade().header("Sec-WebSocket-Protocol", offered));

      assertThat(RawRequest.header(client.handshake(), "Sec-WebSocket-Protocol").orElse(null))
          .isEqualTo(answered);
    }
  }

  @Test
  default void noSubprotocolIsAnsweredWhenNoneIsOffered() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      HttpReply handshake = served.open(served.upgrade()).handshake();

      assertThat(RawRequest.header(handshake, "Sec-WebSocket-Protocol")).isEmpty();
      assertThat(RawRequest.header(handshake, "Sec-WebSocket-Accept"))
          .hasValue("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }
  }

  @Test
  default void aRoomIsMadeByPost() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      HttpReply reply = RawRequest.of("POST", served.below("/rooms")).send();

      assertThat(reply.status()).isEqualTo(201);
      assertThat(reply.body()).matches("\\{\"code\":\"[a-z0-9]{5,}\"}");
      assertThat(RawRequest.header(reply, "Content-Type").orElse("")).contains("json");
    }
  }

  @Test
  default void optionsAreAnsweredForOtherPages() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      String origin = "http://" + served.endpoint().getAuthority();

      HttpReply reply =
          RawRequest.of("OPTIONS", served.below("/rooms")).header("Origin", origin).send();

      assertThat(reply.status()).isEqualTo(204);
      assertThat(RawRequest.header(reply, "Access-Control-Allow-Origin")).hasValue(origin);
    }
  }

  @Test
  default void whatIsMountedBesideKeepsWorking() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      URI beside = served.beside("/beside");
      served.player();

      HttpReply reply = RawRequest.of("GET", beside).send();

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).isEqualTo("beside");
    }
  }
}
