package io.groovejet.undertow;

import io.groovejet.HttpRequest;
import io.undertow.security.api.SecurityContext;
import io.undertow.security.idm.Account;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Undertow's exchange as the lobby sees it.
 *
 * @param exchange Undertow's own
 */
record ExchangeRequest(HttpServerExchange exchange) implements HttpRequest {

  @Override
  public String method() {
    return exchange.getRequestMethod().toString();
  }

  @Override
  public String path() {
    return exchange.getRelativePath();
  }

  @Override
  public String query() {
    return exchange.getQueryString();
  }

  @Override
  public List<String> headers(String name) {
    HeaderValues values = exchange.getRequestHeaders().get(name);
    return values == null ? List.of() : List.copyOf(values);
  }

  @Override
  public String remoteAddress() {
    InetSocketAddress address = exchange.getSourceAddress();
    return address.getAddress() == null
        ? address.getHostString()
        : address.getAddress().getHostAddress();
  }

  @Override
  public @Nullable Principal principal() {
    SecurityContext security = exchange.getSecurityContext();
    Account account = security == null ? null : security.getAuthenticatedAccount();
    return account == null ? null : account.getPrincipal();
  }

  /** Only HTTP/1.1 can be upgraded this way (RFC 6455 section 4.1). */
  @Override
  public boolean asksForWebSocket() {
    return exchange.isHttp11() && HttpRequest.super.asksForWebSocket();
  }
}
