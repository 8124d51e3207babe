import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lobby } from '../../../groovejet.js';
import { NOTHING, Surroundings, inRoom, joined, notes, settled } from './surroundings.js';

const online = { status: 'online', retryInMillis: null, closeCode: null };

test('a lobby speaks the message dialect and is there once it is identified', async () => {
  const around = new Surroundings();
  const connecting = Lobby.connect('ws://lobby', { platform: around.platform(), store: around.store });
  assert.equal(around.socket.protocol, 'groovejet.v2');

  await around.socket.identifies('ada');
  const lobby = await connecting;

  assert.equal(lobby.status, 'online');
  assert.equal(lobby.clientId, 'ada');
});

test('who never reaches the lobby is told so, and nothing is left', async () => {
  const around = new Surroundings();
  const failing = assert.rejects(Lobby.connect('ws://lobby', { platform: around.platform() }), {
    code: 'disconnected',
  });

  await around.passes(10_000);

  await failing;
  assert.deepEqual(around.left, NOTHING);
});

test('who is not wanted by the backend is told why, and does not come back', async () => {
  const around = new Surroundings();
  const failing = assert.rejects(Lobby.connect('ws://lobby', { platform: around.platform() }), {
    code: 'notPaid',
  });

  await around.socket.refuses({}, 'notPaid');
  await around.socket.breaks(1008);

  await failing;
  assert.deepEqual(around.left, NOTHING);
});

test('a game and its backend talk to each other', async () => {
  const around = new Surroundings();
  const lobby = around.lobby();
  assert.throws(() => lobby.tellBackend(1), { code: 'disconnected' });
  await around.socket.identifies('ada');
  const heard = notes(lobby, 'appMessage');

  lobby.tellBackend({ ready: true });
  await around.socket.says('appMessage', { message: { round: 2 } });

  assert.deepEqual(around.socket.hears('appMessage').data, { message: { ready: true } });
  assert.deepEqual(heard, [['appMessage', { message: { round: 2 } }]]);
  assert.throws(() => lobby.tellBackend(undefined), { code: 'notJson' });
  lobby.close();
  assert.throws(() => lobby.tellBackend(1), { code: 'closed' });
});

test('pauses grow up to a limit, and the whole of each is luck', async () => {
  const around = new Surroundings();
  const lobby = around.lobby();
  const pauses = [];
  lobby.on('status', ({ status, retryInMillis }) => status === 'waiting' && pauses.push(retryInMillis));
  for (around.luck of [1, 1, 1, 1, 1, 1, 0.25, 0]) {
    await around.socket.breaks();
    await around.passes(around.nextTimer);
  }

  assert.deepEqual(pauses, [500, 1_000, 2_000, 4_000, 8_000, 15_000, 3_750, 0]);
  lobby.close();
});

test('a lobby that drains is given the time it asks for', async () => {
  const around = new Surroundings();
  const lobby = around.lobby();
  await around.socket.identifies('ada');
  const heard = notes(lobby, 'status');

  await around.socket.says('serverDraining', { reconnectAfterMillis: 3_000 });
  await around.socket.breaks(1012);

  assert.deepEqual(heard, [['status', { status: 'waiting', retryInMillis: 3_250, closeCode: null }]]);
  lobby.close();
});

test('what a lobby asked for once does not count the next time', async () => {
  const around = new Surroundings();
  const lobby = around.lobby();
  await around.socket.identifies('ada');
  await around.socket.says('serverDraining', { reconnectAfterMillis: 3_000 });
  await around.socket.breaks(1012);
  await around.passes(3_250);
  await around.socket.identifies('ada');

  await around.socket.breaks();

  assert.equal(around.nextTimer, 500);
  lobby.close();
});

test('after a steady while the pauses are short again', async () => {
  const around = new Surroundings();
  const lobby = around.lobby();
  for (let i = 0; i < 4; i++) {
    await around.socket.breaks();
    await around.passes(around.nextTimer);
  }
  await around.socket.identifies('ada');
  await around.passes(10_001);

  await around.socket.breaks();

  assert.equal(around.nextTimer, 250);
  lobby.close();
});

for (const closeCode of [1002, 1003, 1007, 1008, 1009, 4001, 4007, 4008]) {
  test(`after ${closeCode} one does not come back by oneself`, async () => {
    const { around, lobby, room } = await inRoom({ hostId: 'ada' });
    const heard = notes(lobby, 'status');
    const ended = notes(room, 'closed');

    await around.socket.breaks(closeCode);
    await around.passes(60_000);

    assert.deepEqual(heard, [['status', { status: 'stopped', retryInMillis: null, closeCode }]]);
    assert.deepEqual(ended, [['closed', { reason: 'stopped', closeCode, detail: null, error: null }]]);
    assert.equal(around.sockets.length, 1);
    assert.deepEqual({ ...around.left, listeners: 0 }, NOTHING);
    lobby.close();
  });
}

for (const closeCode of [1001, 1006, 1012, 4002, 4003, 4004]) {
  test(`after ${closeCode} one comes back`, async () => {
    const around = new Surroundings();
    const lobby = around.lobby();
    await around.socket.identifies('ada');
    const heard = notes(lobby, 'status');

    await around.socket.breaks(closeCode);
    await around.passes(500);
    await around.socket.identifies('stranger');

    assert.deepEqual(
      heard.map(([, { status }]) => status),
      ['waiting', 'connecting', 'online'],
    );
    assert.deepEqual(heard.at(-1), ['status', online]);
    assert.equal(lobby.clientId, 'ada');
    lobby.close();
  });
}

test('who is told not to come back still may when somebody asks for it', async () => {
  const { around, lobby } = await inRoom({ hostId: 'ada' });
  await around.socket.breaks(4001);

  lobby.reconnect();
  await around.socket.identifies('stranger');
  const rejoining = lobby.rejoin();
  await settled();

  assert.equal(around.socket.hears('joinRoom').data.clientToken, 'token of us');
  rejoining.catch(() => {});
  lobby.close();
});

test('a lost connection comes back into its room and identity with one message', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'ada', options: { profile: { name: 'Bob' } } });
  await around.socket.breaks();
  await around.passes(500);

  await around.socket.identifies('stranger');
  const { data, requestId } = around.socket.hears('joinRoom');
  assert.deepEqual(data, {
    roomCode: 'bcdfg',
    canHost: true,
    profile: { name: 'Bob' },
    hostPriority: 0,
    clientToken: 'token of us',
  });
  await around.socket.identifies('us', true);
  await around.socket.says('roomJoined', joined({ hostId: 'ada', us: 'us', reconnected: true }), requestId);

  assert.equal(room.isOnline, true);
  assert.equal(lobby.room, room);
  assert.equal(lobby.clientId, 'us');
  lobby.close();
});

test('a reload finds its way back by what the tab has stored', async () => {
  const { around } = await inRoom({ hostId: 'ada' });
  const reloaded = around.lobby();
  await around.socket.identifies('stranger');

  assert.equal(reloaded.lastRoomCode, 'bcdfg');
  const rejoining = reloaded.rejoin({ canHost: true });
  await settled();
  const { data, requestId } = around.socket.hears('joinRoom');
  assert.equal(data.clientToken, 'token of us');
  await around.socket.identifies('us', true);
  await around.socket.says('roomJoined', joined({ hostId: 'ada', us: 'us' }), requestId);

  assert.equal((await rejoining).clientId, 'us');
});

test('a connection dropped on purpose comes back after the time asked for', async () => {
  const { around, lobby } = await inRoom({ hostId: 'ada' });
  const heard = notes(lobby, 'status');

  lobby.drop(5_000);

  assert.deepEqual(heard, [['status', { status: 'waiting', retryInMillis: 5_250, closeCode: null }]]);
  assert.equal(around.left.sockets, 0);
  lobby.close();
});

test('a token that does not count any more is forgotten, and the room joined without', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'ada' });
  await around.socket.breaks();
  await around.passes(500);
  await around.socket.identifies('stranger');

  await around.socket.refuses(around.socket.hears('joinRoom'), 'invalidToken');
  const again = around.socket.hears('joinRoom');
  assert.equal(again.data.clientToken, undefined);
  await around.socket.says('roomJoined', joined({ hostId: 'ada', us: 'stranger' }), again.requestId);

  assert.equal(room.clientId, 'stranger');
  lobby.close();
});

test('a room that is gone meanwhile is closed with the reason, and not tried again', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'ada' });
  const ended = notes(room, 'closed');
  await around.socket.breaks();
  await around.passes(500);
  await around.socket.identifies('stranger');

  await around.socket.refuses(around.socket.hears('joinRoom'), 'noRoomFound');

  assert.equal(ended[0][1].reason, 'lost');
  assert.equal(ended[0][1].error.code, 'noRoomFound');
  assert.equal(lobby.room, null);
  assert.equal(lobby.lastRoomCode, null);
  lobby.close();
});

test('a refusal that passes is tried again after the time the lobby names', async () => {
  const { around, lobby } = await inRoom({ hostId: 'ada' });
  await around.socket.breaks();
  await around.passes(500);
  await around.socket.identifies('stranger');
  await around.socket.refuses(around.socket.hears('joinRoom'), 'storeUnavailable', {
    retryAfterMillis: 2_000,
  });

  await around.passes(3_499);
  around.socket.hearsNothing();
  await around.passes(1);
  around.socket.hears('joinRoom');
  lobby.close();
});

test('a browser that goes offline does not wait for its socket to notice, and is back at once', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'ada' });

  await around.happens('offline');
  assert.deepEqual([lobby.status, room.isOnline, around.left.sockets], ['waiting', false, 0]);
  for (let attempt = 0; attempt < 5; attempt++) {
    await around.passes(around.nextTimer);
    await around.socket.breaks();
  }
  await around.happens('online');

  await around.socket.identifies('stranger');
  assert.equal(around.socket.hears('joinRoom').data.roomCode, 'bcdfg');
  lobby.close();
});

test('creating a room proves an earlier identity first', async () => {
  const { around } = await inRoom({ hostId: 'ada' });
  const reloaded = around.lobby();
  await around.socket.identifies('stranger');
  const creating = reloaded.createRoom({ maxClients: 8, hostMigration: 'automatic' });
  await settled();

  const resume = around.socket.hears('resumeIdentity');
  await around.socket.says(
    'identity',
    { clientId: 'us', clientToken: 'renewed', resumed: true },
    resume.requestId,
  );
  const { data, requestId } = around.socket.hears('createRoom');
  assert.deepEqual(data, { maxClients: 8, hostMigration: 'automatic', hostPriority: 0 });
  await around.socket.says('roomCreated', { roomCode: 'zzzzz', hostEpoch: 1, room: {} }, requestId);

  const room = await creating;
  assert.equal(room.code, 'zzzzz');
  assert.equal(room.isHost, true);
  reloaded.close();
});
