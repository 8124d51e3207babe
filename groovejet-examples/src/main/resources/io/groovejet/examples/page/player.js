// Which of this browser's players this tab is. A tab that is gone leaves its player, with seat, name and points, to the
// next one; two open tabs are never the same player. A lock says which players are taken: it ends with its page.

const MOST_PLAYERS = 64;
const PATIENCE = 1_500;
const OURS = 'groovejet player';

/**
 * This tab's player: {store, wasHere}, its store with the shape of `sessionStorage`, and whether it may have been this
 * tab's before. That is the same player after a reload, otherwise one whom no open tab has, first of all one whose store
 * `isWanted` says yes to. Where the browser has no locks or keeps nothing (plain http from another machine), the tab is a
 * player of its own.
 */
export async function playerOfThisTab(isWanted, { local, session, locks } = browser()) {
  const alone = { store: session ?? undefined, wasHere: true };
  if (!locks || !local || !session) return alone;
  const before = session.getItem(OURS);
  const place = (before && (await taken(locks, before, PATIENCE))) || (await free(locks, local, isWanted));
  if (!place) return alone;
  session.setItem(OURS, place);
  return { store: storeOf(local, place), wasHere: place === before };
}

async function free(locks, local, isWanted) {
  const places = Array.from({ length: MOST_PLAYERS }, (_, i) => `${OURS} ${i + 1}`);
  const wanted = places.filter((place) => isWanted(storeOf(local, place)));
  for (const place of [...wanted, ...places]) if (await taken(locks, place)) return place;
  return null;
}

/** Takes a place for as long as this page lives, if it is free or becomes it in time. */
function taken(locks, place, patience) {
  const how = patience ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
  return new Promise((resolve) => {
    const held = locks.request(place, how, (lock) => {
      resolve(lock && place);
      return lock && new Promise(() => {});
    });
    held.catch(() => resolve(null));
  });
}

function storeOf(local, place) {
  return {
    getItem: (key) => local.getItem(`${place} ${key}`),
    setItem: (key, value) => local.setItem(`${place} ${key}`, value),
  };
}

function browser() {
  return { local: allowed('localStorage'), session: allowed('sessionStorage'), locks: navigator.locks };
}

/** Null where the browser keeps nothing for this page. */
function allowed(storage) {
  try {
    return globalThis[storage];
  } catch {
    return null;
  }
}
