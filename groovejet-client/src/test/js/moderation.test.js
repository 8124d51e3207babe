// What a host may do with its room, and what that looks like to whom it is done.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guest } from './pairs.js';
import { ONLY_A_LOBBY, inRoom, notes } from './surroundings.js';

const SETTINGS = {
  roomCode: 'bcdfg',
  isPublic: true,
  isLocked: true,
  hasPassword: true,
  maxClients: 4,
  hostMigration: 'automatic',
  metadata: { map: 'ice' },
};

test('a host changes its room under its epoch, and all see how it is now', async () => {
  const { around, room } = await inRoom({ hostId: 'us' });
  const heard = notes(room, 'change');
  const updating = room.update({ isLocked: true, password: null, maxClients: 4, metadata: { map: 'ice' } });
  const { data, requestId } = around.socket.hears('updateRoom');
  await around.socket.says('roomUpdated', { room: SETTINGS }, requestId);

  assert.deepEqual(data, {
    isLocked: true,
    password: null,
    maxClients: 4,
    metadata: { map: 'ice' },
    hostEpoch: 1,
  });
  assert.deepEqual(await updating, { room: SETTINGS });
  assert.deepEqual(room.settings, SETTINGS);
  assert.deepEqual(heard, [['change', { room }]]);
});

test('a host puts somebody out, and hears of it as everybody does', async () => {
  const { around, room } = await inRoom({ hostId: 'us', others: ['bob'] });
  around.socket.hears('requestOffer');
  const heard = notes(room, 'clientLeft');
  const removing = room.removeClient('bob', { ban: 'identity', reason: 'cheats' });
  const { data, requestId } = around.socket.hears('removeClient');
  await around.socket.says('clientLeft', { clientId: 'bob', reason: 'removed', detail: 'cheats' }, requestId);
  await removing;

  assert.deepEqual(data, { clientId: 'bob', ban: 'identity', reason: 'cheats', hostEpoch: 1 });
  assert.deepEqual(heard, [['clientLeft', { clientId: 'bob', reason: 'removed', detail: 'cheats' }]]);
  assert.deepEqual(
    room.clients.map(({ clientId }) => clientId),
    ['us'],
  );
});

test('a host ends the room for everybody, itself included', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'us' });
  const ended = notes(room, 'closed');
  const closing = room.closeForAll('good night');
  const { data, requestId } = around.socket.hears('closeRoom');
  const ending = { roomCode: 'bcdfg', reason: 'closed', detail: 'good night' };
  await around.socket.says('roomClosed', ending, requestId);
  await closing;

  assert.deepEqual(data, { reason: 'good night', hostEpoch: 1 });
  assert.deepEqual(ended, [['closed', { reason: 'closed', detail: 'good night', error: null }]]);
  assert.equal(lobby.room, null);
});

for (const [type, reason] of [
  ['removedFromRoom', 'removed'],
  ['removedFromRoom', 'banned'],
  ['roomClosed', 'closed'],
  ['roomClosed', 'hostTimeout'],
  ['roomClosed', 'hostLeft'],
  ['roomClosed', 'server'],
]) {
  test(`${type} (${reason}) is final: it is told, the links end, and nobody tries to come back`, async () => {
    const { around, socket, peer, lobby, room } = await guest();
    peer.opens();
    socket.hears('linkState');
    const ended = notes(room, 'closed');
    await socket.says(type, { roomCode: 'bcdfg', reason });

    assert.deepEqual(ended, [['closed', { reason, detail: null, error: null }]]);
    assert.deepEqual(room.ending, { reason, detail: null, error: null });
    assert.deepEqual([room.isJoined, lobby.room, lobby.lastRoomCode], [false, null, null]);
    assert.deepEqual(around.left, ONLY_A_LOBBY);
    await socket.breaks();
    await around.passes(500);
    await around.socket.identifies('stranger');
    await around.passes(60_000);
    around.socket.hearsNothing();
    lobby.close();
  });
}

test('what is asked when the room ends is settled', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'us' });
  const saving = room.saveSnapshot({});
  const { requestId } = around.socket.hears('saveSnapshot');

  await around.socket.says('roomClosed', { roomCode: 'bcdfg', reason: 'server' });
  await around.socket.refuses({ requestId }, 'notInRoom');

  await assert.rejects(saving, { code: 'notInRoom' });
  await assert.rejects(room.update({}), { code: 'closed' });
  lobby.close();
});

test('public rooms are listed page by page', async () => {
  const { around, lobby } = await inRoom({ hostId: 'us' });
  const listing = lobby.listRooms({ filter: { map: 'ice' }, limit: 1 });
  await around.passes(0);
  const { data, requestId } = around.socket.hears('listRooms');
  const page = { rooms: [{ ...SETTINGS, clientCount: 2 }], cursor: 'next' };
  await around.socket.says('roomList', page, requestId);

  assert.deepEqual(data, { filter: { map: 'ice' }, limit: 1 });
  assert.deepEqual(await listing, page);
  lobby.close();
});
