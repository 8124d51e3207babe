package io.groovejet.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Linux gives the number of a socket that has ended to the next one. */
@EnabledIf("isAvailable")
class ReusedSocketTest {

  private static final int NOT_SET = -1;

  private final NettyServer server =
      new NettyServer(EpollIoHandler.newFactory(), EpollServerSocketChannel.class);
  private final BlockingQueue<EpollSocketChannel> accepted = new LinkedBlockingQueue<>();
  private SocketChannel first; // both have their own numbers before any is given back
  private SocketChannel second;
  private URI address = URI.create("");

  static boolean isAvailable() {
    return Epoll.isAvailable();
  }

  @BeforeEach
  void start() throws IOException, InterruptedException {
    first = SocketChannel.open();
    second = SocketChannel.open();
    address =
        URI.create(
            "tcp://"
                + server.start(
                    pipeline -> {
                      pipeline.addLast(new ChannelInboundHandlerAdapter());
                      accepted.add((EpollSocketChannel) pipeline.channel());
                    }));
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    first.close();
    second.close();
    server.stop();
  }

  @Test
  void aDropOfASocketThatHasEndedLeavesTheNextOneAlone() throws Exception {
    EpollSocketChannel ended = connect(first);
    SocketWire wire = new SocketWire(ended.pipeline().lastContext());
    int number = ended.fd().intValue();
    ended.close().sync();
    EpollSocketChannel next = connect(second);
    assertThat(next.fd().intValue()).isEqualTo(number);

    wire.drop();
    ended.eventLoop().submit(() -> {}).sync();

    assertThat(next.config().getSoLinger()).isEqualTo(NOT_SET);
    assertThat(next.isOpen()).isTrue();
  }

  private EpollSocketChannel connect(SocketChannel client)
      throws IOException, InterruptedException {
    client.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    return accepted.take();
  }
}
