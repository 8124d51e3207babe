package io.groovejet.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A handler that only wants to know when its channel ends. */
final class EndOfChannel extends ChannelInboundHandlerAdapter {

  private final CountDownLatch ended = new CountDownLatch(1);

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ended.countDown();
  }

  boolean isToldSoon() throws InterruptedException {
    return ended.await(10, TimeUnit.SECONDS);
  }
}
