// Asks the server once a second and shows what it says.

import { Plot } from './plot.js';
import { age, bytes, events, rooms } from './table.js';

const EVERY = 1000;
const number = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const count = (value) => number.format(value);
const at = (id) => document.getElementById(id);

const plots = [
  { title: 'Rooms and connections', series: [['rooms', 'rooms'], ['connections', 'connections']] },
  {
    title: 'Messages per second',
    series: [['messagesIn', 'in'], ['messagesOut', 'out'], ['relayed', 'relayed']],
  },
  { title: 'Bytes per second', series: [['bytesIn', 'in'], ['bytesOut', 'out']], format: bytes },
  {
    title: 'Hosts',
    series: [['migrations', 'migrated'], ['hostsRejoined', 'back'], ['hostsLost', 'lost']],
    bars: true,
  },
  {
    title: 'Snapshots and resumes',
    series: [['snapshots', 'saved'], ['resumes', 'resumed']],
    bars: true,
  },
  {
    title: 'Trouble',
    series: [['disconnects', 'lost'], ['rateLimited', 'too fast'], ['refusals', 'refused']],
    bars: true,
  },
].map((plot) => new Plot(at('plots'), { format: count, ...plot }));

function show(data) {
  const { now, totals, history } = data;
  const members = data.rooms.flatMap((room) => room.members);
  const lately = (name) => history[name].at(-1) ?? 0;
  const away = members.filter((member) => !member.connected).length;
  tile('rooms', count(now.rooms), `${count(totals.roomsOpened)} opened so far`);
  tile('connections', count(now.connections), away > 0 ? `${away} away` : 'nobody away');
  tile('messages', `${count(lately('messagesIn'))}/s`, `${count(totals.relayed)} signals relayed so far`);
  const median = data.medianMillisWithoutHost;
  tile('migrations', count(totals.migrations), median === undefined ? 'none so far' : `median ${duration(median)} without host`);
  tile('snapshots', count(totals.snapshots), `${bytes(now.snapshotBytes)} kept`);
  tile('refusals', count(totals.refusals), mostOften(data.refusalsByType));
  plots.forEach((plot) => plot.show(history));
  rooms(at('rooms'), data.rooms);
  at('no-rooms').hidden = data.rooms.length > 0;
  const hidden = now.rooms - data.rooms.length;
  at('rooms-shown').textContent = hidden > 0 ? `${count(hidden)} more are not shown` : '';
  events(at('events'), data.events, data.at);
  at('no-events').hidden = data.events.length > 0;
  pulse('live', `up for ${age(data.upSeconds)}`);
}

function tile(name, value, more) {
  at(`tile-${name}`).textContent = value;
  at(`more-${name}`).textContent = more;
}

function duration(millis) {
  return millis < 1000 ? `${Math.round(millis)} ms` : `${(millis / 1000).toFixed(1)} s`;
}

function mostOften(refusals) {
  const [most] = Object.entries(refusals).sort(([, one], [, other]) => other - one)[0] ?? [];
  return most ? `most often ${most}` : 'none so far';
}

function pulse(state, words) {
  at('pulse').dataset.state = state;
  at('pulse-text').textContent = words;
}

async function look() {
  try {
    const reply = await fetch('/dashboard/data', { cache: 'no-store' });
    show(await reply.json());
  } catch {
    pulse('lost', 'the server does not answer');
  }
  setTimeout(lookWhenSeen, EVERY);
}

function lookWhenSeen() {
  if (document.hidden) {
    document.addEventListener('visibilitychange', lookWhenSeen, { once: true });
  } else {
    look();
  }
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => plots.forEach((plot) => plot.draw()));
look();
