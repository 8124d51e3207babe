import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerTo, guest, host, offerOf } from './pairs.js';
import { inRoom, joined, settled } from './surroundings.js';

test('a guest offers, takes the answer and both trickle', async () => {
  const { socket, peer, offer, room } = await guest();
  assert.deepEqual(peer.channels.reliable.how, { negotiated: true, id: 0 });
  assert.deepEqual(peer.channels.unreliable.how, {
    negotiated: true,
    id: 1,
    ordered: false,
    maxRetransmits: 0,
  });

  peer.finds('ours');
  await socket.says('hostAnswerSignal', { answerSignal: answerTo(offer), hostEpoch: 1 });
  await socket.says('iceCandidate', {
    clientId: 'ada',
    candidate: { candidate: 'theirs', session: offer.session },
    hostEpoch: 1,
  });
  peer.opens();

  assert.deepEqual(socket.hears('iceCandidate').data, {
    candidate: { candidate: 'ours', session: offer.session },
    hostEpoch: 1,
  });
  assert.deepEqual(socket.hears('linkState').data, { connected: true, hostEpoch: 1 });
  assert.deepEqual(peer.candidates, ['theirs']);
  assert.equal(room.links[0].state, 'open');
});

test('candidates that come before the answer wait for it', async () => {
  const { socket, peer, offer } = await guest();

  await socket.says('iceCandidate', {
    clientId: 'ada',
    candidate: { candidate: 'early', session: offer.session },
    hostEpoch: 1,
  });
  assert.deepEqual(peer.candidates, []);
  await socket.says('hostAnswerSignal', { answerSignal: answerTo(offer), hostEpoch: 1 });

  assert.deepEqual(peer.candidates, ['early']);
});

test('our own candidates never overtake our description', async () => {
  const { around, lobby } = await inRoom({ hostId: 'us', others: ['bob'] });
  around.socket.hears('requestOffer');
  around.socket.onmessage({
    data: JSON.stringify({
      type: 'guestOfferSignal',
      data: { clientId: 'bob', offerSignal: offerOf('s'), hostEpoch: 1 },
    }),
  });
  around.peers[0].finds('fast');
  around.socket.hearsNothing();
  await settled();

  around.socket.hears('hostAnswerSignal');
  assert.equal(around.socket.hears('iceCandidate').data.candidate.candidate, 'fast');
  lobby.close();
});

test('what is left over from an earlier peer connection is ignored', async () => {
  const { socket, peer, offer } = await guest();

  await socket.says('hostAnswerSignal', {
    answerSignal: answerTo({ ...offer, session: 'old' }),
    hostEpoch: 1,
  });
  await socket.says('iceCandidate', {
    clientId: 'ada',
    candidate: { candidate: 'old', session: 'old' },
    hostEpoch: 1,
  });
  await socket.says('hostAnswerSignal', { answerSignal: answerTo({ ...offer, round: 0 }), hostEpoch: 1 });
  assert.equal(peer.remoteDescription, null);
  await socket.says('hostAnswerSignal', { answerSignal: answerTo(offer), hostEpoch: 1 });

  assert.equal(peer.remoteDescription.sdp, 'answer');
  assert.deepEqual(peer.candidates, []);
});

test('signals of another epoch are ignored', async () => {
  const { around, socket, peer, offer } = await guest();
  await socket.says('hostAnswerSignal', { answerSignal: answerTo(offer), hostEpoch: 2 });
  await socket.says('iceCandidate', {
    clientId: 'ada',
    candidate: { candidate: 'x', session: offer.session },
    hostEpoch: 2,
  });
  assert.equal(peer.remoteDescription, null);

  await socket.says('hostMigrated', {
    hostId: 'us',
    previousHostId: 'ada',
    hostEpoch: 2,
    reason: 'hostLost',
  });
  await socket.says('guestOfferSignal', { clientId: 'bob', offerSignal: offerOf('s'), hostEpoch: 1 });

  socket.hearsNothing();
  assert.equal(around.left.peers, 0);
});

test('the host answers a restart on the same connection, and a new session on a new one', async () => {
  const { around, socket, peer, answer } = await host();
  assert.deepEqual(answer, {
    clientId: 'bob',
    answerSignal: { type: 'answer', sdp: 'sdp 1', round: 1, session: 's1' },
    hostEpoch: 1,
  });

  await socket.says('guestOfferSignal', { clientId: 'bob', offerSignal: offerOf('s1', 2), hostEpoch: 1 });
  assert.equal(around.peers.length, 1);
  assert.equal(socket.hears('hostAnswerSignal').data.answerSignal.round, 2);
  await socket.says('guestOfferSignal', { clientId: 'bob', offerSignal: offerOf('s2'), hostEpoch: 1 });

  assert.equal(around.peers.length, 2);
  assert.equal(peer.isOpen, false);
  assert.equal(socket.hears('hostAnswerSignal').data.answerSignal.session, 's2');
});

test('an offer that is none ends its link and nothing else', async () => {
  const { around, socket, room } = await host();

  await socket.says('guestOfferSignal', {
    clientId: 'bob',
    offerSignal: { ...offerOf('s2'), sdp: 'nonsense' },
    hostEpoch: 1,
  });

  assert.equal(around.left.peers, 0);
  assert.equal(room.isOnline, true);
  socket.hearsNothing();
});

test('a guest offers when it is asked to, but not twice at once', async () => {
  const { around, socket } = await guest();
  await socket.says('requestOffer');
  socket.hearsNothing();
  around.peers[0].opens();
  socket.hears('linkState');

  await socket.says('requestOffer');

  assert.equal(socket.hears('guestOfferSignal').data.offerSignal.round, 1);
  assert.equal(around.peers[0].isOpen, false);
});

test('an offer that was under way when the connection broke is made anew', async () => {
  const { around, socket, peer } = await guest();
  await socket.breaks();
  await around.passes(500);
  await around.socket.identifies('stranger');
  const { requestId } = around.socket.hears('joinRoom');
  await around.socket.says('roomJoined', joined({ hostId: 'ada', us: 'us' }), requestId);

  around.socket.hears('guestOfferSignal');
  assert.equal(peer.isOpen, false);
});
