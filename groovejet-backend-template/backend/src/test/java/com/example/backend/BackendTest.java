package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole backend, over real sockets. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BackendTest {

  @Value("${local.server.port}")
  private int port;

  @Test
  void aPlayerWhoIsLoggedInIsTold() throws Exception {
    CompletableFuture<String> first = new CompletableFuture<>();
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          @Override
          public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            first.complete(text.toString());
            return null;
          }
        };
    URI endpoint = URI.create("ws://127.0.0.1:" + port + "/lobby?session=s1");

    HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(endpoint, listener).join();

    assertThat(first.get(20, TimeUnit.SECONDS)).contains("\"type\":\"identity\"");
  }

  @Test
  void roomsArePostedByThoseWhoMayOpenThem() throws Exception {
    assertThat(status("POST", "/lobby/rooms?session=s1")).isEqualTo(201);
    assertThat(status("POST", "/lobby/rooms?session=s2")).isEqualTo(403);
    assertThat(status("POST", "/lobby/rooms")).isEqualTo(403);
  }

  @Test
  void thePageFindsItsModule() throws Exception {
    assertThat(status("GET", "/")).isEqualTo(200);
    assertThat(status("GET", "/lobby/client/groovejet.js")).isEqualTo(200);
  }

  private int status(String method, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
