/** Groovejet on Netty 4.2: a handler for a pipeline that speaks HTTP/1.1. */
module io.groovejet.netty {
  requires transitive io.groovejet.core;
  requires transitive io.netty.common;
  requires transitive io.netty.transport;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.handler;
  requires static org.jspecify;

  exports io.groovejet.netty;
}
