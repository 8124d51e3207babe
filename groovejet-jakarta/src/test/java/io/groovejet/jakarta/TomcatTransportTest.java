package io.groovejet.jakarta;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.testkit.RawWebSocket;
import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;
import java.net.URI;
import java.nio.ByteBuffer;
import org.apache.tomcat.websocket.server.WsServerContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomcatTransportTest implements ServletTransportContract {

  private @Nullable ServedTomcat tomcat; // set by serve

  @Override
  public URI serve(Lobby lobby) throws Exception {
    ServedTomcat started = ServedTomcat.with(context -> mount(context, lobby));
    tomcat = started;
    return started.at("/lobby");
  }

  @Override
  public void stop() throws Exception {
    requireNonNull(tomcat).close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 31, Long.MAX_VALUE, Long.MIN_VALUE})
  @Override
  public void anImpossibleLengthIsRefusedBeforeItsPayload(long length) throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        RawWebSocket client = RawWebSocket.to(serve(lobby))) {
      client.sendBytes(frameHead(length));
      client.offerBytes(new byte[lobby.limits().maxMessageBytes() + 8 * 1024]);

      assertThat(client.closeCode()).as("Tomcat shows payloads only").isIn(1002, 1009);
      client.awaitEnd();
      stop();
    }
  }

  /** The head of a text frame of this length, its mask all zero. */
  static byte[] frameHead(long length) {
    byte[] kind = {(byte) 0x81, (byte) 0xff};
    return ByteBuffer.allocate(14).put(kind).putLong(length).putInt(0).array();
  }

  /** Tomcat looks for closes that nobody answers every ten seconds; here every second. */
  private static void mount(ServletContext context, Lobby lobby) {
    LobbyMount.install(context, "/lobby", lobby);
    Object container = context.getAttribute(ServerContainer.class.getName());
    ((WsServerContainer) container).setProcessPeriod(1);
  }
}
