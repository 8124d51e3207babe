package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client where it belongs: in real browsers, with real data channels. */
class ClientIT {

  private static final int TIMES = 9;

  private static Browser browser; // set by JUnit before each class

  @TempDir private Path folder;

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<ClientPage> pages = new ArrayList<>();
  private ExampleServer server; // set by JUnit before each test

  @BeforeAll
  static void launch() {
    browser = Browser.launch();
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void serve() throws BadOptionException {
    server = start(0);
  }

  @AfterEach
  void nothingWentWrong() {
    contexts.forEach(BrowserContext::close);
    server.close();
    assertThat(pages).allSatisfy(page -> assertThat(page.complaints()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void allHearTheHostAndTheHostHearsAllOnBothChannels(int players) {
    ClientPage host = client();
    String code = host.createsARoom();
    List<ClientPage> guests = IntStream.range(1, players).mapToObj(i -> guest(code)).toList();
    int others = players - 1;
    host.waitsUntil(
        "() => room.links.filter(({ state }) => state === 'open').length === " + others);

    host.asks("() => { room.send('to all'); room.send('quick', { channel: 'unreliable' }); }");
    guests.forEach(
        guest -> {
          guest.waitsUntil("() => heard.includes('reliable: to all')");
          guest.waitsUntil("() => heard.includes('unreliable: quick')");
          guest.asks("() => room.send('from a guest')");
          guest.asks("() => room.sendTo(room.hostId, 'swift', { channel: 'unreliable' })");
        });

    host.waitsUntil(
        "() => heard.filter((it) => it === 'reliable: from a guest').length === " + others);
    host.waitsUntil("() => heard.filter((it) => it === 'unreliable: swift').length === " + others);
  }

  @Test
  void theHostsTabIsClosedAndTheStateIsIntact() {
    ClientPage host = client();
    String code = host.createsARoom();
    ClientPage guest = guest(code);
    host.asks("() => room.saveSnapshot({ score: 42 })");

    host.closes();

    guest.waitsUntil("() => room.isHost");
    assertThat(guest.asks("() => hosts[0].state.score")).isEqualTo(42);
  }

  @Test
  void aReloadedPageIsTheSameClientInItsOldRole() {
    ClientPage host = client();
    host.createsARoom();
    Object before = host.asks("() => room.clientId");
    host.asks("() => room.saveSnapshot({ score: 42 })");

    host.reloadsAndRejoins();

    host.waitsUntil("() => hosts[0]?.isHost");
    assertThat(host.asks("() => room.clientId")).isEqualTo(before);
    assertThat(host.asks("() => hosts[0].state.score")).isEqualTo(42);
  }

  @Test
  void aReloadInTheMiddleOfAJoinDoesNoHarm() {
    ClientPage host = client();
    String code = host.createsARoom();
    ClientPage guest = client();

    guest.reloadsWhileItJoins(code);
    guest.joins(code);

    guest.waitsUntil("() => room.links.some(({ state }) => state === 'open')");
    host.waitsUntil("() => room.links.some(({ state }) => state === 'open')");
  }

  @Test
  void aGuestThatWasOfflineComesBackAsTheSameClient() {
    ClientPage host = client();
    ClientPage guest = guest(host.createsARoom());
    Object before = guest.asks("() => room.clientId");

    guest.isOffline(true);
    guest.asks("() => lobby.drop()");
    guest.asks("() => new Promise((resolve) => setTimeout(resolve, 3_000))");
    assertThat(guest.asks("() => room.isOnline")).isEqualTo(false);
    guest.isOffline(false);

    guest.waitsUntil("() => room.isOnline");
    guest.asks("() => room.send('still me')");
    host.waitsUntil("() => heard.includes('reliable: still me')");
    assertThat(guest.asks("() => room.clientId")).isEqualTo(before);
  }

  @Test
  void aServerThatRestartsUnderARunningGameIsNotMissed() throws Exception {
    ClientPage host = client();
    ClientPage guest = guest(host.createsARoom());
    guest.asks("() => void (links.length = 0)");

    int port = URI.create(server.url()).getPort();
    server.close();
    guest.waitsUntil("() => !room.isOnline");
    host.asks("() => room.send('who needs a server')");
    guest.waitsUntil("() => heard.includes('reliable: who needs a server')");
    server = start(port);

    guest.waitsUntil("() => room.isOnline && lobby.room === room");
    host.waitsUntil("() => room.isOnline && lobby.room === room && room.isHost");
    host.asks("() => room.saveSnapshot({ score: 1 })");
    assertThat(guest.asks("() => links.every((state) => state === 'open')")).isEqualTo(true);
    assertThat(guest.asks("() => room.hostEpoch")).isEqualTo(1);
  }

  @Test
  void aLinkOpensQuickly() {
    ClientPage host = client();
    String code = host.createsARoom();
    ClientPage guest = client();
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      taken.add(guest.joinsAndLinks(code));
      guest.asks("() => room.leave()");
    }

    taken.sort(Double::compare);
    System.out.printf(
        "from joinRoom to an open link: median %.0f ms, most %.0f ms%n",
        taken.get(TIMES / 2), taken.get(TIMES - 1));
    assertThat(taken).hasSize(TIMES);
  }

  private ClientPage guest(String code) {
    ClientPage guest = client();
    guest.joins(code);
    guest.waitsUntil("() => room.links.some(({ state }) => state === 'open')");
    return guest;
  }

  private ClientPage client() {
    BrowserContext context = browser.player();
    contexts.add(context);
    ClientPage page = new ClientPage(context, server.url());
    pages.add(page);
    return page;
  }

  private ExampleServer start(int port) throws BadOptionException {
    List<String> words = List.of("--port=" + port, "--data-dir=" + folder);
    return ExampleServer.start(ExampleOptions.parse(words, new Properties()));
  }
}
