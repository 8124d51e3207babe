package io.groovejet.testkit.simulation;

import io.groovejet.OpeningHandshake;
import io.groovejet.room.Room;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** One step of a world: somebody does something, something fails, or time passes. */
final class Turmoil {

  private final World world;
  private final SplittableRandom luck;

  Turmoil(World world, SplittableRandom luck) {
    this.world = world;
    this.luck = luck;
  }

  void step() {
    if (!world.store().isWell() && luck.nextInt(4) == 0) {
      world.tell("the store is well again");
      world.store().isBack();
    }
    switch (luck.nextInt(40)) {
      case 0, 1 -> world.pass(Duration.ofMillis(luck.nextInt(12_000)));
      case 2 -> world.pass(Duration.ofSeconds(luck.nextInt(1, luck.nextInt(4) == 0 ? 700 : 60)));
      case 3 -> jump();
      case 4 -> any(Socket::alive).ifPresent(Socket::breaks);
      case 5 -> any(Socket::alive).ifPresent(Socket::vanishes);
      case 6 -> any(socket -> !socket.alive()).ifPresent(this::isReported);
      case 7 -> any(socket -> !socket.open()).ifPresent(this::speaksLate);
      case 8 -> moves(player()).comesBack();
      case 9 -> storeFails();
      case 10 -> world.snapshots().failsNext();
      case 11 -> restart();
      case 12 -> connectsByUrl();
      default -> moves(player()).move();
    }
  }

  private void jump() {
    if (luck.nextBoolean()) {
      world.jump(Duration.ofSeconds(luck.nextInt(1, 40)));
    } else {
      Duration jump = Duration.ofMillis(luck.nextInt(3_000));
      Node node = world.nodes().get(luck.nextInt(world.nodes().size()));
      world.tell("the clock of " + node.name() + " jumps by " + jump);
      node.jumps(jump);
    }
  }

  /** The end of a dead connection is reported; of one that the server knows of, once more. */
  private void isReported(Socket socket) {
    if (socket.open()) {
      socket.isReported();
    } else if (socket.node().alive()) {
      changesNothing(socket::isReported);
    }
  }

  private void speaksLate(Socket socket) {
    if (socket.node().alive()) {
      String claim = "\"hostEpoch\":" + socket.witness().claim();
      String text =
          switch (luck.nextInt(5)) {
            case 0 -> "{\"type\":\"leaveRoom\"}";
            case 1 -> "{\"type\":\"hostReady\",\"data\":{" + claim + "}}";
            case 2 -> "{\"type\":\"saveSnapshot\",\"data\":{\"snapshot\":1}}";
            case 3 -> "{\"type\":\"guestOfferSignal\",\"data\":{\"offerSignal\":1}}";
            default -> "{\"type\":\"joinRoom\",\"data\":{\"roomCode\":\"" + code() + "\"}}";
          };
      changesNothing(() -> socket.says(text));
    }
  }

  private void changesNothing(Runnable action) {
    List<Room> before = world.rooms();
    long heard = world.heard();
    action.run();
    boolean nothing = before.equals(world.rooms()) && heard == world.heard();
    Invariant.OLD_CONNECTIONS.check(nothing, "rooms or clients have noticed");
  }

  private void storeFails() {
    boolean alone = world.nodes().size() == 1; // else what was written is said with the write
    int kind = luck.nextInt(alone ? 5 : 4);
    world.tell("trouble with the store: " + kind);
    switch (kind) {
      case 0 -> world.store().failsBeforeNextWrite();
      case 1 -> world.store().failsAfterNextWrite();
      case 2 -> world.store().goesDown();
      case 3 -> {
        Moves rival = moves(player());
        world.store().isRacedBy(rival::move);
      }
      default -> {
        world.store().failsAfterNextWrite();
        world.store().goesDownWithNextWrite();
      }
    }
    world.disturbed();
  }

  private void restart() {
    if (world.nodes().size() == 1 && world.store().isWell()) {
      Node old = world.nodes().get(0);
      if (luck.nextBoolean()) {
        world.tell("the server drains");
        old.lobby().drain(Duration.ofSeconds(luck.nextInt(10)));
      }
      world.restart(old);
    }
  }

  private void connectsByUrl() {
    if (!world.store().isWell()) {
      return;
    }
    boolean asHost = luck.nextBoolean();
    Node node = world.nodes().get(luck.nextInt(world.nodes().size()));
    String code = asHost && luck.nextBoolean() ? node.lobby().openRoom().value() : code();
    world.codes().add(code);
    world.connect(player(), node, OpeningHandshake.urlDialect(code, asHost));
  }

  private Moves moves(Player player) {
    return new Moves(world, player, luck);
  }

  private Player player() {
    return world.players().get(luck.nextInt(world.players().size()));
  }

  private String code() {
    List<String> codes = world.codes();
    return codes.get(codes.size() - 1 - Math.min(luck.nextInt(4), codes.size() - 1));
  }

  private Optional<Socket> any(Predicate<Socket> wanted) {
    List<Socket> all = world.sockets().stream().filter(wanted).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(luck.nextInt(all.size())));
  }
}
