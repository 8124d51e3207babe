package io.groovejet.examples;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where a server can listen, tried before one is started: containers complain about a taken port at
 * length, and each in its own way.
 */
final class FreeAddress {

  private FreeAddress() {}

  /** The address and port, both found to be of use. */
  static InetSocketAddress of(String address, int port) throws BadOptionException {
    try {
      listen(new InetSocketAddress(address, 0));
    } catch (IOException notOurs) {
      throw Option.ADDRESS.refuse(address);
    }
    InetSocketAddress where = new InetSocketAddress(address, port);
    try {
      listen(where);
    } catch (IOException taken) {
      throw new BadOptionException(
          "port: cannot listen on %s:%d (%s); expected a free port, or 0 for any"
              .formatted(where.getHostString(), port, taken.getMessage()));
    }
    return where;
  }

  private static void listen(InetSocketAddress where) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(where);
    }
  }
}
