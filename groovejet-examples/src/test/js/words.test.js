// What goes wrong at the door is said in words, and what can pass is tried again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Knocking } from '../../main/resources/io/groovejet/examples/page/knocking.js';
import { otherName, person } from '../../main/resources/io/groovejet/examples/page/names.js';
import { whyNot } from '../../main/resources/io/groovejet/examples/page/words.js';

test('whoever joins without a code is told to type one', () => {
  assert.match(whyNot({ code: 'missingRoomCode' }), /^Type the room code first\./);
  assert.match(whyNot({ code: 'missingRoomCode' }, ''), /^Type the room code first\./);
});

test('a wrong code is repeated as people write it', () => {
  assert.match(whyNot({ code: 'noRoomFound' }, 'bcdfg'), /the code BCDFG\./);
});

test('a full room is tried again until somebody stops it', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const tried = [];
  const knocking = new Knocking((code) => tried.push(code));

  assert.equal(knocking.wasFull('bcdfg'), true);
  t.mock.timers.tick(4_000);
  assert.equal(knocking.wasFull('bcdfg'), true);
  knocking.stop();
  t.mock.timers.tick(60_000);

  assert.deepEqual([tried, knocking.isOn], [['bcdfg'], false]);
});

test('after a minute a full room is full', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let now = 1_000;
  t.mock.method(performance, 'now', () => now);
  const knocking = new Knocking(() => {});
  knocking.wasFull('bcdfg');
  now += 57_000;

  assert.deepEqual([knocking.wasFull('bcdfg'), knocking.isOn], [false, false]);
});

test('a name made for a client is not one of those taken', () => {
  const taken = ['us', 'us 1', 'us 2'].map((id) => person(id).name);

  assert.ok(!taken.includes(otherName('us', taken)));
});
