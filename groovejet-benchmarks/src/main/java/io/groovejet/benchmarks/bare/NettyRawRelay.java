package io.groovejet.benchmarks.bare;

import io.groovejet.frame.AcceptKey;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.ByteBuffer;

/** On Netty's channels, below its WebSocket handlers. */
final class NettyRawRelay extends SimpleChannelInboundHandler<FullHttpRequest> {

  private final Seats<RawClient> seats;

  private NettyRawRelay(Seats<RawClient> seats) {
    this.seats = seats;
  }

  static int start() throws InterruptedException {
    Seats<RawClient> seats = new Seats<>();
    return NettyRelay.start(
        pipeline ->
            pipeline.addLast(
                new HttpServerCodec(), new HttpObjectAggregator(8192), new NettyRawRelay(seats)));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest asked) {
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS, Unpooled.EMPTY_BUFFER);
    response
        .headers()
        .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
        .set(
            HttpHeaderNames.SEC_WEBSOCKET_ACCEPT,
            AcceptKey.of(asked.headers().get(HttpHeaderNames.SEC_WEBSOCKET_KEY)));
    context.writeAndFlush(response);
    Channel channel = context.channel();
    RawClient client =
        new RawClient(
            seats,
            asked.uri(),
            frame -> channel.writeAndFlush(Unpooled.wrappedBuffer(frame)),
            channel::close);
    context.pipeline().remove(HttpObjectAggregator.class);
    context.pipeline().replace(this, null, new Incoming(client));
    context.pipeline().remove(HttpServerCodec.class);
  }

  /** What comes after the handshake. */
  private static final class Incoming extends ChannelInboundHandlerAdapter {

    private final RawClient client;

    private Incoming(RawClient client) {
      this.client = client;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof ByteBuf bytes) {
        for (ByteBuffer part : bytes.nioBuffers()) {
          client.read(part);
        }
      }
      ReferenceCountUtil.release(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      client.leave();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
