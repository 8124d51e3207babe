package io.groovejet.jakarta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Requests whose bodies were begun, and do not come. */
final class SlowBodies implements AutoCloseable {

  private final List<Socket> sockets = new ArrayList<>();

  private SlowBodies() {}

  /** So many of them, sent to this address. */
  static SlowBodies at(URI uri, int number, String announcement) {
    SlowBodies bodies = new SlowBodies();
    for (int one = 0; one < number; one++) {
      bodies.send(uri, announcement);
    }
    return bodies;
  }

  private void send(URI uri, String announcement) {
    String head = "POST %s HTTP/1.1\r\nHost: %s\r\n%s\r\n\r\n1";
    try {
      Socket socket = new Socket(uri.getHost(), uri.getPort());
      sockets.add(socket);
      String request = head.formatted(uri.getPath(), uri.getAuthority(), announcement);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Their connections, in the order in which they were sent. */
  List<Socket> sockets() {
    return sockets;
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
