// What stands beside the arena: the code and its link, the players, the talk, and how it stands with everything.

import { person } from './names.js';
import { qrCode } from './qr.js';
import { milliseconds } from './words.js';
import { GOAL } from './world.js';

const LONGEST_LOG = 200;
const QUIET_ZONE = 2;
const LINK = { open: 'open', lost: 'reconnecting', none: 'nobody yet', connecting: 'connecting' };
const $ = (id) => document.getElementById(id);

/** Everything about a room that does not move all the time. */
export function show(meeting, game, link) {
  if ($('share-link').value !== link) showCode(meeting.code, link);
  showPeople(meeting, game.world);
  showStrip(meeting, game.saved);
}

/** What moves all the time: who has how much. */
export function showScores({ players, record }) {
  for (const { id, score, wins } of players) {
    const item = document.getElementById(`player-${id}`);
    if (!item) continue;
    item.toggleAttribute('data-holder', record.holder === id);
    write(item.querySelector('.score'), String(Math.floor(score)));
    write(item.querySelector('.wins'), wins ? '★'.repeat(Math.min(wins, 5)) : '');
    item.querySelector('.bar').setAttribute('width', String((score / GOAL) * 100));
  }
}

/** A line in the talk: what somebody said, or, with nothing but words, what happened. */
export function showLine(text, said) {
  const line = document.createElement('li');
  line.className = 'event';
  if (said) {
    line.className = `said hue-${said.hue ?? person(said.from).hue} ${said.isOurs ? 'ours' : 'theirs'}`;
    line.append(textIn('bdi', 'by', said.name));
  }
  line.append(textIn('bdi', 'text', text));
  $('lines').append(line);
  while ($('lines').children.length > LONGEST_LOG) $('lines').firstElementChild.remove();
  if (said?.isOurs) $('log').scrollTop = 0; // its end, from which it is laid out
}

/** The field for our own name, with the one we have; null hides it. */
export function showRenaming(name) {
  $('rename-form').hidden = name === null;
  $('new-name').value = name ?? '';
  if (name === null) $('arena').focus();
  else $('new-name').select();
}

export async function copyLink() {
  try {
    await navigator.clipboard.writeText($('share-link').value);
  } catch {
    $('share-link').select();
    document.execCommand('copy');
  }
  $('copy-words').textContent = 'Copied';
  setTimeout(() => ($('copy-words').textContent = 'Copy'), 2_000);
}

function showCode(code, link) {
  $('room-code').replaceChildren(...[...code].map((letter) => textIn('span', 'letter', letter)));
  $('room-code').style.setProperty('--letters', code.length);
  $('share-link').value = link;
  $('lines').replaceChildren();
  document.title = `${code.toUpperCase()} · groovejet`;
  showQr(qrCode(link));
}

function showQr(rows) {
  $('qr').toggleAttribute('hidden', !rows);
  if (!rows) return;
  const size = rows.length + 2 * QUIET_ZONE;
  const dark = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
  $('qr').setAttribute('viewBox', `${-QUIET_ZONE} ${-QUIET_ZONE} ${size} ${size}`);
  $('qr').firstElementChild.setAttribute('d', dark.join(''));
}

function showPeople(meeting, world) {
  const everybody = [ourselves(meeting), ...meeting.others.map((other) => theirs(meeting, other))].map(
    (one) => ({
      ...one,
      hue: world.players.find(({ id }) => id === one.clientId)?.hue ?? person(one.clientId).hue,
    }),
  );
  const shown = JSON.stringify(everybody.map(({ detail, ...lasting }) => lasting));
  const list = $('people');
  if (list.dataset.shown !== shown) {
    list.dataset.shown = shown;
    list.replaceChildren(...everybody.map(row));
    showScores(world);
  }
  everybody.forEach(({ detail }, i) => write(list.children[i].querySelector('.detail'), detail));
}

function ourselves(meeting) {
  const about = { clientId: meeting.us, name: meeting.name(meeting.us), you: '(you)' };
  return { ...about, role: meeting.weAreHost ? 'host' : '', state: 'us', detail: '' };
}

function theirs(meeting, { clientId, isHost, connected }) {
  const link = meeting.linkTo(clientId);
  const about = { clientId, name: meeting.name(clientId), role: isHost ? 'host' : '' };
  if (link?.state === 'open') return { ...about, state: 'open', detail: milliseconds(link.roundTripMillis) };
  if (!connected) return { ...about, state: 'away', detail: 'away' };
  if (!meeting.weAreHost && !isHost) return { ...about, state: 'there', detail: '' };
  return {
    ...about,
    state: 'connecting',
    detail: link?.state === 'interrupted' ? 'reconnecting' : 'connecting',
  };
}

function row({ clientId, name, you = '', role, hue, state }) {
  const item = document.createElement('li');
  item.id = `player-${clientId}`;
  item.className = `person hue-${hue}`;
  item.dataset.clientId = clientId;
  item.dataset.state = state;
  const words = [
    ['you', you],
    ['role', role],
    ['wins', ''],
    ['detail', ''],
    ['score', '0'],
  ].map(([kind, text]) => textIn('span', kind, text));
  item.append(textIn('bdi', 'name', name), ...words, bar());
  return item;
}

function bar() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 100 4');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, width] of [
    ['track', 100],
    ['bar', 0],
  ]) {
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    rect.setAttribute('class', name);
    rect.setAttribute('width', String(width));
    rect.setAttribute('height', '4');
    svg.append(rect);
  }
  return svg;
}

function showStrip(meeting, saved) {
  const open = meeting.openLinks;
  const away = !meeting.weAreHost ? 'host away' : meeting.others.length > 1 ? 'guests away' : 'guest away';
  $('link').dataset.state = meeting.linkState;
  write($('link'), open.length > 1 ? `${open.length} open` : (LINK[meeting.linkState] ?? away));
  const latencies = open.map(({ roundTripMillis }) => roundTripMillis).filter((latency) => latency !== null);
  write($('latency'), latencies.length ? milliseconds(Math.max(...latencies)) : '–');
  write($('epoch'), String(meeting.epoch));
  write($('saved'), saved ? `#${saved}` : '–');
  $('hand-over').disabled = !meeting.weAreHost || !meeting.others.some(({ connected }) => connected);
  $('say').disabled = $('send').disabled = !open.length;
  $('say').placeholder = open.length ? 'Say something' : 'Not linked yet';
}

/** Writes only what is different, for assistive technology reads it out. */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function textIn(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
