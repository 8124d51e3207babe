package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client without a browser: sends texts, and hears texts one after the other. */
final class SocketClient implements WebSocket.Listener {

  private static final long PATIENCE_SECONDS = 10;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;

  /** Connects to the lobby of the server at that URL. */
  SocketClient(String url, String query) {
    URI endpoint = URI.create(url.replaceFirst("^http", "ws") + query);
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(endpoint, this).join();
  }

  void says(String text) {
    socket.sendText(text, true).join();
  }

  /** The next message, which is of that type. */
  String hears(String type) throws InterruptedException {
    String text = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(text).contains("\"type\":\"" + type + "\"");
    return text;
  }

  /** The code with which the server closes, after nothing else was heard. */
  int closeCode() throws Exception {
    int code = closeCode.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(heard).isEmpty();
    return code;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      heard.add(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closeCode.complete(code);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closeCode.completeExceptionally(error);
  }
}
