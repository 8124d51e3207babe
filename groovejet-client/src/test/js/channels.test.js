import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guest, host } from './pairs.js';
import { client, notes, settled } from './surroundings.js';

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

test('a lobby that hands out no new ICE servers is asked once, and nothing else happens', async () => {
  const { around, socket, peer } = await guest({ iceServers: [{ urls: 'turn:lobby' }] });
  await around.socket.says('clientJoined', { client: client('bob') });
  peer.opens();
  socket.hears('linkState');
  for (let second = 0; second < 301; second++) {
    peer.channels.heartbeat.hears('!0');
    await around.passes(1_000);
  }

  peer.fails();
  await settled();
  socket.hears('linkState');
  await socket.refuses(socket.hears('getIceServers'), 'unknownMessageType');
  socket.hears('guestOfferSignal');
  await around.passes(4_000);

  socket.hears('guestOfferSignal');
  socket.hearsNothing();
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
