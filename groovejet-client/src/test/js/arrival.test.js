import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { arrive } from './arrival.js';
import { Surroundings, inRoom, joined, settled } from './surroundings.js';

/** A page that is loaded anew in a tab that was in a room, with that code in its address. */
async function reloaded(code) {
  const { around } = await inRoom({ hostId: 'ada' });
  const lobby = around.lobby();
  await around.socket.identifies('stranger');
  const arriving = arrive(lobby, code);
  arriving.catch(() => {});
  await settled();
  return { around, socket: around.socket, lobby, arriving };
}

test('README shows how to arrive as it is tested here', () => {
  const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const [, body] = /\n  (const room =[^]*?;)\n  return room;/.exec(read('arrival.js'));

  assert.ok(read('../../../README.md').includes(body.replaceAll('\n  ', '\n')));
});

test('a link leads into its room, whichever one was played in last', async () => {
  const { socket, lobby } = await reloaded('zzzzz');

  const { roomCode, clientToken } = socket.hears('joinRoom').data;
  assert.deepEqual([roomCode, clientToken], ['zzzzz', 'token of us']);
  lobby.close();
});

test('a link to the last room takes the old seat', async () => {
  const { socket, arriving, lobby } = await reloaded('bcdfg');
  const { data, requestId } = socket.hears('joinRoom');
  await socket.identifies('us', true);
  await socket.says('roomJoined', joined({ hostId: 'ada', us: 'us', reconnected: true }), requestId);

  assert.equal(data.clientToken, 'token of us');
  assert.equal((await arriving).clientId, 'us');
  lobby.close();
});

test('without a link one goes back to the last room', async () => {
  const { socket, lobby } = await reloaded('');

  assert.equal(socket.hears('joinRoom').data.roomCode, 'bcdfg');
  lobby.close();
});

for (const code of ['noRoomFound', 'roomFull', 'roomLocked', 'wrongPassword', 'banned']) {
  test(`a last room that has no place for us any more is forgotten: ${code}`, async () => {
    const { socket, lobby, arriving } = await reloaded('');

    await socket.refuses(socket.hears('joinRoom'), code);
    assert.equal(lobby.lastRoomCode, null);
    const { requestId } = socket.hears('resumeIdentity');
    await socket.identifies('us', true);
    await socket.says('identity', { clientId: 'us', clientToken: 't', resumed: true }, requestId);
    const creating = socket.hears('createRoom');
    await socket.says('roomCreated', { roomCode: 'zzzzz', hostEpoch: 1, room: {} }, creating.requestId);

    assert.equal((await arriving).code, 'zzzzz');
    lobby.close();
  });
}

for (const code of ['hostDisconnected', 'storeUnavailable', 'rateLimited']) {
  test(`a last room that may be open again soon is not given up: ${code}`, async () => {
    const { socket, lobby, arriving } = await reloaded('');

    await socket.refuses(socket.hears('joinRoom'), code);

    await assert.rejects(arriving, { code });
    assert.equal(lobby.lastRoomCode, 'bcdfg');
    lobby.close();
  });
}

test('a link to a room that is gone is refused, not answered with another room', async () => {
  const { socket, lobby, arriving } = await reloaded('zzzzz');

  await socket.refuses(socket.hears('joinRoom'), 'noRoomFound');

  await assert.rejects(arriving, { code: 'noRoomFound' });
  assert.equal(lobby.lastRoomCode, 'bcdfg');
  lobby.close();
});

test('who has no last room opens one', async () => {
  const around = new Surroundings();
  const lobby = around.lobby();
  await around.socket.identifies('us');
  arrive(lobby, '').catch(() => {});
  await settled();

  around.socket.hears('createRoom');
  lobby.close();
});
