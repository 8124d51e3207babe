import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerTo, guest, host } from './pairs.js';
import { joined, settled } from './surroundings.js';

test('a failed connection is restarted before it is given up', async () => {
  const { around, socket, peer, offer } = await guest();
  await socket.says('hostAnswerSignal', { answerSignal: answerTo(offer), hostEpoch: 1 });
  peer.opens();
  socket.hears('linkState');

  peer.fails();
  await settled();
  assert.deepEqual(socket.hears('linkState').data, { connected: false, hostEpoch: 1 });
  const again = socket.hears('guestOfferSignal').data.offerSignal;
  assert.deepEqual([again.session, again.round, peer.restarts], [offer.session, 2, 1]);
  await socket.says('hostAnswerSignal', { answerSignal: answerTo(again), hostEpoch: 1 });
  peer.channels.heartbeat.hears('!0');

  assert.equal(socket.hears('linkState').data.connected, true);
  assert.equal(around.peers.length, 1);
});

test('silence is an interruption, is restarted, then given up, and a new connection is offered', async () => {
  const { around, socket, peer } = await guest();
  peer.opens();
  assert.equal(socket.hears('linkState').data.connected, true);

  await around.passes(4_000);
  assert.equal(socket.hears('linkState').data.connected, false);
  assert.equal(socket.hears('guestOfferSignal').data.offerSignal.round, 2);
  await around.passes(4_000);
  assert.equal(socket.hears('guestOfferSignal').data.offerSignal.round, 3);
  await around.passes(6_000);

  assert.equal(peer.isOpen, false);
  assert.equal(socket.hears('guestOfferSignal').data.offerSignal.round, 1);
  socket.hearsNothing();
});

test('a heartbeat is answered and measures the round trip', async () => {
  const { around, peer, room } = await guest();
  peer.opens();
  const asked = peer.channels.heartbeat.sent.at(-1);

  peer.channels.heartbeat.hears('?17');
  await around.passes(20);
  peer.channels.heartbeat.hears(asked.replace('?', '!'));

  assert.equal(peer.channels.heartbeat.sent.at(-1), '!17');
  assert.equal(room.links[0].roundTripMillis, 20);
});

test('a second of silence is evidence when the lobby has lost the host', async () => {
  const { around, socket, peer } = await guest();
  peer.opens();
  socket.hears('linkState');
  await around.passes(10);

  await socket.says('hostConnectionLost', { hostId: 'ada', hostEpoch: 1, graceMillis: 8_000 });
  await around.passes(1_000);

  assert.deepEqual(socket.hears('linkState').data, { connected: false, hostEpoch: 1 });
});

test('a host that still answers keeps its link when the lobby has lost it', async () => {
  const { around, socket, peer } = await guest();
  peer.opens();
  socket.hears('linkState');

  await socket.says('hostConnectionLost', { hostId: 'ada', hostEpoch: 1, graceMillis: 8_000 });
  peer.channels.heartbeat.hears('!0');
  await around.passes(1_000);
  await socket.says('hostRejoined', { hostId: 'ada', hostEpoch: 1 });

  assert.equal(socket.hears('linkState').data.connected, true);
  assert.equal(around.peers.length, 1);
});

test('a link that closes is offered again while the host is there, and on its return', async () => {
  const { around, socket, peer } = await guest();
  peer.opens();
  socket.hears('linkState');
  peer.channels.reliable.onclose();
  assert.equal(socket.hears('linkState').data.connected, false);
  await socket.says('hostConnectionLost', { hostId: 'ada', hostEpoch: 1, graceMillis: 8_000 });
  await around.passes(5_000);
  socket.hearsNothing();

  await socket.says('hostRejoined', { hostId: 'ada', hostEpoch: 1 });

  socket.hears('guestOfferSignal');
});

test('data channels outlive the lobby: whoever comes back keeps open links', async () => {
  const { around, socket, peer } = await guest();
  peer.opens();
  socket.hears('linkState');
  await socket.breaks();
  await around.passes(500);
  await around.socket.identifies('stranger');
  const { requestId } = around.socket.hears('joinRoom');
  await around.socket.says('roomJoined', joined({ hostId: 'ada', us: 'us' }), requestId);

  assert.equal(peer.isOpen, true);
  assert.deepEqual(around.socket.hears('linkState').data, { connected: true, hostEpoch: 1 });
  around.socket.hearsNothing();
});

test("a browser that slept itself does not take its own silence for the other side's", async () => {
  const { around, socket, peer, room } = await guest();
  peer.opens();
  socket.hears('linkState');

  await around.sleeps(30_000);

  assert.equal(room.links[0].state, 'open');
  socket.hearsNothing();
});

test('every interruption may be restarted anew', async () => {
  const { around, socket, peer } = await guest();
  peer.opens();
  socket.hears('linkState');
  for (let interruption = 1; interruption <= 3; interruption++) {
    await around.passes(4_000);
    assert.equal(socket.hears('linkState').data.connected, false);
    socket.hears('guestOfferSignal');
    peer.channels.heartbeat.hears('!0');
    assert.equal(socket.hears('linkState').data.connected, true);
  }
});

test('a host that leaves is not offered to any more', async () => {
  const { around, socket, peer, room } = await guest();
  peer.opens();
  socket.hears('linkState');

  await socket.says('clientLeft', { clientId: 'ada', reason: 'left' });
  peer.channels.reliable.onclose();
  socket.hears('linkState');
  await around.passes(5_000);

  assert.equal(room.hostConnected, false);
  socket.hearsNothing();
});
