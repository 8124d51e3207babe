// A game as its maker would write it: it has to compile, and what is marked must not.

import { Lobby, LobbyError, type ErrorCode, type HostChange, type Room, type Snapshot } from '../../../groovejet.js';

interface State {
  score: number;
  players: { name: string; place?: [number, number] }[];
  winner: string | null;
}

export async function play(): Promise<Room | null> {
  const lobby = await Lobby.connect('wss://example.com/lobby', {
    iceServers: [{ urls: 'stun:example.com' }],
  });
  lobby.on('status', ({ status, retryInMillis }) => console.log(status, retryInMillis?.toFixed()));
  const room =
    (await lobby.rejoin({ canHost: true })) ?? (await lobby.createRoom({ maxClients: 8, canHost: true }));
  let state: State = { score: 0, players: [], winner: null };
  room.onMessage((from, data, channel) =>
    console.log(from.length, typeof data === 'string' ? data : data.byteLength, channel),
  );
  room.onHostChange(({ isHost, snapshot }: HostChange) => isHost && snapshot && (state = snapshot.snapshot));
  const saved: Snapshot<State> = await room.loadSnapshot();
  console.log(saved.snapshot.players[0]?.name);
  room.onBecomeHost(async ({ snapshot }) => console.log(snapshot?.snapshotVersion));
  const off = room.on('closed', ({ reason, error }) => console.log(reason, error?.code));
  off();
  room.sendTo(room.clients[0]!.clientId, new Uint8Array(3), { channel: 'unreliable' });
  try {
    await room.saveSnapshot(state, { label: 'end' });
  } catch (error) {
    if (error instanceof LobbyError && error.code === 'rateLimited') console.log(error.data.retryAfterMillis);
  }
  await room.update({ isLocked: true, password: null });
  const { rooms, cursor } = await lobby.listRooms({ filter: { map: 'ice' } });
  console.log(rooms[0]?.clientCount, cursor);
  const unknown: ErrorCode = 'said by a newer lobby';
  if (unknown === room.ending?.error?.code) console.log(room.ending.detail);
  // @ts-expect-error an object is not sent as such
  room.send({ a: 1 });
  // @ts-expect-error there is no such channel
  room.send('x', { channel: 'fast' });
  // @ts-expect-error there is no such event
  room.on('mesage', () => {});
  // @ts-expect-error no option is a mere word
  room.send('x', 'unreliable');
  // @ts-expect-error JSON knows no bigint
  room.saveSnapshot({ score: 1n });
  // @ts-expect-error functions are no JSON
  room.saveSnapshot(() => {});
  // @ts-expect-error a room comes from its lobby
  new Room();
  return room.isHost ? room : null;
}
