package io.groovejet.examples;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser tab with nothing but the client in it, as a game's own page would have. */
final class ClientPage {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String SETUP =
      """
      async ({ url, patience }) => {
        const { Lobby } = await import(url + 'client/groovejet.js');
        window.lobby = await Lobby.connect(url.replace('http', 'ws'), { timeoutMillis: patience });
        window.heard = [];
        window.links = [];
        window.hosts = [];
        window.enter = (room) => {
          window.room = room;
          room.onMessage((from, data, channel) => heard.push(`${channel}: ${data}`));
          room.on('link', ({ state }) => links.push(state));
          room.onHostChange(({ isHost, snapshot }) => hosts.push({ isHost, state: snapshot?.snapshot }));
          return room.code;
        };
      }
      """;

  private final Page page;
  private final String url;
  private final Duration patience;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  ClientPage(BrowserContext context, String url) {
    this(context, url, PATIENCE);
  }

  /** Waits no longer than that for any answer of the lobby. */
  ClientPage(BrowserContext context, String url, Duration patience) {
    this.url = url;
    this.patience = patience;
    page = context.newPage();
    page.onPageError(complaints::add);
    opens();
  }

  String createsARoom() {
    return (String) asks("async () => enter(await lobby.createRoom({ maxClients: 8 }))");
  }

  void joins(String code) {
    page.evaluate("async (code) => enter(await lobby.joinRoom(code, { canHost: true }))", code);
  }

  /** Joins, and says after how many milliseconds there was an open link to the host. */
  double joinsAndLinks(String code) {
    return ((Number)
            page.evaluate(
                """
                async (code) => {
                  const began = performance.now();
                  enter(await lobby.joinRoom(code, { canHost: true }));
                  while (!room.links.some(({ state }) => state === 'open'))
                    await new Promise((resolve) => room.on('link', resolve));
                  return performance.now() - began;
                }
                """,
                code))
        .doubleValue();
  }

  String clientId() {
    return (String) asks("() => room.clientId");
  }

  /**
   * Plays as games do: a host says how things stand 20 times a second, and saves it every second.
   */
  void plays() {
    asks(
        """
        () => {
          window.news = {};
          room.onMessage((from) => { news[from] ??= Date.now(); });
          setInterval(() => room.isHost && room.send('news', { channel: 'unreliable' }), 50);
          setInterval(() => room.isHost && room.saveSnapshot({ score: 42 }).catch(() => {}), 1_000);
        }
        """);
  }

  /** When the first news of that host came, in milliseconds of this machine's clock. */
  double hears(String host) {
    return ((Number) page.waitForFunction("(host) => news[host]", host).jsonValue()).doubleValue();
  }

  /** Loads the page anew and goes back to where it was. */
  void reloadsAndRejoins() {
    opens();
    asks("async () => enter(await lobby.rejoin({ canHost: true }))");
  }

  /** Begins to join, and loads the page anew before there is an answer. */
  void reloadsWhileItJoins(String code) {
    page.evaluate("(code) => { lobby.joinRoom(code, { canHost: true }); }", code);
    opens();
  }

  void waitsUntil(String condition) {
    page.waitForFunction(condition);
  }

  Object asks(String expression) {
    return page.evaluate(expression);
  }

  void isOffline(boolean offline) {
    page.context().setOffline(offline);
  }

  void closes() {
    page.close();
  }

  /** What went wrong in the page without being caught. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private void opens() {
    page.navigate(url + "crashed.html");
    page.evaluate(SETUP, Map.of("url", url, "patience", Math.toIntExact(patience.toMillis())));
  }
}
