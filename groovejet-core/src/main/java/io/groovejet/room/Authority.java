package io.groovejet.room;

import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak as host (protocol section 3): its current holder, in the current epoch; and the
 * backend, at any time.
 */
final class Authority {

  private Authority() {}

  /**
   * Why the caller may not; empty when it may.
   *
   * @param hostEpoch the epoch it named, null for none
   */
  static Optional<Refusal> objection(Room room, Caller caller, @Nullable Long hostEpoch) {
    long current = room.host().epoch();
    Refusal refusal = null;
    if (caller.isBackend()) {
      return Optional.empty();
    }
    if (room.speaker(caller.connection()).isEmpty()) {
      refusal = Refusal.of(ErrorType.NOT_IN_ROOM);
    } else if (!room.host().heldBy(caller.client())) {
      refusal = Refusal.of(ErrorType.NOT_HOST);
    } else if (hostEpoch != null && hostEpoch != current) {
      refusal = Refusal.staleEpoch(current);
    }
    return Optional.ofNullable(refusal);
  }
}
