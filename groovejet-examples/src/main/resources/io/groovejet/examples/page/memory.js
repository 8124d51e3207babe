// What a reload of this tab remembers: our seat. Of this tab only: two tabs are two people, a closed tab is forgotten.

const KEY = 'groovejet.seat';

let kept = null;

export const memory = {
  /** {roomCode, clientToken} or null. */
  get seat() {
    try {
      return JSON.parse(sessionStorage.getItem(KEY)) ?? kept;
    } catch {
      return kept;
    }
  },

  /** Where the browser forbids storage the seat is kept for as long as the page lives. */
  set seat(seat) {
    kept = seat;
    try {
      if (seat) sessionStorage.setItem(KEY, JSON.stringify(seat));
      else sessionStorage.removeItem(KEY);
    } catch {
      // kept in memory only
    }
  },
};
