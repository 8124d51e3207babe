// What flies through the arena when somebody has won.

import { TONES } from './names.js';
import { ARENA } from './world.js';

const NUMBER = 90;
const SIZE = 9;
const FALL = 500;
const TURN = Math.PI * 2;

export class Sparks {
  #all = [];
  #for = null;

  /** Draws them, where there is a winner, as they are so many seconds after the last time. */
  draw(pen, winner, seconds) {
    if (winner && winner !== this.#for) this.#all = Array.from({ length: NUMBER }, spark);
    this.#for = winner;
    if (!winner) return;
    for (const one of this.#all) {
      one.vy += FALL * seconds;
      one.x += one.vx * seconds;
      one.y += one.vy * seconds;
      pen.fillStyle = one.colour;
      pen.fillRect(one.x, one.y, SIZE, SIZE);
    }
  }
}

function spark(_, i) {
  const angle = Math.random() * TURN;
  const speed = 150 + Math.random() * 450;
  return {
    x: ARENA.width / 2,
    y: ARENA.height / 2,
    vx: Math.cos(angle) * speed,
    vy: Math.sin(angle) * speed - 260,
    colour: TONES[i % TONES.length],
  };
}
