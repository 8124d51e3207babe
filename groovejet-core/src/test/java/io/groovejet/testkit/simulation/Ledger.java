package io.groovejet.testkit.simulation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all witnesses of one world have to agree about. */
final class Ledger {

  private final Map<String, String> hosts = new HashMap<>(); // by room and epoch
  private final Map<String, Long> versions = new HashMap<>(); // newest acknowledged one by room
  private final Map<String, String> saved = new HashMap<>(); // by room and version

  void host(String room, long epoch, String host) {
    String known = hosts.putIfAbsent(room + epoch, host);
    if (known != null && !known.equals(host)) {
      throw Invariant.ONE_HOST.broken(room + " in epoch " + epoch + ": " + known + ", " + host);
    }
  }

  /** A save was acknowledged. */
  void saved(String room, long version, @Nullable String snapshot) {
    Long last = versions.put(room, version);
    Invariant.SNAPSHOTS_KEPT.check(last == null || last < version, "a version fell");
    saved.put(room + version, String.valueOf(snapshot));
  }

  /** A member was told that this is the newest snapshot, 0 for none. */
  void announced(String room, long version) {
    long last = versions.getOrDefault(room, 0L);
    if (version < last) {
      throw Invariant.SNAPSHOTS_KEPT.broken("told of " + version + " after " + last);
    }
  }

  /** A snapshot was loaded. */
  void loaded(String room, long version, String snapshot) {
    String known = saved.get(room + version);
    if (known != null && !known.equals(snapshot)) {
      throw Invariant.SNAPSHOTS_KEPT.broken(version + " was " + known + ", is " + snapshot);
    }
  }

  /** Whether a snapshot of that room was acknowledged. */
  boolean hasSnapshot(String room) {
    return versions.containsKey(room);
  }
}
