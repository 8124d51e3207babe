package io.groovejet.jakarta;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Connections with many requests each, whose answers nobody reads. */
final class UnreadAnswers implements AutoCloseable {

  private static final int RECEIVE_BUFFER = 4096;
  private static final int PATIENCE_MILLIS = 20_000;

  private final List<Socket> sockets = new ArrayList<>();

  private UnreadAnswers() {}

  /** So many connections, with so many requests each, the last of which ends the connection. */
  static UnreadAnswers from(URI uri, int connections, int requests) throws IOException {
    String head = "GET %s HTTP/1.1\r\nHost: %s\r\n".formatted(uri.getPath(), uri.getAuthority());
    String last = head + "Connection: close\r\n\r\n";
    byte[] all = ((head + "\r\n").repeat(requests - 1) + last).getBytes(ISO_8859_1);
    UnreadAnswers answers = new UnreadAnswers();
    for (int one = 0; one < connections; one++) {
      Socket socket = new Socket();
      answers.sockets.add(socket);
      socket.setReceiveBufferSize(RECEIVE_BUFFER);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
      socket.getOutputStream().write(all);
    }
    return answers;
  }

  /** Waits until the first of a connection's answers has begun, for each. */
  void awaitFirst() throws IOException {
    for (Socket socket : sockets) {
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
  }

  /** Reads what else is answered to the first connection. */
  String rest() throws IOException {
    return new String(sockets.get(0).getInputStream().readAllBytes(), ISO_8859_1);
  }

  /** The connections. */
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
