package io.groovejet.netty;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groovejet.HttpReply;
import io.groovejet.Lobby;
import io.groovejet.MountPath;
import io.groovejet.OpeningHandshake;
import io.groovejet.frame.AcceptKey;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lobby mounted at a path, in the pipeline of one channel: behind its {@link HttpServerCodec},
 * before whatever else answers requests.
 *
 * <pre>{@code
 * channel.pipeline().addLast(new HttpServerCodec(), LobbyHandler.at("/lobby", lobby), theRest);
 * }</pre>
 *
 * <p>What is not the lobby's goes on to the next handler untouched; with {@code /} as the path so
 * do plain requests of the endpoint itself, which is where a front page lives. Handlers for HTTP,
 * an aggregator or a compressor for example, may stand between the codec and this one, and before
 * the codec whatever sees bytes, such as TLS or the address of a proxy's client.
 *
 * <p>Whoever connects and never asks for anything is the pipeline's to hang up on, with a {@code
 * ReadTimeoutHandler} before the codec for example; clients of a lobby are pinged and so stay
 * awake.
 *
 * <p>Whoever asks for more while 64 KiB of answers wait to be read is hung up on; {@code
 * WRITE_BUFFER_WATER_MARK} says how much it is.
 *
 * <p>When a client connects, the codec makes room for the WebSocket. Handlers behind it then hear
 * of this channel nothing more but events, such as its end. It is to be added without an executor
 * of its own.
 *
 * <p>The lobby is not the handler's: it outlives the server, and several may serve it.
 */
public final class LobbyHandler extends ChannelInboundHandlerAdapter {

  /** Who a request is from, for a handler before this one to set on the channel if it knows. */
  public static final AttributeKey<Principal> PRINCIPAL =
      AttributeKey.valueOf(LobbyHandler.class, "PRINCIPAL");

  private static final HttpReply BROKEN =
      new HttpReply(
          400,
          List.of(new HttpReply.Header("Content-Type", "text/plain")),
          "This is not a request of HTTP/1.1\n");

  private final MountPath mount;
  private final Lobby lobby;
  private @Nullable Turns turns; // set when added
  private boolean taken; // by its thread only: the request that comes in is the lobby's

  private LobbyHandler(MountPath mount, Lobby lobby) {
    this.mount = mount;
    this.lobby = lobby;
  }

  /**
   * Mounts a lobby in one pipeline.
   *
   * @param path where, such as {@code /lobby}; {@code /} for all of the server
   */
  public static LobbyHandler at(String path, Lobby lobby) {
    return new LobbyHandler(MountPath.of(path), lobby);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    if (context.pipeline().get(HttpServerCodec.class) == null) {
      throw new IllegalStateException("no HttpServerCodec in " + context.pipeline());
    }
    turns = Turns.of(context.channel().config());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      taken =
          NettyRequest.at(mount, request, context.channel())
              .filter(asked -> serve(asked, context))
              .isPresent();
    }
    boolean ours = taken;
    if (message instanceof LastHttpContent) {
      taken = false;
    }
    if (ours) {
      ReferenceCountUtil.release(message);
    } else {
      context.fireChannelRead(message);
    }
  }

  /** Whether the request was the lobby's, and so was answered. */
  private boolean serve(NettyRequest asked, ChannelHandlerContext context) {
    if (!context.channel().isWritable()) {
      var unused = context.close();
      return true;
    }
    if (asked.isBroken()) {
      send(BROKEN, false, context);
      return true;
    }
    if (asked.asksForWebSocket()) {
      lobby
          .handshake(asked)
          .tell(
              handshake -> upgrade(handshake, asked, context),
              reply -> send(reply, asked.keepsAlive(), context));
      return true;
    }
    if (asked.isForEndpoint() && mount.path().equals("/")) {
      return false;
    }
    Optional<HttpReply> reply = lobby.answer(asked);
    reply.ifPresent(answer -> send(answer, asked.keepsAlive(), context));
    return reply.isPresent();
  }

  private static void send(HttpReply reply, boolean keepAlive, ChannelHandlerContext context) {
    byte[] body = reply.body().getBytes(UTF_8);
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(reply.status()),
            Unpooled.wrappedBuffer(body));
    reply.headers().forEach(field -> response.headers().add(field.name(), field.value()));
    HttpUtil.setContentLength(response, body.length);
    HttpUtil.setKeepAlive(response, keepAlive);
    ChannelFuture sent = context.writeAndFlush(response);
    if (!keepAlive) {
      var unused = sent.addListener(ChannelFutureListener.CLOSE);
    }
  }

  /** Answers 101, which leaves together with what the lobby says first. */
  private void upgrade(
      OpeningHandshake handshake, NettyRequest asked, ChannelHandlerContext context) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS, Unpooled.EMPTY_BUFFER);
    String key = asked.headers("Sec-WebSocket-Key").get(0);
    response
        .headers()
        .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
        .set(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT, AcceptKey.of(key));
    if (handshake.subprotocol() != null) {
      response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, handshake.subprotocol());
    }
    var unused = context.write(response);
    ChannelPipeline pipeline = context.pipeline();
    pipeline.remove(this);
    pipeline.replace(
        HttpServerCodec.class,
        null,
        new ClientFrames(lobby, handshake, Objects.requireNonNull(turns)));
  }
}
