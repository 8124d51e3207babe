// The rules: touch the golden record to take it, keep it to score, touch whoever has it to steal it. Knows no browser.

export const ARENA = { width: 1_000, height: 640 };
export const RADIUS = 36;
export const RECORD = 24;
export const GOAL = 30;

const SPEED = 420;
const HOLDERS_SPEED = 365;
const GRIP = 7;
const BOUNCE = 0.6;
const SHOVE = 260;
const SAFE = 0.9;
const REST = 5;
const MOST_SECONDS = 0.1;
const HUES = 8;
/** As near as one comes to the edge: what is drawn around a record stays inside. */
const WALL = RADIUS + 14;
const STARTS = [0.5, 4.5, 2.5, 6.5, 1.5, 5.5, 3.5, 7.5].map((eighth) => (eighth * Math.PI) / 4);

/** A world without players: {tick, players, record, winner, rest}. */
export function newWorld() {
  return { tick: 0, players: [], record: { ...middle(), holder: null, safe: 0 }, winner: null, rest: 0 };
}

/** Lets exactly these be in the world: {clientId, here}; who is not here stands still and loses the record. */
export function settle(world, people) {
  world.players = world.players.filter((player) => people.some(({ clientId }) => clientId === player.id));
  for (const { clientId, here } of people) {
    const player = world.players.find(({ id }) => id === clientId) ?? newcomer(world, clientId);
    player.here = here;
  }
  const holder = world.players.find(({ id }) => id === world.record.holder);
  if (world.record.holder && !holder?.here) drop(world, holder);
}

/** Lets time pass; `inputs` says where each player wants to go, {x, y} no longer than 1. */
export function step(world, inputs, seconds) {
  const time = Math.min(seconds, MOST_SECONDS);
  world.tick++;
  for (const player of world.players)
    move(player, player.here ? inputs.get(player.id) : null, world.record.holder === player.id, time);
  collide(world);
  if (world.rest > 0) return rest(world, time);
  world.record.safe = Math.max(0, world.record.safe - time);
  take(world);
  score(world, time);
}

/** How one player moves; also what a guest does with itself until it hears from the host. */
export function move(player, wish, isHolder, seconds) {
  const speed = isHolder ? HOLDERS_SPEED : SPEED;
  const grip = 1 - Math.exp(-GRIP * seconds);
  player.vx += ((wish?.x ?? 0) * speed - player.vx) * grip;
  player.vy += ((wish?.y ?? 0) * speed - player.vy) * grip;
  player.x += player.vx * seconds;
  player.y += player.vy * seconds;
  bounce(player, 'x', 'vx', ARENA.width);
  bounce(player, 'y', 'vy', ARENA.height);
}

function newcomer(world, id) {
  const angle = STARTS[world.players.length % STARTS.length];
  const { x, y } = middle();
  const taken = world.players.map(({ hue }) => hue);
  const hue = Array.from({ length: HUES }, (_, i) => i).find((one) => !taken.includes(one)) ?? 0;
  const player = {
    id,
    hue,
    x: x + Math.cos(angle) * 300,
    y: y + Math.sin(angle) * 200,
    vx: 0,
    vy: 0,
    score: 0,
    wins: 0,
  };
  world.players.push(player);
  return player;
}

function bounce(player, at, speed, length) {
  const inside = Math.min(length - WALL, Math.max(WALL, player[at]));
  if (inside !== player[at]) player[speed] *= -BOUNCE;
  player[at] = inside;
}

function collide({ players, record }) {
  players.forEach((one, i) => {
    for (const other of players.slice(i + 1)) {
      const gap = distance(one, other) || 1;
      if (gap >= RADIUS * 2) continue;
      shove(one, other, gap);
      if (record.safe > 0) continue;
      if (record.holder === one.id && other.here) hand(record, other);
      else if (record.holder === other.id && one.here) hand(record, one);
    }
  });
}

function shove(one, other, gap) {
  const [nx, ny] = [(other.x - one.x) / gap, (other.y - one.y) / gap];
  const overlap = (RADIUS * 2 - gap) / 2;
  for (const [player, side] of [
    [one, -1],
    [other, 1],
  ]) {
    player.x += nx * overlap * side;
    player.y += ny * overlap * side;
    player.vx += nx * SHOVE * side;
    player.vy += ny * SHOVE * side;
  }
}

function hand(record, player) {
  record.holder = player.id;
  record.safe = SAFE;
}

function take({ record, players }) {
  if (!record.holder) {
    const near = players.filter((player) => player.here && distance(player, record) < RADIUS + RECORD);
    near.sort((one, other) => distance(one, record) - distance(other, record));
    if (near.length) hand(record, near[0]);
  }
  const holder = players.find(({ id }) => id === record.holder);
  if (holder) Object.assign(record, { x: holder.x, y: holder.y });
}

function score(world, seconds) {
  const holder = world.players.find(({ id }) => id === world.record.holder);
  if (!holder || world.players.filter(({ here }) => here).length < 2) return;
  holder.score = Math.min(GOAL, holder.score + seconds);
  if (holder.score < GOAL) return;
  holder.wins++;
  Object.assign(world, { winner: holder.id, rest: REST });
  world.record = { ...middle(), holder: null, safe: 0 };
}

/** After a round everybody may be glad for a while; then all begin anew. */
function rest(world, seconds) {
  world.rest = Math.max(0, world.rest - seconds);
  if (world.rest > 0) return;
  world.winner = null;
  for (const player of world.players) player.score = 0;
}

function drop(world, holder) {
  world.record = { ...(holder ? { x: holder.x, y: holder.y } : middle()), holder: null, safe: 0 };
}

function middle() {
  return { x: ARENA.width / 2, y: ARENA.height / 2 };
}

function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
