package io.groovejet.jakarta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.Lobby;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.Socket;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** What filters put before a response seldom knows of listeners. */
class WrappedResponseTest {

  @Test
  void itIsWrittenAsAnyOther() throws Exception {
    try (Lobby lobby = Lobby.ofDefaults();
        ServedTomcat tomcat = ServedTomcat.with(context -> mount(context, lobby));
        SlowBodies late = SlowBodies.at(tomcat.at("/lobby/rooms"), 1, "Content-Length: 2")) {
      Socket socket = late.sockets().get(0);
      String next = "POST /lobby/rooms HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

      socket.getOutputStream().write(("2" + next).getBytes(ISO_8859_1));

      String answers = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(answers.split("HTTP/1.1 201", -1)).hasSize(1 + 2);
      assertThat(answers.split("\"code\":", -1)).hasSize(1 + 2);
    }
  }

  private static void mount(ServletContext context, Lobby lobby) {
    FilterRegistration.Dynamic before = context.addFilter("before", new Wrapping());
    before.setAsyncSupported(true);
    before.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    LobbyMount.install(context, "/lobby", lobby);
  }

  private static final class Wrapping extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(request, new Wrapped(response));
    }
  }

  private static final class Wrapped extends HttpServletResponseWrapper {

    private Wrapped(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return new Listless(super.getOutputStream());
    }
  }

  /** A stream that is written at once or not at all. */
  private static final class Listless extends ServletOutputStream {

    private final ServletOutputStream out;

    private Listless(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
