package io.groovejet.jakarta;

import io.groovejet.HttpRequest;
import jakarta.websocket.server.HandshakeRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An upgrade request as an endpoint's configurator is shown it. */
final class HandshakeRequestView implements HttpRequest {

  // Jetty's; the specification has no way to ask.
  private static final String ADDRESS = "jakarta.websocket.endpoint.remoteAddress";

  private final HandshakeRequest request;
  private final Map<String, Object> userProperties;

  HandshakeRequestView(HandshakeRequest request, Map<String, Object> userProperties) {
    this.request = request;
    this.userProperties = userProperties;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "";
  }

  @Override
  public String query() {
    String query = request.getQueryString();
    return query == null ? "" : query;
  }

  @Override
  public List<String> headers(String name) {
    List<String> values = given(name);
    if (!values.isEmpty() || !given("Upgrade").isEmpty()) {
      return values;
    }
    String authority = request.getRequestURI().getRawAuthority();
    return HttpTwo.standIn(name, authority == null ? "" : authority);
  }

  private List<String> given(String name) {
    return request.getHeaders().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .toList();
  }

  @Override
  public String remoteAddress() {
    if (userProperties.get(ADDRESS) instanceof InetSocketAddress socket) {
      InetAddress address = socket.getAddress();
      return address == null ? socket.getHostString() : address.getHostAddress();
    }
    return "";
  }

  @Override
  public @Nullable Principal principal() {
    return request.getUserPrincipal();
  }
}
