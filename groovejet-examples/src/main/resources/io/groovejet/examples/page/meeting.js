// What people do in a room besides playing: they see who is there and talk. The host passes on what a guest says.

import { otherName, person } from './names.js';

const LONGEST_TEXT = 1_000;
const LONGEST_NAME = 18;
const MOST_LINES = 50;
const TURNS_TEXT = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Events: `changed` when something one could show is different; `said` {clientId, text, isNew}; `happened` {what, clientId},
 * where `what` is `joined`, `left`, `away`, `back`, `linked`, `unlinked` or `host`.
 */
export class Meeting extends EventTarget {
  /** Until when, as of performance.now(), what we wait for is waited for; null where nobody said so. */
  waitsUntil = null;
  /** What was said, oldest first: {clientId, text}. */
  lines = [];
  #room;
  #links = new Map();
  #lostLinks = 0;

  constructor(room) {
    super();
    this.#room = room;
    for (const { clientId, state } of room.links) this.#links.set(clientId, state);
    const hear = {
      change: () => this.#roomChanged(),
      message: (from, data, channel) => channel === 'reliable' && this.#heard(from, parsed(data)),
      link: (link) => this.#linkChanged(link),
      clientJoined: ({ client }) => this.#happened('joined', client.clientId),
      clientLeft: ({ clientId }) => this.#happened('left', clientId),
      hostAway: (away) => this.#hostAway(away),
      migration: (migration) => this.#waitFor(migration),
      hostChange: (change) => this.#hostIs(change),
    };
    for (const [type, react] of Object.entries(hear)) room.on(type, react);
    this.#waitFor(room.migration ?? {});
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

  get epoch() {
    return this.#room.hostEpoch;
  }

  /** What somebody is called: by itself, or by us. */
  name(clientId) {
    const { profile } = this.#room.clients.find((client) => client.clientId === clientId) ?? {};
    const own = typeof profile?.name === 'string' ? profile.name.replace(TURNS_TEXT, '').trim() : '';
    return [...own].slice(0, LONGEST_NAME).join('') || person(clientId).name;
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

  /** What has to happen before the game goes on: `host`, `successor`, `volunteer` or `link`; null while it goes on. */
  get waitsFor() {
    if (this.weAreHost || this.openLinks.length) return null;
    if (this.#room.hostConnected) return 'link';
    const { candidateId, closesInMillis } = this.#room.migration ?? {};
    if (candidateId) return 'successor';
    return closesInMillis ? 'volunteer' : 'host';
  }

  /** Whether the lobby waits for the host, though the game may go on without the lobby. */
  get isHostAway() {
    return !this.weAreHost && !this.#room.hostConnected;
  }

  /** Whoever is waited for, if it has a name. */
  get awaited() {
    const id = this.#room.migration?.candidateId ?? this.#room.hostId;
    return id === this.us ? 'you' : id && this.others.some(({ clientId }) => clientId === id) ? this.name(id) : null;
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

  /** Lets everybody call us so; without a name as before we had one. */
  callUs(name) {
    this.#room.updateMe({ profile: name ? { name } : {} }).catch(() => {});
  }

  /** Takes another name where somebody has ours already. */
  standOut() {
    const taken = this.others.map(({ clientId }) => this.name(clientId));
    if (taken.includes(this.name(this.us))) this.callUs(otherName(this.us, taken));
  }

  leave() {
    return this.#room.leave();
  }

  #roomChanged() {
    if (this.#room.hostConnected) this.waitsUntil = null;
    this.#tell('changed');
  }

  #linkChanged({ clientId, state }) {
    const before = this.#links.get(clientId);
    this.#links.set(clientId, state);
    if (state === 'open' && before !== 'open') this.#linked(clientId);
    if (before === 'open' && state !== 'open') this.#happened('unlinked', clientId);
    if (state === 'closed' && before !== 'closed') this.#lostLinks++;
    this.#tell('changed');
  }

  #linked(clientId) {
    this.#lostLinks = 0;
    if (this.weAreHost) this.#room.sendTo(clientId, JSON.stringify({ kind: 'log', lines: this.lines }));
    this.#happened('linked', clientId);
  }

  /** Said again with every second chance that the lobby gives a host. */
  #hostAway({ hostId, graceMillis }) {
    const isNews = this.waitsUntil === null;
    this.#waitFor({ timeoutMillis: graceMillis });
    if (isNews && hostId !== this.us) this.#happened('away', hostId);
  }

  #waitFor({ timeoutMillis, closesInMillis }) {
    const millis = timeoutMillis ?? closesInMillis;
    this.waitsUntil = millis && !this.#room.hostConnected ? performance.now() + millis : null;
    this.#tell('changed');
  }

  #hostIs({ hostId, isHost, snapshot }) {
    this.waitsUntil = null;
    this.#lostLinks = 0;
    if (isHost && snapshot) this.#remember(snapshot.snapshot.lines);
    if (hostId) this.#happened('host', hostId);
  }

  #heard(from, message) {
    if (message.kind === 'log' && from === this.#room.hostId) this.#remember(message.lines);
    if (message.kind !== 'chat' || typeof message.text !== 'string') return;
    const clientId = this.weAreHost ? from : message.from;
    const text = message.text.slice(0, LONGEST_TEXT);
    this.#said({ clientId, text });
    if (!this.weAreHost) return;
    for (const link of this.openLinks)
      if (link.clientId !== from)
        this.#room.sendTo(link.clientId, JSON.stringify({ kind: 'chat', from, text }));
  }

  #said(line, isNew = true) {
    this.lines = [...this.lines, line].slice(-MOST_LINES);
    this.#tell('said', { ...line, isNew });
  }

  /** Who comes in late is told what was said; who was there knows. */
  #remember(lines) {
    if (this.lines.length || !Array.isArray(lines)) return;
    for (const { clientId, text } of lines)
      if (typeof clientId === 'string' && typeof text === 'string') this.#said({ clientId, text }, false);
  }

  #happened(what, clientId) {
    this.#tell('happened', { what, clientId });
    this.#tell('changed');
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** An object that somebody sent; an empty one for anything else. */
export function parsed(text) {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
