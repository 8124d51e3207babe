const NOWHERE = {
  code: null,
  hostId: null,
  hostEpoch: 0,
  hostConnected: false,
  clients: [],
  settings: null,
  snapshot: null,
  migration: null,
};

/** How things stand in a room: what the lobby says makes the next standing of the last one. */
export class Standing {
  #now = NOWHERE;

  get code() {
    return this.#now.code;
  }

  get hostId() {
    return this.#now.hostId;
  }

  get hostEpoch() {
    return this.#now.hostEpoch;
  }

  get hostConnected() {
    return this.#now.hostConnected;
  }

  get clients() {
    return this.#now.clients;
  }

  get settings() {
    return this.#now.settings;
  }

  get snapshot() {
    return this.#now.snapshot;
  }

  get migration() {
    return this.#now.migration;
  }

  /** Takes what was heard into account; returns how things stood before. */
  advance(type, data) {
    const before = this.#now;
    const change = CHANGES[type]?.(before, data);
    if (change) this.#now = { ...before, ...change };
    return { ...before, isSame: !change };
  }
}

const CHANGES = {
  roomCreated: (_, { roomCode, hostEpoch, room, ourselves }) => ({
    code: roomCode,
    hostId: ourselves.clientId,
    hostEpoch,
    hostConnected: true,
    clients: [ourselves],
    settings: room,
  }),
  roomJoined: (
    standing,
    { roomCode, hostId, hostEpoch, hostConnected, clients, room, snapshot, migration, closesInMillis },
  ) => ({
    code: roomCode,
    hostId,
    hostEpoch,
    hostConnected,
    clients,
    settings: room,
    snapshot: snapshot ?? standing.snapshot,
    migration: migration || closesInMillis ? { ...migration, closesInMillis } : null,
  }),
  roomUpdated: (_, { room }) => ({ settings: room }),
  clientJoined: ({ clients }, { client }) => ({ clients: [...clients, client] }),
  clientUpdated: (standing, { client }) => one(standing, client.clientId, client),
  clientDisconnected: (standing, { clientId }) => one(standing, clientId, { connected: false }),
  clientReconnected: (standing, { clientId }) => one(standing, clientId, { connected: true }),
  clientLeft: ({ clients, hostId, hostConnected }, { clientId }) => ({
    clients: clients.filter((client) => client.clientId !== clientId),
    hostConnected: hostConnected && clientId !== hostId,
  }),
  hostConnectionLost: (standing, { hostId }) => ({
    ...one(standing, hostId, { connected: false }),
    hostConnected: false,
  }),
  hostRejoined: (standing, data) => hostIs(standing, data),
  hostMigrated: (standing, data) => hostIs(standing, data),
  hostMigrationStarted: (_, migration) => ({ migration }),
  hostMigrationFailed: (_, migration) => ({ migration }),
  becomeHost: (standing, { snapshot }) => ({ snapshot: snapshot ?? standing.snapshot }),
  snapshotSaved: (_, saved) => ({ snapshot: { ...saved, ageMillis: 0 } }),
};

function one({ clients }, clientId, change) {
  return {
    clients: clients.map((client) => (client.clientId === clientId ? { ...client, ...change } : client)),
  };
}

function hostIs({ clients }, { hostId, hostEpoch }) {
  const seen = (client) => {
    const isHost = client.clientId === hostId;
    return { ...client, isHost, connected: isHost || client.connected };
  };
  return { hostId, hostEpoch, hostConnected: true, migration: null, clients: clients.map(seen) };
}
