import { LobbyError, closed } from './errors.js';
import { Events } from './events.js';
import { Standing } from './standing.js';
import { Star } from './star.js';
import { Takeover } from './takeover.js';

const HIDDEN = 1_000;

export class Room extends Standing {
  ending = null;
  isJoined = false;
  #lobby;
  #terms;
  #events = new Events();
  #star;
  #takeover;
  #prepare = null;
  #firstNews = null;
  #handing = null;
  #isClaiming = false;

  constructor(terms, lobby) {
    super();
    this.#terms = terms;
    this.#lobby = lobby;
    this.#star = new Star(this, lobby);
    this.#takeover = new Takeover(lobby);
    this.#events.hold();
  }

  get clientId() {
    return this.#lobby.clientId();
  }

  get isHost() {
    return this.hostId !== null && this.hostId === this.clientId;
  }

  get isOnline() {
    return this.isJoined && this.#lobby.isOnline();
  }

  get links() {
    return [...this.#star.links].map(([clientId, link]) => ({
      clientId,
      state: link.state,
      roundTripMillis: link.roundTripMillis,
      bufferedAmount: link.bufferedAmount('reliable') + link.bufferedAmount('unreliable'),
    }));
  }

  get bufferedAmount() {
    return Math.max(0, ...this.links.map(({ bufferedAmount }) => bufferedAmount));
  }

  on(type, listener) {
    return this.#events.on(type, listener);
  }

  onMessage(listener) {
    return this.on('message', listener);
  }

  onHostChange(listener) {
    return this.on('hostChange', listener);
  }

  onBecomeHost(prepare) {
    this.#prepare = prepare;
  }

  send(data, { channel = 'reliable' } = {}) {
    const open = this.#star.open;
    for (const [clientId] of open) this.#star.send(clientId, data, channel);
    return open.length;
  }

  sendTo(clientId, data, { channel = 'reliable' } = {}) {
    this.#star.send(clientId, data, channel);
  }

  async saveSnapshot(snapshot, { label } = {}) {
    const limit = this.#lobby.limits().maxSnapshotBytes ?? Infinity;
    const bytes = new TextEncoder().encode(JSON.stringify(snapshot)).length;
    if (bytes > limit)
      throw new LobbyError('snapshotTooLarge', `${bytes} bytes are more than the ${limit} of a snapshot`, {
        limit,
      });
    return this.#askAsHost('saveSnapshot', { snapshot, label });
  }

  loadSnapshot(snapshotVersion) {
    return this.#ask('loadSnapshot', { snapshotVersion });
  }

  transferHost(clientId) {
    return this.#askAsHost('transferHost', { clientId });
  }

  async claimHost() {
    this.#isClaiming = true;
    try {
      await this.#ask('hostReady', { hostEpoch: this.migration?.hostEpoch ?? this.hostEpoch + 1 });
    } finally {
      this.#isClaiming = false;
    }
  }

  update(changes) {
    return this.#askAsHost('updateRoom', changes);
  }

  removeClient(clientId, { ban, reason } = {}) {
    return this.#askAsHost('removeClient', { clientId, ban, reason });
  }

  updateMe(changes) {
    Object.assign(this.#terms, changes);
    return this.#ask('updateClient', { ...changes, ...('hostPriority' in changes && this.#priority()) });
  }

  requestOffer(clientId) {
    this.#star.requestOffer(clientId);
  }

  closeForAll(reason) {
    return this.#askAsHost('closeRoom', { reason });
  }

  async leave() {
    if (this.ending) return;
    const said = this.#lobby.ask('leaveRoom').catch(() => {});
    this.#lobby.leaving(said);
    this.end({ reason: 'left' });
    await said;
  }

  // What follows is the lobby's and the links' business, and not in the types.

  terms() {
    const { canHost, password, profile, ...others } = this.#terms;
    const own = { canHost, password, profile, ...this.#priority() };
    return this.code ? { roomCode: this.code, ...own } : { ...others, ...own };
  }

  /** Lets the game listen before it hears; a host that comes to its room anew gets the last snapshot first. */
  async handOver() {
    if (this.isHost && this.snapshot) {
      const snapshot = await this.#takeover.load();
      this.#firstNews = { ...this.#host('returned', null), snapshot };
    }
    if (this.ending) throw closed();
    this.#handing = this.#lobby.platform.setTimeout(() => this.#events.release(this.#firstNews), 0);
    return this;
  }

  heard(type, data) {
    const known = type === 'roomCreated' ? { ...data, ourselves: this.#ourselves() } : data;
    const before = this.advance(type, known);
    this.#reactions[type]?.(data, before);
    if (!before.isSame) this.#changed();
  }

  received(clientId, data, channel) {
    this.#events.emit('message', clientId, data, channel);
  }

  linkChanged(clientId) {
    const gone = { clientId, state: 'closed', roundTripMillis: null, bufferedAmount: 0 };
    this.#events.emit('link', this.links.find((link) => link.clientId === clientId) ?? gone);
  }

  signalingChanged() {
    if (this.isJoined) this.#changed();
  }

  visibilityChanged() {
    if (this.isOnline) this.#ask('updateClient', this.#priority()).catch(() => {});
  }

  hangUp() {
    this.#star.hangUp();
  }

  /** Leaves nothing behind; without an ending nobody has known this room. */
  end(ending) {
    if (this.ending) return;
    this.ending = ending ?? { reason: 'failed' };
    this.isJoined = false;
    this.#lobby.platform.clearTimeout(this.#handing);
    this.#takeover.cancel();
    this.#star.hangUp();
    this.#lobby.ended(this);
    this.#events.release();
    if (ending) this.#events.emit('closed', { detail: null, error: null, ...ending });
    this.#events.clear();
  }

  #reactions = {
    roomCreated: (data, before) => this.#enter(data, before),
    roomJoined: (data, before) => this.#enter(data, before),
    clientJoined: ({ client }) => this.#events.emit('clientJoined', { client }),
    clientLeft: (data) => this.#left(data),
    hostConnectionLost: (data) => this.#hostLost(data),
    hostRejoined: (_, before) => this.#hostIs('returned', before),
    hostMigrationStarted: (migration) => this.#migrating(migration),
    becomeHost: (data) => this.#takeover.begin({ ...data, prepare: this.#prepare }),
    hostMigrated: ({ reason }, before) => this.#hostIs(reason, before),
    hostMigrationFailed: (migration) => this.#migrating(migration),
    requestOffer: () => this.#star.offerRequested(),
    guestOfferSignal: (data) => this.#isNow(data) && this.#star.offered(data.clientId, data.offerSignal),
    hostAnswerSignal: (data) => this.#isNow(data) && this.#star.answered(data.answerSignal),
    iceCandidate: (data) => this.#isNow(data) && this.#star.candidate(data.clientId, data.candidate),
    removedFromRoom: (ending) => this.end(ending),
    roomClosed: (ending) => this.end(ending),
  };

  #enter({ iceServers }, before) {
    const isFirst = !this.isJoined;
    this.isJoined = true;
    this.#takeover.cancel();
    this.#star.iceServers(iceServers);
    this.#star.update(true);
    if (!isFirst && this.hostId !== before.hostId) this.#tellHost('returned', before, null);
  }

  #left({ clientId, reason }) {
    this.#star.update();
    this.#events.emit('clientLeft', { clientId, reason });
  }

  #hostLost({ hostId, graceMillis }) {
    this.#star.probe();
    this.#events.emit('hostAway', { hostId, graceMillis });
  }

  #hostIs(reason, before) {
    const snapshot = this.isHost ? this.#takeover.snapshot : null;
    const isNew = this.hostEpoch !== before.hostEpoch;
    this.#takeover.cancel();
    this.#star.update(!isNew);
    if (this.isHost && this.#isClaiming) this.#tellClaimant(reason, before);
    else if (isNew || this.hostId !== before.hostId) this.#tellHost(reason, before, snapshot);
  }

  /** Who claims the role may load only after it has it. */
  async #tellClaimant(reason, before) {
    const snapshot = await this.#takeover.load().catch(() => null);
    this.#tellHost(reason, before, snapshot);
  }

  #tellHost(reason, { hostId }, snapshot) {
    this.#events.emit('hostChange', { ...this.#host(reason, hostId), snapshot });
  }

  #migrating(migration) {
    this.#takeover.cancel();
    this.#events.emit('migration', migration);
  }

  #host(reason, previousHostId) {
    return { isHost: this.isHost, hostId: this.hostId, hostEpoch: this.hostEpoch, previousHostId, reason };
  }

  /** A page that nobody sees is slowed down by its browser: it should be the last to become host. */
  #priority() {
    const isHidden = this.#lobby.platform.page?.document?.visibilityState === 'hidden';
    return { hostPriority: (this.#terms.hostPriority ?? 0) - (isHidden ? HIDDEN : 0) };
  }

  #ourselves() {
    const { profile } = this.#terms;
    return { clientId: this.clientId, isHost: true, connected: true, canHost: true, profile };
  }

  /** Signals of another epoch are for or from another host. */
  #isNow({ hostEpoch = this.hostEpoch }) {
    return hostEpoch === this.hostEpoch;
  }

  #askAsHost(type, data) {
    return this.#ask(type, { ...data, hostEpoch: this.hostEpoch });
  }

  #ask(type, data) {
    return this.isJoined ? this.#lobby.ask(type, data) : Promise.reject(closed());
  }

  #changed() {
    this.#events.emit('change', { room: this });
  }
}
