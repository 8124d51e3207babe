// Draws the world: records that spin, the golden one, a crown on the host, what people say.

import { TONES } from './names.js';
import { Sparks } from './sparks.js';
import { ARENA, GOAL, RADIUS, RECORD } from './world.js';

const FONT = '"Segoe UI", Roboto, "Helvetica Neue", Arial, system-ui, sans-serif';
const GOLD = '#ffc94d';
const SAID_FOR = 4_000;
const TURN = Math.PI * 2;

export class Arena {
  #canvas;
  #pen;
  #said = new Map();
  #sparks = new Sparks();
  #zoom = 1;
  #toldAt = 0;
  #ground = document.createElement('canvas');

  constructor(canvas) {
    this.#canvas = canvas;
    this.#pen = canvas.getContext('2d');
  }

  /** Lets words hang over somebody for a while. */
  say(id, text) {
    this.#said.set(id, {
      text: text.length > 40 ? `${text.slice(0, 39)}…` : text,
      until: performance.now() + SAID_FOR,
    });
  }

  /** Which place in the arena an event happened at. */
  place({ clientX, clientY }) {
    const box = this.#canvas.getBoundingClientRect();
    return {
      x: ((clientX - box.left) / box.width) * ARENA.width,
      y: ((clientY - box.top) / box.height) * ARENA.height,
    };
  }

  /**
   * `players` are the world's, where they are to be shown; `names` gives their names, `us` and `hostId` their ids;
   * `words` are a headline and what it means, if something has to be said.
   */
  draw({ world, players, names, us, hostId, words, seconds }) {
    this.#fit();
    this.#pen.drawImage(this.#ground, 0, 0, ARENA.width, ARENA.height);
    const { record } = world;
    for (const player of players)
      this.#player(player, {
        isUs: player.id === us,
        isHolder: player.id === record.holder,
        safe: record.safe,
      });
    if (!record.holder && !world.winner && players.length) this.#golden(record.x, record.y, RECORD, 1);
    if (words) this.#tell(words, record.holder ? players : [...players, record]);
    for (const player of players) {
      this.#above(player, names(player.id), player.id === hostId, player.id === record.holder);
      this.#bubble(player);
    }
    this.#celebrate(world, names, seconds);
  }

  /** As many pixels as the screen has, so that nothing is blurred. */
  #fit() {
    const width = Math.round(this.#canvas.clientWidth * Math.min(2, devicePixelRatio));
    if (width && this.#canvas.width !== width) {
      this.#canvas.width = width;
      this.#canvas.height = Math.round((width * ARENA.height) / ARENA.width);
      this.#layGround();
    }
    this.#zoom = Math.min(1.8, Math.max(1, 620 / (this.#canvas.clientWidth || ARENA.width)));
    const scale = this.#canvas.width / ARENA.width;
    this.#pen.setTransform(scale, 0, 0, scale, 0, 0);
  }

  /** What never moves is drawn once for each size. */
  #layGround() {
    Object.assign(this.#ground, { width: this.#canvas.width, height: this.#canvas.height });
    const pen = this.#ground.getContext('2d', { alpha: false });
    const { width, height } = ARENA;
    pen.scale(this.#ground.width / width, this.#ground.height / height);
    const glow = pen.createRadialGradient(width / 2, height / 2, 40, width / 2, height / 2, 640);
    glow.addColorStop(0, '#1d3442');
    glow.addColorStop(1, '#0c1820');
    pen.fillStyle = glow;
    pen.fillRect(0, 0, width, height);
    pen.strokeStyle = 'rgb(255 255 255 / .035)';
    pen.lineWidth = 2;
    for (let radius = 70; radius < 620; radius += 26) {
      pen.beginPath();
      pen.arc(width / 2, height / 2, radius, 0, TURN);
      pen.stroke();
    }
  }

  #player({ x, y, hue, here, score }, { isUs, isHolder, safe }) {
    const pen = this.#pen;
    pen.save();
    pen.translate(x, y);
    pen.globalAlpha = here ? 1 : 0.35;
    if (isHolder) this.#halo(safe);
    this.#disc(0, 0, RADIUS, '#05090d', TONES[hue], performance.now() / 600);
    if (isUs) {
      pen.strokeStyle = '#fff';
      pen.lineWidth = 3;
      this.#ring(0, 0, RADIUS + 3);
    }
    pen.strokeStyle = isHolder ? GOLD : TONES[hue];
    pen.lineWidth = 6;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.arc(0, 0, RADIUS + 10, -TURN / 4, -TURN / 4 + (TURN * score) / GOAL);
    if (score > 0) pen.stroke();
    if (isHolder) this.#golden(0, 0, RECORD * 0.8, 0);
    pen.restore();
  }

  #halo(safe) {
    const pen = this.#pen;
    const size = RADIUS + 34 + Math.sin(performance.now() / 180) * 4;
    const light = pen.createRadialGradient(0, 0, RADIUS, 0, 0, size);
    light.addColorStop(0, safe > 0 ? 'rgb(255 255 255 / .6)' : 'rgb(255 201 77 / .55)');
    light.addColorStop(1, 'transparent');
    pen.fillStyle = light;
    this.#dot(0, 0, size);
  }

  #golden(x, y, radius, pulse) {
    const pen = this.#pen;
    const beat = pulse * (1 + Math.sin(performance.now() / 260));
    pen.fillStyle = 'rgb(255 201 77 / .18)';
    this.#dot(x, y, radius + 10 + beat * 7);
    this.#disc(x, y, radius, GOLD, '#fff3d0', performance.now() / 420);
  }

  /** A record: grooves, a shine that turns, a label and its hole. */
  #disc(x, y, radius, vinyl, label, angle) {
    const pen = this.#pen;
    pen.fillStyle = vinyl;
    this.#dot(x, y, radius);
    pen.strokeStyle = vinyl === GOLD ? 'rgb(120 70 0 / .35)' : 'rgb(255 255 255 / .17)';
    pen.lineWidth = 1.2;
    for (const share of [0.92, 0.8, 0.68]) this.#ring(x, y, radius * share);
    pen.strokeStyle = 'rgb(255 255 255 / .55)';
    pen.lineWidth = 2;
    for (const side of [0, TURN / 2]) {
      pen.beginPath();
      pen.arc(x, y, radius * 0.8, angle + side, angle + side + 0.7);
      pen.stroke();
    }
    pen.fillStyle = label;
    this.#dot(x, y, radius * 0.5);
    pen.fillStyle = vinyl;
    this.#dot(x, y, radius * 0.09);
  }

  #above({ x, y, here }, name, isHost, isHolder) {
    const pen = this.#pen;
    const size = 20 * this.#zoom;
    const below = y > ARENA.height - RADIUS - 28 - size;
    pen.globalAlpha = here ? 1 : 0.5;
    pen.font = `600 ${size}px ${FONT}`;
    pen.textAlign = 'center';
    pen.fillStyle = isHolder ? GOLD : '#e7f0f5';
    const words = here ? name : `${name} …`;
    const half = pen.measureText(words).width / 2 + 8;
    const inside = Math.min(ARENA.width - half, Math.max(half, x));
    pen.fillText(words, inside, below ? y - RADIUS - 20 : y + RADIUS + 16 + size);
    if (isHost) this.#crown(x, Math.max(17, below ? y - RADIUS - 32 - size : y - RADIUS - 20));
    pen.globalAlpha = 1;
  }

  #crown(x, y) {
    const pen = this.#pen;
    pen.fillStyle = GOLD;
    pen.strokeStyle = '#0c1820';
    pen.lineWidth = 2;
    pen.beginPath();
    for (const [dx, dy] of [
      [-15, 8],
      [-17, -9],
      [-7, -1],
      [0, -13],
      [7, -1],
      [17, -9],
      [15, 8],
    ])
      pen.lineTo(x + dx, y + dy);
    pen.closePath();
    pen.fill();
    pen.stroke();
  }

  #bubble({ id, x, y }) {
    const said = this.#said.get(id);
    if (!said) return;
    if (said.until < performance.now()) return void this.#said.delete(id);
    const pen = this.#pen;
    const size = 21 * this.#zoom;
    pen.font = `500 ${size}px ${FONT}`;
    const width = pen.measureText(said.text).width + size * 1.4;
    const height = size * 1.9;
    const left = Math.min(ARENA.width - width - 8, Math.max(8, x - width / 2));
    const top = y < 90 + height ? y + RADIUS + 30 + size : y - RADIUS - 44 - height;
    pen.fillStyle = '#fff';
    pen.beginPath();
    pen.roundRect(left, top, width, height, height / 2);
    pen.fill();
    pen.fillStyle = '#10222e';
    pen.textAlign = 'left';
    pen.fillText(said.text, left + size * 0.7, top + height * 0.66);
  }

  /** Where the fewest things are, and where it was as long as that is as good. */
  #tell([headline, meaning], things) {
    const size = 36 * this.#zoom;
    const tops = [size * 1.6, ARENA.height - size * 1.5, ARENA.height / 2];
    const isNear = (top, { y }) => Math.abs(y - top) < size * 1.1 + RADIUS + 10;
    const crowds = tops.map((top) => things.filter((thing) => isNear(top, thing)).length);
    if (crowds[this.#toldAt] > Math.min(...crowds)) this.#toldAt = crowds.indexOf(Math.min(...crowds));
    const top = tops[this.#toldAt];
    this.#words(headline, top, size, '#e7f0f5');
    this.#words(meaning, top + size * 0.9, size * 0.56, '#9db2bf', 500);
  }

  #celebrate({ winner, rest, players }, names, seconds) {
    this.#sparks.draw(this.#pen, winner, seconds);
    if (!winner) return;
    this.#words(
      `${names(winner)} wins the round`,
      ARENA.height / 2 - 10,
      50,
      TONES[players.find(({ id }) => id === winner)?.hue ?? 0],
    );
    this.#words(`The next begins in ${Math.ceil(rest)}`, ARENA.height / 2 + 42, 26, '#e7f0f5');
  }

  #words(text, y, size, colour, weight = 800) {
    const pen = this.#pen;
    pen.font = `${weight} ${size}px ${FONT}`;
    pen.textAlign = 'center';
    pen.lineWidth = 10;
    pen.lineJoin = 'round';
    pen.strokeStyle = '#0c1820';
    pen.strokeText(text, ARENA.width / 2, y, ARENA.width - 60);
    pen.fillStyle = colour;
    pen.fillText(text, ARENA.width / 2, y, ARENA.width - 60);
  }

  #ring(x, y, radius) {
    this.#pen.beginPath();
    this.#pen.arc(x, y, radius, 0, TURN);
    this.#pen.stroke();
  }

  #dot(x, y, radius) {
    this.#pen.beginPath();
    this.#pen.arc(x, y, radius, 0, TURN);
    this.#pen.fill();
  }
}
