// The room we are in: who is there, and a star of data channels with the host in its middle.
//
// Guests offer and the host answers. A guest whose link is lost offers again, for as long as the host is there.

import { Link, newSession } from './link.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;
const LONGEST_TEXT = 1_000;
const JUST_NOW = 1_000;

/**
 * Events: `changed` when something one could show is different; `said` {clientId, text}; `happened` {what, clientId},
 * where `what` is `joined`, `left`, `away`, `back`, `linked` or `unlinked`; `measured` {latency} about every second.
 */
export class Room extends EventTarget {
  code = null;
  weAreHost = false;
  /** Everybody else, in joining order: {clientId, isHost, connected}. */
  others = [];
  /** While the host is away: until when it is waited for as far as we know, as of performance.now(). */
  hostAwayUntil = null;
  #lobby;
  #us = null;
  #links = new Map();
  #iceServers = [];
  #offeredAt = -Infinity;
  #attempts = 0;
  #retry = 0;
  #listening = new AbortController();

  /** Listens to the lobby at once; the room stands when the first `changed` is heard. */
  constructor(lobby) {
    super();
    this.#lobby = lobby;
    const hear = {
      roomCreated: (room) => this.#enter({ ...room, clientIsHost: true, hostConnected: true, clients: [] }),
      roomJoined: (room) => this.#enter(room),
      clientJoined: ({ client }) => this.#joined(client),
      clientDisconnected: ({ clientId }) => this.#isThere(clientId, false),
      clientReconnected: ({ clientId }) => this.#isThere(clientId, true),
      clientLeft: ({ clientId }) => this.#left(clientId),
      hostConnectionLost: ({ hostId, graceMillis }) => this.#hostAway(hostId, graceMillis),
      hostMigrationFailed: ({ closesInMillis = 0 }) => this.#hostAway(this.host?.clientId, closesInMillis),
      hostRejoined: ({ hostId }) => this.#hostBack(hostId),
      requestOffer: () => performance.now() - this.#offeredAt > JUST_NOW && this.#offer(),
      guestOfferSignal: ({ clientId, offerSignal }) => this.#answer(clientId, offerSignal),
      hostAnswerSignal: ({ answerSignal }) => this.linkTo(this.host?.clientId)?.accept(answerSignal),
      iceCandidate: ({ clientId, candidate }) => this.linkTo(clientId)?.addCandidate(candidate),
    };
    for (const [type, react] of Object.entries(hear)) {
      lobby.addEventListener(type, ({ detail }) => react(detail), { signal: this.#listening.signal });
    }
  }

  /** The other one who is host; none when we are, or when it has left. */
  get host() {
    return this.others.find(({ isHost }) => isHost);
  }

  linkTo(clientId) {
    return this.#links.get(clientId);
  }

  /** The links that carry messages now. */
  get openLinks() {
    return [...this.#links.values()].filter(({ state }) => state === 'open');
  }

  /** How it stands with direct links: `open`, `connecting`, `lost` (and tried again), `away` (nobody to link to) or `none`. */
  get linkState() {
    if (this.openLinks.length) return 'open';
    const linkable = this.weAreHost ? this.others : this.others.filter(({ isHost }) => isHost);
    if (this.weAreHost && !linkable.length) return 'none';
    const there = linkable.filter(({ connected }) => connected);
    if (!there.length) return 'away';
    return there.some(({ clientId }) => this.linkTo(clientId)?.state !== 'lost') ? 'connecting' : 'lost';
  }

  /** Whether several attempts to open a link failed in a row. */
  get isHardToLink() {
    return this.#attempts > 1;
  }

  /** Says something to everybody: a guest to the host, who passes it on. */
  say(text) {
    for (const link of this.openLinks) link.say({ kind: 'chat', text });
    this.#tell('said', { clientId: this.#us, text });
  }

  /** Ends all links, and hears nothing more. */
  close() {
    this.#listening.abort();
    this.#closeLinks(() => true);
  }

  #enter({ roomCode, clientIsHost, hostConnected, clients, closesInMillis = 0, iceServers = [] }) {
    if (this.#us !== this.#lobby.clientId) this.#closeLinks(() => true);
    this.#us = this.#lobby.clientId;
    this.code = roomCode;
    this.weAreHost = clientIsHost;
    this.#iceServers = iceServers;
    this.others = clients.filter(({ clientId }) => clientId !== this.#us);
    this.hostAwayUntil = hostConnected ? null : performance.now() + closesInMillis;
    this.#closeLinks((clientId) => !this.#person(clientId));
    for (const { clientId, connected } of this.others) {
      if (this.weAreHost && connected && !this.#isOpen(clientId))
        this.#lobby.requestOffer(clientId, 'hostIsBack');
    }
    this.#offerUnlessOpen();
    this.#tell('changed');
  }

  #joined(client) {
    this.others = [...this.others, client];
    this.#happened('joined', client.clientId);
  }

  #left(clientId) {
    this.#happened('left', clientId);
    this.others = this.others.filter((other) => other.clientId !== clientId);
    this.#closeLinks((linked) => linked === clientId);
    this.#tell('changed');
  }

  #isThere(clientId, connected) {
    this.others = this.others.map((other) => (other.clientId === clientId ? { ...other, connected } : other));
    this.#happened(connected ? 'back' : 'away', clientId);
  }

  #hostAway(hostId, millis) {
    const isNews = this.hostAwayUntil === null;
    this.hostAwayUntil = performance.now() + millis;
    if (isNews && hostId) this.#isThere(hostId, false);
    else this.#tell('changed');
  }

  #hostBack(hostId) {
    this.hostAwayUntil = null;
    this.#isThere(hostId, true);
    this.#offerUnlessOpen();
  }

  #offerUnlessOpen() {
    if (!this.weAreHost && !this.#isOpen(this.host?.clientId)) this.#offer();
  }

  #offer() {
    clearTimeout(this.#retry);
    if (this.weAreHost || !this.host || this.hostAwayUntil !== null || this.#lobby.status !== 'online')
      return;
    this.#offeredAt = performance.now();
    const link = this.#newLink(this.host.clientId, newSession());
    link.addEventListener('signal', ({ detail: { kind, signal } }) => {
      if (kind === 'offer') this.#lobby.offer(signal);
      else this.#lobby.candidate(signal);
    });
    link.offer();
  }

  #answer(clientId, offer) {
    const link = this.#newLink(clientId, offer?.session);
    link.addEventListener('signal', ({ detail: { kind, signal } }) => {
      if (kind === 'answer') this.#lobby.answer(clientId, signal);
      else this.#lobby.candidate(signal, clientId);
    });
    link.answer(offer);
  }

  /** A new link takes the place of the old one, which nobody hears of any more. */
  #newLink(clientId, session) {
    const link = new Link(session, this.#iceServers);
    const old = this.#links.get(clientId);
    this.#links.set(clientId, link);
    old?.close();
    const whileItCounts = (react) => (event) => this.#links.get(clientId) === link && react(event);
    link.addEventListener(
      'open',
      whileItCounts(() => this.#linked(clientId)),
    );
    link.addEventListener(
      'lost',
      whileItCounts(() => this.#unlinked(clientId)),
    );
    link.addEventListener(
      'latency',
      whileItCounts(() => this.#measured(link)),
    );
    link.addEventListener(
      'message',
      whileItCounts(({ detail }) => this.#heard(clientId, detail.message)),
    );
    this.#tell('changed');
    return link;
  }

  #linked(clientId) {
    this.#attempts = 0;
    this.#happened('linked', clientId);
  }

  #measured({ latency }) {
    this.#tell('measured', { latency });
    this.#tell('changed');
  }

  #unlinked(clientId) {
    this.#happened('unlinked', clientId);
    if (this.weAreHost) return;
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#attempts++);
    this.#retry = setTimeout(() => this.#offerUnlessOpen(), pause);
  }

  /** The host passes on what a guest says, under the id by which it knows the guest. */
  #heard(clientId, { kind, from, text }) {
    if (kind !== 'chat' || typeof text !== 'string') return;
    const said = {
      clientId: this.weAreHost ? clientId : (from ?? clientId),
      text: text.slice(0, LONGEST_TEXT),
    };
    this.#tell('said', said);
    if (!this.weAreHost) return;
    for (const [id, link] of this.#links)
      if (id !== clientId) link.say({ kind: 'chat', from: clientId, text: said.text });
  }

  #person(clientId) {
    return this.others.find((other) => other.clientId === clientId);
  }

  #isOpen(clientId) {
    return this.#links.get(clientId)?.state === 'open';
  }

  #closeLinks(which) {
    clearTimeout(this.#retry);
    for (const [clientId, link] of [...this.#links]) {
      if (!which(clientId)) continue;
      this.#links.delete(clientId);
      link.close();
    }
  }

  #happened(what, clientId) {
    this.#tell('happened', { what, clientId });
    this.#tell('changed');
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
