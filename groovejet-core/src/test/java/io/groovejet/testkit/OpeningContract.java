package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.HttpReply;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the {@link TransportContract} about who gets in, and about plain HTTP. */
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

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "8", "14", "013", "thirteen"})
  default void anotherVersionIsRefused(String version) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      HttpReply reply = served.upgrade().header("Sec-WebSocket-Version", version).send();

      assertThat(reply.status()).isEqualTo(426);
      assertThat(RawRequest.header(reply, "Sec-WebSocket-Version")).hasValue("13");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "http://127.0.0.1:1", "null"})
  default void aForeignOriginIsRefusedBeforeThereIsASession(String origin) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      HttpReply reply = served.upgrade().header("Origin", origin).send();

      assertThat(reply.status()).isEqualTo(403);
      assertThat(served.lobby().report().connections()).isZero();
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
  @ValueSource(strings = {"", "c2hvcnQ=", "not base 64 at all!!"})
  default void aHandshakeWithoutAProperKeyIsRefused(String key) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      HttpReply reply = served.upgrade().header("Sec-WebSocket-Key", key).send();

      assertThat(reply.status()).isEqualTo(400);
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

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "?code=bcdfg"})
  default void aPlainGetOfTheEndpointIsToldToUpgrade(String rest) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      HttpReply reply = RawRequest.of("GET", served.below(rest)).send();

      assertThat(reply.status()).isEqualTo(426);
    }
  }

  @Test
  default void anotherMethodOnTheEndpointIsToldToUpgrade() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      HttpReply reply = RawRequest.of("POST", served.endpoint()).send();

      assertThat(reply.status()).isEqualTo(426);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Upgrade", "Sec-WebSocket-Version"})
  default void halfAHandshakeIsToldToUpgrade(String missing) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      HttpReply reply = served.upgrade().without(missing).send();

      assertThat(reply.status()).isEqualTo(426);
    }
  }

  /** It is broken HTTP (RFC 9110 section 7.8), to which a container may answer by itself. */
  @Test
  default void anUpgradeWithoutItsConnectionOptionIsRefused() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      HttpReply reply = served.upgrade().without("Connection").send();

      assertThat(reply.status()).isIn(400, 426);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sec-WebSocket-Key", "Host"})
  default void aHandshakeWithoutWhatItNeedsIsRefused(String missing) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      HttpReply reply = served.upgrade().without(missing).send();

      assertThat(reply.status()).isEqualTo(400);
    }
  }

  /** A container that decodes before it asks answers 400: {@link DecodedQueryContract}. */
  @ParameterizedTest
  @ValueSource(strings = {"code=%", "code=%FF%", "code=%zz"})
  default void aQueryThatCannotBeDecodedFindsNoRoom(String query) throws Exception {
    findsNoRoom(query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"code=%FF", "code=%00", "code=%F0%9F%98%80"})
  default void aQueryOfForeignCharactersFindsNoRoom(String query) throws Exception {
    findsNoRoom(query);
  }

  private void findsNoRoom(String query) throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      RawWebSocket client = served.open(served.upgrade().query(query));

      assertThat(Player.field(client.nextText(), "type")).isEqualTo("identity");
      assertThat(Player.field(client.nextText(), "errorType")).isEqualTo("noRoomFound");
      assertThat(client.closeCode()).isEqualTo(4008);
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
  default void otherMethodsAreNotAllowed() throws Exception {
    try (ServedLobby served = ServedLobby.by(this)) {
      HttpReply reply = RawRequest.of("GET", served.below("/rooms")).send();

      assertThat(reply.status()).isEqualTo(405);
      assertThat(RawRequest.header(reply, "Allow").orElse("")).contains("POST");
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
