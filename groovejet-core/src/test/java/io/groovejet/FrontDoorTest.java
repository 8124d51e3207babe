package io.groovejet;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.guard.OriginPolicy;
import io.groovejet.protocol.RoomCode;
import io.groovejet.testkit.FakeRequest;
import io.groovejet.testkit.ManualTime;
import io.groovejet.testkit.ScriptedNames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 2.1: rooms are made by {@code POST /rooms}. */
final class FrontDoorTest {

  private static final String PAGE = "https://game.example";

  private final Lobby lobby = lobby();

  @Test
  void aPostMakesARoom() {
    HttpReply reply = answer(lobby, FakeRequest.of("POST", "/rooms"));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body()).isEqualTo("{\"code\":\"bbbbb\"}");
    assertThat(header(reply, "Content-Type")).contains("application/json");
    assertThat(header(reply, "Cache-Control")).contains("no-store");
    assertThat(lobby.room(new RoomCode("bbbbb"))).isPresent();
  }

  @Test
  void everyPostMakesAnotherRoom() {
    answer(lobby, FakeRequest.of("POST", "/rooms"));

    HttpReply second = answer(lobby, FakeRequest.of("POST", "/rooms"));

    assertThat(second.body()).isEqualTo("{\"code\":\"bbbbc\"}");
    assertThat(lobby.report().rooms()).isEqualTo(2);
  }

  @Test
  void aPageOfAnAllowedOriginMayReadTheAnswer() {
    Lobby open =
        Lobby.builder()
            .timekeeper(new ManualTime())
            .origins(OriginPolicy.listed(List.of(PAGE)))
            .build();

    HttpReply made = answer(open, FakeRequest.of("POST", "/rooms").with("Origin", PAGE));
    HttpReply asked = answer(open, FakeRequest.of("OPTIONS", "/rooms").with("Origin", PAGE));

    assertThat(made.status()).isEqualTo(201);
    assertThat(header(made, "Access-Control-Allow-Origin")).contains(PAGE);
    assertThat(header(made, "Vary")).contains("Origin");
    assertThat(asked.status()).isEqualTo(204);
    assertThat(asked.body()).isEmpty();
    assertThat(header(asked, "Access-Control-Allow-Origin")).contains(PAGE);
    assertThat(header(asked, "Access-Control-Allow-Methods")).contains("POST, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "OPTIONS"})
  void aRefusedOriginMakesNothing(String method) {
    HttpReply reply = answer(lobby, FakeRequest.of(method, "/rooms").with("Origin", PAGE));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(header(reply, "Access-Control-Allow-Origin")).isEmpty();
    assertThat(lobby.report().rooms()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH"})
  void otherMethodsAreNotAllowed(String method) {
    HttpReply reply = answer(lobby, FakeRequest.of(method, "/rooms"));

    assertThat(reply.status()).isEqualTo(405);
    assertThat(header(reply, "Allow")).contains("POST, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void theEndpointItselfWantsAnUpgrade(String path) {
    HttpReply reply = answer(lobby, FakeRequest.of("GET", path));

    assertThat(reply.status()).isEqualTo(426);
    assertThat(header(reply, "Upgrade")).contains("websocket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rooms/", "/rooms/bbbbb", "/other", "//"})
  void otherPathsAreSomebodyElses(String path) {
    assertThat(lobby.answer(FakeRequest.of("POST", path))).isEmpty();
  }

  @Test
  void whileDrainingNoRoomIsMade() {
    lobby.drain(Duration.ZERO);

    HttpReply reply = answer(lobby, FakeRequest.of("POST", "/rooms"));

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.body())
        .isEqualTo(
            "{\"type\":\"error\",\"errorType\":\"serverDraining\","
                + "\"errorMessage\":\"The server is about to restart\"}");
    assertThat(lobby.report().rooms()).isZero();
  }

  @Test
  void withoutTheUrlDialectThereIsNoSuchPath() {
    Lobby modern = Lobby.builder().timekeeper(new ManualTime()).urlDialect(false).build();

    assertThat(modern.answer(FakeRequest.of("POST", "/rooms"))).isEmpty();
    assertThat(modern.answer(FakeRequest.of("GET", "/"))).isPresent();
  }

  private static Lobby lobby() {
    return Lobby.builder().timekeeper(new ManualTime()).names(new ScriptedNames()).build();
  }

  private static HttpReply answer(Lobby lobby, HttpRequest request) {
    return lobby.answer(request).orElseThrow();
  }

  private static Optional<String> header(HttpReply reply, String name) {
    return reply.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(HttpReply.Header::value)
        .findFirst();
  }
}
