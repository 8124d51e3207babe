// The README's game, word for word; what belongs to the game itself is only declared.

import { Lobby } from '../../../groovejet.js';

interface State {
  players: { id: string; x: number; y: number }[];
}

declare function newGame(): State;
declare function move(state: State, from: string, said: unknown): void;
declare function step(state: State): State;
declare function myInput(): { x: number; y: number };
declare function showEnd(reason: string): void;

const lobby = await Lobby.connect('wss://example.com/lobby');
const code = location.hash.slice(1); // somebody's link
const room = code
  ? await lobby.joinRoom(code, { canHost: true }) // the link's room; ours again if we had a seat in it
  : (await lobby.rejoin({ canHost: true })) ?? // a reload finds its way back
    (await lobby.createRoom({ maxClients: 8 }));
location.hash = room.code; // the link to share

let state = newGame();

room.onMessage((from, data) => {
  const said = JSON.parse(String(data));
  if (room.isHost) move(state, from, said);
  else state = said;
});
room.onHostChange(({ isHost, snapshot }) => {
  if (isHost && snapshot) state = snapshot.snapshot; // also after a reload of the host's own page
});

const timers = [
  setInterval(() => {
    const news = room.isHost ? step(state) : myInput();
    if (room.bufferedAmount < 64_000) room.send(JSON.stringify(news), { channel: 'unreliable' });
  }, 50),
  setInterval(() => room.isHost && room.saveSnapshot(state).catch(() => {}), 1_000),
];
room.on('closed', ({ reason }) => {
  timers.forEach(clearInterval); // left, removed, or over for everybody: nobody tries to come back
  showEnd(reason);
});
