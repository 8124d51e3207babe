package io.groovejet.netty;

import io.groovejet.ClientSession;
import io.groovejet.IncomingText;
import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
import io.groovejet.frame.FrameReader;
import io.groovejet.protocol.CloseReason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The incoming side of one channel, in place of its HTTP codec: what its client sends goes to the
 * lobby, frame by frame. All on the channel's own thread.
 */
final class ClientFrames extends ChannelInboundHandlerAdapter {

  private final Lobby lobby;
  private final OpeningHandshake handshake;
  private @Nullable Client client; // set when added

  ClientFrames(Lobby lobby, OpeningHandshake handshake) {
    this.lobby = lobby;
    this.handshake = handshake;
  }

  /** Connects the client, whose first frames may be on their way from the codec already. */
  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ChannelConfig settings = context.channel().config();
    settings.setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
    settings.setAutoRead(true);
    SocketWire wire = new SocketWire(context);
    client = new Client(lobby.connect(handshake, wire), wire);
    context.flush();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (client != null && message instanceof ByteBuf bytes) {
        client.read(bytes);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (client != null) {
      client.wire.lost();
      client.session.disconnected();
    }
    context.fireChannelInactive();
  }

  /** Ends the channel; that a client resets it is no news to handlers behind. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var unused = context.close();
    if (!(cause instanceof IOException)) {
      context.fireExceptionCaught(cause);
    }
  }

  /** A connected client, and where what it sends goes. */
  private static final class Client implements FrameReader.Listener {

    private static final CloseReason BROKEN = new CloseReason(1002, "not a WebSocket frame");

    private final ClientSession session;
    private final IncomingText text;
    private final SocketWire wire;
    private final FrameReader reader = new FrameReader(this);

    private Client(ClientSession session, SocketWire wire) {
      this.session = session;
      this.text = new IncomingText(session);
      this.wire = wire;
    }

    private void read(ByteBuf bytes) {
      session.heard();
      for (ByteBuffer part : bytes.nioBuffers()) {
        reader.read(part);
      }
    }

    @Override
    public void announced(long bytes) {
      if (bytes > session.maxMessageBytes()) {
        text.reject(CloseReason.TOO_BIG);
      }
    }

    @Override
    public void text(ByteBuffer bytes, boolean last) {
      text.add(bytes, last);
    }

    @Override
    public void binary() {
      text.reject(CloseReason.BINARY);
    }

    @Override
    public void ping(byte[] payload) {
      wire.pong(payload);
    }

    @Override
    public void pong() {
      // that something came was told already
    }

    @Override
    public void close(int answer) {
      session.disconnected(); // first, so that whoever hears the answer finds the client gone
      wire.closed(answer);
    }

    @Override
    public void broken() {
      text.reject(BROKEN);
    }
  }
}
