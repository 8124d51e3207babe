package io.groovejet;

import io.groovejet.codec.BackendJson;
import io.groovejet.identity.Passwords;
import io.groovejet.protocol.Ban;
import io.groovejet.protocol.ClientId;
import io.groovejet.protocol.ClientMessage.CloseRoom;
import io.groovejet.protocol.ClientMessage.RemoveClient;
import io.groovejet.protocol.ClientMessage.TransferHost;
import io.groovejet.protocol.ClientMessage.UpdateRoom;
import io.groovejet.protocol.ConnectionId;
import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Json;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RoomCode;
import io.groovejet.protocol.Secret;
import io.groovejet.room.Caller;
import io.groovejet.room.Command;
import io.groovejet.room.RoomSettings;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the backend does to rooms: anything a host can, in any room.
 *
 * <p>Threads: any; nothing blocks, unless said so. A stage is complete when the room has decided
 * and the members were told. It fails with {@link RefusedException} when the room refuses, there is
 * no such room, or the store does not answer.
 */
public final class Supervisor {

  private final LobbyOptions options;
  private final Rooms rooms;
  private final Switchboard switchboard;
  private final long node;
  private final AtomicLong serials = new AtomicLong();

  Supervisor(LobbyOptions options, Rooms rooms, Switchboard switchboard, long node) {
    this.options = options;
    this.rooms = rooms;
    this.switchboard = switchboard;
    this.node = node;
  }

  /**
   * Opens a room. Nobody is in it; whoever comes first with {@code canHost} is its host. It counts
   * for nobody's limits, and ends like one made by {@code POST /rooms} if nobody comes. Blocks as
   * long as the store does.
   *
   * @throws IllegalStateException if the lobby has as many rooms as it may have
   */
  public RoomCode open(RoomPlan plan) {
    return rooms.openClaimable(null, code -> settings(code, plan)).code();
  }

  /**
   * Changes a room; absent fields stay.
   *
   * @throws IllegalArgumentException if the metadata is no JSON object
   */
  public CompletionStage<Void> update(RoomCode room, UpdateRoom changes) {
    BackendJson.object(changes.metadata());
    Secret password = changes.password();
    Secret digest = password == null ? null : Passwords.digest(room, password);
    UpdateRoom granted = changes.withSeatsAtMost(options.limits().maxClients());
    return run(room, caller -> new Command.Furnish(caller, granted, digest));
  }

  /**
   * Sends a member away, the host included.
   *
   * @param ban whom to shut out, null for nobody
   * @param detail a word for the members, null for none
   */
  public CompletionStage<Void> remove(
      RoomCode room, ClientId client, @Nullable Ban ban, @Nullable String detail) {
    RemoveClient message = new RemoveClient(client, ban, detail, null);
    return run(room, caller -> new Command.Remove(caller, message));
  }

  /**
   * Ends a room.
   *
   * @param detail a word for the members, null for none
   */
  public CompletionStage<Void> close(RoomCode room, @Nullable String detail) {
    return run(room, caller -> new Command.Close(caller, new CloseRoom(detail, null)));
  }

  /**
   * Has the host hand its role over, as {@code transferHost} does.
   *
   * @param to to whom, null for whoever is best
   */
  public CompletionStage<Void> transferHost(RoomCode room, @Nullable ClientId to) {
    return run(room, caller -> new Command.Transfer(caller, new TransferHost(to, null)));
  }

  /**
   * Says {@code appMessage} to all connected members of a room.
   *
   * @throws IllegalArgumentException if the message is no JSON value
   */
  public CompletionStage<Void> send(RoomCode room, Json message) {
    Json valid = BackendJson.value(message);
    return run(room, caller -> new Command.Announce(caller, null, valid));
  }

  /**
   * Says {@code appMessage} to one connected member of a room.
   *
   * @throws IllegalArgumentException if the message is no JSON value
   */
  public CompletionStage<Void> send(RoomCode room, ClientId to, Json message) {
    Json valid = BackendJson.value(message);
    return run(room, caller -> new Command.Announce(caller, to, valid));
  }

  private RoomSettings settings(RoomCode code, RoomPlan plan) {
    int most = options.limits().maxClients();
    Secret password = plan.password();
    return new RoomSettings(
        true,
        Math.min(Objects.requireNonNullElse(plan.maxClients(), most), most),
        plan.hostMigration(),
        plan.isPublic(),
        false,
        password == null ? null : Passwords.digest(code, password),
        plan.metadata(),
        null,
        options.timekeeper().now(),
        options.timers(),
        plan.reservedFor());
  }

  private CompletionStage<Void> run(RoomCode room, Function<Caller, Command> command) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    ConnectionId desk = new ConnectionId(node, serials.decrementAndGet());
    switchboard.listen(desk, refusal -> done.completeExceptionally(new RefusedException(refusal)));
    rooms.run(
        room,
        command.apply(Caller.backend(desk)),
        outcome -> {
          switchboard.stopListening(desk);
          tell(done, outcome);
        });
    return done;
  }

  private static void tell(CompletableFuture<Void> done, Outcome outcome) {
    switch (outcome) {
      case DECIDED -> done.complete(null);
      case NO_ROOM -> fail(done, ErrorType.NO_ROOM_FOUND);
      case STORE_DOWN, FULL, IN_DOUBT -> fail(done, ErrorType.STORE_UNAVAILABLE);
      case FAULT -> fail(done, ErrorType.INTERNAL_ERROR);
    }
  }

  private static void fail(CompletableFuture<Void> done, ErrorType type) {
    done.completeExceptionally(new RefusedException(Refusal.of(type)));
  }
}
