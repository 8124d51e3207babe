package io.groovejet;

import io.groovejet.store.InMemorySnapshotStore;
import io.groovejet.testkit.FakeConnection;
import io.groovejet.testkit.ManualTime;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** Who is connected, when it comes and goes several times at once. */
public final class SwitchboardConcurrencyTest {

  private static final Lobby LOBBY = Lobby.builder().timekeeper(new ManualTime()).build();
  private static final Party ADA = LOBBY.connect(new FakeConnection()).party();

  private final Switchboard switchboard =
      new Switchboard(InMemorySnapshotStore.ofDefaults(), new ManualTime());

  @Test
  void itHoldsInEveryOrder() {
    Interleavings.of(getClass());
  }

  /** Is connected. */
  @Operation
  public void connects() {
    switchboard.add(ADA);
  }

  /** Whether it was until now. */
  @Operation
  public boolean leaves() {
    return switchboard.remove(ADA);
  }
}
