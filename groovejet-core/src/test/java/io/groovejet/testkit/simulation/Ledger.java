package io.groovejet.testkit.simulation;

import java.util.HashMap;
import java.util.Map;

/** What all witnesses of one world have to agree about. */
final class Ledger {

  private final Map<String, String> hosts = new HashMap<>();

  /** Invariant 1: at most one host per room and epoch, ever. */
  void host(String room, long epoch, String host) {
    String known = hosts.putIfAbsent(room + " " + epoch, host);
    if (known != null && !known.equals(host)) {
      throw new AssertionError(
          "(1) two hosts of " + room + " in epoch " + epoch + ": " + known + " and " + host);
    }
  }
}
