package io.groovejet.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groovejet.HttpReply;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;

/** Answers, in any pipeline of Netty, whatever the lobby leaves. */
@ChannelHandler.Sharable
final class SiteHandler extends SimpleChannelInboundHandler<HttpObject> {

  private final Site site;

  SiteHandler(Site site) {
    this.site = site;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (!context.channel().isWritable()) {
      var unused = context.close(); // it reads no answers
    } else if (part instanceof HttpRequest request) {
      String path = new QueryStringDecoder(request.uri()).rawPath();
      boolean keepAlive = HttpUtil.isKeepAlive(request);
      ChannelFuture sent =
          context.writeAndFlush(response(site.answer(request.method().name(), path), keepAlive));
      if (!keepAlive) {
        var unused = sent.addListener(ChannelFutureListener.CLOSE);
      }
    }
  }

  /** That somebody resets a connection is no news. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
    var unused = context.close();
    if (!(cause instanceof IOException)) {
      super.exceptionCaught(context, cause);
    }
  }

  private static FullHttpResponse response(HttpReply reply, boolean keepAlive) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(reply.status()),
            Unpooled.copiedBuffer(reply.body(), UTF_8));
    reply.headers().forEach(header -> response.headers().set(header.name(), header.value()));
    HttpUtil.setContentLength(response, response.content().readableBytes());
    HttpUtil.setKeepAlive(response, keepAlive);
    return response;
  }
}
