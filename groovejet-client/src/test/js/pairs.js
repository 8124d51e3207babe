// Two clients whose first offer is under way, seen from either side.

import { inRoom } from './surroundings.js';

export const offerOf = (session, round = 1) => ({ type: 'offer', sdp: `offer ${round}`, session, round });

/** A guest of ada that has just offered. */
export async function guest(more) {
  const at = await inRoom({ hostId: 'ada', ...more });
  const offer = at.around.socket.hears('guestOfferSignal').data.offerSignal;
  return { ...at, socket: at.around.socket, peer: at.around.peers[0], offer };
}

/** A host with one guest, bob, who has just offered. */
export async function host(more) {
  const at = await inRoom({ hostId: 'us', others: ['bob'], ...more });
  const { socket } = at.around;
  socket.hears('requestOffer');
  await socket.says('guestOfferSignal', { clientId: 'bob', offerSignal: offerOf('s1'), hostEpoch: 1 });
  return { ...at, socket, peer: at.around.peers[0], answer: socket.hears('hostAnswerSignal').data };
}

export const answerTo = ({ session, round }) => ({ type: 'answer', sdp: 'answer', session, round });
