import { checkAddress, jsonOf, optionsOf } from './data.js';
import { LobbyError } from './errors.js';
import { Events } from './events.js';
import { Identity } from './identity.js';
import { platform } from './platform.js';
import { Room } from './room.js';
import { Signaling } from './signaling.js';

const PATIENCE = 10_000;
const PAUSE = 1_000;
const NO_WAY_IN = ['noRoomFound', 'roomFull', 'roomLocked', 'wrongPassword', 'banned', 'notInvited'];
const PASSES = [
  'disconnected',
  'timeout',
  'closed',
  'rateLimited',
  'serverDraining',
  'storeUnavailable',
  'internalError',
  'hostDisconnected',
];

export class Lobby {
  #platform;
  #identity;
  #signaling;
  #options;
  #events = new Events('status', 'error', 'appMessage');
  #room = null;
  #rejoin;
  #departure = Promise.resolve();
  #onPage = {
    offline: () => this.#signaling.drop(),
    online: () => this.status === 'waiting' && this.reconnect(),
    visibilitychange: () => this.#visibilityChanged(),
    pagehide: () => this.#hidden(),
    freeze: () => this.#frozen(),
    pageshow: ({ persisted }) => persisted && this.#signaling.drop(),
  };

  static async connect(url, options) {
    const lobby = new Lobby(url, options);
    try {
      await lobby.#signaling.ready();
      return lobby;
    } catch (error) {
      lobby.close();
      throw error;
    }
  }

  constructor(url, given) {
    checkAddress(url);
    const options = optionsOf(given);
    this.#options = options;
    this.#platform = platform(options.platform);
    this.#identity = new Identity(options.store ?? sessionStore(), `groovejet ${url}`);
    this.#signaling = new Signaling(url, this.#platform, {
      patience: options.timeoutMillis ?? PATIENCE,
      heard: (type, data) => this.#heard(type, data),
      changed: (change) => this.#statusChanged(change),
    });
    this.#eachOnPage('addEventListener');
  }

  get status() {
    return this.#signaling?.status ?? 'connecting';
  }

  get clientId() {
    return this.#identity.clientId;
  }

  get limits() {
    return this.#signaling.limits;
  }

  get room() {
    return this.#room?.isJoined ? this.#room : null;
  }

  get lastRoomCode() {
    return this.#identity.roomCode;
  }

  on(type, listener) {
    return this.#events.on(type, listener);
  }

  async createRoom(options) {
    return this.#enter({ ...optionsOf(options), canHost: true }, async (room) => {
      const clientToken = this.#identity.proof;
      if (clientToken)
        await this.#signaling.ask('resumeIdentity', { clientToken }).catch((error) => this.#forget(error));
      const { canHost, ...terms } = room.terms();
      return this.#signaling.ask('createRoom', terms);
    });
  }

  async joinRoom(code, options) {
    const roomCode = typeof code === 'number' ? String(code) : code;
    return this.#enter({ ...optionsOf(options), roomCode }, (room) => this.#join(room));
  }

  async rejoin(options) {
    const code = this.lastRoomCode;
    if (!code) return null;
    try {
      return await this.joinRoom(code, options);
    } catch (error) {
      if (NO_WAY_IN.includes(error.code)) return null;
      throw error;
    }
  }

  async listRooms(query) {
    await this.#signaling.ready();
    return this.#signaling.ask('listRooms', query);
  }

  tellBackend(message) {
    jsonOf(message, 'what the backend is to be told');
    this.#signaling.tell('appMessage', { message });
  }

  reconnect() {
    this.#signaling.reconnect();
  }

  drop(forMillis = 0) {
    this.#signaling.drop(forMillis);
  }

  close() {
    if (this.status === 'closed') return;
    this.#eachOnPage('removeEventListener');
    this.#platform.clearTimeout(this.#rejoin);
    this.#signaling.close();
    this.#room?.end({ reason: 'hungUp' });
    this.#events.clear();
  }

  async #enter(options, how) {
    await this.#departure;
    if (this.#room) throw new LobbyError('alreadyInRoom', 'leave the other room first');
    const room = new Room(options, this.#lobbySide());
    this.#room = room;
    try {
      await this.#signaling.ready();
      await how(room);
      return await room.handOver();
    } catch (error) {
      if (this.#room === room) this.#room = null;
      room.end(null);
      if (NO_WAY_IN.includes(error.code) && options.roomCode === this.lastRoomCode)
        this.#identity.roomCode = undefined;
      throw error;
    }
  }

  /** What a room needs of its lobby. */
  #lobbySide() {
    return {
      platform: this.#platform,
      iceServers: this.#options.iceServers ?? [],
      clientId: () => this.clientId,
      isOnline: () => this.status === 'online',
      limits: () => this.limits,
      send: (type, data) => this.#signaling.send(type, data),
      ask: (type, data) => this.#signaling.ask(type, data),
      failed: (error) => this.#events.emit('error', { error }),
      leaving: (departure) => (this.#departure = departure),
      ended: (room) => this.#ended(room),
    };
  }

  /** Proves who we are and takes our seat with one message. */
  async #join(room) {
    const clientToken = this.#identity.proof;
    try {
      return await this.#signaling.ask('joinRoom', { ...room.terms(), clientToken });
    } catch (error) {
      this.#forget(error);
      return this.#signaling.ask('joinRoom', room.terms());
    }
  }

  #forget(error) {
    if (error.code !== 'invalidToken') throw error;
    this.#identity.refused();
  }

  #heard(type, data) {
    if (type === 'identity') {
      this.#identity.heard(data);
    } else if (type === 'error') {
      if (!data.isAnswer) this.#events.emit('error', { error: data.error });
    } else if (type === 'appMessage') {
      this.#events.emit('appMessage', { message: data.message });
    } else {
      this.#room?.heard(type, data);
      if (type === 'roomCreated' || type === 'roomJoined') this.#identity.roomCode = data.roomCode;
    }
  }

  #statusChanged(change) {
    this.#platform.clearTimeout(this.#rejoin);
    this.#room?.signalingChanged();
    if (change.status === 'online' && this.room) this.#comeBack(this.room);
    if (change.status === 'stopped') this.#room?.end({ reason: 'stopped', closeCode: change.closeCode });
    this.#events.emit('status', { retryInMillis: null, closeCode: null, ...change });
  }

  async #comeBack(room) {
    try {
      await this.#join(room);
    } catch (error) {
      if (this.#room !== room || this.status !== 'online') return;
      if (error.code === 'timeout') this.#signaling.drop();
      else if (PASSES.includes(error.code)) this.#comeBackLater(room, error.data.retryAfterMillis);
      else room.end({ reason: 'lost', error });
    }
  }

  #comeBackLater(room, least = 0) {
    const pause = least + PAUSE * (1 + this.#platform.random());
    this.#rejoin = this.#platform.setTimeout(() => this.#comeBack(room), pause);
  }

  #ended(room) {
    if (this.#room !== room) return;
    this.#platform.clearTimeout(this.#rejoin);
    this.#room = null;
    if (!['hungUp', 'stopped'].includes(room.ending.reason)) this.#identity.roomCode = undefined;
  }

  #visibilityChanged() {
    if (this.#platform.page.document?.visibilityState !== 'hidden' && this.status === 'waiting')
      this.reconnect();
    this.#room?.visibilityChanged();
  }

  /** `freeze` does not bubble: a window hears of it only on its way to the document. */
  #eachOnPage(how) {
    for (const [type, react] of Object.entries(this.#onPage))
      this.#platform.page?.[how](type, react, type === 'freeze');
  }

  /** A page that goes says so to the others, who would else notice only by its silence. */
  #hidden() {
    this.#room?.hangUp();
  }

  /** A browser answers the lobby's pings for a page that does nothing any more: the room would wait for it for ever. */
  #frozen() {
    this.#hidden();
    this.#signaling.drop();
  }
}

function sessionStore() {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}
