package io.groovejet.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What stands before a socket that takes something only while a test lets it. */
final class NarrowSocket extends ChannelOutboundHandlerAdapter {

  private record Held(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {}

  private final List<Held> held = new ArrayList<>();
  private boolean full; // keeps what it is given

  void isFull() {
    full = true;
  }

  /** Takes what it was given, and more. */
  void isEmpty() {
    full = false;
    for (Held one : List.copyOf(held)) {
      var unused = one.context.writeAndFlush(one.bytes, one.promise);
    }
    held.clear();
  }

  /** Fails what it was given. */
  void breakDown() {
    for (Held one : List.copyOf(held)) {
      ReferenceCountUtil.release(one.bytes);
      one.promise.setFailure(new IOException("broken"));
    }
    held.clear();
  }

  @Override
  public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
    if (full) {
      held.add(new Held(context, bytes, promise));
    } else {
      var unused = context.write(bytes, promise);
    }
  }
}
