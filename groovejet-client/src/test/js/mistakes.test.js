// What a game gets wrong is said at once, by a code and in words that help.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { Lobby, LobbyError } from '../../../groovejet.js';
import { guest, host } from './pairs.js';
import { NOTHING, Surroundings, inRoom, settled } from './surroundings.js';

const nameless = Object.create(null);

for (const [what, data, words] of [
  ['an object', { a: 1 }, /a string, an ArrayBuffer or a view .* JSON\.stringify/],
  ['a Blob', new Blob(['x']), /not a Blob: send await blob\.arrayBuffer\(\)/],
  ['shared memory', new Uint8Array(new SharedArrayBuffer(1)), /send a copy/],
  ['undefined', undefined, /not undefined/],
  ['null', null, /not null/],
  ['a number', 7, /not number/],
]) {
  test(`${what} cannot be sent, also not to nobody`, async () => {
    const { room } = await inRoom({ hostId: 'us' });

    assert.throws(() => room.send(data), { name: 'LobbyError', code: 'notSendable', message: words });
    assert.throws(() => room.sendTo('bob', data), { code: 'notSendable' });
  });
}

test('there are two channels, and the heartbeat is none of them', async () => {
  const { peer, room } = await host();
  peer.opens();
  const before = peer.channels.heartbeat.sent.length;

  for (const channel of ['fast', 'heartbeat', 'toString', nameless, Symbol('fast')])
    assert.throws(() => room.send('x', { channel }), {
      code: 'unknownChannel',
      message: /reliable and unreliable/,
    });

  assert.equal(peer.channels.heartbeat.sent.length, before);
});

test('a link that is just closing is one that is not open', async () => {
  const { peer, room } = await host();
  peer.opens();
  peer.channels.reliable.send = () => {
    throw new DOMException('closing', 'InvalidStateError');
  };

  assert.equal(room.send('x'), 0);
  assert.throws(() => room.sendTo('bob', 'x'), { code: 'notLinked' });
});

test('options may be left out or null, and are not a word', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'us' });
  const expected = { name: 'LobbyError', code: 'notOptions', message: /not a string/ };

  assert.equal(room.send('x', null), 0);
  assert.throws(() => room.send('x', 'unreliable'), expected);
  assert.throws(() => room.sendTo('bob', 'x', 'unreliable'), expected);
  await assert.rejects(room.saveSnapshot({}, 'end'), expected);
  await assert.rejects(room.updateMe('Ada'), expected);
  await assert.rejects(room.update('locked'), expected);
  await assert.rejects(room.removeClient('bob', 'identity'), expected);
  await assert.rejects(lobby.createRoom('bcdfg'), expected);
  around.socket.hearsNothing();
  const saving = room.saveSnapshot({ score: 1 }, null);
  await around.socket.says('snapshotSaved', {}, around.socket.hears('saveSnapshot').requestId);
  await saving;
  const updating = room.updateMe();
  await around.socket.says('clientUpdated', { client: {} }, around.socket.hears('updateClient').requestId);
  await updating;
  lobby.close();
});

test('a code of digits may be a number', async () => {
  const around = new Surroundings();
  const lobby = around.lobby();
  await around.socket.identifies('us');
  const joining = assert.rejects(lobby.joinRoom(34_677, null), { code: 'noRoomFound' });
  await settled();
  const joinRoom = around.socket.hears('joinRoom');
  assert.equal(joinRoom.data.roomCode, '34677');
  await around.socket.refuses(joinRoom, 'noRoomFound');
  await joining;
  lobby.close();
});

for (const url of [undefined, null, 7, {}, nameless, Symbol('lobby')]) {
  test(`no lobby is at ${inspect(url)}`, async () => {
    const around = new Surroundings();

    await assert.rejects(Lobby.connect(url, { platform: around.platform() }), { code: 'invalidUrl' });
    assert.throws(() => new Lobby(url, { platform: around.platform() }), { code: 'invalidUrl' });

    assert.deepEqual(around.left, NOTHING);
  });
}

const cyclic = {};
cyclic.self = cyclic;
for (const [what, value] of [
  ['a cycle', cyclic],
  ['a BigInt', { score: 1n }],
  ['a function', () => {}],
  ['nothing', undefined],
]) {
  test(`${what} is no snapshot`, async () => {
    const { around, room } = await inRoom({ hostId: 'us' });

    await assert.rejects(room.saveSnapshot(value), { code: 'notJson', message: /^a snapshot/ });

    around.socket.hearsNothing();
  });
}

test('what is no JSON or too large for the lobby is not said to it, and changes nothing', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'us', options: { profile: { name: 'Ada' } } });

  await assert.rejects(room.updateMe({ profile: cyclic }), { code: 'notJson' });
  await assert.rejects(room.updateMe({ profile: { name: 'x'.repeat(65_536) } }), {
    code: 'messageTooLarge',
    data: { limit: 65_536 },
  });
  await assert.rejects(lobby.listRooms({ filter: cyclic }), { code: 'notJson' });
  around.socket.hearsNothing();
  await around.socket.breaks();
  await around.passes(500);
  await around.socket.identifies('stranger');

  assert.deepEqual(around.socket.hears('joinRoom').data.profile, { name: 'Ada' });
  lobby.close();
});

test('what two updates at once have changed is both said again when we come back', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'us' });
  const updating = [room.updateMe({ canHost: false }), room.updateMe({ profile: { name: 'Eve' } })];
  const asked = updating.map(() => around.socket.hears('updateClient'));
  for (const { requestId } of asked) await around.socket.says('clientUpdated', { client: {} }, requestId);
  await Promise.all(updating);
  await around.socket.breaks();
  await around.passes(500);
  await around.socket.identifies('stranger');

  const { canHost, profile } = around.socket.hears('joinRoom').data;
  assert.deepEqual([canHost, profile], [false, { name: 'Eve' }]);
  lobby.close();
});

test('what the lobby refuses of us is not said again when we come back', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'us' });
  const updating = assert.rejects(room.updateMe({ canHost: 'yes' }), { code: 'malformedMessage' });
  await around.socket.refuses(around.socket.hears('updateClient'), 'malformedMessage');
  await updating;
  await around.socket.breaks();
  await around.passes(500);
  await around.socket.identifies('stranger');

  assert.equal(around.socket.hears('joinRoom').data.canHost, true);
  lobby.close();
});

test('an address that is none is said to be none, and nothing is left', async () => {
  const around = new Surroundings();
  const platform = {
    ...around.platform(),
    WebSocket: class {
      constructor() {
        throw new DOMException('no such scheme', 'SyntaxError');
      }
    },
  };
  const expected = { name: 'LobbyError', code: 'invalidUrl', message: /nonsense::.*no such scheme/ };

  await assert.rejects(Lobby.connect('nonsense::', { platform }), expected);
  assert.throws(() => new Lobby('nonsense::', { platform }), expected);

  assert.deepEqual(around.left, NOTHING);
});

test('events have names, and whoever listens is a function', async () => {
  const { lobby, room } = await inRoom({ hostId: 'us' });

  for (const source of [lobby, room]) {
    assert.throws(() => source.on('nonsense', () => {}), { code: 'unknownEvent', message: /nonsense/ });
    for (const odd of ['toString', undefined, nameless, Symbol('message')])
      assert.throws(() => source.on(odd, () => {}), { code: 'unknownEvent' });
  }
  assert.throws(() => room.on('message'), { code: 'noListener' });
  assert.throws(() => room.onHostChange({}), { code: 'noListener' });
  assert.throws(() => room.onBecomeHost({}), { code: 'noListener' });
  room.onBecomeHost(null);
});

test('only a host saves: what it may say would be too large for the lobby to hear of anybody else', async () => {
  const { socket, room } = await guest();

  await assert.rejects(room.saveSnapshot('x'.repeat(900)), { name: 'LobbyError', code: 'notHost' });

  socket.hearsNothing();
});

test('only a host asks for offers, and only guests who are there', async () => {
  const asHost = await host();
  const unknown = { code: 'unknownClient', data: { clientId: 'nope' } };
  assert.throws(() => asHost.room.requestOffer('nope'), unknown);
  assert.throws(() => asHost.room.requestOffer('us'), { code: 'unknownClient' });
  asHost.room.requestOffer('bob');
  assert.equal(asHost.socket.hears('requestOffer').data.clientId, 'bob');
  await asHost.socket.breaks();
  assert.throws(() => asHost.room.requestOffer('bob'), { code: 'disconnected' });

  const asGuest = await guest();
  assert.throws(() => asGuest.room.requestOffer('ada'), { code: 'notHost' });
});

test('nothing is sent in a room that is over', async () => {
  const { lobby, room } = await inRoom({ hostId: 'us' });
  lobby.close();

  assert.throws(() => room.send('x'), { code: 'closed' });
  assert.throws(() => room.sendTo('bob', 'x'), { code: 'closed' });
  assert.throws(() => room.requestOffer('bob'), { code: 'closed' });
  await assert.rejects(room.saveSnapshot({}), { code: 'closed' });
  await assert.rejects(room.claimHost(), { code: 'closed' });
});

test('a browser without peer connections is told of once for each attempt, and the room stays', async () => {
  const around = new Surroundings();
  const platform = { ...around.platform(), RTCPeerConnection: undefined };
  around.platform = () => platform;
  const told = [];
  const lobby = around.lobby();
  lobby.on('error', ({ error }) => told.push(error));
  const { room } = await inRoom({ hostId: 'ada', around, lobby });

  assert.equal(room.isJoined, true);
  assert.deepEqual(told.map(({ code }) => code), ['noPeerConnection']);
  assert.ok(told[0] instanceof LobbyError);
  lobby.close();
});
