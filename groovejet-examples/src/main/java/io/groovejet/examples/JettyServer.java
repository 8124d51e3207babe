package io.groovejet.examples;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.groovejet.jetty.LobbyConnector;
import io.groovejet.jetty.LobbyHandler;
import io.groovejet.jetty.RequestDeadline;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** The lobby and the page on Jetty. */
final class JettyServer implements RunningServer {

  private final Server jetty;

  private JettyServer(Server jetty) {
    this.jetty = jetty;
  }

  static RunningServer start(Lobby lobby, Site site, InetSocketAddress where, Duration handshake)
      throws Exception {
    LobbyHandler handler = LobbyHandler.at("/", lobby);
    handler.setHandler(new PageHandler(site));
    Server jetty = new Server();
    jetty.addConnector(connector(jetty, where, handshake));
    jetty.setHandler(handler);
    jetty.start();
    return new JettyServer(jetty);
  }

  private static ServerConnector connector(
      Server jetty, InetSocketAddress where, Duration handshake) {
    HttpConfiguration settings = new HttpConfiguration();
    settings.setSendServerVersion(false);
    ServerConnector connector = new LobbyConnector(jetty, new HttpConnectionFactory(settings));
    connector.setHost(where.getHostString());
    connector.setPort(where.getPort());
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setAcceptedSendBufferSize(SEND_BUFFER);
    connector.addBean(new RequestDeadline(handshake, connector.getScheduler()));
    return connector;
  }

  @Override
  public int port() {
    return jetty.getURI().getPort();
  }

  @Override
  public void stop() {
    LifeCycle.stop(jetty);
  }

  /** Answers whatever the lobby leaves. */
  private static final class PageHandler extends Handler.Abstract {

    private final Site site;

    private PageHandler(Site site) {
      super(InvocationType.NON_BLOCKING);
      this.site = site;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      HttpReply reply = site.answer(request.getMethod(), Request.getPathInContext(request));
      response.setStatus(reply.status());
      reply.headers().forEach(header -> response.getHeaders().put(header.name(), header.value()));
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      response.write(true, ByteBuffer.wrap(body), callback);
      return true;
    }
  }
}
