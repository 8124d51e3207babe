import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LobbyError } from '../../../groovejet.js';
import { inRoom, notes, settled } from './surroundings.js';

test('every request is settled: refused, dropped unread, unanswered, cut off, or too late', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'us' });
  const codes = [];
  const asked = () =>
    room.saveSnapshot({}).catch((error) => codes.push(error instanceof LobbyError && error.code));

  asked();
  await around.socket.refuses(around.socket.hears('saveSnapshot'), 'staleEpoch');
  asked();
  await around.socket.refuses({}, 'rateLimited');
  asked();
  await around.passes(9_999);
  await around.socket.says('clientUpdated', { client: {} });
  await around.passes(1);
  asked();
  await around.socket.breaks();
  asked();
  await settled();
  lobby.close();
  asked();
  await settled();

  assert.deepEqual(codes, ['staleEpoch', 'rateLimited', 'timeout', 'disconnected', 'disconnected', 'closed']);
});

test('a lobby that has not said a word since it was asked is taken for gone', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'us' });
  await around.passes(1);
  const heard = notes(lobby, 'status');
  const codes = [room.saveSnapshot({}), room.saveSnapshot({})].map((one) => one.catch(({ code }) => code));

  await around.passes(10_000);

  assert.deepEqual(await Promise.all(codes), ['timeout', 'disconnected']);
  assert.equal(around.left.sockets, 0);
  await around.passes(250);
  await around.socket.identifies('stranger');
  assert.equal(around.socket.hears('joinRoom').data.clientToken, 'token of us');
  assert.deepEqual(heard.map(([, { status }]) => status), ['waiting', 'connecting', 'online']);
  lobby.close();
});

test('nothing is sent over a socket that is closing, which is settled when it has closed', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'us' });
  around.socket.readyState = 2;

  const asked = room.saveSnapshot({}).catch(({ code }) => code);

  around.socket.hearsNothing();
  await around.socket.breaks();
  assert.equal(await asked, 'disconnected');
  lobby.close();
});

test('an error that answers nothing is told, and changes nothing', async () => {
  const { around, lobby, room } = await inRoom({ hostId: 'ada' });
  const heard = notes(lobby, 'error');

  await around.socket.refuses({}, 'unknownMessageType');

  assert.deepEqual(
    heard.map(([, { error }]) => error.code),
    ['unknownMessageType'],
  );
  assert.equal(room.isOnline, true);
  lobby.close();
});
