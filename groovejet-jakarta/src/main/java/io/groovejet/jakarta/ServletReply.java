package io.groovejet.jakarta;

import io.groovejet.HttpReply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The reply to a request in whose body nothing is wanted. Containers have a thread wait for the
 * rest of such a body (Tomcat does, until it has come, however slowly), and for whoever does not
 * read the reply; here none does.
 *
 * <p>The reply is sent when the body has come. Of one that is longer than 2 MiB, takes longer than
 * ten seconds, or belongs to a request that is refused (status 400 and above), the rest is not
 * awaited: the reply is sent and the connection ends.
 *
 * <p>Filters and the servlet before it have to support asynchronous requests, and to leave the
 * response unwrapped; where they do not, the reply is sent as any other.
 */
public final class ServletReply {

  /** How long a body may take. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int REFUSED = 400; // and above

  private ServletReply() {}

  /**
   * Sends a reply, perhaps later.
   *
   * @param request whose body nobody has read
   */
  public static void send(HttpReply reply, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(reply, request, response, PATIENCE);
  }

  /** Does so, and waits that long for a body. */
  static void send(
      HttpReply reply, HttpServletRequest request, HttpServletResponse response, Duration patience)
      throws IOException {
    boolean mayBeLater = request.isAsyncSupported() && !request.isAsyncStarted();
    boolean hasCome = !mayBeLater || hasCome(request);
    if (!mayBeLater || (hasCome && PatientReply.isWrapped(response))) {
      byte[] body = bytes(reply);
      head(reply, body.length, response);
      response.getOutputStream().write(body);
      return;
    }
    AsyncContext later = request.startAsync();
    later.setTimeout(0); // none but ours
    PatientReply patient = new PatientReply(later, reply, response);
    if (hasCome) {
      patient.send();
    } else if (reply.status() >= REFUSED
        || request.getContentLengthLong() > UnwantedBody.MAX_BYTES) {
      patient.sendAndClose();
    } else {
      new UnwantedBody(request.getInputStream(), later, patient).await(patience);
    }
  }

  /** The body of a reply. */
  static byte[] bytes(HttpReply reply) {
    return reply.body().getBytes(StandardCharsets.UTF_8);
  }

  /** Sets all but the body of a response that has nothing yet. */
  static void head(HttpReply reply, int length, HttpServletResponse response) {
    response.setStatus(reply.status());
    reply.headers().forEach(header -> response.addHeader(header.name(), header.value()));
    response.setContentLength(length);
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
