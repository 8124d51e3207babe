// The world as this browser knows it. The host lets time pass and tells the guests what is so, twenty times a second;
// a guest tells the host where it wants to go, and shows itself moving without waiting for the answer.

import { parsed } from './meeting.js';
import { move, newWorld, settle, step } from './world.js';

const STEP_EVERY = 16;
const TELL_EVERY = 50;
const MOST_WAITING = 64_000;
const CHASE = 16;
const CORRECT = 6;

export class Game {
  world = newWorld();
  #saved = 0;
  #room;
  #inputs = new Map();
  #wish = { x: 0, y: 0 };
  #shown = new Map();
  #heardAt = 0;
  #heardEpoch = 0;
  #steppedAt = performance.now();
  #timers;

  constructor(room) {
    this.#room = room;
    room.onMessage((from, data, channel) => channel === 'unreliable' && this.#heard(from, parsed(data)));
    room.onHostChange(({ isHost, snapshot }) => isHost && this.#takeOver(snapshot?.snapshot?.world));
    room.on('closed', () => this.#timers.forEach(clearInterval));
    this.#timers = [setInterval(() => this.#step(), STEP_EVERY), setInterval(() => this.#tell(), TELL_EVERY)];
  }

  /** The version of the last snapshot, 0 before the first. Only the host hears it from the lobby. */
  get saved() {
    return Math.max(this.#saved, this.#room.snapshot?.snapshotVersion ?? 0);
  }

  /** Where we want to go: {x, y}, no longer than 1. */
  steer(wish) {
    this.#wish = wish;
  }

  /** Where everybody is to be shown now, `seconds` after the last time. */
  shown(seconds) {
    if (this.#room.isHost) return this.world.players;
    const age = (performance.now() - this.#heardAt) / 1_000;
    return this.world.players.map((player) =>
      this.#glide(player, Math.min(age, 0.25), Math.min(seconds, 0.1)),
    );
  }

  #step() {
    const now = performance.now();
    if (this.#room.isHost) {
      const links = this.#room.links.filter(({ state }) => state === 'open');
      const isHere = (id) => id === this.#room.clientId || links.some(({ clientId }) => clientId === id);
      settle(
        this.world,
        this.#room.clients.map(({ clientId }) => ({ clientId, here: isHere(clientId) })),
      );
      this.#inputs.set(this.#room.clientId, this.#wish);
      step(this.world, this.#inputs, (now - this.#steppedAt) / 1_000);
    }
    this.#steppedAt = now;
  }

  /** What would only wait to be sent is outdated when it comes. */
  #tell() {
    if (this.#room.bufferedAmount > MOST_WAITING) return;
    const message = this.#room.isHost
      ? { epoch: this.#room.hostEpoch, world: rounded(this.world), saved: this.saved }
      : { wish: this.#wish };
    this.#room.send(JSON.stringify(message), { channel: 'unreliable' });
  }

  #heard(from, { epoch, world, wish, saved }) {
    if (this.#room.isHost && wish) this.#inputs.set(from, bounded(wish));
    if (this.#room.isHost || from !== this.#room.hostId || !Array.isArray(world?.players)) return;
    if (epoch === this.#heardEpoch && world.tick <= this.world.tick) return;
    this.world = world;
    this.#heardEpoch = epoch;
    this.#saved = saved;
    this.#heardAt = performance.now();
  }

  /** What we saw last is newer than what was saved, unless this page has seen nothing yet. */
  #takeOver(saved) {
    if (saved && saved.tick > this.world.tick) this.world = saved;
    this.#inputs.clear();
    this.#steppedAt = performance.now();
  }

  #glide(player, age, seconds) {
    const there = { x: player.x + player.vx * age, y: player.y + player.vy * age };
    const shown = this.#shown.get(player.id) ?? { ...there, vx: 0, vy: 0 };
    const isUs = player.id === this.#room.clientId;
    if (isUs) move(shown, this.#wish, this.world.record.holder === player.id, seconds);
    const share = 1 - Math.exp(-(isUs ? CORRECT : CHASE) * seconds);
    shown.x += (there.x - shown.x) * share;
    shown.y += (there.y - shown.y) * share;
    this.#shown.set(player.id, shown);
    return { ...player, x: shown.x, y: shown.y };
  }
}

function rounded(world) {
  const short = (value) => Math.round(value * 100) / 100;
  const players = world.players.map((player) => ({
    ...player,
    x: short(player.x),
    y: short(player.y),
    vx: short(player.vx),
    vy: short(player.vy),
    score: short(player.score),
  }));
  const { x, y } = world.record;
  return { ...world, players, record: { ...world.record, x: short(x), y: short(y) } };
}

/** What a guest wishes may be anything. */
function bounded({ x, y }) {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return { x: 0, y: 0 };
  const length = Math.max(1, Math.hypot(x, y));
  return { x: x / length, y: y / length };
}
