package io.groovejet.undertow;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.groovejet.Lobby;
import io.groovejet.LobbyEvent.ConnectionClosed;
import io.groovejet.LobbyListener;
import io.groovejet.testkit.RawWebSocket;
import io.undertow.Undertow;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

class EndsTest {

  private static final int THREADS = 2;

  private final CompletableFuture<ConnectionClosed> told = new CompletableFuture<>();
  private final Lobby lobby =
      Lobby.builder()
          .listener(
              new LobbyListener() {
                @Override
                public void connectionClosed(ConnectionClosed event) {
                  told.complete(event);
                }
              })
          .build();
  private final UndertowServer server = new UndertowServer();
  private final CountDownLatch blocked = new CountDownLatch(1);
  private final XnioWorker worker;

  EndsTest() throws Exception {
    worker =
        Xnio.getInstance()
            .createWorker(
                OptionMap.builder()
                    .set(Options.WORKER_IO_THREADS, 1)
                    .set(Options.WORKER_TASK_CORE_THREADS, THREADS)
                    .set(Options.WORKER_TASK_MAX_THREADS, THREADS)
                    .getMap());
  }

  @AfterEach
  void stop() throws Exception {
    blocked.countDown();
    server.stop();
    worker.shutdown();
    worker.awaitTermination();
    lobby.close();
  }

  @Test
  void anEndIsToldAlsoWhenAllThreadsOfTheWorkerAreBlocked() {
    Undertow.Builder listener =
        Undertow.builder().setWorker(worker).addHttpListener(0, "127.0.0.1");
    URI endpoint = URI.create("ws://" + server.start(listener, lobby) + "/lobby");
    RawWebSocket client = RawWebSocket.to(endpoint);
    client.nextText();
    blockTheWorker();

    client.abort();

    assertThatCode(() -> told.get(10, TimeUnit.SECONDS)).doesNotThrowAnyException();
  }

  private void blockTheWorker() {
    for (int thread = 0; thread < THREADS; thread++) {
      worker.execute(
          () -> {
            try {
              blocked.await();
            } catch (InterruptedException stopping) {
              Thread.currentThread().interrupt();
            }
          });
    }
  }
}
