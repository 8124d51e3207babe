// What the lobby refuses and reports, in plain words.

/** Why we are not in the room with that code. */
export function whyNot({ type, data }, code) {
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
    connectionLost: 'The lobby cannot be reached. Is the server running, and are you online?',
    noAnswer: 'The lobby did not answer. Try again in a moment.',
  };
  return words[type] ?? 'Something went wrong in the lobby. Try again in a moment.';
}

/** Why the way back into a room is shut, after the connection was lost. */
export function whyNoWayBack(error, code) {
  if (error.type === 'noRoomFound') {
    return `The room ${code.toUpperCase()} is gone: it ended while you were away, or the server started anew.`;
  }
  return whyNot(error, code);
}

/** Why a room ended under us. */
export function whyClosed({ reason, detail }) {
  const words = {
    closed: 'The host closed the room.',
    hostTimeout: 'The host did not come back, so the room was closed.',
    hostLeft: 'The host left, and the room with it.',
    server: 'The server closed the room.',
  };
  return [words[reason] ?? 'The room was closed.', detail].filter(Boolean).join(' ');
}

/** Why the host put us out. */
export function whyRemoved({ reason, detail }) {
  const words =
    reason === 'banned'
      ? 'The host removed you from the room for good.'
      : 'The host removed you from the room.';
  return [words, detail].filter(Boolean).join(' ');
}

/** A line for the chat about somebody. */
export function whatHappened(what, name) {
  return {
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
