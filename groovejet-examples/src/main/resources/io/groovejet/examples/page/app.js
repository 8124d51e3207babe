// The page: creates, joins and leaves rooms, plays, and keeps what is shown true.

import { codeInAddress, lobbyAddress, plainCode } from './address.js';
import { Arena } from './arena.js';
import { Bots } from './bots.js';
import { Controls } from './controls.js';
import { Game } from './game.js';
import { Lobby } from './client/groovejet.js';
import { Meeting } from './meeting.js';
import { notice } from './notices.js';
import * as panel from './panel.js';
import * as view from './view.js';
import { howToBeTwo, whatHappened, whatNext, whyClosed, whyNot } from './words.js';

const MOST_PEOPLE = 8;
const SAVE_EVERY = 1_000;
const CUT_OFF_FOR = 5_000;
const REPLACED = 4001;
const TOLD = ['joined', 'left', 'linked', 'host'];
const $ = (id) => document.getElementById(id);

let room = null;
let meeting = null;
let game = null;
let parting = '';
let lobbyLost = null;
let isReplaced = false;
let drawnAt = performance.now();

const lobby = new Lobby(lobbyAddress());
const arena = new Arena($('arena'));
const preview = new Arena($('preview'));
const controls = new Controls($('arena'), (event) => arena.place(event));
const bots = new Bots();

lobby.on('status', ({ status, retryInMillis, closeCode }) => {
  const now = performance.now();
  if (status === 'online') lobbyLost = null;
  if (status === 'waiting') lobbyLost = { since: lobbyLost?.since ?? now, retryAt: now + retryInMillis };
  isReplaced = closeCode === REPLACED;
  show();
});

$('create').addEventListener('click', () => {
  enter('create', '', () => lobby.createRoom({ maxClients: MOST_PEOPLE, profile: profile() }));
});
$('join-form').addEventListener('submit', (event) => {
  event.preventDefault();
  join(plainCode($('code').value));
});
$('code').addEventListener('input', () => view.showRefusal(''));
$('leave').addEventListener('click', () => room.leave());
$('drop').addEventListener('click', () => lobby.drop(CUT_OFF_FOR));
$('crash').addEventListener('click', crash);
$('hand-over').addEventListener('click', () => handOver());
$('say-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = $('say').value.trim();
  if (text && meeting?.openLinks.length) meeting.say(text);
  $('say').value = '';
});
$('say').addEventListener('keydown', ({ key }) => key === 'Escape' && $('arena').focus());
$('arena').addEventListener('keydown', ({ key }) => key === 'Enter' && setTimeout(() => $('say').focus()));
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
// Browsers slow down what nobody sees: a host that is hidden lets somebody else be it.
document.addEventListener('visibilitychange', () => document.hidden && handOver());
setInterval(show, 500);
setInterval(save, SAVE_EVERY);
requestAnimationFrame(draw);

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
  enter('join', code, () => lobby.joinRoom(code, { canHost: true, profile: profile() }));
}

function profile() {
  const name = $('name').value.trim();
  return name ? { name } : undefined;
}

async function enter(button, code, how) {
  parting = '';
  view.showRefusal('');
  view.showBusy(button);
  try {
    room = await how();
    game = new Game(room);
    meeting = watched(new Meeting(room));
    room.on('closed', (ending) => part(whyClosed(ending, code)));
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
  room = meeting = game = null;
  parting = why;
  history.replaceState(null, '', location.pathname + location.search);
  document.title = 'groovejet: keep the record';
  view.showHalf('start');
  show();
}

function watched(entered) {
  entered.addEventListener('changed', show);
  entered.addEventListener('said', ({ detail: { clientId, text, isNew } }) => {
    const hue = game?.world.players.find(({ id }) => id === clientId)?.hue;
    panel.showLine(text, {
      name: clientId === entered.us ? 'You' : entered.name(clientId),
      hue,
      from: clientId,
      isOurs: clientId === entered.us,
    });
    if (isNew) arena.say(clientId, text);
  });
  entered.addEventListener('happened', ({ detail: { what, clientId } }) => {
    if (TOLD.includes(what))
      panel.showLine(whatHappened(what, clientId === entered.us ? null : entered.name(clientId)));
  });
  return entered;
}

function handOver() {
  if (room?.isHost && meeting.others.some(({ connected, canHost }) => connected && canHost))
    room.transferHost().catch(() => {});
}

/** Ends this page as if it had died: nobody hears a goodbye, neither the lobby nor the others. */
function crash() {
  addEventListener('pagehide', (event) => event.stopImmediatePropagation(), { capture: true });
  location.replace('crashed.html');
}

function save() {
  if (room?.isHost && room.isOnline)
    room.saveSnapshot({ world: game.world, lines: meeting.lines }).catch(() => {});
}

function draw(now) {
  requestAnimationFrame(draw);
  const seconds = (now - drawnAt) / 1_000;
  drawnAt = now;
  if (game) drawGame(seconds);
  else if (document.body.dataset.view === 'start') drawBots(seconds);
}

function drawGame(seconds) {
  const players = game.shown(seconds);
  game.steer(controls.wish(players.find(({ id }) => id === room.clientId)));
  arena.draw({
    world: game.world,
    players,
    names: (id) => meeting.name(id),
    us: room.clientId,
    hostId: room.hostId,
    words: words(players),
    seconds,
  });
  panel.showScores(game.world);
}

/** What the arena itself has to say. */
function words(players) {
  if (meeting.waitsFor) return whatNext(meeting.waitsFor, meeting.awaited);
  if (players.filter(({ here }) => here).length !== 1) return null;
  return ['It takes two', howToBeTwo(meeting.others.map(({ clientId }) => meeting.name(clientId)))];
}

function drawBots(seconds) {
  bots.step(seconds);
  preview.draw({
    world: bots.world,
    players: bots.world.players,
    names: (id) => bots.name(id),
    us: null,
    hostId: 'a',
    seconds,
  });
}

/** Shows everything as it is now; called whenever something may have changed. */
function show() {
  view.showLobby(lobby.status);
  view.showNotice(notice({ status: lobby.status, isReplaced, lobbyLost, meeting, parting }));
  if (!room?.code) return;
  if (location.hash !== `#${room.code}`) history.replaceState(null, '', `#${room.code}`);
  view.showHalf('room');
  panel.show(meeting, game, location.href);
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
