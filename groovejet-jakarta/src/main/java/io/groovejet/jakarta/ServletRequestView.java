package io.groovejet.jakarta;

import io.groovejet.HttpRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A servlet request at or below the lobby's path. */
final class ServletRequestView implements HttpRequest {

  private final HttpServletRequest request;
  private final String path;

  /**
   * A view of {@code request}.
   *
   * @param path what is left of its path below the lobby's
   */
  ServletRequestView(HttpServletRequest request, String path) {
    this.request = request;
    this.path = path;
  }

  /** An extended {@code CONNECT} counts as the {@code GET} it stands for. */
  @Override
  public String method() {
    return isExtendedConnect() ? "GET" : request.getMethod();
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String query() {
    String query = request.getQueryString();
    return query == null ? "" : query;
  }

  @Override
  public List<String> headers(String name) {
    List<String> values = Collections.list(request.getHeaders(name));
    if (!values.isEmpty() || request.getProtocol().startsWith("HTTP/1")) {
      return values;
    }
    return HttpTwo.standIn(name, request.getServerName() + ":" + request.getServerPort());
  }

  /** Without the brackets that Jetty puts around IPv6 addresses. */
  @Override
  public String remoteAddress() {
    String address = request.getRemoteAddr();
    return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
  }

  @Override
  public @Nullable Principal principal() {
    return request.getUserPrincipal();
  }

  /** What is viewed. */
  HttpServletRequest request() {
    return request;
  }

  /** Whether it asks for a WebSocket, over HTTP/1.1 or HTTP/2. */
  @Override
  public boolean asksForWebSocket() {
    return (isExtendedConnect() && isForEndpoint())
        || (request.getProtocol().equals("HTTP/1.1") && HttpRequest.super.asksForWebSocket());
  }

  /** Over HTTP/2 (RFC 8441 section 4). */
  private boolean isExtendedConnect() {
    return request.getMethod().equals("CONNECT") && request.getProtocol().equals("HTTP/2.0");
  }
}
