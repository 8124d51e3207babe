package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.Dialect;
import io.groovejet.testkit.FakeRequest;
import io.groovejet.testkit.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol sections 2 and 8: which upgrades are accepted, and in which dialect. */
final class HandshakeTest {

  private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

  private final Lobby lobby = Lobby.builder().timekeeper(new ManualTime()).build();

  @Test
  void withoutAQueryTheMessageDialectIsSpoken() {
    OpeningHandshake handshake = accepted(FakeRequest.upgrade(""));

    assertThat(handshake)
        .isEqualTo(
            new OpeningHandshake(Dialect.MESSAGE, null, null, false, new Address("192.0.2.1")));
  }

  @ParameterizedTest
  @CsvSource({
    "code=bbbbb, bbbbb, false",
    "host=true&code=bbbbb, bbbbb, true",
    "host=false&code=bbbbb, bbbbb, true",
    "host&code=bbbbb, bbbbb, true",
    "host=&host=true&code=bbbbb, bbbbb, true",
    "other=1&code=bb%2Dbbb, bb-bbb, false",
    "c%6Fde=bbbbb, bbbbb, false",
    "code=b+b, b b, false",
    "code=, , false",
    "code, , false",
    "host=true, , true",
    "code=bbbbb&code=bbbbb, , false",
    "code=bbbbb&code=, , false",
    "host=true&code=&code=bbbbb, , true"
  })
  void aCodeOrAHostChoosesTheUrlDialect(String query, String code, boolean asHost) {
    OpeningHandshake handshake = accepted(FakeRequest.upgrade(query));

    assertThat(handshake)
        .isEqualTo(new OpeningHandshake(Dialect.URL, null, code, asHost, new Address("192.0.2.1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "room=bbbbb", "Code=bbbbb", "hosts=true", "&&", "=code"})
  void anythingElseDoesNot(String query) {
    assertThat(accepted(FakeRequest.upgrade(query)).dialect()).isEqualTo(Dialect.MESSAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code=bbbbb | groovejet.v2               | MESSAGE | groovejet.v2",
        "code=bbbbb | groovejet.v1, groovejet.v2 | MESSAGE | groovejet.v2",
        "           | groovejet.v1               | URL     | groovejet.v1",
        "           | chat,groovejet.v1          | URL     | groovejet.v1",
        "           | chat                       | MESSAGE |",
        "code=bbbbb | chat                       | URL     |"
      })
  void aSubprotocolDecidesWhateverTheQuerySays(
      String query, String offered, Dialect dialect, String answered) {
    String asked = query == null ? "" : query;

    OpeningHandshake handshake = accepted(FakeRequest.upgrade(asked).with(SUBPROTOCOL, offered));

    assertThat(handshake.dialect()).isEqualTo(dialect);
    assertThat(handshake.subprotocol()).isEqualTo(answered);
  }

  @Test
  void subprotocolsMayComeInSeveralLines() {
    FakeRequest request =
        FakeRequest.upgrade("code=bbbbb")
            .with(SUBPROTOCOL, "groovejet.v1")
            .with(SUBPROTOCOL, "groovejet.v2");

    assertThat(accepted(request).subprotocol()).isEqualTo("groovejet.v2");
  }

  @Test
  void onlyVersion13IsSpoken() {
    assertThat(refused(FakeRequest.of("GET", "/")).status()).isEqualTo(426);
    assertThat(refused(FakeRequest.of("GET", "/").with("Sec-WebSocket-Version", "8")).status())
        .isEqualTo(426);
    assertThat(refused(FakeRequest.upgrade("").with("Sec-WebSocket-Version", "13")).status())
        .isEqualTo(426);
  }

  @Test
  void anUpgradeIsAGet() {
    FakeRequest post = FakeRequest.of("POST", "/").with("Sec-WebSocket-Version", "13");

    assertThat(refused(post).status()).isEqualTo(405);
  }

  @Test
  void pagesOfTheSameHostAreLetInAndOthersNot() {
    assertThat(accepted(from("http://lobby.example:8080"))).isNotNull();
    assertThat(accepted(from("https://LOBBY.example:8080"))).isNotNull();
    assertThat(refused(from("http://lobby.example")).status()).isEqualTo(403);
    assertThat(refused(from("http://evil.example:8080")).status()).isEqualTo(403);
    assertThat(refused(from("null")).status()).isEqualTo(403);
  }

  @Test
  void whileDrainingNobodyIsLetIn() {
    lobby.drain(Duration.ZERO);

    HttpReply reply = refused(FakeRequest.upgrade(""));

    assertThat(reply.status()).isEqualTo(503);
  }

  @Test
  void theUrlDialectCanBeSwitchedOff() {
    Lobby modern = Lobby.builder().timekeeper(new ManualTime()).urlDialect(false).build();

    assertThat(modern.handshake(FakeRequest.upgrade("code=bbbbb")))
        .isInstanceOf(HandshakeVerdict.Refused.class);
    assertThat(modern.handshake(FakeRequest.upgrade("")))
        .isInstanceOf(HandshakeVerdict.Accepted.class);
  }

  private static FakeRequest from(String origin) {
    return FakeRequest.upgrade("").with("Host", "lobby.example:8080").with("Origin", origin);
  }

  private OpeningHandshake accepted(HttpRequest request) {
    HandshakeVerdict verdict = lobby.handshake(request);
    assertThat(verdict).isInstanceOf(HandshakeVerdict.Accepted.class);
    return ((HandshakeVerdict.Accepted) verdict).handshake();
  }

  private HttpReply refused(HttpRequest request) {
    HandshakeVerdict verdict = lobby.handshake(request);
    assertThat(verdict).isInstanceOf(HandshakeVerdict.Refused.class);
    return ((HandshakeVerdict.Refused) verdict).reply();
  }
}
