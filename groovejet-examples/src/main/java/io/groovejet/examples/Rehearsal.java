package io.groovejet.examples;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host and a guest who play with a server once, so that Java knows at its end all classes that
 * matter and can keep them for a faster start.
 */
final class Rehearsal implements WebSocket.Listener {

  private static final int SIGNALS = 2_000;
  private static final long PATIENCE_SECONDS = 20;

  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;

  private Rehearsal(URI endpoint) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(endpoint, this).join();
  }

  /** Plays; the server must not hold clients to limits. */
  static void at(URI endpoint) throws InterruptedException {
    Rehearsal host = new Rehearsal(endpoint);
    host.says("{\"type\":\"createRoom\"}");
    String code = field(host.awaits("roomCreated"), "roomCode");
    Rehearsal guest = new Rehearsal(endpoint);
    String id = field(guest.awaits("identity"), "clientId");
    guest.says("{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"" + code + "\"}}");
    guest.awaits("roomJoined");
    for (int signal = 0; signal < SIGNALS; signal++) {
      guest.says("{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":{}}}");
      host.awaits("guestOfferSignal");
      host.says(
          "{\"type\":\"hostAnswerSignal\",\"data\":{\"answerSignal\":{},\"clientId\":\""
              + id
              + "\"}}");
      guest.awaits("hostAnswerSignal");
    }
    guest.says("{\"type\":\"leaveRoom\"}");
    guest.awaits("roomLeft");
    host.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    guest.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      heard.add(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void says(String text) {
    socket.sendText(text, true).join();
  }

  private String awaits(String type) throws InterruptedException {
    String head = "{\"type\":\"" + type + "\"";
    String next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (next != null && !next.startsWith(head)) {
      next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    if (next == null) {
      throw new IllegalStateException("never heard " + type);
    }
    return next;
  }

  private static String field(String message, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)").matcher(message);
    if (!found.find()) {
      throw new IllegalStateException("no " + name + " in " + message);
    }
    return found.group(1);
  }
}
