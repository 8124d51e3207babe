package io.groovejet.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of bad input at work: who sends it, who else is there, and what comes of it. */
final class BadInputScene implements AutoCloseable {

  private static final Duration AT_ONCE = Duration.ofSeconds(4);
  private static final Pattern REPEATED = Pattern.compile("(\\d+) times (.*)");

  private final BadInputCast cast;
  private final BadInput row;
  private @Nullable RawWebSocket socket; // of the sender, once it has one

  BadInputScene(ServedLobby served, BadInput row) {
    this.cast = new BadInputCast(served);
    this.row = row;
  }

  /** Does what the row says, and checks that the reaction comes and nothing else. */
  void play(String reaction) {
    List<String> events = new ArrayList<>(List.of(reaction.split(", ", -1)));
    switch (row.from()) {
      case "http" -> request(cast.plain(row.steps().get(0)), 1, events);
      case "upgrade" -> request(cast.upgrade(), 0, events);
      default -> {
        socket = cast.sender(row.from()).socket();
        row.steps().forEach(this::step);
      }
    }
    events.forEach(this::happens);
    if (isOpen() && !reaction.contains("close") && !reaction.contains("whatever")) {
      hearsNothingElse(sender());
      cast.others().forEach(BadInputScene::hearsNothingElse);
    }
  }

  private void request(RawRequest request, int from, List<String> events) {
    row.steps().stream().skip(from).map(cast::filledIn).forEach(step -> bend(request, step));
    try {
      socket = cast.keep(request.attempt());
    } catch (UncheckedIOException hungUp) {
      assertThat(events.remove(0).split("[ /]")).as("%s", hungUp).contains("end");
      return;
    }
    if (!events.get(0).startsWith("status")) {
      assertThat(socket.handshake().status()).as("%s", socket.handshake()).isEqualTo(101);
    }
  }

  private static void bend(RawRequest request, String step) {
    if (step.startsWith("line ")) {
      request.line(step.substring(5));
    } else if (step.startsWith("?")) {
      request.query(step.substring(1));
    } else if (step.startsWith("-")) {
      request.without(step.substring(1));
    } else if (!step.isEmpty()) {
      String[] field = step.split(":", 2);
      boolean added = field[0].startsWith("+");
      String value = field[1].strip();
      if (added) {
        request.and(field[0].substring(1), value);
      } else {
        request.header(field[0], value);
      }
    }
  }

  private void step(String step) {
    Matcher repeated = REPEATED.matcher(step);
    if (repeated.matches()) {
      for (int time = Integer.parseInt(repeated.group(1)); time > 0; time--) {
        step(repeated.group(2));
      }
      return;
    }
    String[] words = cast.filledIn(step).split(" ", 2);
    byte[] bytes =
        switch (words[0]) {
          case "says" -> Frame.text(words[1]).masked();
          case "frame" -> frame(words[1]).masked();
          case "unmasked" -> frame(words[1]).unmasked();
          case "bytes" -> BadInputCast.hex(words[1]);
          default -> throw new IllegalArgumentException("no such step: " + step);
        };
    sender().offerBytes(bytes);
  }

  private static Frame frame(String text) {
    String[] words = text.split(" ", 2);
    String payload = words.length == 1 ? "" : words[1];
    boolean hex = payload.startsWith("#");
    return Frame.of(
        Integer.parseInt(words[0], 16),
        hex ? BadInputCast.hex(payload.substring(1)) : payload.getBytes(UTF_8));
  }

  private void happens(String event) {
    String[] words = event.split(" ", 3);
    switch (words[0]) {
      case "nothing", "whatever" -> {}
      case "header" -> hasHeader(words[1], words[2]);
      case "status" -> assertThat(words[1].split("/")).contains("" + sender().handshake().status());
      case "close" -> closes(words[1]);
      case "error" -> hears(sender().nextText(), words);
      case "finally" -> finallyHears(event.substring("finally ".length()));
      default -> assertThat(Player.field(sender().nextText(), "type")).isEqualTo(event);
    }
  }

  private void hasHeader(String name, String value) {
    assertThat(RawRequest.header(sender().handshake(), name)).get().asString().contains(value);
  }

  private void closes(String codes) {
    int code = sender().closeCode();
    assertThat(codes.split("/")).contains("" + code);
    sender().offerBytes(Frame.close(code).masked());
    sender().awaitEnd(AT_ONCE);
  }

  private static void hears(String message, String[] words) {
    assertThat(Player.field(message, "type")).as("type of %s", message).isEqualTo("error");
    assertThat(Player.field(message, "errorType")).as("type of %s", message).isEqualTo(words[1]);
    if (words.length > 2) {
      assertThat(message).contains(words[2]);
    }
  }

  private void finallyHears(String event) {
    String[] words = event.split(" ", 3);
    String message = sender().nextText();
    while (!message.contains('"' + words[1] + '"')) {
      message = sender().nextText();
    }
    hears(message, words);
  }

  private boolean isOpen() {
    return socket != null && socket.handshake().status() == 101;
  }

  private static void hearsNothingElse(RawWebSocket socket) {
    new Player(socket, "").hearsNothing();
  }

  private RawWebSocket sender() {
    if (socket == null) {
      throw new AssertionError("there was no answer at all");
    }
    return socket;
  }

  @Override
  public void close() {
    cast.close();
  }
}
