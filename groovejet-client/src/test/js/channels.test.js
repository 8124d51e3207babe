import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guest, host, offerOf } from './pairs.js';
import { client, notes } from './surroundings.js';

test('messages go both ways on both channels, and only where there is a link', async () => {
  const { socket, peer, room } = await host();
  const heard = notes(room, 'message');
  assert.equal(room.send('nobody yet'), 0);
  assert.throws(() => room.sendTo('bob', 'not yet'), { code: 'notLinked' });
  peer.opens();

  assert.equal(room.send('to all'), 1);
  room.sendTo('bob', new Uint8Array([1, 2]), { channel: 'unreliable' });
  peer.channels.reliable.hears('hello');
  peer.channels.unreliable.hears('quick');

  assert.deepEqual(peer.channels.reliable.sent, ['to all']);
  assert.deepEqual(peer.channels.unreliable.sent, [new Uint8Array([1, 2])]);
  assert.deepEqual(heard, [
    ['message', 'bob', 'hello', 'reliable'],
    ['message', 'bob', 'quick', 'unreliable'],
  ]);
  assert.throws(() => room.sendTo('carol', 'x'), { code: 'notLinked' });
  socket.hearsNothing();
});

test('what is too large or too much is refused by code', async () => {
  const { peer, room } = await host();
  peer.opens();
  peer.channels.reliable.bufferedAmount = 500;

  assert.equal(room.bufferedAmount, 500);
  assert.throws(() => room.sendTo('bob', new ArrayBuffer(1_001)), {
    code: 'messageTooLarge',
    data: { bytes: 1_001, limit: 1_000 },
  });
  peer.channels.reliable.send = () => {
    throw new Error('full');
  };
  assert.throws(() => room.sendTo('bob', 'x'), { code: 'bufferFull' });
});

test('the ICE servers of the lobby count more than those of the options', async () => {
  const servers = [{ urls: 'turn:lobby' }];
  const { peer } = await guest({ iceServers: servers });
  assert.deepEqual(peer.configuration, { iceServers: servers });
});

test('credentials of ICE servers are renewed in time, for links that are and that will be', async () => {
  const { around, socket, peer } = await host({ iceServers: [{ urls: 'turn:lobby', credential: '1' }] });
  peer.opens();
  for (let second = 0; second < 240; second++) {
    peer.channels.heartbeat.hears('!0');
    await around.passes(1_000);
  }
  const fresh = { iceServers: [{ urls: 'turn:lobby', credential: '2' }], expiresInMillis: 1_000_000 };
  await socket.says('iceServers', fresh, socket.hears('getIceServers').requestId);

  assert.deepEqual(peer.configuration, { iceServers: fresh.iceServers });
  await around.passes(799_999);
  socket.hearsNothing();
  await around.passes(1);
  socket.hears('getIceServers');
});

for (const answer of ['refuses', 'says']) {
  test(`a lobby that ${answer} once that its ICE servers last is not asked again`, async () => {
    const { around, socket } = await host({ iceServers: [{ urls: 'stun:lobby' }] });
    await around.passes(240_000);
    const asked = socket.hears('getIceServers');
    if (answer === 'refuses') await socket.refuses(asked, 'unknownMessageType');
    else await socket.says('iceServers', { iceServers: [] }, asked.requestId);

    await around.passes(3_600_000);

    socket.hearsNothing();
  });
}

test('one link that is full does not keep a message from the others', async () => {
  const { around, socket, peer, room } = await host();
  await socket.says('clientJoined', { client: client('cleo') });
  await socket.says('guestOfferSignal', { clientId: 'cleo', offerSignal: offerOf('s2'), hostEpoch: 1 });
  for (const one of around.peers) one.opens();
  peer.channels.reliable.send = () => {
    throw new Error('full');
  };

  assert.throws(() => room.send('to all'), { code: 'bufferFull', data: { clientId: 'bob' } });

  assert.deepEqual(around.peers[1].channels.reliable.sent, ['to all']);
});

test('a guest that leaves takes its link with it, one that is only away keeps it', async () => {
  const { socket, peer, room } = await host();
  peer.opens();

  await socket.says('clientDisconnected', { clientId: 'bob', graceMillis: 30_000 });
  assert.equal(peer.isOpen, true);
  assert.equal(room.clients.find(({ clientId }) => clientId === 'bob').connected, false);
  await socket.says('clientLeft', { clientId: 'bob', reason: 'timedOut' });

  assert.equal(peer.isOpen, false);
  assert.deepEqual(room.links, []);
});
