package io.groovejet.examples;

import static org.assertj.core.api.Assertions.assertThat;

/** A room of two whose host saves as often as it may, and what the server acknowledged of it. */
final class SavingRoom {

  /** How many snapshots a room may save at once, and how many are kept. */
  static final int SAVES = 3;

  private final Member host;
  private final Member guest;
  private final String code;
  private int acknowledged; // the latest version the host was told of

  private SavingRoom(Member host, Member guest, String code) {
    this.host = host;
    this.guest = guest;
    this.code = code;
  }

  /** A new room on the server at that URL. */
  static SavingRoom at(String url) {
    Member host = Member.at(url);
    Member guest = Member.at(url);
    String code = host.opensRoom();
    guest.joins(code, true);
    host.hears("clientJoined");
    return new SavingRoom(host, guest, code);
  }

  void savesAllAtOnce() {
    for (int version = 1; version <= SAVES; version++) {
      host.saves(snapshot(version));
    }
  }

  void hearsOneSaved() {
    isSaved(host.hears("snapshotSaved"));
  }

  /** Hears what was still under way when the server died. */
  void hearsTheRest() {
    host.lastWords().forEach(this::isSaved);
    assertThat(guest.lastWords()).isEmpty();
  }

  /** Both come back, find what was acknowledged or more, every byte of it, and leave. */
  void resumesAt(String url) {
    Member hostAgain = host.backIn(code, url);
    String joined = hostAgain.hears("roomJoined");
    assertThat(joined).contains("\"clientIsHost\":true", "\"reconnected\":true", "\"hostEpoch\":1");
    int kept =
        joined.contains("snapshotVersion")
            ? Integer.parseInt(Member.field(joined, "snapshotVersion"))
            : 0;
    assertThat(kept).isBetween(acknowledged, SAVES);
    for (int version = 1; version <= kept; version++) {
      assertThat(hostAgain.loads(version)).isEqualTo(snapshot(version));
    }
    Member guestAgain = guest.backIn(code, url);
    assertThat(guestAgain.hears("roomJoined"))
        .contains("\"clientIsHost\":false", "\"reconnected\":true", "\"hostEpoch\":1");
    hostAgain.hears("clientReconnected");
    guestAgain.says("leaveRoom", "{}");
    guestAgain.hears("roomLeft");
    hostAgain.hears("clientLeft");
    hostAgain.says("leaveRoom", "{}");
    hostAgain.hears("roomLeft");
  }

  private void isSaved(String message) {
    acknowledged++;
    assertThat(message)
        .startsWith("{\"type\":\"snapshotSaved\"")
        .contains("\"snapshotVersion\":" + acknowledged);
  }

  /** A state of the game that is long enough to be torn. */
  private static String snapshot(int version) {
    return "{ \"n\" : " + version + ".0, \"state\": \"" + "x\\u00e9 ".repeat(5000) + "\" }";
  }
}
