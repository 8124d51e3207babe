package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.netty.LobbyHandler;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpServerCodec;

/** A lobby at {@code /lobby} of a Netty server that does something else besides. */
final class MountOnNetty extends ChannelInitializer<Channel> {

  private final Lobby lobby;
  private final ChannelHandler theRest;

  MountOnNetty(Lobby lobby, ChannelHandler theRest) {
    this.lobby = lobby;
    this.theRest = theRest;
  }

  @Override
  protected void initChannel(Channel channel) {
    channel.pipeline().addLast(new HttpServerCodec(), LobbyHandler.at("/lobby", lobby), theRest);
  }
}
