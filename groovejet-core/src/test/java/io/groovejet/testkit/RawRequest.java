package io.groovejet.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.groovejet.HttpReply;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 request over a plain socket of its own, right or wrong: a plain one, or the opening
 * handshake of a WebSocket. Methods that change it return it, so that calls chain; it is sent once.
 */
public final class RawRequest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String method;
  private final URI uri;
  private final List<HttpReply.Header> headers = new ArrayList<>();
  private byte[] appended = {}; // replaced while the request is put together
  private String query;
  private @Nullable String line; // the request line, if it is not to be put together
  private int receiveBuffer; // 0 leaves it to the operating system
  private @Nullable String from; // an address of this machine, null leaves it to the system

  private RawRequest(String method, URI uri) {
    this.method = method;
    this.uri = uri;
    this.query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
  }

  /** A plain request. */
  public static RawRequest of(String method, URI uri) {
    return new RawRequest(method, uri).header("Host", uri.getRawAuthority());
  }

  /** A correct opening handshake (RFC 6455 section 4.1), to be bent by the calls that follow. */
  public static RawRequest upgrade(URI uri) {
    return of("GET", uri)
        .header("Connection", "keep-alive, Upgrade")
        .header("Upgrade", "websocket")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
  }

  /** Replaces the query, by one that no {@link URI} could hold if need be. */
  public RawRequest query(String raw) {
    query = "?" + raw;
    return this;
  }

  /** Replaces the whole request line, by one that is none if need be. */
  public RawRequest line(String raw) {
    line = raw;
    return this;
  }

  /** Sets a header field to one value, whatever it was. */
  public RawRequest header(String name, String value) {
    without(name).headers.add(new HttpReply.Header(name, value));
    return this;
  }

  /** Adds a header field to those there are, of the same name or not. */
  public RawRequest and(String name, String value) {
    headers.add(new HttpReply.Header(name, value));
    return this;
  }

  /** Removes a header field. */
  public RawRequest without(String name) {
    headers.removeIf(header -> header.name().equalsIgnoreCase(name));
    return this;
  }

  /** Sends frames in the same breath as the request, before its answer is known. */
  public RawRequest followedBy(Frame... frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Frame frame : frames) {
      bytes.writeBytes(frame.masked());
    }
    appended = bytes.toByteArray();
    return this;
  }

  /** Asks the operating system for a receive buffer of about this many bytes. */
  public RawRequest receiveBuffer(int bytes) {
    receiveBuffer = bytes;
    return this;
  }

  /** Comes from that address of this machine, such as 127.0.0.2. */
  public RawRequest from(String address) {
    from = address;
    return this;
  }

  /**
   * Sends the request, reads the whole answer and hangs up.
   *
   * @return the answer, its header fields in their order
   */
  public HttpReply send() {
    try (Socket socket = connected()) {
      return answered(socket.getInputStream());
    } catch (IOException failure) {
      throw new UncheckedIOException(method + " " + uri, failure);
    }
  }

  /**
   * Sends the opening handshake.
   *
   * @return the open WebSocket
   * @throws AssertionError if the server refused the upgrade
   */
  public RawWebSocket open() {
    RawWebSocket client = attempt();
    if (client.handshake().status() != 101) {
      client.close();
      throw new AssertionError("the server refused the upgrade: " + client.handshake());
    }
    return client;
  }

  /** Sends the request, whose answer says whether the connection became a WebSocket. */
  RawWebSocket attempt() {
    try {
      Socket socket = connected();
      try {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        return new RawWebSocket(socket, in, answered(in));
      } catch (IOException unanswered) {
        socket.close();
        throw unanswered;
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(method + " " + uri, failure);
    }
  }

  /** The value of a header field of an answer, if it is there. */
  public static Optional<String> header(HttpReply reply, String name) {
    return reply.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(HttpReply.Header::value)
        .findFirst();
  }

  private Socket connected() throws IOException {
    Socket plain = new Socket();
    plain.setTcpNoDelay(true);
    if (receiveBuffer > 0) {
      plain.setReceiveBufferSize(receiveBuffer);
    }
    plain.setSoTimeout((int) PATIENCE.toMillis());
    if (from != null) {
      plain.bind(new InetSocketAddress(from, 0));
    }
    plain.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), plain.getSoTimeout());
    Socket socket = uri.getScheme().equals("wss") ? encrypted(plain) : plain;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head().getBytes(ISO_8859_1));
    bytes.writeBytes(appended);
    socket.getOutputStream().write(bytes.toByteArray());
    return socket;
  }

  private Socket encrypted(Socket plain) throws IOException {
    return UntrustedTls.context()
        .getSocketFactory()
        .createSocket(plain, uri.getHost(), uri.getPort(), true);
  }

  private String head() {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String first = line == null ? method + " " + path + query + " HTTP/1.1" : line;
    StringBuilder head = new StringBuilder(first + "\r\n");
    headers.forEach(field -> head.append(field.name() + ": " + field.value() + "\r\n"));
    return head.append("\r\n").toString();
  }

  private static HttpReply answered(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ", 3)[1]);
    List<HttpReply.Header> headers = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] parts = line.split(":", 2);
      headers.add(new HttpReply.Header(parts[0], parts[1].trim()));
    }
    HttpReply reply = new HttpReply(status, headers, "");
    return new HttpReply(status, headers, body(reply, in));
  }

  private static String body(HttpReply reply, InputStream in) throws IOException {
    int length = header(reply, "Content-Length").map(Integer::parseInt).orElse(0);
    boolean chunked = header(reply, "Transfer-Encoding").isPresent();
    if (reply.status() == 101 || (length == 0 && !chunked)) {
      return "";
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int left = chunked ? chunk(in) : length; left > 0; left = chunked ? chunk(in) : 0) {
      body.writeBytes(in.readNBytes(left));
      if (chunked) {
        line(in);
      }
    }
    return body.toString(UTF_8);
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).trim(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server hung up in the middle of its answer: " + line);
      }
      line.append((char) next);
    }
    return line.toString().trim();
  }
}
