// What has to be said above everything: {words, countdown, kind, action}.

import { remaining, whyWaiting } from './words.js';

const BLIP = 800;

/** The most important that can be said of how it stands with the lobby and the room. */
export function notice(things) {
  return replaced(things) ?? cutOff(things) ?? withoutHost(things) ?? apart(things) ?? { words: things.parting };
}

function replaced({ isReplaced }) {
  return isReplaced ? { words: 'This room is open in another tab now.', action: 'Use it here' } : null;
}

function cutOff({ status, lobbyLost, meeting }) {
  const now = performance.now();
  if (!lobbyLost || now - lobbyLost.since <= BLIP) return null;
  const goOn = meeting?.openLinks.length ? ' Your direct link does not need it: just go on playing.' : '';
  const wait = lobbyLost.retryAt - now;
  const countdown = status === 'waiting' && wait > 0 ? `Next try in ${remaining(wait)}.` : 'Trying now.';
  return { words: `The lobby cannot be reached.${goOn}`, countdown, kind: 'warning', action: 'Try now' };
}

function withoutHost({ meeting }) {
  if (!meeting?.isHostAway) return null;
  const wait = (meeting.waitsUntil ?? 0) - performance.now();
  const words = whyWaiting(meeting.waitsFor ?? 'lobby', meeting.awaited);
  return { words, countdown: wait > 0 ? `${remaining(wait)} more.` : '', kind: 'warning' };
}

function apart({ meeting }) {
  if (!meeting?.isHardToLink) return null;
  const words = 'No direct link yet: something between the browsers, perhaps a firewall, keeps them apart.';
  return { words: `${words} Still trying.`, kind: 'warning' };
}
