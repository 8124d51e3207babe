package io.groovejet.benchmarks.bare;

import io.groovejet.benchmarks.bare.Seats.Seat;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** On Netty's own WebSocket handlers; texts are never copied. */
final class NettyRelay extends SimpleChannelInboundHandler<TextWebSocketFrame> {

  private final Seats<Channel> seats;
  private Seat<Channel> seat; // known after the handshake

  private NettyRelay(Seats<Channel> seats) {
    this.seats = seats;
  }

  static int start() throws InterruptedException {
    Seats<Channel> seats = new Seats<>();
    return start(
        pipeline ->
            pipeline.addLast(
                new HttpServerCodec(),
                new HttpObjectAggregator(8192),
                new WebSocketServerProtocolHandler("/", true),
                new NettyRelay(seats)));
  }

  /** A server whose channels have that pipeline; the port it is on. */
  static int start(Consumer<ChannelPipeline> pipeline) throws InterruptedException {
    boolean epoll = Epoll.isAvailable();
    ServerBootstrap server =
        new ServerBootstrap()
            .group(
                new MultiThreadIoEventLoopGroup(
                    Runtime.getRuntime().availableProcessors(),
                    epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory()))
            .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 4096)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    pipeline.accept(channel.pipeline());
                  }
                });
    Channel listener = server.bind("127.0.0.1", 0).sync().channel();
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof HandshakeComplete complete) {
      seat = seats.sit(complete.requestUri(), context.channel());
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
    ByteBuf text = frame.content();
    if (!seat.isHost()) {
      pass(text.retain(), seat.host());
      return;
    }
    int at = text.readerIndex();
    int number = Seats.number(text.getByte(at), text.getByte(at + 1), text.getByte(at + 2));
    pass(text.retain().skipBytes(Seats.DIGITS), seat.at(number));
  }

  private static void pass(ByteBuf text, Channel to) {
    if (to == null) {
      text.release();
    } else {
      to.writeAndFlush(new TextWebSocketFrame(text));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (seat != null) {
      seat.leave(context.channel());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }
}
