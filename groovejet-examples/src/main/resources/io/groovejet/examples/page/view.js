// What stands on the page. Knows its elements and nothing of lobbies; strangers' words only ever become text.

import { person } from './names.js';
import { Stage } from './stage.js';
import { milliseconds } from './words.js';

const LONGEST_LOG = 500;
const SAMPLES = 40;

const $ = (id) => document.getElementById(id);
const stages = { start: new Stage($('start-stage')), room: new Stage($('stage')) };
const samples = [];

const SIGNALING = {
  connecting: 'connecting',
  online: 'connected',
  waiting: 'reconnecting',
  stopped: 'not connected',
  closed: 'not connected',
};

/** Shows one of the two halves of the page, and tells assistive technology where we are. */
export function showHalf(name) {
  if (document.body.dataset.view === name) return;
  const first = document.body.dataset.view === 'loading';
  document.body.dataset.view = name;
  $('start').hidden = name !== 'start';
  $('room').hidden = name !== 'room';
  $('loading').hidden = true;
  if (name === 'room') {
    $('lines').replaceChildren();
    samples.length = 0;
    drawSamples();
  }
  if (name === 'start' && matchMedia('(pointer: fine)').matches) $('code').focus();
  else if (!first) $(`${name}-title`).focus();
}

/** Which lobby status the corner of the page and the drawing show. */
export function showLobby(status) {
  $('signaling').dataset.state = status;
  $('signaling-words').textContent = SIGNALING[status];
  stages.start.show({
    lobby: status,
    us: { name: 'you', hue: 0 },
    others: [{ clientId: 'friend', name: 'your friend', hue: 4, link: 'open', there: true, label: 'direct' }],
    words: 'You and your friend both reach the lobby, and have a direct link to each other.',
  });
}

/** A sentence above everything, perhaps with a countdown and with a button; no words hide it. */
export function showNotice({ words = '', countdown = '', kind = 'info', action = '' } = {}) {
  if ($('notice-words').textContent !== words) $('notice-words').textContent = words;
  $('notice-countdown').textContent = countdown;
  $('notice').hidden = !words;
  $('notice').dataset.kind = kind;
  $('notice-action').hidden = !action;
  $('notice-action').textContent = action;
}

/** What we are doing before there is anything to see. */
export function showLoading(words) {
  $('loading').textContent = words;
}

/** Why creating or joining did not work. */
export function showRefusal(words) {
  $('start-error').textContent = words;
  $('code').setAttribute('aria-invalid', String(Boolean(words)));
}

/** While we wait for the lobby nothing can be pressed twice. */
export function showBusy(button) {
  for (const id of ['create', 'join']) {
    $(id).disabled = Boolean(button);
    $(id).toggleAttribute('data-busy', id === button);
  }
}

/** Everything about a room that is not talk. */
export function showRoom(room, status, link) {
  showHalf('room');
  if ($('room-code').textContent !== room.code) showCode(room.code, link);
  showPeople(room, room.us);
  showStage(room, room.us, status);
  showLink(room);
}

/** Now that there is somebody to talk to: the cursor goes where one talks, unless it is busy elsewhere. */
export function inviteToTalk() {
  const isFree = [document.body, $('room-title'), $('copy')].includes(document.activeElement);
  $('say').disabled = false;
  if (isFree && matchMedia('(pointer: fine)').matches) $('say').focus();
}

/** A line in the chat: what somebody said, or, without a client id, what happened. */
export function showLine(text, clientId, us) {
  const log = $('log');
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  const line = document.createElement('li');
  if (!clientId) line.className = 'event';
  else {
    const { name, hue } = person(clientId);
    line.className = `said hue-${hue} ${clientId === us ? 'ours' : 'theirs'}`;
    if ($('lines').lastElementChild?.dataset.from !== clientId)
      line.append(textIn('span', 'by', clientId === us ? 'You' : name));
    line.dataset.from = clientId;
  }
  line.append(textIn('span', 'text', text));
  $('lines').append(line);
  while ($('lines').children.length > LONGEST_LOG) $('lines').firstElementChild.remove();
  if (atEnd || clientId === us) log.scrollTop = log.scrollHeight;
}

/** Lets a message be seen travelling. */
export function showPulse(clientId, outwards) {
  stages.room.pulse(clientId, outwards);
}

/** On the first half the drawing is only there to explain. */
export function showExample() {
  if (document.body.dataset.view === 'start' && !document.hidden)
    stages.start.pulse('friend', Math.random() < 0.5);
}

function showCode(code, link) {
  $('room-code').replaceChildren(...[...code].map((letter) => textIn('span', 'letter', letter)));
  $('room-code').style.setProperty('--letters', code.length);
  $('share-link').value = link;
  document.title = `${code.toUpperCase()} · groovejet`;
}

function showPeople(room, us) {
  const { name, hue } = person(us);
  const ourselves = {
    clientId: us,
    name: `${name} (you)`,
    hue,
    role: room.weAreHost ? 'host' : '',
    state: 'us',
  };
  const everybody = [
    ourselves,
    ...room.others.map((other) => ({ ...other, ...person(other.clientId), ...standing(room, other) })),
  ];
  const shown = JSON.stringify(everybody.map(({ clientId, role, state }) => [clientId, role, state]));
  const list = $('people');
  if (list.dataset.shown !== shown) {
    list.dataset.shown = shown;
    list.replaceChildren(...everybody.map(chip));
  }
  everybody.forEach(
    ({ detail }, i) => (list.children[i].querySelector('.detail').textContent = detail ?? ''),
  );
}

function chip({ clientId, name, hue, role, state }) {
  const item = document.createElement('li');
  item.className = `person hue-${hue}`;
  item.dataset.clientId = clientId;
  item.dataset.state = state;
  item.append(textIn('span', 'name', name), textIn('span', 'role', role), textIn('span', 'detail', ''));
  return item;
}

function standing(room, { clientId, isHost, connected }) {
  const link = room.linkTo(clientId);
  const role = isHost ? 'host' : '';
  if (!room.weAreHost && !isHost)
    return { role, state: connected ? 'there' : 'away', detail: connected ? '' : 'away' };
  if (link?.state === 'open') return { role, state: 'open', detail: milliseconds(link.roundTripMillis) };
  if (!connected) return { role, state: 'away', detail: 'away' };
  return {
    role,
    state: link?.state ?? 'connecting',
    detail: link?.state === 'interrupted' ? 'reconnecting' : 'connecting',
  };
}

function showStage(room, us, status) {
  const linked = room.weAreHost ? room.others : room.others.filter(({ isHost }) => isHost);
  const others = linked.map(({ clientId, connected }) => {
    const link = room.linkTo(clientId);
    const label = link?.state === 'open' ? milliseconds(link.roundTripMillis) : '';
    return { clientId, ...person(clientId), there: connected, link: link?.state ?? 'none', label };
  });
  const words =
    others.map(({ name, link }) => `${name}: direct link ${link}`).join('; ') || 'Nobody else is here yet';
  stages.room.show({
    lobby: status,
    us: { ...person(us), name: 'you' },
    others,
    words: `The lobby is ${SIGNALING[status]}. ${words}.`,
  });
}

function showLink(room) {
  const open = room.openLinks;
  const words = {
    open: open.length > 1 ? `${open.length} open` : 'open',
    connecting: 'connecting',
    lost: 'lost, trying again',
    none: 'nobody here yet',
    away: room.weAreHost ? 'your guest is away' : 'the host is away',
  };
  $('link').dataset.state = $('room').dataset.link = room.linkState;
  $('link').textContent = words[room.linkState];
  $('say').disabled = $('send').disabled = !open.length;
  $('say').placeholder = open.length ? 'Say something' : 'Not linked yet';
  const latencies = open.map(({ roundTripMillis }) => roundTripMillis).filter((latency) => latency !== null);
  $('saved').textContent = room.saved ? `#${room.saved}` : '–';
  $('latency').textContent = latencies.length ? milliseconds(Math.max(...latencies)) : '–';
}

/** A new measurement for the small curve, in which a single slow one does not flatten all others. */
export function showLatency(latency) {
  samples.push(latency);
  if (samples.length > SAMPLES) samples.shift();
  drawSamples();
}

function drawSamples() {
  const usual = [...samples].sort((a, b) => a - b)[Math.floor(samples.length * 0.8)];
  const top = Math.max(2, usual * 1.6);
  const points = samples.map(
    (sample, i) => `${(i * 80) / (SAMPLES - 1)},${22 - Math.min(1, sample / top) * 20}`,
  );
  $('sparkline').firstElementChild.setAttribute('points', points.join(' '));
}

function textIn(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
