package io.groovejet.netty;

import io.groovejet.Lobby;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A server on a free port of the loopback interface. */
final class NettyServer {

  private final EventLoopGroup threads;
  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Class<? extends ServerChannel> type;

  NettyServer(IoHandlerFactory io, Class<? extends ServerChannel> type) {
    this.threads = new MultiThreadIoEventLoopGroup(2, io);
    this.type = type;
  }

  static NettyServer onNio() {
    return new NettyServer(NioIoHandler.newFactory(), NioServerSocketChannel.class);
  }

  /** Adds what the transport contract wants: a lobby, and something beside it. */
  static void mount(ChannelPipeline pipeline, Lobby lobby) {
    pipeline.addLast(
        new HttpServerCodec(), LobbyHandler.at("/lobby", lobby), new TheRest("/beside", "beside"));
  }

  /**
   * Starts it.
   *
   * @param filling gives a channel its handlers
   * @return its host and port
   */
  String start(Consumer<ChannelPipeline> filling) throws InterruptedException {
    ChannelInitializer<Channel> initializer =
        new ChannelInitializer<>() {
          @Override
          protected void initChannel(Channel channel) {
            channels.add(channel);
            filling.accept(channel.pipeline());
          }
        };
    ServerBootstrap server =
        new ServerBootstrap().group(threads).channel(type).childHandler(initializer);
    Channel listener = server.bind("127.0.0.1", 0).sync().channel();
    channels.add(listener);
    return "127.0.0.1:" + ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** Closes all channels itself, as threads that stop at once may leave some open. */
  void stop() throws InterruptedException {
    channels.close().sync();
    threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
  }
}
