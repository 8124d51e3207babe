import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ARENA,
  GOAL,
  RADIUS,
  newWorld,
  settle,
  step,
} from '../../main/resources/io/groovejet/examples/page/world.js';

const FRAME = 1 / 60;
const here = (...ids) => ids.map((clientId) => ({ clientId, here: true }));

/** A world in which ada stands on the record and bob somewhere else. */
function adaHasIt() {
  const world = newWorld();
  settle(world, here('ada', 'bob'));
  Object.assign(world.players[0], { x: world.record.x, y: world.record.y });
  Object.assign(world.players[1], { x: 100, y: 100 });
  passes(world, FRAME);
  return world;
}

function passes(world, seconds, inputs = {}) {
  for (let time = 0; time < seconds; time += FRAME) step(world, new Map(Object.entries(inputs)), FRAME);
}

test('up to eight players stand apart in colours of their own', () => {
  const world = newWorld();
  settle(world, here(...'abcdefgh'));

  assert.equal(new Set(world.players.map(({ hue }) => hue)).size, 8);
  assert.equal(new Set(world.players.map(({ x, y }) => `${x} ${y}`)).size, 8);
});

test('who touches the record has it, and scores a point a second', () => {
  const world = adaHasIt();
  assert.equal(world.record.holder, 'ada');

  passes(world, 3);

  assert.ok(Math.abs(world.players[0].score - 3) < 0.1);
  assert.equal(world.players[1].score, 0);
});

test('alone there is nothing to win', () => {
  const world = adaHasIt();
  settle(world, here('ada'));

  passes(world, 3);

  assert.ok(world.players[0].score < 0.1);
});

test('who touches the holder takes the record, but not at once', () => {
  const world = adaHasIt();
  const [ada, bob] = world.players;
  Object.assign(bob, { x: ada.x + RADIUS, y: ada.y });
  passes(world, FRAME);
  assert.equal(world.record.holder, 'ada');

  passes(world, 1);
  Object.assign(bob, { x: ada.x + RADIUS, y: ada.y });
  passes(world, FRAME);

  assert.equal(world.record.holder, 'bob');
});

test('nobody leaves the arena', () => {
  const world = adaHasIt();

  passes(world, 10, { ada: { x: 1, y: 1 }, bob: { x: -1, y: 0 } });

  for (const { x, y } of world.players) {
    assert.ok(x >= RADIUS && x <= ARENA.width - RADIUS);
    assert.ok(y >= RADIUS && y <= ARENA.height - RADIUS);
  }
});

test('who is cut off lets the record go and keeps the score', () => {
  const world = adaHasIt();
  passes(world, 2);
  const { score } = world.players[0];

  settle(world, [{ clientId: 'ada', here: false }, ...here('bob')]);

  assert.equal(world.record.holder, null);
  assert.equal(world.players[0].score, score);
});

test('the goal wins the round, and after a rest all begin anew', () => {
  const world = adaHasIt();
  world.players[0].score = GOAL - 0.01;

  passes(world, 0.1);
  assert.equal(world.winner, 'ada');
  assert.equal(world.players[0].wins, 1);
  passes(world, 6);

  assert.equal(world.winner, null);
  assert.ok(world.players[0].score < 2);
});

test('a world is plain JSON', () => {
  const world = adaHasIt();
  assert.deepEqual(JSON.parse(JSON.stringify(world)), world);
});
