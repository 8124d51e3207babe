package io.groovejet.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.testkit.RawRequest;
import io.groovejet.testkit.RawWebSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LobbyConnectorTest {

  private static final int REQUESTS = 20; // more than there are selectors
  private static final Executor THREADS = task -> new Thread(task).start();

  private final Lobby lobby = Lobby.ofDefaults();
  private final Server server = new Server();
  private final CountDownLatch asked = new CountDownLatch(REQUESTS);
  private final CountDownLatch answer = new CountDownLatch(1);

  @AfterEach
  void stop() throws Exception {
    answer.countDown();
    server.stop();
    lobby.close();
  }

  @Test
  void playersComeAndGoWhileOtherHandlersBlock() throws Exception {
    URI slow = serve("/slow");
    URI players = slow.resolve("/lobby");
    List<CompletableFuture<Integer>> replies =
        Stream.generate(() -> ask(slow)).limit(REQUESTS).toList();
    asked.await();

    for (int player = 0; player < REQUESTS; player++) {
      try (RawWebSocket client = RawWebSocket.to(players)) {
        assertThat(client.nextText()).contains("\"identity\"");
      }
    }
    answer.countDown();

    assertThat(replies).extracting(CompletableFuture::join).containsOnly(200);
  }

  private URI serve(String path) throws Exception {
    LobbyConnector connector = new LobbyConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Handler.Sequence(LobbyHandler.at("/lobby", lobby), new Slow()));
    server.start();
    return URI.create("ws://127.0.0.1:" + connector.getLocalPort() + path);
  }

  private static CompletableFuture<Integer> ask(URI where) {
    return CompletableFuture.supplyAsync(
        () -> RawRequest.of("GET", where).send().status(), THREADS);
  }

  private final class Slow extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      asked.countDown();
      answer.await();
      callback.succeeded();
      return true;
    }
  }
}
