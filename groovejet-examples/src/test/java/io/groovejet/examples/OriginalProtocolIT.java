package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client written for the original server does, over real sockets, and what it hears. */
@ParameterizedClass
@EnumSource(Transport.class)
class OriginalProtocolIT {

  private final HttpClient http = HttpClient.newHttpClient();

  private final Transport transport;
  private ExampleServer server; // set by JUnit before each test

  OriginalProtocolIT(Transport transport) {
    this.transport = transport;
  }

  @BeforeEach
  void serve() throws BadOptionException {
    List<String> words = List.of("--port=0", "--transport=" + transport.wording());
    server = ExampleServer.start(ExampleOptions.parse(words, new Properties()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whoSpeaksNoHttpIsToldNothingAboutTheServer() throws Exception {
    URI address = URI.create(server.url());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write("GET\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).doesNotContainIgnoringCase("exception").doesNotContain(".java:");
    }
  }

  @Test
  void aRoomIsPostedHostedJoinedAndSignalsPass() throws Exception {
    String code = postsARoom();
    SocketClient host = new SocketClient(server.url(), "?host=true&code=" + code);
    assertThat(host.hears("identity")).doesNotContain("clientToken");
    SocketClient guest = new SocketClient(server.url(), "?code=" + code);
    String guestId = clientId(guest.hears("identity"));

    guest.says("{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":\"o\"}}");
    assertThat(host.hears("guestOfferSignal"))
        .contains("\"offerSignal\":\"o\"")
        .contains("\"clientId\":\"" + guestId + "\"");
    host.says(
        "{\"type\":\"hostAnswerSignal\",\"data\":{\"answerSignal\":{\"type\":\"answer\",\"sdp\":\"a\"},"
            + "\"clientId\":\""
            + guestId
            + "\"}}");
    assertThat(guest.hears("hostAnswerSignal"))
        .contains("\"answerSignal\":{\"type\":\"answer\",\"sdp\":\"a\"}");
  }

  @Test
  void aGuestWithoutACodeIsToldSo() throws Exception {
    isRefused("?code=", "missingRoomCode");
  }

  @Test
  void aGuestWithAWrongCodeIsToldSo() throws Exception {
    isRefused("?code=zzzzz", "noRoomFound");
  }

  @Test
  void aGuestWhoIsEarlierThanTheHostIsToldSo() throws Exception {
    isRefused("?code=" + postsARoom(), "hostDisconnected");
  }

  @Test
  void aSecondHostIsToldSo() throws Exception {
    String code = postsARoom();
    new SocketClient(server.url(), "?host=true&code=" + code).hears("identity");

    isRefused("?host=true&code=" + code, "hostAlreadyExists");
  }

  @Test
  void anUpgradeAndAPageLiveAtTheSameAddress() throws Exception {
    HttpResponse<String> page = asks(HttpRequest.newBuilder(URI.create(server.url())).GET());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(page.body()).startsWith("<!doctype html>");

    new SocketClient(server.url(), "").hears("identity");
  }

  @Test
  void headIsAnsweredLikeGetWithoutTheBody() throws Exception {
    HttpResponse<String> head =
        asks(
            HttpRequest.newBuilder(URI.create(server.url() + "app.js"))
                .method("HEAD", BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=utf-8");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void whatDoesNotExistIsNotFound() throws Exception {
    assertThat(
            asks(HttpRequest.newBuilder(URI.create(server.url() + "nothing.js")).GET())
                .statusCode())
        .isEqualTo(404);
    assertThat(
            asks(HttpRequest.newBuilder(URI.create(server.url() + "page/app.js")).GET())
                .statusCode())
        .isEqualTo(404);
  }

  private void isRefused(String query, String errorType) throws Exception {
    SocketClient client = new SocketClient(server.url(), query);
    client.hears("identity");
    assertThat(client.hears("error")).contains("\"errorType\":\"" + errorType + "\"");
    assertThat(client.closeCode()).isEqualTo(4008);
  }

  private String postsARoom() throws Exception {
    HttpResponse<String> made =
        asks(
            HttpRequest.newBuilder(URI.create(server.url() + "rooms"))
                .POST(BodyPublishers.noBody()));
    assertThat(made.statusCode()).isEqualTo(201);
    return found("\\{\"code\":\"([3467bcdfghjkmnpqrstvwxz]{5})\"}", made.body());
  }

  private HttpResponse<String> asks(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String clientId(String identity) {
    return found(".*\"clientId\":\"([^\"]+)\".*", identity);
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.matches()).as(text).isTrue();
    return matcher.group(1);
  }
}
