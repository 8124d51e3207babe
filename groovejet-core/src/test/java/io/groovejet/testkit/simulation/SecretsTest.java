package io.groovejet.testkit.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.identity.ClientTokens;
import io.groovejet.protocol.ClientId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What proves who somebody is shows nowhere else. */
final class SecretsTest {

  private static final Logger LOG = Logger.getLogger("io.groovejet"); // kept, so that it stays so
  private static final long WORLDS = 50;

  @Test
  void noTokenIsLogged() {
    Listener listener = new Listener();
    LOG.setLevel(Level.ALL);
    LOG.setUseParentHandlers(false);
    LOG.addHandler(listener);
    try {
      LongStream.range(0, WORLDS).parallel().forEach(Simulation::run);
    } finally {
      LOG.removeHandler(listener);
      LOG.setUseParentHandlers(true);
      LOG.setLevel(null);
    }

    assertThat(listener.lines).isNotEmpty().noneMatch(Tokens::areIn);
  }

  @Test
  void aTokenIsSeenWhereverItShows() {
    ClientId ada = new ClientId(UUID.randomUUID());
    String token =
        new ClientTokens(new byte[32], Duration.ofDays(1)).issue(ada, Instant.EPOCH).reveal();

    assertThat(Tokens.areIn("somebody has " + token + ".")).isTrue();
    assertThat(Tokens.areKept(identity(ada, token))).isTrue();
    assertThat(Tokens.areKept(identity(UUID.randomUUID(), token))).isFalse();
    assertThat(Tokens.areKept(identity(ada, token + "\"," + token))).isFalse();
    assertThat(Tokens.areKept(bytes("{\"type\":\"clientJoined\",\"x\":\"" + token))).isFalse();
  }

  private static byte[] identity(Object bearer, String token) {
    return bytes(
        "{\"type\":\"identity\",\"data\":{\"clientId\":\"%s\",\"clientToken\":\"%s\"}}"
            .formatted(bearer, token));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** Keeps all that is logged, with the traces of what was thrown. */
  private static final class Listener extends Handler {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord line) {
      StringWriter thrown = new StringWriter();
      if (line.getThrown() != null) {
        line.getThrown().printStackTrace(new PrintWriter(thrown));
      }
      lines.add(line.getMessage() + Arrays.toString(line.getParameters()) + thrown);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
