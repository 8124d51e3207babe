// The page: creates, joins and leaves rooms, and keeps what is shown true.

import { Lobby } from './lobby.js';
import { memory } from './memory.js';
import { person } from './names.js';
import { Room } from './room.js';
import * as view from './view.js';
import { remaining, whatHappened, whyClosed, whyNoWayBack, whyNot, whyRemoved } from './words.js';

const MOST_PEOPLE = 8;
const BLIP = 800;
const TOLD = ['joined', 'left', 'linked'];
const $ = (id) => document.getElementById(id);

let room = null;
let parting = '';
let lobbyLost = null;

if (codeInAddress() && codeInAddress() !== memory.seat?.roomCode) memory.seat = null;
const lobby = new Lobby(lobbyAddress(), memory);

lobby.addEventListener('status', ({ detail: { status, retryInMillis = 0 } }) => {
  const now = performance.now();
  if (status === 'online') lobbyLost = null;
  if (status === 'waiting') lobbyLost = { since: lobbyLost?.since ?? now, retryAt: now + retryInMillis };
  show();
});
lobby.addEventListener('roomLost', ({ detail: { error } }) =>
  part(whyNoWayBack(error, room.code ?? codeInAddress())),
);
lobby.addEventListener('roomClosed', ({ detail }) => part(whyClosed(detail)));
lobby.addEventListener('removedFromRoom', ({ detail }) => part(whyRemoved(detail)));

$('create').addEventListener('click', () => {
  enter('create', '', () => lobby.createRoom({ maxClients: MOST_PEOPLE, hostMigration: 'off' }));
});
$('join-form').addEventListener('submit', (event) => {
  event.preventDefault();
  join(plainCode($('code').value));
});
$('code').addEventListener('input', () => view.showRefusal(''));
$('leave').addEventListener('click', () => {
  part('');
  lobby.leaveRoom();
});
$('say-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = $('say').value.trim();
  if (!text || !room?.openLinks.length) return;
  room.say(text);
  $('say').value = '';
});
$('copy').addEventListener('click', () => copy($('share-link')));
$('share-link').addEventListener('focus', () => $('share-link').select());
$('notice-action').addEventListener('click', () => lobby.connect());
addEventListener('online', () => lobby.status === 'waiting' && lobby.connect());
addEventListener('hashchange', () => {
  const code = codeInAddress();
  if (!code || code === room?.code) return;
  if (room) {
    part('');
    lobby.leaveRoom();
  }
  join(code);
});
setInterval(show, 500);
setInterval(view.showExample, 2_600);

begin();

/** A link leads into its room, a reload back into ours, and everything else to the door. */
function begin() {
  view.showLobby(lobby.status);
  if (memory.seat) {
    view.showLoading(`Going back to room ${memory.seat.roomCode.toUpperCase()} …`);
    room = watched(new Room(lobby));
    lobby.connect();
  } else if (codeInAddress()) {
    view.showLoading(`Joining room ${codeInAddress().toUpperCase()} …`);
    join(codeInAddress());
  } else {
    view.showHalf('start');
    lobby.connect();
  }
}

function join(code) {
  if (code) enter('join', code, () => lobby.joinRoom(code));
  else view.showRefusal(whyNot({ type: 'missingRoomCode' }));
}

async function enter(button, code, how) {
  parting = '';
  view.showRefusal('');
  view.showBusy(button);
  room = watched(new Room(lobby));
  try {
    await how();
  } catch (error) {
    part('');
    $('code').value = code.toUpperCase();
    view.showRefusal(whyNot(error, code));
  } finally {
    view.showBusy(null);
  }
}

/** Back to the door, saying why. */
function part(why) {
  room?.close();
  room = null;
  parting = why;
  history.replaceState(null, '', location.pathname + location.search);
  document.title = 'groovejet: two browsers meet';
  view.showHalf('start');
  show();
}

function watched(entered) {
  entered.addEventListener('changed', show);
  entered.addEventListener('said', ({ detail: { clientId, text } }) => {
    view.showLine(text, clientId, lobby.clientId);
    const ours = clientId === lobby.clientId;
    for (const other of entered.others)
      if (ours || other.clientId === clientId) view.showPulse(other.clientId, ours);
  });
  entered.addEventListener('happened', ({ detail: { what, clientId } }) => {
    if (TOLD.includes(what)) view.showLine(whatHappened(what, person(clientId).name));
    if (what === 'linked') view.inviteToTalk();
  });
  entered.addEventListener('measured', ({ detail: { latency } }) => view.showLatency(latency));
  return entered;
}

/** Shows everything as it is now; called whenever something may have changed. */
function show() {
  view.showLobby(lobby.status);
  view.showNotice(notice());
  if (!room?.code) return;
  if (location.hash !== `#${room.code}`) history.replaceState(null, '', `#${room.code}`);
  view.showRoom(room, lobby, location.href);
}

function notice() {
  const now = performance.now();
  if (lobby.status === 'replaced')
    return { words: 'This room is open in another tab now.', action: 'Use it here' };
  if (lobbyLost && now - lobbyLost.since > BLIP) {
    const goOn = room?.openLinks.length ? ' Your direct link does not need it: just go on talking.' : '';
    const wait = lobbyLost.retryAt - now;
    const countdown =
      lobby.status === 'waiting' && wait > 0 ? `Next try in ${remaining(wait)}.` : 'Trying now.';
    return { words: `The lobby cannot be reached.${goOn}`, countdown, kind: 'warning', action: 'Try now' };
  }
  if (room?.hostAwayUntil) {
    const wait = room.hostAwayUntil - now;
    const words = 'The host lost its connection. As soon as it is back you are linked again.';
    return { words, countdown: wait > 0 ? `The room waits ${remaining(wait)} more.` : '', kind: 'warning' };
  }
  if (room?.isHardToLink) {
    return {
      words:
        'No direct link yet: something between the two browsers, perhaps a firewall, keeps them apart. Still trying.',
      kind: 'warning',
    };
  }
  return { words: parting };
}

async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    document.execCommand('copy');
  }
  $('copy-words').textContent = 'Copied';
  setTimeout(() => ($('copy-words').textContent = 'Copy'), 2_000);
}

function codeInAddress() {
  return plainCode(location.hash);
}

/** What people type, paste or send: a code in any case and spacing, or the whole link. */
function plainCode(text) {
  return decoded(text.slice(text.lastIndexOf('#') + 1))
    .replace(/[\s-]/g, '')
    .slice(0, 32)
    .toLowerCase();
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function lobbyAddress() {
  const address = new URL('.', location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  return address.href;
}
