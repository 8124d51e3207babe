package io.groovejet.examples.dashboard;

/** What is counted since the server began. */
enum Count {
  ROOMS_OPENED("roomsOpened"),
  ROOMS_CLOSED("roomsClosed"),
  CLIENTS_JOINED("clientsJoined"),
  CLIENTS_LEFT("clientsLeft"),
  DISCONNECTS("disconnects"),
  RECONNECTS("reconnects"),
  HOSTS_LOST("hostsLost"),
  HOSTS_REJOINED("hostsRejoined"),
  MIGRATIONS("migrations"),
  SNAPSHOTS("snapshots"),
  RESUMES("resumes"),
  REFUSALS("refusals"),
  RATE_LIMITED("rateLimited"),
  EVENTS_MISSED("eventsMissed");

  private final String wording;

  Count(String wording) {
    this.wording = wording;
  }

  /** The name in JSON. */
  String wording() {
    return wording;
  }
}
