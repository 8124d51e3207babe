package io.groovejet.netty;

import io.groovejet.IncomingFrames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelConfig;
import io.netty.channel.MaxMessagesRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How much of one channel is read before other channels have their turn: as {@link IncomingFrames}
 * says, once it has some; before that, as without this. All on the channel's own thread.
 */
@SuppressWarnings("deprecation") // Handle, of which Netty still asks for one
final class Turns implements MaxMessagesRecvByteBufAllocator {

  private final MaxMessagesRecvByteBufAllocator usual;
  private @Nullable IncomingFrames frames; // those of a client
  private boolean kept; // the channel reads by this

  private Turns(MaxMessagesRecvByteBufAllocator usual) {
    this.usual = usual;
  }

  /** Those of a channel; it keeps to them unless it has read before. */
  static Turns of(ChannelConfig channel) {
    RecvByteBufAllocator usual = channel.getRecvByteBufAllocator();
    if (usual instanceof MaxMessagesRecvByteBufAllocator known) {
      Turns turns = new Turns(known);
      channel.setRecvByteBufAllocator(turns);
      return turns;
    }
    return new Turns(new AdaptiveRecvByteBufAllocator());
  }

  /** The channel is a client's from now on. */
  void begin(IncomingFrames ofClient) {
    frames = ofClient;
  }

  /** Whether the channel keeps to them. */
  boolean areKept() {
    return kept;
  }

  @Override
  public Handle newHandle() {
    return new Turn(usual.newHandle());
  }

  @Override
  public int maxMessagesPerRead() {
    return usual.maxMessagesPerRead();
  }

  @Override
  public MaxMessagesRecvByteBufAllocator maxMessagesPerRead(int most) {
    usual.maxMessagesPerRead(most);
    return this;
  }

  private final class Turn extends DelegatingHandle implements ExtendedHandle {

    private Turn(Handle usual) {
      super(usual);
    }

    @Override
    public void reset(ChannelConfig config) {
      kept = true;
      super.reset(config);
    }

    @Override
    public int guess() {
      return frames == null ? super.guess() : Math.min(frames.turn(), super.guess());
    }

    @Override
    public ByteBuf allocate(ByteBufAllocator allocator) {
      return frames == null ? super.allocate(allocator) : allocator.ioBuffer(guess());
    }

    @Override
    public boolean continueReading() {
      return frames == null && super.continueReading();
    }

    @Override
    public boolean continueReading(UncheckedBooleanSupplier maybeMore) {
      return frames == null
          && (delegate() instanceof ExtendedHandle extended
              ? extended.continueReading(maybeMore)
              : super.continueReading());
    }
  }
}
