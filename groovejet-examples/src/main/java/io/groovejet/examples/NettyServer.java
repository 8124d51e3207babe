package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.netty.LobbyHandler;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The lobby and the page on Netty, with Linux's own epoll where that is at hand. */
final class NettyServer implements RunningServer {

  private final EventLoopGroup threads;
  private final ChannelGroup connections;
  private final Channel listener;

  private NettyServer(EventLoopGroup threads, ChannelGroup connections, Channel listener) {
    this.threads = threads;
    this.connections = connections;
    this.listener = listener;
  }

  static RunningServer start(Lobby lobby, Site site, InetSocketAddress where, Duration handshake)
      throws InterruptedException {
    boolean epoll = Epoll.isAvailable();
    EventLoopGroup threads =
        new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(), // none of them ever blocks
            epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    ServerBootstrap server =
        new ServerBootstrap()
            .group(threads)
            .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, ACCEPT_QUEUE)
            .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
            .childHandler(new Pipeline(lobby, new SiteHandler(site), connections, handshake));
    return new NettyServer(threads, connections, server.bind(where).sync().channel());
  }

  @Override
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  @Override
  public void stop() {
    listener.close().awaitUninterruptibly(200);
    connections.close().awaitUninterruptibly(200); // threads that stop at once may leave some open
    threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
  }

  /** What every connection gets. */
  private static final class Pipeline extends ChannelInitializer<Channel> {

    private final Lobby lobby;
    private final SiteHandler theRest;
    private final ChannelGroup connections;
    private final Duration handshake;

    private Pipeline(
        Lobby lobby, SiteHandler theRest, ChannelGroup connections, Duration handshake) {
      this.handshake = handshake;
      this.connections = connections;
      this.lobby = lobby;
      this.theRest = theRest;
    }

    @Override
    protected void initChannel(Channel channel) {
      connections.add(channel);
      channel.pipeline().addLast(new HttpServerCodec(), LobbyHandler.at("/", lobby), theRest);
      ScheduledFuture<?> look =
          channel
              .eventLoop()
              .schedule(
                  () -> endUnlessUpgraded(channel), handshake.toMillis(), TimeUnit.MILLISECONDS);
      var unused = channel.closeFuture().addListener(closed -> look.cancel(false));
    }

    /** Ends what is no WebSocket yet, idle or not: whoever wants more of the page comes back. */
    private static void endUnlessUpgraded(Channel channel) {
      if (channel.pipeline().get(HttpServerCodec.class) != null) {
        var unused = channel.close();
      }
    }
  }
}
