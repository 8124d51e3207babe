package io.groovejet.examples;

import io.groovejet.LobbyBuilder;
import io.groovejet.examples.dashboard.Dashboard;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A server with a lobby and a game that is played through it, both at {@code /}. */
public final class ExampleServer implements AutoCloseable {

  private static final String REHEARSE = "--rehearse";
  private static final int BAD_OPTION = 2;
  private static final Duration COME_BACK_WITHIN = Duration.ofSeconds(2);
  private static final Duration LAST_WORDS = Duration.ofMillis(300);
  private static final Duration LONGEST_END = Duration.ofMillis(1_700); // of the 2 s it may take
  private static final int HALTED = 143; // as for SIGTERM

  private final KeptLobby kept;
  private final Optional<Dashboard> dashboard;
  private final RunningServer server;
  private final String url;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ExampleServer(
      KeptLobby kept, Optional<Dashboard> dashboard, RunningServer server, String url) {
    this.kept = kept;
    this.dashboard = dashboard;
    this.server = server;
    this.url = url;
  }

  /**
   * Runs until the process is told to end; {@code --help} lists what it can be told. With {@code
   * --rehearse} it plays with itself and ends.
   */
  public static void main(String... arguments) throws InterruptedException {
    List<String> words = List.of(arguments);
    if (words.contains("--help")) {
      System.out.print(ExampleOptions.help());
      return;
    }
    boolean isRehearsal = words.contains(REHEARSE);
    try {
      ExampleOptions options =
          ExampleOptions.parse(
              words.stream().filter(word -> !word.equals(REHEARSE)).toList(),
              System.getProperties());
      if (isRehearsal) {
        rehearse(options);
      } else {
        run(options);
      }
    } catch (BadOptionException bad) {
      System.err.println(bad.getMessage());
      System.exit(BAD_OPTION);
    }
  }

  /** Starts a server; it accepts connections when this returns. */
  static ExampleServer start(ExampleOptions options) throws BadOptionException {
    InetSocketAddress where = FreeAddress.of(options.address(), options.port());
    Dashboard.Watch watch = new Dashboard.Watch();
    LobbyBuilder builder = options.lobby();
    KeptLobby kept =
        KeptLobby.of(
            options.dashboard() ? builder.listener(watch.listener()) : builder, options.folder());
    Optional<Dashboard> dashboard =
        options.dashboard() ? Optional.of(watch.open(kept.lobby())) : Optional.empty();
    try {
      Site site = site(dashboard);
      RunningServer server =
          options.transport().start(kept.lobby(), site, where, options.handshake());
      String url = url(where.getAddress(), server.port());
      return new ExampleServer(kept, dashboard, server, url);
    } catch (Exception failed) {
      dashboard.ifPresent(Dashboard::close);
      kept.close();
      throw new IllegalStateException("could not start " + options.transport(), failed);
    }
  }

  /** Where the page is. */
  String url() {
    return url;
  }

  /** Tells all clients that the server goes, lets them hear it, and goes. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      kept.lobby().drain(COME_BACK_WITHIN);
      LockSupport.parkNanos(LAST_WORDS.toNanos());
      server.stop();
      dashboard.ifPresent(Dashboard::close);
      kept.close();
    }
  }

  /** Closes, and does not wait for clients that do not read: what is kept survives that too. */
  private void end() {
    Thread impatience =
        new Thread(
            () -> {
              LockSupport.parkNanos(LONGEST_END.toNanos());
              Runtime.getRuntime().halt(HALTED);
            },
            "groovejet-impatience");
    impatience.setDaemon(true);
    impatience.start();
    close();
  }

  private static void run(ExampleOptions options) throws BadOptionException, InterruptedException {
    Logger.getLogger("").setLevel(Level.WARNING);
    ExampleServer server = start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(server::end, "groovejet-end"));
    String transport = options.transport().wording();
    System.out.println("READY " + server.url + " over " + transport + ", Ctrl-C ends it");
    new CountDownLatch(1).await();
  }

  private static void rehearse(ExampleOptions options)
      throws BadOptionException, InterruptedException {
    Logger.getLogger("").setLevel(Level.WARNING);
    try (ExampleServer server = start(options.forRehearsal())) {
      Rehearsal.at(URI.create(server.url().replaceFirst("http", "ws")));
    }
    System.out.println("REHEARSED");
  }

  private static Site site(Optional<Dashboard> dashboard) {
    Page page = dashboard.isPresent() ? Page.besideADashboard() : Page.alone();
    return (method, path) ->
        dashboard
            .flatMap(open -> open.answer(method, path))
            .orElseGet(() -> page.answer(method, path));
  }

  private static String url(InetAddress address, int port) {
    String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
  }
}
