// Four who play on the door for whoever looks on: after the record, or away with it.

import { ARENA, newWorld, settle, step } from './world.js';

const NAMES = { a: 'Ada', b: 'Bob', e: 'Eve', k: 'Kim' };
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
    if (record.holder !== player.id)
      return towards(player, record, 0.55 + 0.1 * PEOPLE.findIndex(({ clientId }) => clientId === player.id));
    const others = players.filter(({ id }) => id !== player.id);
    const away = others.reduce((sum, { x, y }) => pushed(sum, player, { x, y }), { x: 0, y: 0 });
    const round = { x: player.y - ARENA.height / 2, y: ARENA.width / 2 - player.x };
    const home = towards(player, { x: ARENA.width / 2, y: ARENA.height / 2 }, 0.7);
    const turn = towards({ x: 0, y: 0 }, round, 0.5);
    return { x: (away.x + home.x + turn.x) * 0.6, y: (away.y + home.y + turn.y) * 0.6 };
  }
}

function towards(from, to, strength) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: ((to.x - from.x) / length) * strength, y: ((to.y - from.y) / length) * strength };
}

function pushed(sum, player, { x, y }) {
  const [dx, dy] = [player.x - x, player.y - y];
  const weight = 160 / (dx * dx + dy * dy + 1);
  return { x: sum.x + dx * weight, y: sum.y + dy * weight };
}
