// One browser's place in a groovejet lobby, in the message dialect (see PROTOCOL.md).
//
// Requests are promises; everything else the server says is an event of the same name whose `detail` is the message's
// data. A lost connection comes back by itself, after growing pauses, into the same room and seat.

const ANSWER_WITHIN = 10_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const PASSES_BY_ITSELF = ['noAnswer', 'rateLimited', 'serverDraining', 'storeUnavailable', 'internalError'];
const REPLACED = 4001;
const IDLE = 4002;

/** A refusal: `type` is the protocol's errorType, or `noAnswer` or `connectionLost`. */
export class LobbyError extends Error {
  constructor(type, message, data = {}) {
    super(message);
    this.type = type;
    this.data = data;
  }
}

/**
 * Events besides the server's own: `status` {status, retryInMillis?}, one of `connecting`, `online`, `waiting` (for the
 * next attempt), `idle` (connects when needed) and `replaced` (another tab took the seat); `roomLost` {error} when the
 * way back into the room is refused; `error` {error} for what answers no request.
 */
export class Lobby extends EventTarget {
  /** The public id the server knows us by; null before the first connection. */
  clientId = null;
  status = 'idle';
  #url;
  #memory;
  #socket = null;
  #identified = null;
  #token = null;
  #room;
  #waiting = new Map();
  #requests = 0;
  #failures = 0;
  #leastPause = 0;
  #retry = 0;

  /**
   * `memory.seat`, {roomCode, clientToken} or null, is read and written. If it holds a seat to begin with, the first
   * connection comes back to it, as after any loss: the answer is the event `roomJoined` or `roomLost`.
   */
  constructor(url, memory) {
    super();
    this.#url = url;
    this.#memory = memory;
    this.#room = memory.seat?.roomCode;
  }

  /** Resolves when the server has said who we are, over the connection there is or over a new one. */
  connect() {
    if (this.#identified) return this.#identified;
    clearTimeout(this.#retry);
    this.#say('connecting');
    this.#identified = new Promise((resolve, reject) => {
      const socket = new WebSocket(this.#url);
      this.#socket = socket;
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        this.#heard(message);
        if (message.type === 'identity') resolve();
      };
      socket.onclose = ({ code }) => {
        reject(connectionLost());
        this.#lost(code);
      };
    });
    this.#identified.catch(() => {});
    return this.#identified;
  }

  /** Makes a room and becomes its host; the event `roomCreated` tells its code. */
  async createRoom(options) {
    await this.connect();
    await this.#ask('createRoom', options);
  }

  /** Joins a room, on the seat we hold there if we hold one; the event `roomJoined` tells how things stand in it. */
  async joinRoom(roomCode) {
    await this.connect();
    try {
      await this.#ask('joinRoom', { roomCode, clientToken: this.#earlierToken() });
    } catch (error) {
      if (error.type !== 'invalidToken') throw error;
      this.#memory.seat = null;
      await this.#ask('joinRoom', { roomCode });
    }
  }

  /** Gives the seat up; we have left even when the server cannot be told. */
  async leaveRoom() {
    this.#standUp();
    await this.#ask('leaveRoom').catch(() => {});
  }

  offer(offerSignal) {
    this.#send('guestOfferSignal', { offerSignal });
  }

  answer(clientId, answerSignal) {
    this.#send('hostAnswerSignal', { clientId, answerSignal });
  }

  /** A host says with `clientId` which guest is meant; a guest's candidates go to the host. */
  candidate(candidate, clientId) {
    this.#send('iceCandidate', { candidate, clientId });
  }

  requestOffer(clientId, reason) {
    this.#send('requestOffer', { clientId, reason });
  }

  #heard({ type, data = {}, requestId, errorType, errorMessage }) {
    if (type === 'error') {
      const error = new LobbyError(errorType, errorMessage, data);
      if (!this.#settle(requestId, ({ reject }) => reject(error))) this.#tell('error', { error });
      return;
    }
    if (type === 'identity') this.#recognised(data);
    if (type === 'roomCreated' || type === 'roomJoined') this.#sitDown(data.roomCode);
    if (type === 'roomClosed' || type === 'removedFromRoom') this.#standUp();
    if (type === 'serverDraining') this.#leastPause = data.reconnectAfterMillis;
    this.#tell(type, data);
    this.#settle(requestId, ({ resolve }) => resolve(data));
  }

  #recognised({ clientId, clientToken }) {
    this.clientId = clientId;
    this.#token = clientToken;
    if (this.status === 'online') return;
    this.#leastPause = 0;
    this.#say('online');
    if (this.#room) this.#comeBack(this.#room);
    else this.#failures = 0;
  }

  async #comeBack(roomCode) {
    try {
      await this.joinRoom(roomCode);
    } catch (error) {
      if (error.type === 'connectionLost') return;
      if (PASSES_BY_ITSELF.includes(error.type)) {
        this.#socket?.close();
      } else {
        this.#standUp();
        this.#tell('roomLost', { error });
      }
    }
  }

  #earlierToken() {
    const kept = this.#memory.seat?.clientToken;
    return kept === this.#token ? undefined : kept;
  }

  #sitDown(roomCode) {
    this.#failures = 0;
    this.#room = roomCode;
    this.#memory.seat = { roomCode, clientToken: this.#token };
  }

  #standUp() {
    this.#room = null;
    this.#memory.seat = null;
  }

  #lost(code) {
    this.#socket = null;
    this.#identified = null;
    for (const requestId of [...this.#waiting.keys()])
      this.#settle(requestId, ({ reject }) => reject(connectionLost()));
    if (code === REPLACED) this.#say('replaced');
    else if (code === IDLE) this.#say('idle');
    else this.#retryLater();
  }

  /** Half of the pause is luck, so that a thousand browsers do not come back to a restarted server at once. */
  #retryLater() {
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures++);
    const retryInMillis = Math.round(this.#leastPause + pause * (0.5 + Math.random() / 2));
    this.#retry = setTimeout(() => this.connect(), retryInMillis);
    this.#say('waiting', retryInMillis);
  }

  #ask(type, data) {
    if (this.status !== 'online') return Promise.reject(connectionLost());
    const requestId = `${type}-${++this.#requests}`;
    return new Promise((resolve, reject) => {
      const noAnswer = new LobbyError('noAnswer', 'the lobby did not answer');
      const timer = setTimeout(() => this.#settle(requestId, () => reject(noAnswer)), ANSWER_WITHIN);
      this.#waiting.set(requestId, { resolve, reject, timer });
      this.#send(type, data, requestId);
    });
  }

  #settle(requestId, how) {
    const waiting = this.#waiting.get(requestId);
    if (!waiting) return false;
    this.#waiting.delete(requestId);
    clearTimeout(waiting.timer);
    how(waiting);
    return true;
  }

  #send(type, data, requestId) {
    if (this.#socket?.readyState === WebSocket.OPEN)
      this.#socket.send(JSON.stringify({ type, data, requestId }));
  }

  #say(status, retryInMillis) {
    this.status = status;
    this.#tell('status', { status, retryInMillis });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function connectionLost() {
  return new LobbyError('connectionLost', 'the connection to the lobby is lost');
}
