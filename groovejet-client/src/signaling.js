import { bytesOf, jsonOf } from './data.js';
import { LobbyError, closed, disconnected, timeout } from './errors.js';

const PROTOCOL = 'groovejet.v2';
const NO_WAY_BACK = [1002, 1003, 1007, 1008, 1009, 4001, 4007, 4008];
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const STEADY = 10_000;
const OPEN = 1;

/** One connection to the lobby that comes back by itself, and the requests on it. */
export class Signaling {
  /** `connecting`, `online`, `waiting`, `stopped` (the server does not want us back) or `closed`. */
  status = 'connecting';
  /** What the lobby takes from us, as it says itself. */
  limits = {};
  #url;
  #platform;
  #patience;
  #heard;
  #changed;
  #socket = null;
  #timer;
  #failures = 0;
  #leastPause = 0;
  #onlineSince = 0;
  #heardAt = 0;
  #veto = null;
  #requests = 0;
  #pending = new Map();
  #waiting = new Set();

  constructor(url, platform, { patience, heard, changed }) {
    this.#url = url;
    this.#platform = platform;
    this.#patience = patience;
    this.#heard = heard;
    this.#changed = changed;
    this.#connect();
  }

  /** Connects at once, whatever was planned, unless there is a connection already. */
  reconnect() {
    if (this.#socket || this.status === 'closed') return;
    this.#platform.clearTimeout(this.#timer);
    this.#connect();
  }

  /** Resolves when we are online. */
  ready() {
    if (this.status === 'online') return Promise.resolve();
    if (this.status === 'closed') return Promise.reject(closed());
    if (this.status === 'stopped') return Promise.reject(this.#veto ?? disconnected());
    return this.#within((settled) => this.#waiting.add(settled), disconnected);
  }

  /** Sends a message that nobody answers; without a connection nothing. */
  send(type, data) {
    if (this.status === 'online') this.#put(JSON.stringify({ type, data }));
  }

  /** Sends a message of the game's own making, or says why not. */
  tell(type, data) {
    if (this.status !== 'online') throw this.status === 'closed' ? closed() : disconnected();
    this.#put(this.#fitting({ type, data }));
  }

  /** Resolves with the data of the reply. */
  async ask(type, data) {
    if (this.status !== 'online') throw this.status === 'closed' ? closed() : disconnected();
    const requestId = String(++this.#requests);
    this.#put(this.#fitting({ type, data, requestId }));
    return this.#within((settled) => this.#pending.set(requestId, settled), timeout, requestId);
  }

  /** Takes the connection for dead and begins anew, after that pause at the earliest. */
  drop(leastPause = this.#leastPause) {
    const socket = this.#socket;
    if (!socket) return;
    this.#leastPause = leastPause;
    this.#lost(socket);
    socket.close();
  }

  close() {
    if (this.status === 'closed') return;
    const socket = this.#socket;
    this.#socket = null;
    this.#platform.clearTimeout(this.#timer);
    this.status = 'closed';
    this.#failAll(closed());
    if (socket) socket.onmessage = socket.onclose = null;
    socket?.close(1000);
    this.#changed({ status: 'closed' });
  }

  #connect() {
    const socket = this.#newSocket();
    this.#socket = socket;
    this.#timer = this.#platform.setTimeout(() => this.drop(), this.#patience);
    socket.onmessage = ({ data }) => this.#socket === socket && this.#received(JSON.parse(data));
    socket.onclose = ({ code }) => this.#socket === socket && this.#lost(socket, code);
    this.#say({ status: 'connecting' });
  }

  #newSocket() {
    try {
      return new this.#platform.WebSocket(this.#url, PROTOCOL);
    } catch (refused) {
      throw new LobbyError('invalidUrl', `no lobby can be at ${this.#url}: ${refused.message}`);
    }
  }

  /** A socket that is closing takes nothing and complains on the console; that it is closed comes next. */
  #put(text) {
    if (!(this.#socket.readyState > OPEN)) this.#socket.send(text);
  }

  /** What is too large would end the connection. A snapshot has a limit of its own, which whoever saves it knows. */
  #fitting(message) {
    const text = jsonOf(message, 'what is to be told to the lobby');
    const limit = this.limits.maxMessageBytes ?? Infinity;
    if (message.type === 'saveSnapshot' || bytesOf(text, limit) <= limit) return text;
    throw new LobbyError('messageTooLarge', `the lobby takes no more than ${limit} bytes at once`, { limit });
  }

  #received({ type, data = {}, requestId, errorType, errorMessage }) {
    this.#heardAt = this.#platform.now();
    if (type === 'error') return this.#refused(new LobbyError(errorType, errorMessage, data), requestId);
    if (type === 'serverDraining') this.#leastPause = data.reconnectAfterMillis;
    if (type === 'identity') {
      this.limits = data.limits ?? {};
      this.#veto = null;
    }
    this.#heard(type, data);
    if (type === 'identity') this.#identified();
    this.#pending.get(requestId)?.resolve(data);
  }

  #identified() {
    if (this.status === 'online') return;
    this.#platform.clearTimeout(this.#timer);
    this.#leastPause = 0;
    this.#onlineSince = this.#platform.now();
    this.#say({ status: 'online' });
    for (const { resolve } of [...this.#waiting]) resolve();
  }

  /** A `rateLimited` that answers no request stands for all that were dropped unread. */
  #refused(error, requestId) {
    const asked = this.#pending.get(requestId);
    if (this.status === 'connecting') this.#veto = error;
    if (asked) asked.reject(error);
    else if (error.code === 'rateLimited')
      for (const { reject } of [...this.#pending.values()]) reject(error);
    this.#heard('error', { error, isAnswer: Boolean(asked) });
  }

  #lost(socket, code) {
    socket.onmessage = socket.onclose = null;
    this.#socket = null;
    this.#platform.clearTimeout(this.#timer);
    for (const { reject } of [...this.#pending.values()]) reject(disconnected());
    if (NO_WAY_BACK.includes(code)) {
      for (const { reject } of [...this.#waiting]) reject(this.#veto ?? disconnected());
      this.#say({ status: 'stopped', closeCode: code });
    } else {
      this.#retryLater();
    }
  }

  /** Full jitter: a thousand browsers do not come back to a restarted server at once. */
  #retryLater() {
    if (this.status === 'online' && this.#platform.now() - this.#onlineSince > STEADY) this.#failures = 0;
    const most = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures++);
    const retryInMillis = Math.round(this.#leastPause + this.#platform.random() * most);
    this.#timer = this.#platform.setTimeout(() => this.#connect(), retryInMillis);
    this.#say({ status: 'waiting', retryInMillis });
  }

  #say(change) {
    this.status = change.status;
    this.#changed(change);
  }

  /** A promise that is settled in time, by whoever gets hold of its two functions. */
  #within(register, late, requestId) {
    const began = this.#platform.now();
    return new Promise((resolve, reject) => {
      const done = (settle) => (value) => {
        this.#platform.clearTimeout(timer);
        this.#pending.delete(requestId);
        this.#waiting.delete(settled);
        settle(value);
      };
      const settled = { resolve: done(resolve), reject: done(reject) };
      const tooLate = () => {
        settled.reject(late());
        if (requestId) this.#doubt(began);
      };
      const timer = this.#platform.setTimeout(tooLate, this.#patience);
      register(settled);
    });
  }

  /** Whoever has heard nothing at all since it asked has no connection any more, whatever its socket says. */
  #doubt(asked) {
    if (this.#heardAt <= asked) this.drop();
  }

  #failAll(error) {
    for (const { reject } of [...this.#pending.values(), ...this.#waiting]) reject(error);
  }
}
