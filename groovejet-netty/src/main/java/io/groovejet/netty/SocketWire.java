package io.groovejet.netty;

import io.groovejet.IncomingFrames;
import io.groovejet.Wire;
import io.groovejet.frame.ServerFrame;
import io.groovejet.protocol.CloseReason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;

/**
 * The outgoing side of one channel, and its end.
 *
 * <p>Frames wait until the channel's own thread has done what it is at, such as reading: all that
 * were brought until then, by whomever, leave in one buffer with one flush. As long as the socket
 * does not take that, more have to wait.
 */
final class SocketWire implements Wire, IncomingFrames.Answers {

  private final ChannelHandlerContext context;
  private final Outbox outbox = new Outbox();
  private boolean full; // by the channel's thread only: the socket has not taken all
  private int closeFrames; // by the channel's thread only: ours and theirs, 2 when done

  SocketWire(ChannelHandlerContext context) {
    this.context = context;
  }

  @Override
  public void write(byte[] utf8, Written written) {
    switch (outbox.text(utf8, written)) {
      case ROOM -> {
        start();
        written.done();
      }
      case NO_MORE_ROOM -> start();
      case NONE -> written.failed();
    }
  }

  @Override
  public void ping() {
    outbox.ping();
    start();
  }

  @Override
  public void pong(byte[] payload) {
    outbox.pong(payload);
    start();
  }

  @Override
  public void close(CloseReason reason) {
    outbox.close(ServerFrame.close(reason));
    start();
  }

  /**
   * Answers the client's close frame; that makes two, unless ours is still to be written. A client
   * that does not read gets no answer, as none might ever arrive.
   */
  @Override
  public void closed(int answer) {
    outbox.close(ServerFrame.closeAnswer(answer));
    start();
    closeFrame();
    if (full) {
      hangUp();
    }
  }

  /** Resets the connection, past TLS, so that nothing waits for a client that does not read. */
  @Override
  public void drop() {
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

  /** The channel is gone. */
  void lost() {
    outbox.lose();
  }

  private void start() {
    if (!outbox.wantsTaker()) {
      return;
    }
    try {
      context.executor().execute(this::writeAll);
    } catch (RejectedExecutionException stopping) {
      lost();
    }
  }

  private void writeAll() {
    Outbox.Batch batch = outbox.take();
    while (!batch.isEmpty()) {
      ChannelFuture write = context.writeAndFlush(bytes(batch));
      if (!write.isDone()) {
        full = true;
        Outbox.Batch pending = batch;
        var unused = write.addListener(taken -> goOn(pending, taken.isSuccess()));
        if (closeFrames > 0) {
          hangUp();
        }
        return;
      }
      end(batch, write.isSuccess());
      batch = outbox.take();
    }
  }

  private void goOn(Outbox.Batch batch, boolean success) {
    full = false;
    end(batch, success);
    writeAll();
  }

  private void end(Outbox.Batch batch, boolean success) {
    Written ending = batch.ending();
    if (!success) {
      lost();
      hangUp();
    }
    if (ending != null && success) {
      ending.done();
    } else if (ending != null) {
      ending.failed();
    }
    if (batch.bye() && success) {
      finish();
      closeFrame();
    }
  }

  private ByteBuf bytes(Outbox.Batch batch) {
    int size = batch.size();
    ByteBuf bytes = context.alloc().ioBuffer(size, size);
    ByteBuffer to = bytes.nioBuffer(0, size);
    for (ServerFrame frame : batch.frames()) {
      frame.putTo(to);
    }
    return bytes.writerIndex(size);
  }

  /** Sends no more, and waits for the client's close frame to arrive, or its end. */
  private void finish() {
    SslHandler tls = context.pipeline().get(SslHandler.class);
    if (tls != null) {
      var unused = tls.closeOutbound();
    } else if (context.channel() instanceof DuplexChannel socket) {
      var unused = socket.shutdownOutput();
    }
  }

  private void closeFrame() {
    closeFrames++;
    if (closeFrames == 2) {
      hangUp();
    }
  }

  private void hangUp() {
    var unused = context.close();
  }
}
