import { bytesOf, checkSendable, jsonOf, optionsOf } from './data.js';
import { LobbyError, closed, disconnected } from './errors.js';
import { Events } from './events.js';
import { Standing } from './standing.js';
import { Star } from './star.js';
import { Succession } from './succession.js';

const HIDDEN = 1_000;
const EVENTS = [
  'message',
  'hostChange',
  'change',
  'clientJoined',
  'clientLeft',
  'link',
  'hostAway',
  'migration',
  'closed',
];

export class Room extends Standing {
  ending = null;
  isJoined = false;
  #lobby;
  #terms;
  #events = new Events(...EVENTS);
  #star;
  #succession;
  #handing = null;

  constructor(terms, lobby) {
    super();
    this.#terms = terms;
    this.#lobby = lobby;
    this.#star = new Star(this, lobby);
    this.#succession = new Succession(this, lobby, this.#events);
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
    if (prepare && typeof prepare !== 'function')
      throw new LobbyError('noListener', 'whoever takes a snapshot over has to be a function');
    this.#succession.prepare = prepare;
  }

  send(data, options) {
    const channel = this.#check(data, options);
    return this.#star.sendToAll(data, channel);
  }

  sendTo(clientId, data, options) {
    const channel = this.#check(data, options);
    this.#star.send(clientId, data, channel);
  }

  async saveSnapshot(snapshot, options) {
    const { label } = optionsOf(options);
    if (this.isJoined && !this.isHost) throw new LobbyError('notHost', 'only the host saves');
    const limit = this.#lobby.limits().maxSnapshotBytes ?? Infinity;
    const bytes = bytesOf(jsonOf(snapshot, 'a snapshot'), limit);
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

  claimHost() {
    return this.#succession.claim((type, data) => this.#ask(type, data));
  }

  async update(changes) {
    return this.#askAsHost('updateRoom', optionsOf(changes));
  }

  async removeClient(clientId, options) {
    const { ban, reason } = optionsOf(options);
    return this.#askAsHost('removeClient', { clientId, ban, reason });
  }

  async updateMe(given) {
    const changes = optionsOf(given);
    const priority = 'hostPriority' in changes && this.#priority(changes);
    const updated = await this.#ask('updateClient', { ...changes, ...priority });
    Object.assign(this.#terms, changes);
    return updated;
  }

  requestOffer(clientId) {
    if (!this.isJoined) throw closed();
    if (!this.isHost) throw new LobbyError('notHost', 'only the host asks for offers');
    if (!this.isOnline) throw disconnected();
    const isHere = (client) => client.clientId === clientId && client.connected && !client.isHost;
    if (!this.clients.some(isHere))
      throw new LobbyError('unknownClient', 'no connected guest has this id', { clientId });
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
    const news = await this.#succession.news();
    if (this.ending) throw closed();
    this.#handing = this.#lobby.platform.setTimeout(() => this.#events.release(news), 0);
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
    const { reason = 'failed', detail = null, error = null, closeCode } = ending ?? {};
    this.ending = { reason, detail, error, ...(closeCode && { closeCode }) };
    this.isJoined = false;
    this.#lobby.platform.clearTimeout(this.#handing);
    this.#succession.cancel();
    this.#star.hangUp();
    this.#lobby.ended(this);
    this.#events.release();
    if (ending) this.#events.emit('closed', this.ending);
    this.#events.clear();
  }

  #reactions = {
    roomCreated: (data, before) => this.#enter(data, before),
    roomJoined: (data, before) => this.#enter(data, before),
    clientJoined: ({ client }) => this.#events.emit('clientJoined', { client }),
    clientLeft: (data) => this.#left(data),
    hostConnectionLost: (data) => this.#hostLost(data),
    hostRejoined: (_, before) => this.#hostIs('returned', before),
    hostMigrationStarted: (migration) => this.#succession.migrating(migration),
    becomeHost: (data) => this.#succession.begin(data),
    hostMigrated: ({ reason }, before) => this.#hostIs(reason, before),
    hostMigrationFailed: (migration) => this.#succession.migrating(migration),
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
    this.#star.iceServers(iceServers);
    this.#star.update(true);
    if (!isFirst) this.#succession.cameBack(before);
  }

  #left({ clientId, reason, detail = null }) {
    this.#star.update();
    this.#events.emit('clientLeft', { clientId, reason, detail });
  }

  #hostLost({ hostId, graceMillis }) {
    this.#star.probe();
    this.#events.emit('hostAway', { hostId, graceMillis });
  }

  #hostIs(reason, before) {
    this.#star.update(this.hostEpoch === before.hostEpoch);
    this.#succession.hostIs(reason, before);
  }

  /** A page that nobody sees is slowed down by its browser: it should be the last to become host. */
  #priority({ hostPriority = 0 } = this.#terms) {
    const isHidden = this.#lobby.platform.page?.document?.visibilityState === 'hidden';
    return { hostPriority: hostPriority - (isHidden ? HIDDEN : 0) };
  }

  #ourselves() {
    const { profile } = this.#terms;
    return { clientId: this.clientId, isHost: true, connected: true, canHost: true, profile };
  }

  /** Signals of another epoch are for or from another host. */
  #isNow({ hostEpoch = this.hostEpoch }) {
    return hostEpoch === this.hostEpoch;
  }

  /** Returns the channel to send over. */
  #check(data, options) {
    if (!this.isJoined) throw closed();
    const { channel = 'reliable' } = optionsOf(options);
    checkSendable(data, channel);
    return channel;
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
