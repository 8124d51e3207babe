package io.groovejet.jakarta;

import static java.util.Objects.requireNonNull;

import io.groovejet.Lobby;
import io.groovejet.testkit.AnsweredCloseContract;
import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;
import java.net.URI;
import java.util.Set;
import org.apache.tomcat.websocket.server.WsServerContainer;
import org.jspecify.annotations.Nullable;

class TomcatTransportTest implements ServletTransportContract, AnsweredCloseContract {

  private @Nullable ServedTomcat tomcat; // set by serve

  @Override
  public URI serve(Lobby lobby) throws Exception {
    ServedTomcat started = ServedTomcat.with(context -> mount(context, lobby));
    tomcat = started;
    return started.at("/lobby");
  }

  @Override
  public Set<String> ways() {
    return Set.of("payloads-only", "answers-pings", "tomcat");
  }

  @Override
  public void stop() throws Exception {
    requireNonNull(tomcat).close();
  }

  /** Tomcat looks for closes that nobody answers every ten seconds; here every second. */
  private static void mount(ServletContext context, Lobby lobby) {
    LobbyMount.install(context, "/lobby", lobby);
    Object container = context.getAttribute(ServerContainer.class.getName());
    ((WsServerContainer) container).setProcessPeriod(1);
  }
}
