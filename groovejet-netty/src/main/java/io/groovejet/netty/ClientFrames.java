package io.groovejet.netty;

import io.groovejet.ClientSession;
import io.groovejet.IncomingFrames;
import io.groovejet.Lobby;
import io.groovejet.OpeningHandshake;
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

  private static final int PLENTY = 4 * 1024; // bytes of a read: with more of these, a flood

  private final Lobby lobby;
  private final OpeningHandshake handshake;
  private final Turns turns;
  private @Nullable Client client; // set when added

  ClientFrames(Lobby lobby, OpeningHandshake handshake, Turns turns) {
    this.lobby = lobby;
    this.handshake = handshake;
    this.turns = turns;
  }

  /** Connects the client, whose first frames may be on their way from the codec already. */
  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ChannelConfig settings = context.channel().config();
    settings.setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
    settings.setAutoRead(true);
    SocketWire wire = new SocketWire(context);
    ClientSession session = lobby.connect(handshake, wire);
    IncomingFrames frames = new IncomingFrames(session, wire);
    client = new Client(session, frames, wire);
    turns.begin(frames);
    context.executor().execute(context::flush); // after the lobby's first words, or without
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (client != null && message instanceof ByteBuf bytes) {
        if (!turns.areKept() && bytes.readableBytes() >= PLENTY) {
          context.channel().config().setAutoRead(false); // other channels have their turn
        }
        for (ByteBuffer part : bytes.nioBuffers()) {
          client.frames.read(part);
        }
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  /** Reads on, if the turn was ended, or no more. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.channel().config().setAutoRead(client == null || client.frames.goOn());
    context.fireChannelReadComplete();
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

  /** A connected client: who it is, what it sends, and where answers go. */
  private record Client(ClientSession session, IncomingFrames frames, SocketWire wire) {}
}
