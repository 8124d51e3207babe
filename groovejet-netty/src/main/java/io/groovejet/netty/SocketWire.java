package io.groovejet.netty;

import io.groovejet.FrameWire;
import io.groovejet.frame.FrameBatch;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;

/**
 * The outgoing side of one channel, and its end. Frames are written when the channel's own thread
 * has done what it is at, such as reading.
 */
final class SocketWire extends FrameWire {

  private final ChannelHandlerContext context;

  SocketWire(ChannelHandlerContext context) {
    super(context.executor());
    this.context = context;
  }

  /** Resets the connection, past TLS, so that nothing waits for a client that does not read. */
  @Override
  public void drop() {
    if (context.executor().inEventLoop()) {
      reset();
      return;
    }
    try {
      context.executor().execute(this::reset);
    } catch (RejectedExecutionException stopping) {
      hangUp();
    }
  }

  @Override
  public boolean hasEnded() {
    return !context.channel().isOpen();
  }

  /** On the channel's own thread: once closed, its number may be that of another one's socket. */
  private void reset() {
    if (hasEnded()) {
      return;
    }
    try {
      context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    } catch (ChannelException alreadyClosed) {
      return;
    }
    ChannelHandlerContext outermost = context.pipeline().firstContext();
    if (outermost != null) {
      var unused = outermost.close();
    }
  }

  @Override
  public boolean write(FrameBatch batch) throws IOException {
    ChannelFuture write = context.writeAndFlush(bytes(batch));
    if (!write.isDone()) {
      var unused = write.addListener(this::end);
      return false;
    }
    if (!write.isSuccess()) {
      throw new IOException(write.cause());
    }
    return true;
  }

  private void end(Future<?> write) {
    if (write.isSuccess()) {
      frames.written();
    } else {
      frames.failed();
    }
  }

  private ByteBuf bytes(FrameBatch batch) {
    int size = batch.size();
    ByteBuf bytes = context.alloc().ioBuffer(size, size);
    batch.putTo(bytes.nioBuffer(0, size));
    return bytes.writerIndex(size);
  }

  @Override
  public void endWriting() {
    SslHandler tls = context.pipeline().get(SslHandler.class);
    if (tls != null) {
      var unused = tls.closeOutbound();
    } else if (context.channel() instanceof DuplexChannel socket) {
      var unused = socket.shutdownOutput();
    }
  }

  @Override
  public void hangUp() {
    var unused = context.close();
  }
}
