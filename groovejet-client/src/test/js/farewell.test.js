import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRoom, notes, settled } from './surroundings.js';

const NOTHING = { timers: 0, listeners: 0, sockets: 0, peers: 0 };

test('leaving a room gives the seat up and leaves only the lobby', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'ada' });
  around.peers[0].opens();
  const ended = notes(room, 'closed');
  const leaving = room.leave();
  around.socket.hears('guestOfferSignal');
  around.socket.hears('linkState');

  await around.socket.says('roomLeft', { roomCode: 'bcdfg' }, around.socket.hears('leaveRoom').requestId);
  await leaving;

  assert.deepEqual(ended, [['closed', { reason: 'left', detail: null, error: null }]]);
  assert.equal(lobby.room, null);
  assert.equal(lobby.lastRoomCode, null);
  assert.deepEqual({ ...around.left, listeners: 0 }, { ...NOTHING, sockets: 1 });
});

test('one can leave without a connection', async () => {
  const { around, room } = await inRoom({ hostId: 'ada' });
  await around.socket.breaks();

  await room.leave();
  await around.passes(500);
  await around.socket.identifies('stranger');

  around.socket.hearsNothing();
});

test('the next room waits until the last one is left', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'us' });
  room.leave();
  const next = lobby.joinRoom('zzzzz');
  next.catch(() => {});
  await settled();

  const { requestId } = around.socket.hears('leaveRoom');
  around.socket.hearsNothing();
  await around.socket.says('roomLeft', {}, requestId);

  assert.equal(around.socket.hears('joinRoom').data.roomCode, 'zzzzz');
  lobby.close();
});

for (const hostId of ['us', 'ada']) {
  test(`closing the lobby leaves nothing behind, host ${hostId}`, async () => {
    const { around, lobby, room } = await inRoom({ hostId, others: ['bob'] });
    if (hostId === 'us') {
      await around.socket.says('guestOfferSignal', {
        clientId: 'bob',
        offerSignal: { type: 'offer', sdp: '', session: 's', round: 1 },
        hostEpoch: 1,
      });
    }
    around.peers[0].opens();
    await around.socket.says('hostConnectionLost', { hostId, hostEpoch: 1, graceMillis: 8_000 });
    const ended = notes(room, 'closed');

    lobby.close();
    lobby.close();

    assert.deepEqual(
      ended.map(([, { reason }]) => reason),
      ['hungUp'],
    );
    assert.deepEqual(around.left, NOTHING);
    assert.equal(lobby.lastRoomCode, 'bcdfg');
    await assert.rejects(lobby.joinRoom('bcdfg'), { code: 'closed' });
  });
}

test('closing while everything is under way settles it and leaves nothing behind', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'ada' });
  await around.socket.breaks();
  const codes = [];
  room.transferHost().catch(({ code }) => codes.push(code));
  lobby.listRooms().catch(({ code }) => codes.push(code));
  await settled();

  lobby.close();
  await settled();

  assert.deepEqual(codes, ['disconnected', 'closed']);
  assert.deepEqual(around.left, NOTHING);
});

test('a page that goes hangs up, so that the others know at once', async () => {
  const { around } = await inRoom({ hostId: 'ada' });
  around.peers[0].opens();

  await around.happens('pagehide');

  assert.equal(around.left.peers, 0);
});
