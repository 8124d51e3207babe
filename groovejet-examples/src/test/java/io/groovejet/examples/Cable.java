package io.groovejet.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What lies between a browser and the server. Once it is cut, nothing that is sent arrives and
 * nobody is told; connections that were made before stay dead when it is mended.
 */
final class Cable implements AutoCloseable {

  private final ServerSocket end;
  private final int target;
  private final List<Strand> strands = new CopyOnWriteArrayList<>();
  private volatile boolean isCut; // by the test, while connections come in

  private Cable(ServerSocket end, int target) {
    this.end = end;
    this.target = target;
  }

  /** A cable to a port of this machine. */
  static Cable to(int port) throws IOException {
    Cable cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    start(cable::accept);
    return cable;
  }

  /** Where its other end is. */
  String url() {
    return "http://127.0.0.1:" + end.getLocalPort() + "/";
  }

  void cut() {
    isCut = true;
    strands.forEach(Strand::die);
  }

  void mend() {
    isCut = false;
  }

  @Override
  public void close() throws IOException {
    end.close();
    for (Strand strand : strands) {
      strand.close();
    }
  }

  private void accept() {
    try {
      while (!end.isClosed()) {
        Socket browser = end.accept();
        Strand strand = new Strand(browser, new Socket(end.getInetAddress(), target));
        strands.add(strand);
        if (isCut) {
          strand.die();
        }
        start(() -> strand.carry(strand.browser, strand.server));
        start(() -> strand.carry(strand.server, strand.browser));
      }
    } catch (IOException closed) {
      // no more connections
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "cable");
    thread.setDaemon(true);
    thread.start();
  }

  /** One connection. */
  private static final class Strand {

    private final Socket browser;
    private final Socket server;
    private volatile boolean isDead; // by the test, while bytes pass

    Strand(Socket browser, Socket server) {
      this.browser = browser;
      this.server = server;
    }

    void die() {
      isDead = true;
    }

    void close() throws IOException {
      browser.close();
      server.close();
    }

    /** Carries one way, and its end too; a dead strand swallows both. */
    void carry(Socket from, Socket to) {
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[8_192];
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
          if (!isDead) {
            out.write(bytes, 0, count);
          }
        }
        if (!isDead) {
          close();
        }
      } catch (IOException closed) {
        // the other way has ended
      }
    }
  }
}
