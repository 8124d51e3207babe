package io.groovejet.springexample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A player without a browser, who answers a close as browsers do. */
final class Player implements WebSocket.Listener {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 20;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;

  /** Connects to a WebSocket on a port of this machine. */
  Player(int port, String pathAndQuery) {
    this(port, pathAndQuery, "User-Agent", "Player");
  }

  /** The same, with a header field. */
  Player(int port, String pathAndQuery, String header, String value) {
    URI endpoint = URI.create("ws://127.0.0.1:" + port + pathAndQuery);
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    socket = builder.header(header, value).buildAsync(endpoint, this).join();
  }

  void says(String message) {
    socket.sendText(message, true).join();
  }

  /** The data of the next message, which is of that type. */
  JsonNode hears(String type) throws InterruptedException, JsonProcessingException {
    JsonNode message = JSON.readTree(hearsText());
    assertThat(message.path("type").asText()).as(message.toString()).isEqualTo(type);
    return message.path("data");
  }

  String hearsText() throws InterruptedException {
    String next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(next).as("the next message").isNotNull();
    return next;
  }

  /** The code with which the server closed, after nothing else was heard. */
  int isClosedWith() throws Exception {
    int code = closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(heard).isEmpty();
    return code;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      heard.add(text.toString());
      text.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }
}
