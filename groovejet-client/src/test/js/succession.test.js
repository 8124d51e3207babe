import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Surroundings, inRoom, joined, notes, settled } from './surroundings.js';

const BECOME = {
  hostEpoch: 2,
  timeoutMillis: 10_000,
  reason: 'hostLost',
  previousHostId: 'ada',
  clients: [],
  snapshot: { snapshotVersion: 7, hostEpoch: 1, ageMillis: 900, sizeBytes: 9 },
};
const LOADED = { snapshotVersion: 7, hostEpoch: 1, ageMillis: 900, snapshot: { score: 3 } };
const MIGRATED = { hostId: 'us', previousHostId: 'ada', hostEpoch: 2, reason: 'hostLost' };

/** A guest of ada whose link is of no interest. */
async function candidate(prepare) {
  const at = await inRoom({ hostId: 'ada', others: ['bob'] });
  const { socket } = at.around;
  socket.hears('guestOfferSignal');
  if (prepare) at.room.onBecomeHost(prepare);
  return { ...at, socket, heard: notes(at.room, 'hostChange', 'migration') };
}

test('whoever is to become host gives the game what was saved, and only then says so', async () => {
  const taken = [];
  let ready;
  const { around, socket, room, heard } = await candidate((what) => {
    taken.push(what);
    return new Promise((resolve) => (ready = resolve));
  });

  await socket.says('becomeHost', BECOME);
  await socket.says('snapshotLoaded', LOADED, socket.hears('loadSnapshot').requestId);
  assert.deepEqual(taken, [{ snapshot: LOADED, reason: 'hostLost' }]);
  socket.hearsNothing();
  ready();
  await settled();
  const { data, requestId } = socket.hears('hostReady');
  assert.deepEqual(data, { hostEpoch: 2 });
  assert.equal(room.isHost, false);
  await socket.says('hostMigrated', MIGRATED, requestId);

  assert.deepEqual(heard, [
    [
      'hostChange',
      {
        isHost: true,
        hostId: 'us',
        hostEpoch: 2,
        previousHostId: 'ada',
        reason: 'hostLost',
        snapshot: LOADED,
      },
    ],
  ]);
  assert.equal(around.peers[0].isOpen, false);
});

test('without a snapshot there is nothing to load', async () => {
  const { socket, heard } = await candidate();

  await socket.says('becomeHost', { ...BECOME, snapshot: undefined });
  await socket.says('hostMigrated', MIGRATED, socket.hears('hostReady').requestId);

  assert.equal(heard[0][1].snapshot, null);
});

test('a game that cannot take over declines', async () => {
  const { socket } = await candidate(() => Promise.reject(new Error('unknown format')));

  await socket.says('becomeHost', { ...BECOME, snapshot: undefined });

  assert.deepEqual(socket.hears('hostDeclined').data, { hostEpoch: 2, reason: 'unknown format' });
});

test('a snapshot that cannot be loaded now is no reason to begin without it', async () => {
  const { socket } = await candidate();

  await socket.says('becomeHost', BECOME);
  await socket.refuses(socket.hears('loadSnapshot'), 'storeUnavailable');

  assert.deepEqual(socket.hears('hostDeclined').data, { hostEpoch: 2, reason: 'storeUnavailable' });
});

for (const [type, data] of [
  ['hostRejoined', { hostId: 'ada', hostEpoch: 1 }],
  ['hostMigrationStarted', { candidateId: 'bob', hostEpoch: 3, timeoutMillis: 10_000, reason: 'hostLost' }],
  ['hostMigrated', { hostId: 'bob', previousHostId: 'ada', hostEpoch: 3, reason: 'hostLost' }],
]) {
  test(`a candidate that is too slow says nothing more after ${type}`, async () => {
    const { socket } = await candidate();
    await socket.says('becomeHost', BECOME);
    const { requestId } = socket.hears('loadSnapshot');

    await socket.says(type, data);
    await socket.says('snapshotLoaded', LOADED, requestId);

    while (
      type !== 'hostMigrationStarted' &&
      socket.hears('guestOfferSignal').data.hostEpoch !== data.hostEpoch
    );
    socket.hearsNothing();
  });
}

for (const ending of ['resolve', 'reject']) {
  test(`a game that is too slow to ${ending} is not heard any more`, async () => {
    let end;
    const { socket } = await candidate(() => new Promise((resolve, reject) => (end = { resolve, reject })));
    await socket.says('becomeHost', { ...BECOME, snapshot: undefined });

    await socket.says('hostMigrationStarted', { candidateId: 'bob', hostEpoch: 3, reason: 'hostLost' });
    end[ending](new Error('too late'));
    await settled();

    socket.hearsNothing();
  });
}

test('a game is not asked any more when its turn was over before the snapshot came', async () => {
  let asked = 0;
  const { socket } = await candidate(() => asked++);
  await socket.says('becomeHost', BECOME);
  const { requestId } = socket.hears('loadSnapshot');

  await socket.says('hostMigrationStarted', { candidateId: 'bob', hostEpoch: 3, reason: 'hostLost' });
  await socket.says('snapshotLoaded', LOADED, requestId);

  assert.equal(asked, 0);
});

test('guests offer to the new host, and let go of the old one', async () => {
  const { around, socket, room, heard } = await candidate();
  around.peers[0].opens();
  socket.hears('linkState');

  await socket.says('hostMigrationStarted', {
    candidateId: 'bob',
    hostEpoch: 2,
    timeoutMillis: 10_000,
    reason: 'hostLost',
  });
  await socket.says('hostMigrated', { ...MIGRATED, hostId: 'bob' });

  assert.equal(socket.hears('guestOfferSignal').data.hostEpoch, 2);
  assert.deepEqual(
    around.peers.map(({ isOpen }) => isOpen),
    [false, true],
  );
  assert.deepEqual(
    room.clients.filter(({ isHost }) => isHost).map(({ clientId }) => clientId),
    ['bob'],
  );
  assert.deepEqual(
    heard.map(([type, { isHost }]) => [type, isHost]),
    [
      ['migration', undefined],
      ['hostChange', false],
    ],
  );
});

test('a host that was succeeded while away finds itself a guest', async () => {
  const { around, room, lobby } = await inRoom({ hostId: 'us', others: ['bob'] });
  const heard = notes(room, 'hostChange');
  await around.socket.breaks();
  await around.passes(500);
  await around.socket.identifies('stranger');
  const { requestId } = around.socket.hears('joinRoom');
  await around.socket.says('roomJoined', joined({ hostId: 'bob', us: 'us', hostEpoch: 2 }), requestId);

  assert.deepEqual(heard, [
    [
      'hostChange',
      {
        isHost: false,
        hostId: 'bob',
        hostEpoch: 2,
        previousHostId: 'us',
        reason: 'returned',
        snapshot: null,
      },
    ],
  ]);
  around.socket.hears('guestOfferSignal');
  lobby.close();
});

test('a host that returns with its page still there is not told what it knows', async () => {
  const { around, room } = await inRoom({ hostId: 'us' });
  const heard = notes(room, 'hostChange');
  await around.socket.breaks();
  await around.passes(500);
  await around.socket.identifies('stranger');
  await around.socket.says(
    'roomJoined',
    joined({ hostId: 'us', us: 'us', snapshot: BECOME.snapshot }),
    around.socket.hears('joinRoom').requestId,
  );

  assert.deepEqual(heard, []);
  around.socket.hearsNothing();
});

test('a host whose page is new hears of its role and the last snapshot before anything else', async () => {
  const around = new Surroundings();
  const lobby = around.lobby();
  await around.socket.identifies('us');
  const joining = lobby.joinRoom('bcdfg');
  await settled();
  const { requestId } = around.socket.hears('joinRoom');
  await around.socket.says(
    'roomJoined',
    joined({ hostId: 'us', us: 'us', others: ['bob'], snapshot: BECOME.snapshot }),
    requestId,
  );
  assert.equal(around.socket.hears('requestOffer').data.clientId, 'bob');
  await around.socket.says('snapshotLoaded', LOADED, around.socket.hears('loadSnapshot').requestId);
  await around.socket.says('clientLeft', { clientId: 'bob', reason: 'left' });

  const room = await joining;
  const heard = notes(room, 'hostChange', 'clientLeft');
  await around.passes(0);

  assert.deepEqual(
    heard.map(([type, { snapshot }]) => [type, snapshot]),
    [
      ['hostChange', LOADED],
      ['clientLeft', undefined],
    ],
  );
});

test('a vacant room is claimed by the epoch it names, and the snapshot loaded then', async () => {
  const { socket, room, heard } = await candidate();
  await socket.says('hostMigrationFailed', { reason: 'vacant', hostEpoch: 5 });

  const claiming = room.claimHost();
  const { data, requestId } = socket.hears('hostReady');
  await socket.says('hostMigrated', { ...MIGRATED, hostEpoch: 5 }, requestId);
  await claiming;
  await socket.says('snapshotLoaded', LOADED, socket.hears('loadSnapshot').requestId);

  assert.deepEqual(data, { hostEpoch: 5 });
  assert.deepEqual(
    heard.map(([type, { snapshot }]) => [type, snapshot]),
    [
      ['migration', undefined],
      ['hostChange', LOADED],
    ],
  );
});

test('a page that nobody sees would rather not be host', async () => {
  const { around, socket } = await candidate();

  around.visibility = 'hidden';
  await around.happens('visibilitychange');
  assert.equal(socket.hears('updateClient').data.hostPriority, -1_000);
  around.visibility = 'visible';
  await around.happens('visibilitychange');

  assert.equal(socket.hears('updateClient').data.hostPriority, 0);
});

test('snapshots are saved under the epoch of the host, and not when they are too large', async () => {
  const { around, room } = await inRoom({ hostId: 'us' });
  const saving = room.saveSnapshot({ score: 1 }, { label: 'first' });
  const { data, requestId } = around.socket.hears('saveSnapshot');
  assert.deepEqual(data, { snapshot: { score: 1 }, label: 'first', hostEpoch: 1 });
  await around.socket.says('snapshotSaved', { snapshotVersion: 1, hostEpoch: 1, sizeBytes: 11 }, requestId);

  assert.equal((await saving).snapshotVersion, 1);
  assert.equal(room.snapshot.snapshotVersion, 1);
  await assert.rejects(room.saveSnapshot('x'.repeat(1_000)), { code: 'snapshotTooLarge' });
  around.socket.hearsNothing();
});
