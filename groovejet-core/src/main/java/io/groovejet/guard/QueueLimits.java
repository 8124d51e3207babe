package io.groovejet.guard;

import java.time.Duration;

/**
 * What may wait to be written to one connection, behind the message being written.
 *
 * @param bytes how many bytes
 * @param messages how many messages
 * @param age how long the oldest may wait
 * @param closeGrace how long a client that does not read has for its closing handshake before its
 *     TCP connection is dropped
 */
public record QueueLimits(int bytes, int messages, Duration age, Duration closeGrace) {

  /** The protocol's defaults. */
  public static QueueLimits ofDefaults() {
    return new QueueLimits(256 * 1024, 512, Duration.ofSeconds(10), Duration.ofSeconds(2));
  }

  /** Bounds that no benchmark reaches. */
  public static QueueLimits unlimited() {
    return new QueueLimits(
        64 * 1024 * 1024, 1024 * 1024, Duration.ofMinutes(1), Duration.ofSeconds(2));
  }
}
