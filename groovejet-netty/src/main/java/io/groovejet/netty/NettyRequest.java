package io.groovejet.netty;

import io.groovejet.HttpRequest;
import io.groovejet.MountPath;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Netty's request as the lobby sees it.
 *
 * @param request Netty's own
 * @param channel where it came from
 * @param path the path below the mount
 */
record NettyRequest(io.netty.handler.codec.http.HttpRequest request, Channel channel, String path)
    implements HttpRequest {

  /** The request as the lobby sees it; empty when its path is not the lobby's. */
  static Optional<NettyRequest> at(
      MountPath mount, io.netty.handler.codec.http.HttpRequest request, Channel channel) {
    String uri = request.uri();
    int query = uri.indexOf('?');
    return mount
        .below(query < 0 ? uri : uri.substring(0, query))
        .map(path -> new NettyRequest(request, channel, path));
  }

  @Override
  public String method() {
    return request.method().name();
  }

  @Override
  public String query() {
    int mark = request.uri().indexOf('?');
    return mark < 0 ? "" : request.uri().substring(mark + 1);
  }

  @Override
  public List<String> headers(String name) {
    return request.headers().getAll(name);
  }

  @Override
  public String remoteAddress() {
    SocketAddress remote = channel.remoteAddress();
    return remote instanceof InetSocketAddress address && address.getAddress() != null
        ? address.getAddress().getHostAddress()
        : String.valueOf(remote);
  }

  @Override
  public @Nullable Principal principal() {
    return channel.attr(LobbyHandler.PRINCIPAL).get();
  }

  /** Only HTTP/1.1 can be upgraded this way (RFC 6455 section 4.1). */
  @Override
  public boolean asksForWebSocket() {
    return is(HttpVersion.HTTP_1_1) && HttpRequest.super.asksForWebSocket();
  }

  /** Whether it is none of HTTP/1 (RFC 9112 sections 2.3 and 3.2): Netty leaves that to look at. */
  boolean isBroken() {
    boolean wellFormed = request.decoderResult().isSuccess();
    boolean known =
        is(HttpVersion.HTTP_1_1) ? headers("Host").size() == 1 : is(HttpVersion.HTTP_1_0);
    return !wellFormed || !known;
  }

  /** Whether another request may follow it: also not when the client waits to be told to go on. */
  boolean keepsAlive() {
    return is(HttpVersion.HTTP_1_1)
        && HttpUtil.isKeepAlive(request)
        && !HttpUtil.is100ContinueExpected(request);
  }

  private boolean is(HttpVersion version) {
    return version.equals(request.protocolVersion());
  }
}
