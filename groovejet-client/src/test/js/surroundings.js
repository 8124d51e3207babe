// What a browser and a lobby are to the client, in fakes that keep their order and stand still until told to move.

import assert from 'node:assert/strict';
import { Lobby } from '../../../groovejet.js';
import { FakePeer } from './peers.js';

/** Everything a client could touch; `left` names what it has not put back. */
export class Surroundings {
  sockets = [];
  peers = [];
  luck = 0.5;
  visibility = 'visible';
  #now = 0;
  #timers = new Map();
  #listeners = new Map();
  #ids = 0;
  #kept = new Map();

  store = {
    getItem: (key) => this.#kept.get(key) ?? null,
    setItem: (key, value) => this.#kept.set(key, value),
  };

  /** A client here; another one is another tab, with what this one has stored if `store` is shared. */
  lobby(options = {}) {
    return new Lobby('ws://lobby', { store: this.store, platform: this.platform(), ...options });
  }

  platform() {
    const around = this;
    return {
      WebSocket: class extends FakeSocket {
        constructor(url, protocol) {
          super(url, protocol);
          around.sockets.push(this);
        }
      },
      RTCPeerConnection: class extends FakePeer {
        constructor(configuration) {
          super(configuration);
          around.peers.push(this);
        }
      },
      page: {
        document: {
          get visibilityState() {
            return around.visibility;
          },
        },
        addEventListener: (type, listener, capture = false) =>
          this.#listeners.set(listener, { type, capture }),
        removeEventListener: (type, listener, capture = false) =>
          this.#listeners.get(listener)?.capture === capture && this.#listeners.delete(listener),
      },
      setTimeout: (task, millis) => {
        this.#timers.set(++this.#ids, { at: this.#now + millis, task });
        return this.#ids;
      },
      clearTimeout: (id) => this.#timers.delete(id),
      now: () => this.#now,
      random: () => this.luck,
    };
  }

  get socket() {
    return this.sockets.at(-1);
  }

  /** What is still held: a client that has gone leaves nothing. */
  get left() {
    return {
      timers: this.#timers.size,
      listeners: this.#listeners.size,
      sockets: this.sockets.filter(({ isOpen }) => isOpen).length,
      peers: this.peers.filter(({ isOpen }) => isOpen).length,
      handlers: [...this.sockets, ...this.peers.flatMap(({ parts }) => parts)].map(handlers).reduce(sum, 0),
    };
  }

  /** When the next timer is due, in milliseconds from now. */
  get nextTimer() {
    return Math.min(...[...this.#timers.values()].map(({ at }) => at)) - this.#now;
  }

  async passes(millis) {
    const end = this.#now + millis;
    for (let due = this.#due(end); due; due = this.#due(end)) {
      this.#timers.delete(due[0]);
      this.#now = Math.max(this.#now, due[1].at);
      due[1].task();
      await settled();
    }
    this.#now = end;
    await settled();
  }

  /** Lets time pass in which this browser does nothing. */
  async sleeps(millis) {
    this.#now += millis;
    await this.passes(0);
  }

  /** `freeze` does not bubble from the document to the window. */
  async happens(type, detail = {}) {
    for (const [listener, its] of [...this.#listeners])
      if (its.type === type && (its.capture || type !== 'freeze')) listener(detail);
    await settled();
  }

  #due(end) {
    const [first] = [...this.#timers].sort(([a, one], [b, other]) => one.at - other.at || a - b);
    return first && first[1].at <= end ? first : null;
  }
}

function handlers(source) {
  return Object.keys(source).filter((name) => name.startsWith('on') && source[name]).length;
}

function sum(one, other) {
  return one + other;
}

/** A socket whose other end is the test. */
export class FakeSocket {
  isOpen = true;
  closeCode = null;
  #said = [];

  constructor(url, protocol) {
    Object.assign(this, { url, protocol });
  }

  send(text) {
    assert.ok(this.isOpen, 'sent over a closed socket');
    this.#said.push(JSON.parse(text));
  }

  close(code) {
    this.isOpen = false;
    this.closeCode = code ?? 1005;
  }

  /** The next message the client said, which must be of that type. */
  hears(type) {
    const said = this.#said.shift();
    assert.equal(said?.type, type, `heard ${JSON.stringify(said)}`);
    return said;
  }

  /** The first message of that type that is left, whatever was said before. */
  eventuallyHears(type) {
    while (this.#said.length && this.#said[0].type !== type) this.#said.shift();
    return this.hears(type);
  }

  hearsNothing() {
    assert.deepEqual(this.#said, []);
  }

  async says(type, data = {}, requestId) {
    this.onmessage?.({ data: JSON.stringify({ type, data, requestId }) });
    await settled();
  }

  async refuses({ requestId }, errorType, data = {}) {
    this.onmessage?.({
      data: JSON.stringify({ type: 'error', errorType, errorMessage: 'no', requestId, data }),
    });
    await settled();
  }

  async breaks(code = 1006) {
    this.isOpen = false;
    this.onclose?.({ code });
    await settled();
  }

  /** The first frame of every connection. */
  identifies(clientId, resumed = false) {
    const limits = { maxMessageBytes: 65_536, maxSnapshotBytes: 1_000 };
    return this.says('identity', {
      clientId,
      clientToken: `token of ${clientId}`,
      resumed,
      protocolVersion: 2,
      limits,
    });
  }
}

/** What `left` says when nothing is. */
export const NOTHING = { timers: 0, listeners: 0, sockets: 0, peers: 0, handlers: 0 };

/** What `left` says while there is only a lobby, without a room. */
export const ONLY_A_LOBBY = { ...NOTHING, listeners: 6, sockets: 1, handlers: 2 };

/** Lets everything run that waits for nothing but its turn. */
export async function settled() {
  for (let i = 0; i < 20; i++) await null;
}

export const client = (clientId, more = {}) => ({
  clientId,
  isHost: false,
  connected: true,
  canHost: true,
  ...more,
});

/** A room that `us` is in, as the lobby tells it. */
export const joined = ({ hostId, us, others = [], ...more }) => ({
  clientIsHost: hostId === us,
  reconnected: false,
  roomCode: 'bcdfg',
  hostId,
  hostConnected: true,
  hostEpoch: 1,
  clients: [hostId, us, ...others]
    .filter((id, i, all) => id && all.indexOf(id) === i)
    .map((id) => client(id, { isHost: id === hostId })),
  room: { roomCode: 'bcdfg', maxClients: 8, hostMigration: 'automatic', metadata: {} },
  ...more,
});

/** A lobby and a room in it, where `hostId` decides whether we are host or guest. */
export async function inRoom({
  hostId,
  us = 'us',
  options,
  around = new Surroundings(),
  lobby = around.lobby(),
  ...more
} = {}) {
  await around.socket.identifies(us);
  const joining = lobby.joinRoom('BCDFG', { canHost: true, ...options });
  await settled();
  const { requestId } = around.socket.hears('joinRoom');
  await around.socket.says('roomJoined', joined({ hostId, us, ...more }), requestId);
  const room = await joining;
  await around.passes(0);
  return { around, lobby, room };
}

/** Everything a room or lobby tells of the named events, in order. */
export function notes(source, ...types) {
  const heard = [];
  for (const type of types) source.on(type, (...details) => heard.push([type, ...details]));
  return heard;
}
