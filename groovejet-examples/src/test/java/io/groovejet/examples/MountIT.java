package io.groovejet.examples;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.undertow.Undertow;
import io.undertow.util.Headers;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples that docs/embedding.md shows: a lobby beside whatever else a server does. */
class MountIT {

  private static final String THE_REST = "the rest";

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void onUndertow() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults()) {
      Undertow server =
          MountOnUndertow.start(
              0,
              lobby,
              exchange -> {
                exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
                exchange.getResponseSender().send(THE_REST);
              });
      InetSocketAddress where = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();

      bothAreServed(where.getPort());

      server.stop();
    }
  }

  @Test
  void onNetty() throws Exception {
    EventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try (Lobby lobby = Lobby.ofDefaults()) {
      SiteHandler theRest =
          new SiteHandler((method, path) -> new HttpReply(200, List.of(), THE_REST));
      ServerBootstrap server =
          new ServerBootstrap()
              .group(threads)
              .channel(NioServerSocketChannel.class)
              .childHandler(new MountOnNetty(lobby, theRest));
      Channel listener = server.bind("127.0.0.1", 0).sync().channel();

      bothAreServed(((InetSocketAddress) listener.localAddress()).getPort());
    } finally {
      threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    }
  }

  @Test
  void onJetty() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults()) {
      Server server = MountOnJetty.start(0, lobby, new TheRestOnJetty());

      bothAreServed(server.getURI().getPort());

      server.stop();
    }
  }

  @Test
  void onJettyBesideServlets() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults()) {
      ServletContextHandler servlets = new ServletContextHandler("/");
      servlets.addServlet(new TheRestInServlets(), "/*");
      Server server = MountOnJetty.start(0, lobby, servlets);

      bothAreServed(server.getURI().getPort());

      server.stop();
    }
  }

  @Test
  void inAServletContext(@TempDir Path folder) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    Context context = tomcat.addContext("", null);
    context.addServletContainerInitializer(new WsSci(), Set.of());
    context.addApplicationListener(MountInAServletContext.class.getName());
    Tomcat.addServlet(context, "rest", new TheRestInServlets()).addMapping("/*");
    tomcat.start();
    String base = "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/";

    bothAreServed(tomcat.getConnector().getLocalPort());
    SocketClient client = new SocketClient(base, "lobby");
    client.hears("identity");
    tomcat.stop();

    client.hears("serverDraining");
    tomcat.destroy();
  }

  @Test
  void onTomcat(@TempDir Path folder) throws Exception {
    try (Lobby lobby = Lobby.ofDefaults()) {
      Tomcat tomcat = new Tomcat();
      tomcat.setBaseDir(folder.toString());
      tomcat.setPort(0);
      Context context = tomcat.addContext("", null);
      Tomcat.addServlet(context, "rest", new TheRestInServlets()).addMapping("/*");
      MountOnTomcat.start(tomcat, context, lobby);

      bothAreServed(tomcat.getConnector().getLocalPort());

      tomcat.stop();
      tomcat.destroy();
    }
  }

  private void bothAreServed(int port) throws Exception {
    String base = "http://127.0.0.1:" + port + "/";
    assertThat(asks(HttpRequest.newBuilder(URI.create(base)))).isEqualTo(THE_REST);
    assertThat(asks(HttpRequest.newBuilder(URI.create(base + "elsewhere")))).isEqualTo(THE_REST);
    HttpRequest.Builder room = HttpRequest.newBuilder(URI.create(base + "lobby/rooms"));
    assertThat(asks(room.POST(BodyPublishers.noBody()))).startsWith("{\"code\":");
    URI module = URI.create(base + "lobby/client/groovejet.js");
    HttpResponse<String> first = send(HttpRequest.newBuilder(module));
    assertThat(first.body()).contains("export");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = send(HttpRequest.newBuilder(module).header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    new SocketClient(base, "lobby").hears("identity");
  }

  private String asks(HttpRequest.Builder request) throws Exception {
    return send(request).body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static final class TheRestOnJetty extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.write(true, ByteBuffer.wrap(THE_REST.getBytes(US_ASCII)), callback);
      return true;
    }
  }

  private static final class TheRestInServlets extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print(THE_REST);
    }
  }
}
