package io.groovejet.springexample;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;

/** WebSocket endpoints of the application's own, of both kinds that Spring knows, and a login. */
@TestConfiguration
@EnableWebSocket
class Neighbours implements WebSocketConfigurer {

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(new Echo(), "/echo");
  }

  @Bean
  ServerEndpointExporter exporter() {
    return new ServerEndpointExporter();
  }

  @Bean
  Shout shout() {
    return new Shout();
  }

  @Bean
  FilterRegistrationBean<Filter> login() {
    Filter filter =
        (request, response, chain) ->
            chain.doFilter(new LoggedIn((HttpServletRequest) request), response);
    FilterRegistrationBean<Filter> login = new FilterRegistrationBean<>(filter);
    login.setOrder(-100); // as Spring Security
    return login;
  }

  /** A request of whoever the header says. */
  private static final class LoggedIn extends HttpServletRequestWrapper {
    LoggedIn(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
      String name = getHeader("Login");
      return name == null ? null : () -> name;
    }
  }

  private static final class Echo extends TextWebSocketHandler {
    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message)
        throws IOException {
      session.sendMessage(message);
    }
  }

  /** Answers louder. */
  @ServerEndpoint("/shout")
  public static class Shout {
    /** Says it again. */
    @OnMessage
    public String heard(String text) {
      return text + "!";
    }
  }
}
