package io.groovejet.room;

import io.groovejet.protocol.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Who holds the role of host, under which number.
 *
 * @param epoch the number of the last committed host; 0 before the first
 * @param holder who holds the role, connected or not; null while nobody does
 * @param lastNumber the largest number taken by an appointment, committed or not
 */
public record HostLease(long epoch, @Nullable ClientId holder, long lastNumber) {

  /** Nobody was host yet. */
  static final HostLease FRESH = new HostLease(0, null, 0);

  /** Checks that numbers only grow. */
  public HostLease {
    if (epoch > lastNumber) {
      throw new IllegalArgumentException("epoch " + epoch + " was never taken");
    }
  }

  /** Whether {@code client} holds the role. */
  boolean heldBy(ClientId client) {
    return client.equals(holder);
  }

  /** The same epoch after its host left. */
  HostLease abandoned() {
    return new HostLease(epoch, null, lastNumber);
  }

  /** The same host, with the next number taken for an appointment. */
  HostLease numbered() {
    return new HostLease(epoch, holder, lastNumber + 1);
  }

  /** The epoch of an appointment that {@code client} has committed. */
  HostLease committed(ClientId client, long number) {
    return new HostLease(number, client, lastNumber);
  }

  /** The next epoch, held by {@code client} at once. */
  HostLease passedTo(ClientId client) {
    return numbered().committed(client, lastNumber + 1);
  }
}
