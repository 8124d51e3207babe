package io.groovejet.jakarta;

import static java.util.Objects.requireNonNull;

import io.groovejet.Lobby;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

class JettyTransportTest implements ServletTransportContract {

  private @Nullable Server server; // set by serve

  @Override
  public URI serve(Lobby lobby) throws Exception {
    Server started = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new Beside(), "/beside");
    JakartaWebSocketServletContainerInitializer.configure(
        context,
        (servlets, sockets) ->
            LobbyMount.install(servlets, "/lobby", Impatient.filter("/lobby", lobby)));
    started.setHandler(context);
    server = started;
    started.start();
    return URI.create("ws://127.0.0.1:" + started.getURI().getPort() + "/lobby");
  }

  @Override
  public Set<String> ways() {
    return Set.of("answers-pings");
  }

  @Override
  public void stop() throws Exception {
    requireNonNull(server).stop();
  }
}
