package io.groovejet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.HttpReply;
import io.groovejet.HttpRequest;
import io.groovejet.testkit.Conversation;
import io.groovejet.testkit.Speaker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The sessions in {@code PROTOCOL.md} happen as they are told. */
final class ProtocolSessionTest {

  static final List<List<String>> SESSIONS = ProtocolPage.read().sessions();

  @ParameterizedTest
  @FieldSource("SESSIONS")
  void aSessionHappensAsItIsTold(List<String> session) {
    try (Conversation talk = Conversation.begin()) {
      Stage stage = new Stage(talk);

      session.forEach(stage::plays);

      assertThat(stage.speakers).containsKeys("ada", "bob");
    }
  }

  /** Plays the lines of a session. */
  private static final class Stage {

    private static final Pattern SAYS = Pattern.compile("(\\w+) → (.*)");
    private static final Pattern HEARS = Pattern.compile("(\\w+) ← (.*)");
    private static final Pattern CONNECTS = Pattern.compile("(\\w+) connects and hears .*");
    private static final Pattern CONNECTS_BY_URL =
        Pattern.compile("(\\w+) connects to /\\?(\\S+) and hears .*");
    private static final Pattern IS_CLOSED = Pattern.compile("(\\w+) is closed with (\\d+)");
    private static final Pattern POSTS = Pattern.compile("(POST) /rooms ← (201 .*)");

    private final Conversation talk;
    private final Map<String, Speaker> speakers = new HashMap<>();

    private Stage(Conversation talk) {
      this.talk = talk;
    }

    private interface Move {
      void play(String who, String what);
    }

    void plays(String line) {
      boolean played =
          plays(line, SAYS, (who, what) -> speaker(who).saysText(withIds(what)))
              || plays(line, HEARS, (who, what) -> speaker(who).hearsText(what))
              || plays(line, CONNECTS, (who, what) -> speakers.put(who, talk.connects(who)))
              || plays(line, CONNECTS_BY_URL, this::connectsByUrl)
              || plays(line, IS_CLOSED, (who, code) -> speaker(who).isClosedWith(number(code)))
              || plays(line, POSTS, this::posts);
      assertThat(played).as(line).isTrue();
    }

    private static boolean plays(String line, Pattern pattern, Move move) {
      Matcher matcher = pattern.matcher(line);
      boolean matches = matcher.matches();
      if (matches) {
        move.play(matcher.group(1), matcher.group(matcher.groupCount()));
      }
      return matches;
    }

    private void connectsByUrl(String who, String text) {
      UrlQuery query = UrlQuery.parse(text);
      speakers.put(who, talk.connectsByUrl(who, query.codes().get(0), query.asHost()));
    }

    private void posts(String method, String answer) {
      HttpReply reply = talk.lobby().answer(new Post()).orElseThrow();
      assertThat(reply.status() + " " + reply.body()).isEqualTo(answer);
    }

    private Speaker speaker(String who) {
      return Objects.requireNonNull(speakers.get(who), who);
    }

    private String withIds(String text) {
      String withIds = text;
      for (Map.Entry<String, Speaker> one : speakers.entrySet()) {
        withIds = withIds.replace("@" + one.getKey(), one.getValue().clientId());
      }
      return withIds;
    }

    private static int number(String digits) {
      return Integer.parseInt(digits);
    }
  }

  private record Post() implements HttpRequest {
    @Override
    public String method() {
      return "POST";
    }

    @Override
    public String path() {
      return "/rooms";
    }

    @Override
    public String query() {
      return "";
    }

    @Override
    public List<String> headers(String name) {
      return List.of();
    }

    @Override
    public String remoteAddress() {
      return "127.0.0.1";
    }
  }
}
