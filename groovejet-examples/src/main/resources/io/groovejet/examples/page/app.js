// The page: creates, joins and leaves rooms, plays, and keeps what is shown true.

import { codeInAddress, lobbyAddress, plainCode } from './address.js';
import { Game } from './game.js';
import { Knocking } from './knocking.js';
import { Lobby } from './client/groovejet.js';
import { Meeting } from './meeting.js';
import { notice } from './notices.js';
import * as panel from './panel.js';
import { playerOfThisTab } from './player.js';
import { Stage } from './stage.js';
import * as view from './view.js';
import { whatHappened, whyClosed, whyKnocking, whyNot } from './words.js';

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

const { store, wasHere } = await playerOfThisTab((one) => one.getItem('room') === codeInAddress());
const lobby = new Lobby(lobbyAddress(), { store });
const stage = new Stage($('arena'), $('preview'));
const knocking = new Knocking(enterAsGuest);

lobby.on('status', ({ status, retryInMillis, closeCode }) => {
  const now = performance.now();
  if (status === 'online') lobbyLost = null;
  if (status === 'waiting') lobbyLost = { since: lobbyLost?.since ?? now, retryAt: now + retryInMillis };
  isReplaced = closeCode === REPLACED;
  show();
});

$('create').addEventListener('click', () => {
  knocking.stop();
  enter('create', '', () => lobby.createRoom({ maxClients: MOST_PEOPLE, profile: profile() }));
});
$('join-form').addEventListener('submit', (event) => {
  event.preventDefault();
  join(plainCode($('code').value));
});
$('code').addEventListener('input', stopKnocking);
$('stop').addEventListener('click', stopKnocking);
$('name').addEventListener('keydown', ({ key }) => {
  if (key === 'Enter') $($('code').value.trim() ? 'join' : 'create').click();
});
$('rename').addEventListener('click', () => panel.showRenaming(meeting.name(meeting.us)));
$('rename-form').addEventListener('submit', (event) => {
  event.preventDefault();
  $('name').value = $('new-name').value.trim();
  remember('name', $('name').value);
  meeting.callUs($('name').value);
  panel.showRenaming(null);
});
$('rename-form').addEventListener('keydown', ({ key }) => key === 'Escape' && panel.showRenaming(null));
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
$('copy').addEventListener('click', panel.copyLink);
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
  $('name').value = store?.getItem('name') ?? '';
  if (wasHere && lobby.lastRoomCode && (!code || code === lobby.lastRoomCode)) goBack();
  else if (code) join(code);
  else view.showHalf('start');
}

function goBack() {
  const code = lobby.lastRoomCode;
  view.showLoading(`Going back to room ${code.toUpperCase()} …`);
  enterAsGuest(code);
}

function join(code) {
  knocking.stop();
  if (!code) return view.showRefusal(whyNot({ code: 'missingRoomCode' }, code));
  view.showLoading(`Joining room ${code.toUpperCase()} …`);
  enterAsGuest(code);
}

function enterAsGuest(code) {
  enter('join', code, () => lobby.joinRoom(code, { canHost: true, profile: profile() }));
}

function stopKnocking() {
  knocking.stop();
  view.showRefusal('');
}

function profile() {
  const name = $('name').value.trim();
  remember('name', name);
  return name ? { name } : undefined;
}

function remember(what, text) {
  try {
    store?.setItem(what, text);
  } catch {
    // forgotten when this page ends
  }
}

async function enter(button, code, how) {
  parting = '';
  if (!knocking.isOn) view.showRefusal('');
  view.showBusy(button);
  try {
    room = await how();
    game = new Game(room);
    meeting = watched(new Meeting(room));
    room.on('closed', (ending) => part(whyClosed(ending, code)));
    knocking.stop();
    remember('room', room.code);
    if (!$('name').value.trim()) meeting.standOut();
    show();
  } catch (error) {
    part('');
    $('code').value = code.toUpperCase();
    const isKnocking = error.code === 'roomFull' && knocking.wasFull(code);
    if (!isKnocking) knocking.stop();
    view.showRefusal(isKnocking ? whyKnocking() : whyNot(error, code), isKnocking);
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
    if (isNew) stage.say(clientId, text);
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
  stage.draw(now, { room, meeting, game });
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
