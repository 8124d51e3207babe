// Four who play on the door for whoever looks on: after the record, or away with it.

import { ARENA, newWorld, settle, step } from './world.js';

const NAMES = { a: 'Ada', b: 'Bob', e: 'Eve', k: 'Kim' };
const SPOTS = Array.from({ length: 12 }, (_, i) => ({
  x: ARENA.width * (0.5 + 0.36 * Math.cos((i * Math.PI) / 6)),
  y: ARENA.height * (0.5 + 0.32 * Math.sin((i * Math.PI) / 6)),
}));
const ELBOW_ROOM = 220;
const PEOPLE = Object.keys(NAMES).map((clientId) => ({ clientId, here: true }));

export class Bots {
  world = newWorld();

  name(id) {
    return NAMES[id];
  }

  step(seconds) {
    settle(this.world, PEOPLE);
    step(this.world, new Map(this.world.players.map((player) => [player.id, this.#wish(player)])), seconds);
  }

  #wish(player) {
    const { record, players } = this.world;
    const keenness = 0.55 + 0.1 * PEOPLE.findIndex(({ clientId }) => clientId === player.id);
    if (record.holder !== player.id) return this.#asideOthers(player, towards(player, record, keenness));
    const others = players.filter(({ id }) => id !== player.id);
    const safety = (spot) => Math.min(...others.map((other) => gap(spot, other))) - gap(spot, player) / 2;
    return towards(
      player,
      SPOTS.reduce((best, spot) => (safety(spot) > safety(best) ? spot : best)),
      0.95,
    );
  }

  /** Who hunts keeps out of the way of whoever else does. */
  #asideOthers(player, wish) {
    const { record, players } = this.world;
    const hunters = players.filter(({ id }) => id !== player.id && id !== record.holder);
    let { x, y } = wish;
    for (const other of hunters) {
      const distance = gap(player, other) || 1;
      const strength = Math.max(0, 1 - distance / ELBOW_ROOM) * 2;
      x += ((player.x - other.x) / distance) * strength;
      y += ((player.y - other.y) / distance) * strength;
    }
    const length = Math.max(1, Math.hypot(x, y));
    return { x: x / length, y: y / length };
  }
}

function towards(from, to, strength) {
  const length = Math.max(40, gap(from, to));
  return { x: ((to.x - from.x) / length) * strength, y: ((to.y - from.y) / length) * strength };
}

function gap(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
