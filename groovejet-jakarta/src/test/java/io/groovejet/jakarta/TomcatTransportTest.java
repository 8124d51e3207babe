package io.groovejet.jakarta;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import io.groovejet.testkit.AnsweredCloseContract;
import io.groovejet.testkit.PayloadsOnlyContract;
import io.groovejet.testkit.RawWebSocket;
import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;
import java.net.URI;
import org.apache.tomcat.websocket.server.WsServerContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TomcatTransportTest
    implements ServletTransportContract, PayloadsOnlyContract, AnsweredCloseContract {

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

  @Test
  @Override
  public void aReasonThatIsNotUtf8IsRefused() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        RawWebSocket client = RawWebSocket.to(serve(lobby))) {
      client.send(REASON_NOT_UTF8);

      assertThat(client.closeCode()).as("Tomcat takes it for a broken frame").isEqualTo(1002);
      client.awaitEnd();
      stop();
    }
  }

  /** Tomcat looks for closes that nobody answers every ten seconds; here every second. */
  private static void mount(ServletContext context, Lobby lobby) {
    LobbyMount.install(context, "/lobby", lobby);
    Object container = context.getAttribute(ServerContainer.class.getName());
    ((WsServerContainer) container).setProcessPeriod(1);
  }
}
