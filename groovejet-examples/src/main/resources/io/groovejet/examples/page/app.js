// The page: creates, joins and leaves rooms, and keeps what is shown true.

import { Lobby } from './groovejet/groovejet.js';
import { Meeting } from './meeting.js';
import { person } from './names.js';
import * as view from './view.js';
import { remaining, whatHappened, whyClosed, whyNot } from './words.js';

const MOST_PEOPLE = 8;
const BLIP = 800;
const REPLACED = 4001;
const TOLD = ['joined', 'left', 'linked', 'host'];
const $ = (id) => document.getElementById(id);

let room = null;
let parting = '';
let lobbyLost = null;
let isReplaced = false;

const lobby = new Lobby(lobbyAddress());

lobby.on('status', ({ status, retryInMillis, closeCode }) => {
  const now = performance.now();
  if (status === 'online') lobbyLost = null;
  if (status === 'waiting') lobbyLost = { since: lobbyLost?.since ?? now, retryAt: now + retryInMillis };
  isReplaced = closeCode === REPLACED;
  show();
});

$('create').addEventListener('click', () => {
  enter('create', '', () => lobby.createRoom({ maxClients: MOST_PEOPLE }));
});
$('join-form').addEventListener('submit', (event) => {
  event.preventDefault();
  join(plainCode($('code').value));
});
$('code').addEventListener('input', () => view.showRefusal(''));
$('leave').addEventListener('click', () => room.leave());
$('say-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = $('say').value.trim();
  if (!text || !room?.openLinks.length) return;
  room.say(text);
  $('say').value = '';
});
$('copy').addEventListener('click', () => copy($('share-link')));
$('share-link').addEventListener('focus', () => $('share-link').select());
$('notice-action').addEventListener('click', () => {
  lobby.reconnect();
  if (isReplaced) goBack();
});
addEventListener('hashchange', () => {
  const code = codeInAddress();
  if (!code || code === room?.code) return;
  room?.leave();
  join(code);
});
setInterval(show, 500);
setInterval(view.showExample, 2_600);

begin();

/** A link leads into its room, a reload back into ours, and everything else to the door. */
function begin() {
  view.showLobby(lobby.status);
  const code = codeInAddress();
  if (lobby.lastRoomCode && (!code || code === lobby.lastRoomCode)) goBack();
  else if (code) join(code);
  else view.showHalf('start');
}

function goBack() {
  const code = lobby.lastRoomCode;
  view.showLoading(`Going back to room ${code.toUpperCase()} …`);
  enter('join', code, () => lobby.rejoin({ canHost: true }));
}

function join(code) {
  if (!code) return view.showRefusal(whyNot({ code: 'missingRoomCode' }));
  view.showLoading(`Joining room ${code.toUpperCase()} …`);
  enter('join', code, () => lobby.joinRoom(code, { canHost: true }));
}

async function enter(button, code, how) {
  parting = '';
  view.showRefusal('');
  view.showBusy(button);
  try {
    const entered = await how();
    room = watched(new Meeting(entered));
    entered.on('closed', (ending) => part(whyClosed(ending, entered.code)));
    show();
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
    view.showLine(text, clientId, entered.us);
    const ours = clientId === entered.us;
    for (const other of entered.others)
      if (ours || other.clientId === clientId) view.showPulse(other.clientId, ours);
  });
  entered.addEventListener('happened', ({ detail: { what, clientId } }) => {
    if (TOLD.includes(what))
      view.showLine(whatHappened(what, clientId === entered.us ? null : person(clientId).name));
    if (what === 'linked') view.inviteToTalk();
  });
  entered.addEventListener('measured', ({ detail: { latency } }) => view.showLatency(latency));
  return entered;
}

/** Shows everything as it is now; called whenever something may have changed. */
function show() {
  view.showLobby(lobby.status);
  view.showNotice(notice());
  if (!room) return;
  if (location.hash !== `#${room.code}`) history.replaceState(null, '', `#${room.code}`);
  view.showRoom(room, lobby.status, location.href);
}

function notice() {
  const now = performance.now();
  if (isReplaced) return { words: 'This room is open in another tab now.', action: 'Use it here' };
  if (lobbyLost && now - lobbyLost.since > BLIP) {
    const goOn = room?.openLinks.length ? ' Your direct link does not need it: just go on talking.' : '';
    const wait = lobbyLost.retryAt - now;
    const countdown =
      lobby.status === 'waiting' && wait > 0 ? `Next try in ${remaining(wait)}.` : 'Trying now.';
    return { words: `The lobby cannot be reached.${goOn}`, countdown, kind: 'warning', action: 'Try now' };
  }
  if (room?.hostAwayUntil) {
    const wait = room.hostAwayUntil - now;
    const words = 'The host lost its connection. Whoever is chosen next goes on.';
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
