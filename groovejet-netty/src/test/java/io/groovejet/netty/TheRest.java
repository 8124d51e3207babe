package io.groovejet.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** Something else that a server does: it answers one path. */
final class TheRest extends SimpleChannelInboundHandler<HttpObject> {

  private final String path;
  private final String text;

  TheRest(String path, String text) {
    this.path = path;
    this.text = text;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part instanceof HttpRequest request) {
      FullHttpResponse response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, status(request), Unpooled.copiedBuffer(text, US_ASCII));
      HttpUtil.setContentLength(response, text.length());
      var unused = context.writeAndFlush(response);
    }
  }

  private HttpResponseStatus status(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return HttpResponseStatus.BAD_REQUEST;
    }
    return request.uri().equals(path) ? HttpResponseStatus.OK : HttpResponseStatus.NOT_FOUND;
  }
}
