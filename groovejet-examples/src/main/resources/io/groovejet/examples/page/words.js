// What the lobby refuses and reports, in plain words.

/** Why we are not in the room with that code. */
export function whyNot({ code: type, data }, code = '') {
  const words = {
    noRoomFound: `There is no room with the code ${code.toUpperCase()}. Check the letters, or ask for a new link: a room ends when everybody has left it.`,
    missingRoomCode: 'Type the room code first. Whoever made the room can see it.',
    hostDisconnected: `The host of this room is away at the moment. Try again ${soon(data?.retryAfterMillis)}.`,
    hostAlreadyExists: 'This room already has a host.',
    roomFull: 'This room is full.',
    roomLocked: 'This room is locked: nobody new is let in.',
    wrongPassword: 'This room asks for a password, which this page does not know.',
    banned: 'You were removed from this room and cannot come back.',
    rateLimited: 'Too many tries from your network. Wait a few minutes, then try again.',
    tooManyRooms: 'Your network has too many rooms open already. Leave one of them first.',
    serverDraining: 'The lobby is about to restart. Try again in a few seconds.',
    disconnected: 'The lobby cannot be reached. Is the server running, and are you online?',
    timeout: 'The lobby did not answer. Try again in a moment.',
  };
  return words[type] ?? 'Something went wrong in the lobby. Try again in a moment.';
}

/** Why we are not in a full room yet. */
export function whyKnocking() {
  return 'This room is full. Somebody in it may be cut off: such a seat becomes free within 30\u00a0s. Trying again\u00a0…';
}

/** Why a room ended under us; nothing where we know. */
export function whyClosed({ reason, detail, error }, code) {
  const words = {
    left: '',
    stopped: '',
    closed: 'The host closed the room.',
    hostTimeout: 'The host did not come back, so the room was closed.',
    hostLeft: 'The host left, and the room with it.',
    server: 'The server closed the room.',
    removed: 'The host removed you from the room.',
    banned: 'The host removed you from the room for good.',
  };
  if (error) return whyNoWayBack(error, code);
  return [words[reason] ?? 'The room was closed.', detail].filter(Boolean).join(' ');
}

function whyNoWayBack(error, code) {
  if (error.code === 'noRoomFound') {
    return `The room ${code.toUpperCase()} is gone: it ended while you were away, or the server started anew.`;
  }
  return whyNot(error, code);
}

/** What has to happen before the game goes on: a headline, and what becomes of it. */
export function whatNext(waitsFor, name) {
  const who = name ?? 'the host';
  return {
    host: [`Waiting for ${who}`, 'If the host stays away, somebody else takes over.'],
    successor:
      name === 'you'
        ? ['You are the next host', 'The game goes on here in a moment.']
        : [`${name ?? 'Somebody else'} is the next host`, 'The game goes on in a moment.'],
    volunteer: ['Nobody can be host', 'The game goes on as soon as somebody comes back who can.'],
    link: [`Connecting to ${who}`, 'The browsers are finding a way to each other.'],
  }[waitsFor];
}

/** What to do about being alone in a room with these members. */
export function howToBeTwo([one, ...more]) {
  if (!one) return 'Share the code, or open a second window.';
  return more.length ? 'The others are away. Their seats are kept.' : `${one} is away. The seat is kept.`;
}

/** For whoever has not moved yet: a headline, and how. */
export function howToMove(isByFinger) {
  const how = isByFinger ? 'Hold a finger where you want to go.' : 'Use the arrow keys, or hold the mouse.';
  return ['Catch the golden record', how];
}

/** Why the lobby waits, for the notice above everything. */
export function whyWaiting(waitsFor, name) {
  return {
    host: `${name ?? 'The host'} is away, and its role is held for a while.`,
    successor: name === 'you' ? 'You are asked to be host.' : `${name ?? 'Somebody'} is asked to be host.`,
    volunteer: 'Nobody here can be host. The room is kept.',
    lobby: 'The host has lost the lobby, but not you: just go on playing.',
  }[waitsFor];
}

/** A line for the chat about somebody, or without a name about us. */
export function whatHappened(what, name) {
  return {
    host: name ? `${name} is the host now` : 'You are the host now',
    joined: `${name} joined`,
    left: `${name} left`,
    away: `${name} lost the connection to the lobby`,
    back: `${name} is back`,
    linked: `You and ${name} are directly linked`,
    unlinked: `The direct link to ${name} is lost`,
  }[what];
}

/** A round trip: tenths below ten milliseconds, where they still mean something. */
export function milliseconds(latency) {
  if (latency === null || latency === undefined) return '–';
  return `${latency < 10 ? latency.toFixed(1) : Math.round(latency)} ms`;
}

/** What is left of a time, in whole seconds or minutes. */
export function remaining(millis) {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  return seconds > 90 ? `${Math.round(seconds / 60)}\u00a0min` : `${seconds}\u00a0s`;
}

function soon(millis) {
  return millis ? `in ${remaining(millis)}` : 'in a few seconds';
}
