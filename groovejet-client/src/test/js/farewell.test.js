import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guest, host } from './pairs.js';
import { NOTHING, ONLY_A_LOBBY, Surroundings, inRoom, joined, notes, settled } from './surroundings.js';

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
  assert.deepEqual(around.left, ONLY_A_LOBBY);
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

/** What may be under way: each says what it has asked for, if anything. */
const SITUATIONS = {
  'before there is a connection': async () => {
    const around = new Surroundings();
    const lobby = around.lobby();
    return { around, lobby, asked: [lobby.createRoom(), lobby.listRooms()] };
  },
  'while a room is entered': async () => {
    const around = new Surroundings();
    const lobby = around.lobby();
    await around.socket.identifies('us');
    const asked = [lobby.joinRoom('bcdfg'), lobby.listRooms()];
    await settled();
    return { around, lobby, asked };
  },
  'with a link half made': () => guest({ iceServers: [{ urls: 'turn:lobby' }] }),
  'as a guest': async () => {
    const at = await guest();
    at.peer.opens();
    return { ...at, asked: [at.room.updateMe({ canHost: false }), at.room.claimHost()] };
  },
  'as a host': async () => {
    const at = await host({ iceServers: [{ urls: 'turn:lobby' }] });
    at.peer.opens();
    const { room } = at;
    const asked = [room.saveSnapshot({}), room.transferHost(), room.update({}), room.closeForAll()];
    return { ...at, asked };
  },
  'while the host is away': async () => {
    const at = await guest();
    at.peer.opens();
    await at.socket.says('hostConnectionLost', { hostId: 'ada', hostEpoch: 1, graceMillis: 8_000 });
    return at;
  },
  'while we are to become host': async () => {
    const at = await guest();
    const snapshot = { snapshotVersion: 1 };
    await at.socket.says('becomeHost', { hostEpoch: 2, reason: 'hostLost', snapshot });
    return at;
  },
  'while a broken link is offered anew': async () => {
    const at = await guest();
    at.peer.opens();
    at.peer.channels.reliable.onclose();
    return at;
  },
  'while the lobby is away': async () => {
    const at = await guest();
    at.peer.opens();
    await at.socket.breaks();
    return { ...at, asked: [at.lobby.listRooms()] };
  },
  'while we are to try again': async () => {
    const at = await guest();
    await at.socket.breaks();
    await at.around.passes(500);
    await at.around.socket.identifies('stranger');
    await at.around.socket.refuses(at.around.socket.hears('joinRoom'), 'storeUnavailable');
    return at;
  },
  'while we leave': async () => {
    const at = await guest();
    return { ...at, asked: [at.room.leave(), at.lobby.joinRoom('zzzzz')] };
  },
};

for (const [when, arrange] of Object.entries(SITUATIONS)) {
  test(`closing the lobby ${when} settles everything and leaves nothing behind`, async () => {
    const { around, lobby, room, asked = [] } = await arrange();
    const ended = room && !room.ending ? notes(room, 'closed') : null;
    const outcomes = asked.map((one) => one.then(() => 'done', ({ code }) => code));

    lobby.close();
    lobby.close();

    assert.deepEqual(around.left, NOTHING);
    for (const outcome of await Promise.all(outcomes)) assert.match(outcome, /^(closed|done)$/);
    if (ended) assert.deepEqual(ended.map(([, { reason }]) => reason), ['hungUp']);
    await around.passes(3_600_000);
    assert.deepEqual(around.left, NOTHING);
    await assert.rejects(lobby.joinRoom('bcdfg'), { code: 'closed' });
  });
}

for (const when of ['with a link half made', 'as a guest', 'as a host', 'while we are to become host']) {
  test(`leaving ${when} settles everything and leaves only the lobby`, async () => {
    const { around, lobby, socket, room, asked = [] } = await SITUATIONS[when]();
    const outcomes = asked.map((one) => one.catch(({ code }) => code));

    await around.passes(1);
    const leaving = room.leave();
    await socket.says('roomLeft', {}, socket.eventuallyHears('leaveRoom').requestId);
    await leaving;
    await around.passes(10_000);

    assert.deepEqual(around.left, ONLY_A_LOBBY);
    for (const outcome of await Promise.all(outcomes)) assert.equal(outcome, 'timeout');
    await socket.says('becomeHost', { hostEpoch: 9, reason: 'hostLost' });
    await around.passes(3_600_000);
    assert.deepEqual(around.left, ONLY_A_LOBBY);
    lobby.close();
    assert.deepEqual(around.left, NOTHING);
  });
}

test('closing keeps the way back', async () => {
  const { lobby } = await guest();

  lobby.close();

  assert.equal(lobby.lastRoomCode, 'bcdfg');
});

test('a page that goes hangs up, so that the others know at once', async () => {
  const { around } = await inRoom({ hostId: 'ada' });
  around.peers[0].opens();

  await around.happens('pagehide');

  assert.equal(around.left.peers, 0);
});

test('a page that is frozen is gone for everybody, and comes back when it thaws', async () => {
  const { around, room, peer } = await host();
  peer.opens();

  await around.happens('freeze');

  assert.deepEqual([around.left.sockets, around.left.peers], [0, 0]);
  assert.equal(room.isJoined, true);
  await around.sleeps(60_000);
  await around.socket.identifies('stranger');
  const { requestId } = around.socket.hears('joinRoom');
  await around.socket.says('roomJoined', joined({ hostId: 'us', us: 'us', others: ['bob'] }), requestId);
  assert.equal(around.socket.hears('requestOffer').data.clientId, 'bob');
});
