package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client where it belongs: in real browsers, with real data channels. */
class ClientIT {

  private static final int JOINS = 9;
  private static final int MIGRATIONS = 5;

  @RegisterExtension private final Players players = new Players();
  @TempDir private Path folder;
  private final List<ClientPage> pages = new ArrayList<>();
  private ExampleServer server; // set by JUnit before each test

  @BeforeEach
  void serve() throws BadOptionException {
    server = start(0);
  }

  @AfterEach
  void nothingWentWrong() {
    players.leave();
    server.close();
    assertThat(pages).allSatisfy(page -> assertThat(page.complaints()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void allHearTheHostAndTheHostHearsAllOnBothChannels(int number) {
    ClientPage host = client();
    String code = host.createsARoom();
    List<ClientPage> guests = IntStream.range(1, number).mapToObj(i -> guest(code)).toList();
    int others = number - 1;
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
  void aHostManagesItsRoomAndWhoIsPutOutStaysOut() {
    ClientPage host = client();
    ClientPage guest = guest(host.createsARoom());
    host.asks("() => room.update({ isPublic: true, maxClients: 4, metadata: { map: 'ice' } })");
    guest.waitsUntil("() => room.settings.maxClients === 4");
    guest.asks("() => room.on('closed', (end) => heard.push(`${end.reason}: ${end.detail}`))");
    assertThat(
            guest.asks(
                "() => lobby.listRooms({ filter: { map: 'ice' } })"
                    + ".then(({ rooms }) => rooms.some(({ roomCode }) => roomCode === room.code))"))
        .isEqualTo(true);

    host.asks(
        "() => room.removeClient(room.clients[1].clientId, { ban: 'identity', reason: 'rude' })");
    guest.waitsUntil("() => heard.includes('banned: rude')");
    host.waitsUntil("() => room.clients.length === 1 && room.links.length === 0");
    assertThat(guest.asks("() => lobby.joinRoom(room.code).catch(({ code }) => code)"))
        .isEqualTo("banned");

    host.asks("() => room.closeForAll('good night')");
    assertThat(host.asks("() => room.ending.reason + ': ' + room.ending.detail"))
        .isEqualTo("closed: good night");
    assertThat(host.asks("() => lobby.rejoin()")).isNull();
  }

  @Test
  void aReloadedPageIsTheSameClientInItsOldRole() {
    ClientPage host = client();
    host.createsARoom();
    String before = host.clientId();
    host.asks("() => room.saveSnapshot({ score: 42 })");

    host.reloadsAndRejoins();

    host.waitsUntil("() => hosts[0]?.isHost");
    assertThat(host.clientId()).isEqualTo(before);
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
    String before = guest.clientId();

    guest.isOffline(true);
    host.waitsUntil("() => room.clients.some(({ connected }) => !connected)");
    guest.asks("() => new Promise((resolve) => setTimeout(resolve, 3_000))");
    assertThat(guest.asks("() => room.isOnline")).isEqualTo(false);
    guest.isOffline(false);

    guest.waitsUntil("() => room.isOnline");
    guest.asks("() => room.send('still me')");
    host.waitsUntil("() => heard.includes('reliable: still me')");
    assertThat(guest.clientId()).isEqualTo(before);
  }

  /**
   * Nobody is told, neither the browser nor a socket: only a question that stays unanswered does.
   */
  @Test
  void aGuestWhoseConnectionFellSilentComesBackAsTheSameClient() throws IOException {
    ClientPage host = client();
    String code = host.createsARoom();
    try (Cable cable = Cable.to(URI.create(server.url()).getPort())) {
      ClientPage guest = new ClientPage(players.next(), cable.url(), Duration.ofSeconds(2));
      guest.joins(code);
      String before = guest.clientId();

      cable.cut();
      Object told = guest.asks("() => room.updateMe({}).catch(({ code }) => code)");
      assertThat(told).isEqualTo("timeout");
      assertThat(guest.asks("() => room.isOnline")).isEqualTo(false);
      cable.mend();

      guest.waitsUntil("() => room.isOnline");
      assertThat(guest.asks("() => room.updateMe({}).then(({ client }) => client.clientId)"))
          .isEqualTo(before);
      players.leave();
    }
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
    for (int i = 0; i < JOINS; i++) {
      taken.add(guest.joinsAndLinks(code));
      guest.asks("() => room.leave()");
    }

    report("from joinRoom to an open link", taken);
    assertThat(taken).hasSize(JOINS);
  }

  @Test
  void theGameGoesOnQuicklyAtTheNextHost() {
    ClientPage first = client();
    String code = first.createsARoom();
    List<ClientPage> left =
        Stream.concat(Stream.of(first), Stream.generate(() -> guest(code)).limit(MIGRATIONS + 1))
            .collect(Collectors.toCollection(ArrayList::new));
    left.forEach(ClientPage::plays);
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < MIGRATIONS; i++) {
      double closed = System.currentTimeMillis();
      left.remove(0).closes();
      String host = left.get(0).clientId();
      taken.add(
          left.stream().skip(1).mapToDouble(guest -> guest.hears(host)).max().orElseThrow()
              - closed);
    }

    report("from the host's tab closed to the game going on for all at the next host", taken);
    assertThat(taken).hasSize(MIGRATIONS);
  }

  private static void report(String what, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        "%s, of %d: median %.0f ms, most %.0f ms%n",
        what, sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
  }

  private ClientPage guest(String code) {
    ClientPage guest = client();
    guest.joins(code);
    guest.waitsUntil("() => room.links.some(({ state }) => state === 'open')");
    return guest;
  }

  private ClientPage client() {
    ClientPage page = new ClientPage(players.next(), server.url());
    pages.add(page);
    return page;
  }

  private ExampleServer start(int port) throws BadOptionException {
    List<String> words = List.of("--port=" + port, "--data-dir=" + folder);
    return ExampleServer.start(ExampleOptions.parse(words, new Properties()));
  }
}
