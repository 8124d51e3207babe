// The table of rooms and the list of events.

const STATES = {
  hosted: 'hosted',
  handingOver: 'handing over',
  waiting: 'host away',
  appointing: 'asking a new host',
  hostless: 'without host',
  unclaimed: 'unclaimed',
};

const EVENTS = {
  roomOpened: ['Room opened', 'good'],
  roomClosed: ['Room closed', ''],
  clientJoined: ['Joined', ''],
  clientLeft: ['Left', ''],
  clientDisconnected: ['Connection lost', 'warn'],
  clientReconnected: ['Back again', 'good'],
  hostLost: ['Host lost', 'bad'],
  hostRejoined: ['Host is back', 'good'],
  hostAppointed: ['Asked to host', 'warn'],
  hostClaimed: ['Room claimed', 'good'],
  hostMigrated: ['New host', 'good'],
  identityResumed: ['Identity resumed', ''],
  refused: ['Refused', 'bad'],
  rateLimited: ['Too many messages', 'bad'],
  eventsMissed: ['Events missed', 'bad'],
};

export function age(seconds) {
  if (seconds < 90) {
    return `${seconds} s`;
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

export function bytes(count) {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = count < 1 ? 0 : Math.min(3, Math.floor(Math.log10(count) / 3));
  const value = count / 1000 ** power;
  const rounded = power > 0 && value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  return `${rounded} ${units[power]}`;
}

export function rooms(parent, list) {
  parent.replaceChildren(...list.map(row));
}

export function events(parent, list, now) {
  parent.replaceChildren(...list.map((event) => entry(event, now)));
}

function row(room) {
  const tr = document.createElement('tr');
  const state = text('span', STATES[room.state] ?? room.state, 'state');
  state.dataset.state = room.state;
  const snapshot = room.snapshot
    ? `v${room.snapshot.version}, ${age(room.snapshot.ageSeconds)} ago, ${bytes(room.snapshot.sizeBytes)}`
    : '–';
  const members = cell('members');
  members.append(...room.members.map(member), text('span', `of ${room.seats}`, 'more'));
  const states = cell('');
  states.append(state);
  tr.append(
    cell('number', room.number),
    cell('code', room.room),
    cell('', age(room.ageSeconds)),
    states,
    cell('epoch', room.epoch),
    members,
    cell('soft', snapshot),
  );
  return tr;
}

function member(client) {
  const chip = text('span', client.client, 'member');
  if (client.host) {
    chip.dataset.host = '';
    chip.title = 'host';
  }
  if (!client.connected) {
    chip.dataset.away = '';
    chip.title = `away for ${age(client.awaySeconds)}`;
  }
  return chip;
}

function entry(event, now) {
  const [what, tone] = EVENTS[event.event] ?? [event.event, ''];
  const li = document.createElement('li');
  li.dataset.tone = tone;
  const time = text('time', age(Math.max(0, Math.round((now - event.at) / 1000))));
  time.dateTime = new Date(event.at).toISOString();
  time.title = new Date(event.at).toLocaleTimeString();
  const detail = text('span', '', 'detail');
  const names = [event.room?.toUpperCase(), event.client].filter(Boolean).join(' · ');
  detail.append(text('span', names, 'names'), names && event.detail ? ' · ' : '', event.detail);
  li.append(time, text('span', what, 'what'), detail);
  return li;
}

function cell(className, content = '') {
  return text('td', content, className);
}

function text(tag, content, className = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = content;
  return element;
}
