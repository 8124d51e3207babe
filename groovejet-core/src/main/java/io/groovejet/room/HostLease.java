package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Who holds the role of host, under which number.
 *
 * @param epoch the number of the last committed host; 0 before the first
 * @param holder who holds the role, connected or not; null while nobody does
 */
public record HostLease(long epoch, @Nullable ClientId holder) {

  /** Nobody was host yet. */
  static final HostLease FRESH = new HostLease(0, null);

  /** Whether {@code client} holds the role. */
  boolean heldBy(ClientId client) {
    return client.equals(holder);
  }

  /** The same epoch after its host left. */
  HostLease abandoned() {
    return new HostLease(epoch, null);
  }

  /** The next epoch, held by {@code client}. */
  HostLease passedTo(ClientId client) {
    return new HostLease(epoch + 1, client);
  }
}
