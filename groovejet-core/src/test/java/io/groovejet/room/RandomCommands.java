package io.groovejet.room;

import io.groovejet.protocol.Address;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage.GuestOffer;
import io.groovejet.protocol.ClientMessage.HostAnswer;
import io.groovejet.protocol.ClientMessage.HostDeclined;
import io.groovejet.protocol.ClientMessage.HostReady;
import io.groovejet.protocol.ClientMessage.IceCandidate;
import io.groovejet.protocol.ClientMessage.LinkState;
import io.groovejet.protocol.ClientMessage.LoadSnapshot;
import io.groovejet.protocol.ClientMessage.RequestOffer;
import io.groovejet.protocol.ClientMessage.TransferHost;
import io.groovejet.protocol.ClientMessage.UpdateClient;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.Dialect;
import io.groovejet.protocol.HostMigration;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.RoomEnd;
import io.groovejet.protocol.Secret;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rooms and commands as a seed decides, mostly by members, sometimes by strangers and ghosts. */
final class RandomCommands {

  private static final RoomCode CODE = new RoomCode("walk");
  private static final List<ClientId> PEOPLE =
      IntStream.range(1, 7).mapToObj(i -> new ClientId(new UUID(7, i))).toList();
  private static final List<HostMigration> MODES =
      List.of(HostMigration.AUTOMATIC, HostMigration.MANUAL, HostMigration.OFF);
  private static final Json SIGNAL = Json.of("{}");

  private final SplittableRandom luck;
  private long serial; // of the newest connection

  /** A command, and whose message it is, if it is one. */
  record Said(@Nullable Caller caller, Command command) {}

  RandomCommands(SplittableRandom luck) {
    this.luck = luck;
  }

  /** A room of a random kind, as it is when it was just made. */
  Room room(Instant now) {
    RoomTimers timers = RoomTimers.ofDefaults();
    int seats = luck.nextInt(1, 6);
    if (luck.nextInt(3) == 0) {
      return Opening.claimable(CODE, RoomSettings.claimable(seats, null, now, timers), now);
    }
    HostMigration mode = MODES.get(luck.nextInt(MODES.size()));
    RoomSettings settings =
        new RoomSettings(false, seats, mode, true, oneIn(8), password(), null, null, now, timers);
    return Opening.byHost(CODE, settings, newcomer(), 0, null).next().orElseThrow();
  }

  /** What happens next to {@code room}. */
  Said next(Room room) {
    return switch (luck.nextInt(21)) {
      case 0, 1, 2, 3 -> by(joiner(room), caller -> new Command.Join(caller, terms()));
      case 4 -> by(newcomer(), caller -> new Command.Join(caller, terms()));
      case 5 -> by(urlClient(), Command.Claim::new);
      case 6 -> by(urlClient(), caller -> new Command.Join(caller, JoinTerms.NONE));
      case 7 -> by(member(room), Command.Leave::new);
      case 8, 9 -> new Said(null, new Command.Lose(member(room).connection()));
      case 10 -> by(member(room), caller -> new Command.Report(caller, link(room)));
      case 11 -> by(member(room), caller -> new Command.Update(caller, update()));
      case 12, 13 -> by(member(room), caller -> new Command.Ready(caller, ready(room)));
      case 14 -> by(member(room), caller -> new Command.Decline(caller, decline(room)));
      case 15 -> by(member(room), caller -> new Command.Transfer(caller, transfer(room)));
      case 16 -> by(member(room), caller -> save(room, caller));
      case 17 -> by(member(room), caller -> new Command.Load(caller, new LoadSnapshot(null)));
      case 18, 19 -> by(member(room), caller -> relay(room, caller));
      default -> new Said(null, rare());
    };
  }

  private Said by(Caller caller, Function<Caller, Command> command) {
    return new Said(caller, command.apply(caller));
  }

  private Command relay(Room room, Caller caller) {
    ClientId to = seated(room);
    return switch (luck.nextInt(4)) {
      case 0 -> new Command.Offer(caller, new GuestOffer(SIGNAL, anyEpoch(room)));
      case 1 -> new Command.Answer(caller, new HostAnswer(SIGNAL, to, anyEpoch(room)));
      case 2 ->
          new Command.Candidate(
              caller, new IceCandidate(SIGNAL, oneIn(2) ? to : null, anyEpoch(room)));
      default -> new Command.Reoffer(caller, new RequestOffer(to, null, anyEpoch(room)));
    };
  }

  private Command rare() {
    return switch (luck.nextInt(8)) {
      case 0 -> new Command.Restart();
      case 1 -> new Command.End(RoomEnd.SERVER);
      default -> new Command.Tick();
    };
  }

  private Command save(Room room, Caller caller) {
    return new Command.Save(caller, 9, null, anyEpoch(room), null, serial++);
  }

  private LinkState link(Room room) {
    return new LinkState(oneIn(2), epoch(room));
  }

  private UpdateClient update() {
    return new UpdateClient(flag(), number(), profile());
  }

  private HostReady ready(Room room) {
    return new HostReady(epoch(room));
  }

  private HostDeclined decline(Room room) {
    return new HostDeclined(epoch(room));
  }

  private TransferHost transfer(Room room) {
    return new TransferHost(oneIn(2) ? seated(room) : null, anyEpoch(room));
  }

  /** Somebody who joins: again on the same connection, by a newer one, or for the first time. */
  private Caller joiner(Room room) {
    ClientId who = oneIn(3) ? person() : seated(room);
    Caller newer = new Caller(connection(), who, Dialect.MESSAGE, Address.UNKNOWN, requestId());
    return room.seat(who)
        .filter(client -> client.dialect() == Dialect.MESSAGE && oneIn(3))
        .map(client -> speaking(client, newer))
        .orElse(newer);
  }

  /** A member that is connected, if there is one; rarely somebody who is not. */
  private Caller member(Room room) {
    List<Client> here = room.clients().stream().filter(Client::connected).toList();
    return here.isEmpty() || oneIn(20)
        ? newcomer()
        : speaking(here.get(luck.nextInt(here.size())), newcomer());
  }

  private Caller speaking(Client client, Caller otherwise) {
    ConnectionId connection = client.connection();
    return connection == null
        ? otherwise
        : new Caller(connection, client.id(), client.dialect(), Address.UNKNOWN, requestId());
  }

  private Caller newcomer() {
    return new Caller(connection(), person(), Dialect.MESSAGE, Address.UNKNOWN, requestId());
  }

  private Caller urlClient() {
    return new Caller(
        connection(),
        new ClientId(new UUID(8, ++serial)),
        Dialect.URL,
        Address.UNKNOWN,
        requestId());
  }

  private ConnectionId connection() {
    return new ConnectionId(1, ++serial);
  }

  private RequestId requestId() {
    return new RequestId("r" + ++serial);
  }

  private ClientId person() {
    return PEOPLE.get(luck.nextInt(PEOPLE.size()));
  }

  private ClientId seated(Room room) {
    List<Client> seats = room.clients();
    return seats.isEmpty() ? person() : seats.get(luck.nextInt(seats.size())).id();
  }

  private JoinTerms terms() {
    return new JoinTerms(flag(), number(), password(), profile());
  }

  private @Nullable Boolean flag() {
    return oneIn(3) ? null : Boolean.valueOf(luck.nextBoolean());
  }

  private @Nullable Integer number() {
    return oneIn(3) ? luck.nextInt(3) : null;
  }

  private @Nullable Secret password() {
    return oneIn(6) ? new Secret("p") : null;
  }

  private @Nullable Json profile() {
    return oneIn(4) ? Json.of("{\"n\":" + luck.nextInt(2) + "}") : null;
  }

  private long epoch(Room room) {
    return room.host().lastNumber() - (oneIn(4) ? 1 : 0);
  }

  private @Nullable Long anyEpoch(Room room) {
    return oneIn(2) ? null : Long.valueOf(room.host().epoch() + (oneIn(6) ? 1 : 0));
  }

  private boolean oneIn(int many) {
    return luck.nextInt(many) == 0;
  }
}
