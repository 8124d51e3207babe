// What the page says that it waits for, from how things stand in the room and from what the lobby tells.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Meeting } from '../../main/resources/io/groovejet/examples/page/meeting.js';
import { person } from '../../main/resources/io/groovejet/examples/page/names.js';
import { howToBeTwo, whatNext, whyWaiting } from '../../main/resources/io/groovejet/examples/page/words.js';

const someone = (clientId, more) => ({ clientId, isHost: false, connected: true, canHost: true, ...more });

/** A guest's room whose host, ada, is away; `tells` lets the lobby say something. */
function room(more) {
  const listeners = {};
  return {
    clientId: 'us',
    isHost: false,
    hostId: 'ada',
    hostConnected: false,
    migration: null,
    clients: [someone('ada', { isHost: true, connected: false, profile: { name: 'Ada' } }), someone('us')],
    links: [],
    on: (type, listener) => (listeners[type] = listener),
    tells: (type, detail) => listeners[type](detail),
    ...more,
  };
}

const left = (meeting) => Math.round(meeting.waitsUntil - performance.now());

test('whoever comes while the host is away is told so, though nobody says for how long', () => {
  const meeting = new Meeting(room());

  assert.deepEqual([meeting.waitsFor, meeting.awaited, meeting.waitsUntil], ['host', 'Ada', null]);
  assert.equal(meeting.isHostAway, true);
});

test('whoever comes while somebody is asked to take over sees whom and for how long', () => {
  const migration = { candidateId: 'bob', hostEpoch: 2, timeoutMillis: 9_000, reason: 'hostLost' };
  const clients = [someone('us'), someone('bob', { profile: { name: 'Bob' } })];
  const meeting = new Meeting(room({ migration, clients }));

  assert.deepEqual([meeting.waitsFor, meeting.awaited], ['successor', 'Bob']);
  assert.ok(Math.abs(left(meeting) - 9_000) < 500);
});

test('a room that nobody can be host of says until when it is kept', () => {
  const meeting = new Meeting(room({ migration: { closesInMillis: 600_000 } }));

  assert.equal(meeting.waitsFor, 'volunteer');
  assert.ok(Math.abs(left(meeting) - 600_000) < 500);
});

test('what is waited for follows what the lobby tells, until the host is there', () => {
  const here = room({ hostConnected: true });
  const meeting = new Meeting(here);
  assert.deepEqual([meeting.waitsFor, meeting.waitsUntil], ['link', null]);

  here.hostConnected = false;
  here.tells('hostAway', { hostId: 'ada', graceMillis: 8_000 });
  assert.deepEqual([meeting.waitsFor, meeting.isHostAway], ['host', true]);
  assert.ok(left(meeting) > 7_500);
  here.migration = { candidateId: 'us', timeoutMillis: 10_000, reason: 'hostLost' };
  here.tells('migration', here.migration);
  assert.deepEqual([meeting.waitsFor, meeting.awaited], ['successor', 'you']);
  Object.assign(here, { isHost: true, hostId: 'us', hostConnected: true, migration: null });
  here.tells('change', {});

  assert.deepEqual([meeting.waitsFor, meeting.waitsUntil, meeting.isHostAway], [null, null, false]);
});

test('a host that only the lobby misses holds nobody up', () => {
  const meeting = new Meeting(room({ links: [{ clientId: 'ada', state: 'open' }] }));

  assert.deepEqual([meeting.waitsFor, meeting.isHostAway], [null, true]);
});

test('who plays alone is told whether others are only away', () => {
  assert.match(howToBeTwo([]), /^Share the code/);
  assert.equal(howToBeTwo(['Ada']), 'Ada is away. The seat is kept.');
  assert.match(howToBeTwo(['Ada', 'Bob']), /^The others are away/);
});

test('there are words for everything that one may wait for', () => {
  for (const name of ['you', 'Ada', null])
    for (const waitsFor of ['host', 'successor', 'volunteer', 'link'])
      for (const words of whatNext(waitsFor, name)) assert.match(words, /^[A-Z][^]*\w/);
  for (const waitsFor of ['host', 'successor', 'volunteer', 'lobby'])
    assert.match(whyWaiting(waitsFor, 'Ada'), /\.$/);
});

const named = (name) => new Meeting(room({ clients: [someone('us', { profile: { name } })] })).name('us');

test('a name cannot turn the text around it, nor be cut within a letter', () => {
  assert.equal(named('\u202eadA\u2066'), 'adA');
  assert.equal(named('💿'.repeat(20)), '💿'.repeat(18));
});

test('whose made-up name somebody has already takes another one', () => {
  const updates = [];
  const namesake = someone('bob', { profile: { name: person('us').name } });
  const here = room({ clients: [namesake, someone('us')], updateMe: async (changes) => updates.push(changes) });
  new Meeting(here).standOut();
  new Meeting(room({ updateMe: () => assert.fail('nobody has our name') })).standOut();

  assert.equal(updates.length, 1);
  assert.notEqual(updates[0].profile.name, person('us').name);
});
