package io.groovejet.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody in a room over a real socket, who is ready to be host as soon as it is asked. */
final class Member implements WebSocket.Listener {

  private static final HttpClient SOCKETS = HttpClient.newHttpClient();
  private static final long PATIENCE_SECONDS = 20;

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final Object sending = new Object();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;
  private String token = ""; // the latest the server gave
  private volatile Duration answered = Duration.ZERO; // taken to answer the latest becomeHost

  private Member(URI endpoint) {
    socket = SOCKETS.newWebSocketBuilder().buildAsync(endpoint, this).join();
  }

  /** Somebody new. */
  static Member at(URI endpoint) {
    Member member = new Member(endpoint);
    member.token = member.awaits("identity").field("clientToken");
    return member;
  }

  /** The same client on a new connection, back in its room. */
  Member backIn(String room, URI endpoint) {
    Member again = at(endpoint);
    again.says(
        "{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"%s\",\"clientToken\":\"%s\"}}"
            .formatted(room, token));
    again.token = again.awaits("identity").field("clientToken");
    again.awaits("roomJoined");
    return again;
  }

  /** Sends a message; the socket takes one at a time, and two threads have something to say. */
  void says(String text) {
    synchronized (sending) {
      socket.sendText(text, true).join();
    }
  }

  /** The next message of that type; others before it are passed over. */
  Heard awaits(String type) {
    try {
      Heard next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      while (next != null && !next.is(type)) {
        next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      if (next == null) {
        throw new IllegalStateException("never heard " + type);
      }
      return next;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("interrupted while waiting for " + type, interrupted);
    }
  }

  /** Ends the connection without a word. */
  void isCutOff() {
    socket.abort();
  }

  /** Whether it was asked to be host. */
  boolean wasAsked() {
    return !answered.isZero();
  }

  /** How long it took to answer when it was asked. */
  Duration answered() {
    return answered;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    long now = System.nanoTime();
    part.append(text);
    if (last) {
      Heard message = new Heard(part.toString(), now);
      part.setLength(0);
      answer(message);
      heard.add(message);
    }
    from.request(1);
    return null;
  }

  private void answer(Heard message) {
    if (message.is("becomeHost")) {
      String epoch = message.field("hostEpoch");
      says("{\"type\":\"hostReady\",\"data\":{\"hostEpoch\":%s}}".formatted(epoch));
      answered = Duration.ofNanos(System.nanoTime() - message.at());
    }
  }

  /**
   * A message and when it came.
   *
   * @param text the JSON
   * @param at the time, of {@link System#nanoTime}
   */
  record Heard(String text, long at) {

    boolean is(String type) {
      return text.startsWith("{\"type\":\"" + type + "\"");
    }

    /** The first value of that name, be it a string or a number. */
    String field(String name) {
      Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(text);
      if (!found.find()) {
        throw new IllegalStateException("no " + name + " in " + text);
      }
      return found.group(1);
    }
  }
}
