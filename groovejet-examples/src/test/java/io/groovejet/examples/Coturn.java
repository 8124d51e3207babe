package io.groovejet.examples;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real TURN server: coturn, on loopback, which shares a secret with the lobby. */
final class Coturn implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** A STUN binding request (RFC 8489 section 5): type, length, magic cookie, transaction. */
  private static final byte[] BINDING = {
    0, 1, 0, 0, 0x21, 0x12, (byte) 0xa4, 0x42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
  };

  private final Process process;
  private final int port;

  private Coturn(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it. Without coturn the test is aborted, or fails where {@code CI=true}. */
  static Coturn start(Path folder, String secret) throws IOException {
    Path turnserver = Programs.orAbort("turnserver");
    int port = freePort();
    List<String> command =
        List.of(
            turnserver.toString(),
            "-n",
            "--use-auth-secret",
            "--static-auth-secret=" + secret,
            "--realm=groovejet",
            "--listening-port=" + port,
            "--listening-ip=127.0.0.1",
            "--relay-ip=127.0.0.1",
            "--allow-loopback-peers",
            "--no-tls",
            "--no-dtls",
            "--no-cli",
            "--log-file=stdout",
            "--pidfile=" + folder.resolve("turnserver.pid"));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("turnserver.log").toFile())
            .start();
    Coturn coturn = new Coturn(process, port);
    coturn.awaitAnswer();
    return coturn;
  }

  /** Where it is, as browsers are told. */
  String url() {
    return "turn:127.0.0.1:" + port + "?transport=udp";
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitAnswer() throws IOException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (System.nanoTime() > giveUp || !process.isAlive()) {
        close();
        throw new IOException("coturn does not answer on port " + port);
      }
    }
  }

  private boolean answers() throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(200);
      InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      socket.send(new DatagramPacket(BINDING, BINDING.length, there));
      socket.receive(new DatagramPacket(new byte[512], 512));
      return true;
    } catch (SocketTimeoutException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (DatagramSocket socket = new DatagramSocket(any)) {
      return socket.getLocalPort();
    }
  }
}
