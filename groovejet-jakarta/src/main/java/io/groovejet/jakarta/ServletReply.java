package io.groovejet.jakarta;

import io.groovejet.HttpReply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The reply to a request in whose body nothing is wanted. Containers have a thread wait for the
 * rest of such a body (Tomcat does, until it has come, however slowly); here none does.
 *
 * <p>The reply is sent when the body has come. Of one that is longer than 2 MiB, takes longer than
 * ten seconds, or belongs to a request that is refused (status 400 and above), the rest is not
 * awaited: the reply is sent and the connection ends.
 *
 * <p>Filters and the servlet before it have to support asynchronous requests; where they do not,
 * the reply is sent as any other.
 */
public final class ServletReply {

  private static final int REFUSED = 400; // and above

  private ServletReply() {}

  /**
   * Sends a reply, perhaps later.
   *
   * @param request whose body nobody has read
   */
  public static void send(HttpReply reply, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.isAsyncSupported() || request.isAsyncStarted() || hasCome(request)) {
      write(reply, response);
      return;
    }
    AsyncContext later = request.startAsync();
    UnwantedBody body = new UnwantedBody(request.getInputStream(), later, reply, response);
    if (reply.status() >= REFUSED || request.getContentLengthLong() > UnwantedBody.MAX_BYTES) {
      body.giveUp();
    } else {
      body.await();
    }
  }

  /** Writes it to a response that has nothing else. */
  static void write(HttpReply reply, HttpServletResponse response) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    response.setStatus(reply.status());
    reply.headers().forEach(header -> response.addHeader(header.name(), header.value()));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Over HTTP/2 a body that does not come keeps no thread waiting. */
  private static boolean hasCome(HttpServletRequest request) throws IOException {
    long length = request.getContentLengthLong();
    boolean announced = length > 0 || request.getHeader("Transfer-Encoding") != null;
    if (!announced || !request.getProtocol().startsWith("HTTP/1")) {
      return true;
    }
    try {
      return request.getInputStream().isFinished()
          || (length > 0 && request.getInputStream().available() >= length);
    } catch (IllegalStateException readByOthers) {
      return true;
    }
  }
}
