package io.groovejet.examples;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.testkit.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What somebody may do to a server, and what has to come of it. */
final class Attacks {

  private static final int GUESTS = 63; // beside a host in a full room
  private static final int GUESSES = 20; // that an address has
  private static final int TOO_BUSY = 1013;
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration ROUND = Duration.ofMillis(250); // within the rate of hosts
  private static final int MOST_ROUNDS = 200;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final String url;
  private final Transport transport;

  Attacks(String url, Transport transport) {
    this.url = url;
    this.transport = transport;
  }

  /** Whole rooms of guests who never read what their hosts send; pongs keep them alive. */
  void neverRead(int rooms) throws Exception {
    List<Member> hosts = new ArrayList<>();
    List<Foe> foes = new ArrayList<>();
    for (int room = 0; room < rooms; room++) {
      Member host = Member.at(url, Foe.address(room));
      byte[] join = Foe.message("joinRoom", "{\"roomCode\":\"" + host.opensRoom() + "\"}");
      Foe foe = Foe.saying(Foe.upgrade(Foe.address(room), join)).deaf();
      Foe alive = foe.repeating(Frame.pong("").masked(), Duration.ofMillis(500));
      IntStream.range(0, GUESTS).forEach(guest -> foes.add(alive));
      hosts.add(host);
    }
    try (Horde horde = new Horde(url, foes)) {
      CompletableFuture<Void> flooded = new CompletableFuture<>();
      CompletableFuture<Horde> attack =
          CompletableFuture.supplyAsync(() -> attack(horde, flooded::isDone));
      Map<Member, List<String>> guests = new LinkedHashMap<>();
      for (Member host : hosts) {
        hosts.forEach(Member::showsLife);
        guests.put(host, guestsOf(host));
      }
      flood(guests);
      flooded.complete(null);
      attack.join();
      areCutOff(horde);
    }
    hosts.forEach(Member::isCutOff);
  }

  /** Messages in parts of one byte that never end, as often as that. */
  void endlessFragments(int connections, int waves) throws IOException {
    Frame part = Frame.text("a").unfinished();
    byte[] first = part.masked();
    byte[] more = Foe.many(1_000, part.continued());
    for (int wave = 0; wave < waves; wave++) {
      fight(connections, first, more, AT_ONCE, 1008);
    }
  }

  /** Pings as fast as they are taken. */
  void pingFlood(int connections) throws IOException {
    fight(connections, new byte[0], Foe.many(1_000, Frame.ping("?")), AT_ONCE, 1008);
  }

  /** 50,000 messages a second from one client. */
  void messageFlood() throws IOException {
    byte[] messages = Foe.many(500, Frame.text("{\"type\":\"what?\"}"));
    fight(1, new byte[0], messages, Duration.ofMillis(10), 1008);
  }

  /** Requests that never come, stop in the middle, or trickle in. */
  void halfOpenHandshakes(int connections) throws IOException {
    String head = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ";
    Foe mute = Foe.saying(new byte[0]);
    Foe stuck = Foe.saying(head.getBytes(US_ASCII));
    Foe slow = stuck.repeating(new byte[] {'x'}, Duration.ofMillis(500));
    // Tomcat counts from the last byte; what it takes of a head, and of connections, is bounded.
    List<Foe> kinds =
        transport == Transport.TOMCAT ? List.of(mute, stuck) : List.of(mute, stuck, slow);
    List<Foe> foes =
        IntStream.range(0, connections).mapToObj(i -> kinds.get(i % kinds.size())).toList();
    try (Horde horde = new Horde(url, foes)) {
      assertThat(horde.attack(LONGEST).ends()).isEqualTo(Map.of(Horde.CUT_OFF, connections));
    }
  }

  /** Codes are tried by many connections of each of many addresses, of a block of their own. */
  void guessCodes(int block, int addresses, int connectionsEach, int guessesEach, int waves)
      throws IOException {
    for (int wave = 0; wave < waves; wave++) {
      int first = block << 20 | wave << 10; // nobody has guessed from there
      guessFrom(first, addresses, connectionsEach, guessesEach);
    }
  }

  private void guessFrom(int first, int addresses, int connectionsEach, int guessesEach)
      throws IOException {
    byte[] guess = Foe.message("joinRoom", "{\"roomCode\":\"bcdf\"}");
    ByteArrayOutputStream guesses = new ByteArrayOutputStream();
    IntStream.range(0, guessesEach).forEach(i -> guesses.writeBytes(guess));
    List<Foe> foes = new ArrayList<>();
    for (int i = 0; i < addresses * connectionsEach; i++) {
      String address = Foe.address(first + i / connectionsEach);
      foes.add(Foe.saying(Foe.upgrade(address, guesses.toByteArray())));
    }
    try (Horde horde = new Horde(url, foes)) {
      long all = (long) foes.size() * guessesEach;
      horde.attackUntilHeard(foes.size() + all, LONGEST); // an identity each, and the answers
      assertThat(horde.ends()).isEqualTo(Map.of(Horde.OPEN, foes.size()));
      long lookedAt = (long) addresses * GUESSES;
      assertThat(horde.heard("\"noRoomFound\"")).isEqualTo(lookedAt);
      assertThat(horde.heard("\"rateLimited\"")).isEqualTo(all - lookedAt);
    }
  }

  /** Rooms whose hosts save as much as they may, more than the heap together. */
  void hoardSnapshots(int rooms) throws IOException {
    byte[] create = Foe.message("createRoom", "{}");
    byte[] save = Foe.message("saveSnapshot", "{\"snapshot\":\"" + "x".repeat(250_000) + "\"}");
    List<Foe> foes = new ArrayList<>();
    for (int room = 0; room < rooms; room++) {
      Foe host = Foe.saying(Foe.upgrade(Foe.address(4 << 20 | room / 15), create));
      foes.add(host.repeating(save, Duration.ofSeconds(2)));
    }
    try (Horde horde = new Horde(url, foes)) {
      Map<Integer, Integer> ends = horde.attack(Duration.ofSeconds(6)).ends();
      assertThat(Set.of(Horde.OPEN, TOO_BUSY)).containsAll(ends.keySet());
      assertThat(horde.heard("\"snapshotSaved\"")).isPositive();
      assertThat(horde.heard("\"storeUnavailable\"")).isPositive();
    }
  }

  /** Rooms are opened, joined, left and deserted in every order, by several at once. */
  void comeAndGo(int cycles) {
    int threads = 4;
    CompletableFuture.allOf(
            IntStream.range(0, threads)
                .mapToObj(
                    thread ->
                        CompletableFuture.runAsync(
                            () ->
                                IntStream.range(0, cycles / threads)
                                    .forEach(i -> comeAndGoOnce(threads * i + thread)),
                            task -> new Thread(task).start()))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private void comeAndGoOnce(int number) {
    String address = Foe.address(2 << 20 | number % 1_000);
    Member host = Member.at(url, address);
    Member guest = Member.at(url, address);
    guest.joins(host.opensRoom(), number % 3 == 0);
    host.hears("clientJoined");
    if ((number & 4) != 0) {
      guest.says("leaveRoom", "{}");
      guest.hears("roomLeft");
    }
    if ((number & 8) != 0) {
      host.says("leaveRoom", "{}");
    }
    if ((number & 16) != 0) {
      guest.isCutOff();
      host.isCutOff();
    } else {
      host.isCutOff();
      guest.isCutOff();
    }
  }

  private void fight(int connections, byte[] first, byte[] again, Duration pause, int closeCode)
      throws IOException {
    try (Horde horde = new Horde(url, foes(connections, first, again, pause))) {
      assertThat(horde.attack(LONGEST).ends()).isEqualTo(Map.of(closeCode, connections));
    }
  }

  private static List<Foe> foes(int connections, byte[] first, byte[] again, Duration pause) {
    return IntStream.range(0, connections)
        .mapToObj(i -> Foe.address(3 << 20 | i / 50))
        .map(address -> Foe.saying(Foe.upgrade(address, first)).repeating(again, pause))
        .toList();
  }

  /** Tomcat closes without a reset, so the kernel may go on for a while with what it has taken. */
  private void areCutOff(Horde horde) throws IOException {
    if (transport == Transport.TOMCAT) {
      Set<Integer> ends = horde.attack(Duration.ofSeconds(4)).ends().keySet();
      assertThat(ends).isSubsetOf(Horde.CUT_OFF, Horde.OPEN);
    } else {
      assertThat(horde.attack(LONGEST).ends()).containsOnlyKeys(Horde.CUT_OFF);
    }
  }

  private static Horde attack(Horde horde, BooleanSupplier enough) {
    try {
      return horde.attackUntil(enough, LONGEST);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Sends each guest more than its queue and all buffers on the way hold, until it is gone. */
  private static void flood(Map<Member, List<String>> guests) {
    String signal = "x".repeat(50_000);
    for (int round = 0; round < MOST_ROUNDS && !guests.isEmpty(); round++) {
      LockSupport.parkNanos(ROUND.toNanos());
      guests.forEach((host, ids) -> ids.forEach(guest -> answer(host, guest, signal)));
      guests.forEach((host, ids) -> ids.removeAll(host.hearsWhoIsLost()));
      guests.values().removeIf(List::isEmpty);
    }
  }

  private static void answer(Member host, String guest, String signal) {
    host.shouts(
        "hostAnswerSignal",
        "{\"clientId\":\"%s\",\"answerSignal\":\"%s\"}".formatted(guest, signal));
  }

  private static List<String> guestsOf(Member host) {
    return IntStream.range(0, GUESTS)
        .mapToObj(guest -> Member.field(host.hears("clientJoined"), "clientId"))
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
