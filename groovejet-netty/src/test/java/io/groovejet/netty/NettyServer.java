package io.groovejet.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.groovejet.Lobby;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** A server as the transport contract wants it: a lobby, and something beside it. */
final class NettyServer {

  private final EventLoopGroup threads;
  private final Class<? extends ServerChannel> type;

  NettyServer(IoHandlerFactory io, Class<? extends ServerChannel> type) {
    this.threads = new MultiThreadIoEventLoopGroup(2, io);
    this.type = type;
  }

  /**
   * Starts it.
   *
   * @param first stand before the codec of every channel
   * @return its host and port
   */
  String start(Lobby lobby, java.util.function.Function<Channel, ChannelHandler[]> first)
      throws Exception {
    ChannelInitializer<Channel> pipeline =
        new ChannelInitializer<>() {
          @Override
          protected void initChannel(Channel channel) {
            channel
                .pipeline()
                .addLast(first.apply(channel))
                .addLast(new HttpServerCodec(), LobbyHandler.at("/lobby", lobby), new Beside());
          }
        };
    Channel listener =
        new ServerBootstrap()
            .group(threads)
            .channel(type)
            .childHandler(pipeline)
            .bind("127.0.0.1", 0)
            .sync()
            .channel();
    return "127.0.0.1:" + ((InetSocketAddress) listener.localAddress()).getPort();
  }

  void stop() throws InterruptedException {
    threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
  }

  private static final class Beside extends SimpleChannelInboundHandler<HttpObject> {

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
      if (part instanceof HttpRequest request) {
        answer(request, context);
      }
    }

    private static void answer(HttpRequest request, ChannelHandlerContext context) {
      boolean found = request.uri().equals("/beside");
      HttpResponseStatus status =
          request.decoderResult().isFailure()
              ? HttpResponseStatus.BAD_REQUEST
              : found ? HttpResponseStatus.OK : HttpResponseStatus.NOT_FOUND;
      FullHttpResponse response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(found ? "beside" : "", US_ASCII));
      HttpUtil.setContentLength(response, response.content().readableBytes());
      HttpUtil.setKeepAlive(response, false);
      context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
  }
}
