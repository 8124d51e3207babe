package io.groovejet.jetty;

import io.groovejet.HttpRequest;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's request as the lobby sees it.
 *
 * @param request Jetty's own
 * @param path the path below the mount
 */
record JettyRequest(Request request, String path) implements HttpRequest {

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String query() {
    return Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
  }

  @Override
  public List<String> headers(String name) {
    return request.getHeaders().getValuesList(name);
  }

  @Override
  public String remoteAddress() {
    SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
    return remote instanceof InetSocketAddress address && address.getAddress() != null
        ? address.getAddress().getHostAddress()
        : remote.toString();
  }

  @Override
  public @Nullable Principal principal() {
    Request.AuthenticationState state = Request.getAuthenticationState(request);
    return state == null ? null : state.getUserPrincipal();
  }

  /** Only HTTP/1.1 can be upgraded this way (RFC 6455 section 4.1). */
  @Override
  public boolean asksForWebSocket() {
    return HttpVersion.HTTP_1_1.is(request.getConnectionMetaData().getProtocol())
        && HttpRequest.super.asksForWebSocket();
  }
}
