// What people do in a room: they see who is there and talk. The host passes on what a guest says, and keeps the talk as
// the room's snapshot, so that it goes on with whoever is host next.

const LONGEST_TEXT = 1_000;
const MOST_LINES = 50;
const SAVE_EVERY = 1_000;

/**
 * Events: `changed` when something one could show is different; `said` {clientId, text}; `happened` {what, clientId},
 * where `what` is `joined`, `left`, `away`, `back`, `linked`, `unlinked` or `host`; `measured` {latency}.
 */
export class Meeting extends EventTarget {
  /** While the host is away: until when it is waited for as far as we know, as of performance.now(). */
  hostAwayUntil = null;
  /** What was said, oldest first: {clientId, text}. */
  lines = [];
  #room;
  #links = new Map();
  #lostLinks = 0;
  #saving = 0;

  constructor(room) {
    super();
    this.#room = room;
    for (const { clientId, state } of room.links) this.#links.set(clientId, state);
    const hear = {
      change: () => this.#roomChanged(),
      message: (from, data) => this.#heard(from, parsed(data)),
      link: (link) => this.#linkChanged(link),
      clientJoined: ({ client }) => this.#happened('joined', client.clientId),
      clientLeft: ({ clientId }) => this.#happened('left', clientId),
      hostAway: ({ hostId, graceMillis }) => this.#hostAway(hostId, graceMillis),
      migration: ({ timeoutMillis, closesInMillis }) =>
        this.#hostAway(this.#room.hostId, timeoutMillis ?? closesInMillis ?? 0),
      hostChange: (change) => this.#hostIs(change),
      closed: () => clearTimeout(this.#saving),
    };
    for (const [type, react] of Object.entries(hear)) room.on(type, react);
  }

  get code() {
    return this.#room.code;
  }

  get us() {
    return this.#room.clientId;
  }

  get weAreHost() {
    return this.#room.isHost;
  }

  /** The version of the last snapshot we know of, 0 before the first. */
  get saved() {
    return this.#room.snapshot?.snapshotVersion ?? 0;
  }

  /** Everybody else, in joining order: {clientId, isHost, connected}. */
  get others() {
    return this.#room.clients.filter(({ clientId }) => clientId !== this.us);
  }

  linkTo(clientId) {
    return this.#room.links.find((link) => link.clientId === clientId);
  }

  /** The links that carry messages now. */
  get openLinks() {
    return this.#room.links.filter(({ state }) => state === 'open');
  }

  /** How it stands with direct links: `open`, `connecting`, `lost` (and tried again), `away` (nobody to link to) or `none`. */
  get linkState() {
    if (this.openLinks.length) return 'open';
    const linkable = this.weAreHost ? this.others : this.others.filter(({ isHost }) => isHost);
    if (this.weAreHost && !linkable.length) return 'none';
    if (!linkable.some(({ connected }) => connected)) return 'away';
    return this.#lostLinks ? 'lost' : 'connecting';
  }

  /** Whether several attempts to open a link failed in a row. */
  get isHardToLink() {
    return this.#lostLinks > 2 && this.linkState === 'lost';
  }

  /** Says something to everybody: a guest to the host, who passes it on. */
  say(text) {
    this.#room.send(JSON.stringify({ kind: 'chat', from: this.us, text }));
    this.#said({ clientId: this.us, text });
  }

  leave() {
    clearTimeout(this.#saving);
    return this.#room.leave();
  }

  #roomChanged() {
    if (this.#room.hostConnected) this.hostAwayUntil = null;
    this.#tell('changed');
  }

  #linkChanged({ clientId, state, roundTripMillis }) {
    const before = this.#links.get(clientId);
    this.#links.set(clientId, state);
    if (state === 'open' && before !== 'open') this.#linked(clientId);
    if (before === 'open' && state !== 'open') this.#happened('unlinked', clientId);
    if (state === 'closed' && before !== 'closed') this.#lostLinks++;
    if (state === 'open' && roundTripMillis !== null) this.#tell('measured', { latency: roundTripMillis });
    this.#tell('changed');
  }

  #linked(clientId) {
    this.#lostLinks = 0;
    if (this.weAreHost) this.#room.sendTo(clientId, JSON.stringify({ kind: 'log', lines: this.lines }));
    this.#happened('linked', clientId);
  }

  #hostAway(hostId, millis) {
    const isNews = this.hostAwayUntil === null;
    this.hostAwayUntil = performance.now() + millis;
    if (isNews && hostId && hostId !== this.us) this.#happened('away', hostId);
    else this.#tell('changed');
  }

  #hostIs({ hostId, isHost, snapshot }) {
    this.hostAwayUntil = null;
    this.#lostLinks = 0;
    if (isHost && snapshot) this.#remember(snapshot.snapshot.lines);
    if (hostId) this.#happened('host', hostId);
  }

  #heard(from, message) {
    if (message?.kind === 'log' && from === this.#room.hostId) this.#remember(message.lines);
    if (message?.kind !== 'chat' || typeof message.text !== 'string') return;
    const clientId = this.weAreHost ? from : message.from;
    const text = message.text.slice(0, LONGEST_TEXT);
    this.#said({ clientId, text });
    if (!this.weAreHost) return;
    for (const link of this.openLinks)
      if (link.clientId !== from)
        this.#room.sendTo(link.clientId, JSON.stringify({ kind: 'chat', from, text }));
  }

  #said(line) {
    this.lines = [...this.lines, line].slice(-MOST_LINES);
    this.#tell('said', line);
    if (this.weAreHost) this.#saving ||= setTimeout(() => this.#save(), SAVE_EVERY);
  }

  async #save() {
    this.#saving = 0;
    if (this.weAreHost) await this.#room.saveSnapshot({ lines: this.lines }).catch(() => {});
  }

  /** Who comes in late is told what was said; who was there knows. */
  #remember(lines) {
    if (this.lines.length || !Array.isArray(lines)) return;
    for (const { clientId, text } of lines)
      if (typeof clientId === 'string' && typeof text === 'string') this.#said({ clientId, text });
  }

  #happened(what, clientId) {
    this.#tell('happened', { what, clientId });
    this.#tell('changed');
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
