package io.groovejet.springexample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Neighbours.class)
class SpringExampleTest {

  @Value("${local.server.port}")
  private int port;

  @Test
  void twoPlayersMeetAndExchangeOfferAndAnswer() throws Exception {
    Player ada = new Player(port, "/lobby?player=ada");
    ada.hears("identity");
    ada.says("{\"type\":\"createRoom\"}");
    String code = ada.hears("roomCreated").get("roomCode").asText();
    Player bob = new Player(port, "/lobby");
    bob.hears("identity");
    bob.says("{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"" + code + "\"}}");
    bob.hears("roomJoined");
    ada.hears("clientJoined");

    bob.says("{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":\"offer\"}}");
    String guest = ada.hears("guestOfferSignal").get("clientId").asText();
    ada.says(
        """
        {"type":"hostAnswerSignal","data":{"answerSignal":"answer","clientId":"%s"}}"""
            .formatted(guest));

    assertThat(bob.hears("hostAnswerSignal").get("answerSignal").asText()).isEqualTo("answer");
  }

  @Test
  void aRoomIsOpenedByPostAndClaimedByUrl() throws Exception {
    HttpResponse<String> posted = send("POST", "/lobby/rooms?player=ada");
    assertThat(posted.statusCode()).isEqualTo(201);
    String code = posted.body().replaceAll(".*\"code\":\"(\\w+)\".*", "$1");

    Player host = new Player(port, "/lobby?host=true&code=" + code);

    host.hears("identity");
  }

  @Test
  void theApplicationHasTheLastWordAboutWhoOpensRooms() throws Exception {
    Player nobody = new Player(port, "/lobby");
    nobody.hears("identity");
    nobody.says("{\"type\":\"createRoom\"}");

    assertThat(nobody.hearsText()).contains("\"errorType\":\"nameNeeded\"");
    assertThat(send("POST", "/lobby/rooms").statusCode()).isEqualTo(403);
  }

  @Test
  void whoHasLoggedInIsKnownToTheHook() throws Exception {
    Player cyd = new Player(port, "/lobby", "Login", "cyd");
    cyd.hears("identity");
    cyd.says("{\"type\":\"createRoom\"}");

    cyd.hears("roomCreated");
  }

  @Test
  void theApplicationsOtherRoutesAndSocketsWorkBeside() throws Exception {
    Player echo = new Player(port, "/echo");
    Player shout = new Player(port, "/shout");
    echo.says("hello");
    shout.says("hello");

    assertThat(echo.hearsText()).isEqualTo("hello");
    assertThat(shout.hearsText()).isEqualTo("hello!");
    assertThat(send("GET", "/scores").body()).contains("\"games\":");
    assertThat(send("GET", "/").body()).contains("/lobby/client/groovejet.js");
    assertThat(send("GET", "/lobby/client/groovejet.js").body()).contains("export");
    assertThat(send("GET", "/lobby/elsewhere").statusCode()).isEqualTo(404);
  }

  @Test
  void actuatorShowsMetersAndHealth() throws Exception {
    Player ada = new Player(port, "/lobby");
    ada.hears("identity");

    assertThat(send("GET", "/actuator/metrics/groovejet.connections").body())
        .contains("\"statistic\":\"VALUE\"");
    assertThat(send("GET", "/actuator/metrics/groovejet.connections.opened").body())
        .contains("\"tag\":\"dialect\"");
    assertThat(send("GET", "/actuator/health").body())
        .containsPattern("\"lobby\":\\{\"status\":\"UP\",\"details\":\\{[^}]*\"rooms\":");
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
