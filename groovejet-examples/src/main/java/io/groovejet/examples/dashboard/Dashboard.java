package io.groovejet.examples.dashboard;

import io.groovejet.HttpReply;
import io.groovejet.HttpReply.Header;
import io.groovejet.Lobby;
import io.groovejet.LobbyListener;
import io.groovejet.examples.web.SafeReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A live view of one lobby: a page at {@code /dashboard}, and what it shows as JSON at {@code
 * /dashboard/data}. Names are shortened; tokens and signals are not even known here.
 *
 * <p>Whoever can open it sees who plays: mount it where only operators get.
 */
public final class Dashboard implements AutoCloseable {

  private static final String DATA = "/dashboard/data";
  private static final Map<String, String> FILES =
      Map.of(
          "/dashboard", "dashboard.html",
          "/dashboard/dashboard.css", "dashboard.css",
          "/dashboard/dashboard.js", "dashboard.js",
          "/dashboard/plot.js", "plot.js",
          "/dashboard/table.js", "table.js");
  private static final Map<String, String> CONTENT_TYPES =
      Map.of("html", "text/html", "css", "text/css", "js", "text/javascript");
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private final Overview overview;
  private final ScheduledExecutorService clock;

  private Dashboard(Overview overview, ScheduledExecutorService clock) {
    this.overview = overview;
    this.clock = clock;
  }

  /** What a lobby is to be built with so that a dashboard can be opened on it. */
  public static final class Watch {

    private final Roster roster = new Roster();
    private final Diary diary = new Diary();
    private final Tally tally = new Tally(roster, diary);

    /** Nothing was seen yet. */
    public Watch() {}

    /** To be given to the lobby's builder. */
    public LobbyListener listener() {
      return tally;
    }

    /** Opens the dashboard of the lobby that was built with {@link #listener}. */
    public Dashboard open(Lobby lobby) {
      History history = new History(lobby, tally);
      history.add();
      ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Watch::thread);
      var unused = clock.scheduleAtFixedRate(history::add, 1, 1, TimeUnit.SECONDS);
      return new Dashboard(
          new Overview(lobby, tally, history, diary, roster, Instant.now()), clock);
    }

    private static Thread thread(Runnable task) {
      Thread thread = new Thread(task, "dashboard");
      thread.setDaemon(true);
      return thread;
    }
  }

  /** Answers a request for the dashboard; empty when the path is not its own. */
  public Optional<HttpReply> answer(String method, String path) {
    String file = FILES.get(path);
    if (file == null && !path.equals(DATA)) {
      return Optional.empty();
    }
    if (!METHODS.contains(method)) {
      Header allow = new Header("Allow", "GET, HEAD");
      return Optional.of(reply(405, "text/plain", "no-store", "This can only be read\n", allow));
    }
    if (file == null) {
      return Optional.of(reply(200, "application/json", "no-store", overview.json()));
    }
    String type = CONTENT_TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    return Optional.of(reply(200, Objects.requireNonNull(type), "no-cache", read(file)));
  }

  /** Takes no more samples. */
  @Override
  public void close() {
    clock.shutdownNow();
  }

  private static HttpReply reply(
      int status, String contentType, String caching, String body, Header... more) {
    return SafeReply.of(status, contentType + ";charset=utf-8", caching, body, more);
  }

  private static String read(String file) {
    try (InputStream in = Dashboard.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
