package io.groovejet.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.groovejet.testkit.RawRequest;
import io.groovejet.testkit.RawWebSocket;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpoint;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighboursTest {

  @ParameterizedTest
  @ValueSource(strings = {"/lobby", "/lobby/", "/deep/down/lobby", "/"})
  void endpointsServletsAndFiltersBesideKeepWorking(String path) throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat = ServedTomcat.with(context -> mount(context, path, lobby));
        RawWebSocket client = RawWebSocket.to(tomcat.at(path));
        RawWebSocket echo = RawWebSocket.to(tomcat.at("/echo"))) {

      echo.send("hello");
      HttpReply beside = get(tomcat.at("/beside"));

      assertThat(client.nextText()).contains("identity");
      assertThat(echo.nextText()).isEqualTo("echo hello");
      assertThat(beside.body()).isEqualTo("beside");
      assertThat(RawRequest.header(beside, "Filtered")).hasValue("yes");
    }
  }

  @Test
  void aLobbyAtTheRootLeavesTheFrontPageInPlace() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat = ServedTomcat.with(context -> mountBesideAFrontPage(context, lobby))) {

      HttpReply page = get(tomcat.at("/"));
      HttpReply room = RawRequest.of("POST", tomcat.at("/rooms")).send();

      assertThat(page.body()).isEqualTo("beside");
      assertThat(room.status()).isEqualTo(201);
    }
  }

  @Test
  void twoLobbiesInOneContextKeepApart() throws Exception {
    try (Lobby open = Lobby.ofDefaults();
        Lobby closed = Lobby.ofDefaults();
        ServedTomcat tomcat = ServedTomcat.with(context -> mountBoth(context, open, closed))) {
      closed.drain(Duration.ZERO);

      HttpReply refused = RawRequest.upgrade(tomcat.at("/closed")).send();

      assertThat(refused.status()).isEqualTo(503);
      try (RawWebSocket client = RawWebSocket.to(tomcat.at("/open"))) {
        assertThat(client.nextText()).contains("identity");
      }
    }
  }

  private static HttpReply get(URI uri) {
    return RawRequest.of("GET", uri).send();
  }

  private static void mount(ServletContext context, String path, Lobby lobby) {
    Filter filter =
        (request, response, chain) -> {
          ((HttpServletResponse) response).setHeader("Filtered", "yes");
          chain.doFilter(request, response);
        };
    context
        .addFilter("the application's", filter)
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    addEcho(context);
    LobbyMount.install(context, path, lobby);
  }

  private static void mountBesideAFrontPage(ServletContext context, Lobby lobby) {
    context.addServlet("front page", new Beside()).addMapping("");
    LobbyMount.install(context, "/", lobby);
  }

  private static void mountBoth(ServletContext context, Lobby open, Lobby closed) {
    LobbyMount.install(context, "/open", open);
    LobbyMount.install(context, "/closed", closed);
  }

  private static void addEcho(ServletContext context) {
    Object container = context.getAttribute(ServerContainer.class.getName());
    try {
      ((ServerContainer) container).addEndpoint(Echo.class);
    } catch (DeploymentException unfit) {
      throw new IllegalStateException(unfit);
    }
  }

  /** An endpoint of the application's own, on a path that the lobby's fits as well. */
  @ServerEndpoint("/{any}")
  public static final class Echo {

    /** Says what it hears. */
    @OnMessage
    public String hear(String text) {
      return "echo " + text;
    }

    /** Takes it that clients hang up. */
    @OnError
    public void fail(Throwable hungUp) {}
  }
}
