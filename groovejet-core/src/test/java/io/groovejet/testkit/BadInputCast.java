package io.groovejet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who takes part in one row of bad input: the sender, and whom its text names by {@code $name}. */
final class BadInputCast implements AutoCloseable {

  private static final AtomicInteger ADDRESSES = new AtomicInteger();
  private static final Pattern NAME = Pattern.compile("\\$([a-z]+)");
  private static final Pattern CHARACTER = Pattern.compile("<U\\+([0-9A-F]{4})>");
  private static final Pattern REPEATED = Pattern.compile("<([^<>]+)\\*(\\d+)>");

  private final ServedLobby served;
  private final String address;
  private final List<RawWebSocket> sockets = new ArrayList<>();
  private final List<RawWebSocket> others = new ArrayList<>();
  private String room = ""; // once there is one, with a host
  private @Nullable Player host; // of that room
  private @Nullable Player guest; // in that room
  private @Nullable Player sender; // once it is connected
  private String newest = ""; // the token of whoever connected last in the message dialect
  private String token = ""; // the sender's

  BadInputCast(ServedLobby served) {
    this.served = served;
    int number = ADDRESSES.incrementAndGet();
    this.address = "10.1." + number / 250 + "." + number % 250;
  }

  /** A plain request, such as {@code POST /rooms}. */
  RawRequest plain(String text) {
    String[] words = text.split(" ", 2);
    URI uri = words.length == 1 ? served.endpoint() : served.below(words[1]);
    return RawRequest.of(words[0], uri).header("X-Forwarded-For", address);
  }

  /** A correct opening handshake. */
  RawRequest upgrade() {
    return served.upgrade().header("X-Forwarded-For", address);
  }

  RawWebSocket keep(RawWebSocket socket) {
    sockets.add(socket);
    return socket;
  }

  /** Who sends what is bad, in the role it has then. */
  Player sender(String role) {
    Player player =
        switch (role) {
          case "stranger" -> connected();
          case "host" -> madeHost();
          case "guest" -> madeGuest();
          case "url" -> urlGuest();
          default -> throw new IllegalArgumentException("no such role: " + role);
        };
    sender = player;
    token = newest;
    others.remove(player.socket());
    return player;
  }

  /** Everybody else who is in the room, and is to hear nothing of it. */
  List<RawWebSocket> others() {
    return others;
  }

  /** The text with everything in it that is only described. */
  String filledIn(String text) {
    String named = replaced(NAME, text, match -> named(match.group(1)));
    String spelled = replaced(CHARACTER, named, match -> Character.toString(hexNumber(match)));
    return replaced(
        REPEATED, spelled, match -> match.group(1).repeat(Integer.parseInt(match.group(2))));
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private String named(String name) {
    return switch (name) {
      case "room" -> {
        madeHost();
        yield room;
      }
      case "host" -> madeHost().clientId();
      case "guest" -> madeGuest().clientId();
      case "self" -> sender == null ? "" : sender.clientId();
      case "token" -> token;
      case "foreign" -> foreignToken();
      case "full" -> roomWith("{\"maxClients\":1}");
      case "secret" -> roomWith("{\"password\":\"sesame\"}");
      case "deserted" -> served.makesRoom();
      default -> throw new IllegalArgumentException("nobody is called $" + name);
    };
  }

  private Player madeHost() {
    Player made = host;
    if (made == null) {
      made = connected();
      room = made.opensRoom();
      others.add(made.socket());
      host = made;
    }
    return made;
  }

  private Player madeGuest() {
    Player made = guest;
    if (made == null) {
      Player opened = madeHost();
      made = connected();
      made.joins(room);
      opened.hears("clientJoined");
      others.add(made.socket());
      guest = made;
    }
    return made;
  }

  private Player urlGuest() {
    madeHost();
    RawWebSocket socket = keep(upgrade().query("code=" + room).open());
    Player player = Player.on(socket);
    assertThat(madeHost().hears("clientJoined")).contains(player.clientId());
    return player;
  }

  private Player connected() {
    RawWebSocket socket = keep(upgrade().open());
    String identity = socket.nextText();
    newest = Player.field(identity, "clientToken");
    return new Player(socket, Player.field(identity, "clientId"));
  }

  private String foreignToken() {
    connected();
    return newest;
  }

  private String roomWith(String settings) {
    Player owner = connected();
    owner.says("createRoom", settings);
    return Player.field(owner.hears("roomCreated"), "roomCode");
  }

  private static int hexNumber(MatchResult match) {
    return Integer.parseInt(match.group(1), 16);
  }

  private static String replaced(Pattern what, String text, Function<MatchResult, String> by) {
    return what.matcher(text).replaceAll(match -> Matcher.quoteReplacement(by.apply(match)));
  }

  @Override
  public void close() {
    sockets.forEach(RawWebSocket::close);
  }
}
