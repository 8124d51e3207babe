package io.groovejet.micrometer;

import io.groovejet.Lobby;
import io.groovejet.LobbyReport;
import io.groovejet.LobbyTraffic;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/**
 * The figures of one lobby as Micrometer meters, all of which begin with {@code groovejet.}. No tag
 * holds what a client wrote, a room's code or a client's id: their number is bounded.
 *
 * <pre>{@code
 * LobbyTally tally = new LobbyTally();
 * Lobby lobby = Lobby.builder().listener(tally, Runnable::run).build();
 * new LobbyMetrics(lobby, tally).bindTo(registry);
 * }</pre>
 */
public final class LobbyMetrics implements MeterBinder {

  private final Lobby lobby;
  private final LobbyTally tally;
  private final Tags tags;

  /**
   * The figures of a lobby.
   *
   * @param lobby what is looked at whenever somebody asks
   * @param tally what that lobby was built with
   */
  public LobbyMetrics(Lobby lobby, LobbyTally tally) {
    this(lobby, tally, Tags.empty());
  }

  /**
   * The figures of one of several lobbies.
   *
   * @param tags tell it from the others
   */
  public LobbyMetrics(Lobby lobby, LobbyTally tally, Iterable<Tag> tags) {
    this.lobby = lobby;
    this.tally = tally;
    this.tags = Tags.of(tags);
  }

  /** Binds to a registry; binding to the same one twice counts everything twice. */
  @Override
  public void bindTo(MeterRegistry registry) {
    bindReport(registry);
    bindTraffic(registry);
    bindMembers(registry);
    tally.writeInto(new Ledger(registry, tags));
  }

  private void bindReport(MeterRegistry registry) {
    held(registry, "groovejet.rooms", LobbyReport::rooms, "Rooms in the store");
    held(registry, "groovejet.rooms.listed", LobbyReport::listedRooms, "Rooms anybody can find");
    held(registry, "groovejet.connections", LobbyReport::connections, "Open connections");
    heldBytes(registry, "groovejet.queued", LobbyReport::waitingBytes, "What waits to be written");
    heldBytes(registry, "groovejet.snapshots", LobbyReport::snapshotBytes, "Snapshots kept");
  }

  private void bindTraffic(MeterRegistry registry) {
    passed(registry, "groovejet.messages", "in", LobbyTraffic::messagesIn);
    passed(registry, "groovejet.messages", "out", LobbyTraffic::messagesOut);
    passedBytes(registry, "in", LobbyTraffic::bytesIn);
    passedBytes(registry, "out", LobbyTraffic::bytesOut);
    FunctionCounter.builder("groovejet.relayed", lobby, one -> one.traffic().relayed())
        .description("Offers, answers and candidates passed on")
        .tags(tags)
        .register(registry);
  }

  private void bindMembers(MeterRegistry registry) {
    Census census = new Census(lobby);
    members(registry, census, "host", Count::hosts);
    members(registry, census, "guest", Count::guests);
    Gauge.builder("groovejet.seats.held", census, one -> one.taken().away())
        .description("Seats of members who are away")
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  private void held(
      MeterRegistry registry, String name, ToDoubleFunction<LobbyReport> figure, String meaning) {
    Gauge.builder(name, lobby, one -> figure.applyAsDouble(one.report()))
        .description(meaning)
        .tags(tags)
        .register(registry);
  }

  private void heldBytes(
      MeterRegistry registry, String name, ToDoubleFunction<LobbyReport> figure, String meaning) {
    Gauge.builder(name, lobby, one -> figure.applyAsDouble(one.report()))
        .description(meaning)
        .baseUnit(BaseUnits.BYTES)
        .tags(tags)
        .register(registry);
  }

  private void passed(
      MeterRegistry registry,
      String name,
      String direction,
      ToDoubleFunction<LobbyTraffic> figure) {
    FunctionCounter.builder(name, lobby, one -> figure.applyAsDouble(one.traffic()))
        .description("Messages of clients")
        .tags(tags.and("direction", direction))
        .register(registry);
  }

  private void passedBytes(
      MeterRegistry registry, String direction, ToDoubleFunction<LobbyTraffic> figure) {
    FunctionCounter.builder("groovejet.bytes", lobby, one -> figure.applyAsDouble(one.traffic()))
        .description("Bytes of these messages")
        .baseUnit(BaseUnits.BYTES)
        .tags(tags.and("direction", direction))
        .register(registry);
  }

  private void members(
      MeterRegistry registry, Census census, String role, ToDoubleFunction<Count> figure) {
    Gauge.builder("groovejet.clients", census, one -> figure.applyAsDouble(one.taken()))
        .description("Connected members of rooms")
        .tags(tags.and("role", role))
        .strongReference(true)
        .register(registry);
  }
}
