// Tabs come and go; which player is each of them?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playerOfThisTab } from '../../main/resources/io/groovejet/examples/page/player.js';

const nobody = () => false;

/** A browser's profile, whose tabs share what is local and its locks. */
class Profile {
  local = storage();
  #locks = new Map();

  /** A new tab, or with the session of another one its reload or its copy. */
  async tab({ session = storage(), isWanted = nobody } = {}) {
    const mine = [];
    const locks = {
      request: (name, how, work) => this.#request(name, how, work, mine),
    };
    const player = await playerOfThisTab(isWanted, { local: this.local, session, locks });
    return { ...player, session, closes: () => mine.forEach((release) => release()) };
  }

  #request(name, { ifAvailable, signal }, work, mine) {
    if (!this.#locks.has(name)) return this.#grant(name, work, mine);
    if (ifAvailable) return Promise.resolve(work(null));
    return new Promise((_, reject) => {
      const wait = { work: () => this.#grant(name, work, mine) };
      this.#locks.get(name).push(wait);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  }

  #grant(name, work, mine) {
    this.#locks.set(name, []);
    mine.push(() => {
      const [next] = this.#locks.get(name);
      this.#locks.delete(name);
      next?.work();
    });
    return work({ name });
  }
}

function storage() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

test('two open tabs are two players', async () => {
  const profile = new Profile();
  const [one, other] = [await profile.tab(), await profile.tab()];
  one.store.setItem('name', 'Ada');
  other.store.setItem('name', 'Bob');

  assert.deepEqual([one, other].map(({ store }) => store.getItem('name')), ['Ada', 'Bob']);
});

test('a new tab is the player of one that is gone', async () => {
  const profile = new Profile();
  const gone = await profile.tab();
  gone.store.setItem('name', 'Ada');
  gone.closes();

  const { store, wasHere } = await profile.tab();
  assert.deepEqual([store.getItem('name'), wasHere], ['Ada', false]);
});

test('of several that are gone it is the one that is wanted', async () => {
  const profile = new Profile();
  const tabs = [await profile.tab(), await profile.tab()];
  tabs.forEach(({ store }, i) => store.setItem('room', i ? 'xyzzy' : 'bcdfg'));
  tabs.forEach((tab) => tab.closes());

  const isWanted = (store) => store.getItem('room') === 'xyzzy';
  assert.equal((await profile.tab({ isWanted })).store.getItem('room'), 'xyzzy');
});

test('a reload waits for its own player, whom the page before it still has', async () => {
  const profile = new Profile();
  await profile.tab();
  const before = await profile.tab();
  before.store.setItem('name', 'Bob');

  const reloading = profile.tab({ session: before.session });
  before.closes();

  const { store, wasHere } = await reloading;
  assert.deepEqual([store.getItem('name'), wasHere], ['Bob', true]);
});

test('the copy of a tab is another player', async () => {
  const profile = new Profile();
  const tab = await profile.tab();
  tab.store.setItem('name', 'Ada');

  const awake = setTimeout(() => {}, 60_000);
  const copy = await profile.tab({ session: copyOf(tab.session) });
  clearTimeout(awake);

  assert.deepEqual([copy.store.getItem('name'), copy.wasHere], [null, false]);
});

test('without locks, or where nothing is kept, every tab is a player of its own', async () => {
  const session = storage();

  const withoutLocks = await playerOfThisTab(nobody, { local: storage(), session, locks: undefined });
  assert.deepEqual(withoutLocks, { store: session, wasHere: true });
  const forgetful = await playerOfThisTab(nobody, { local: null, session: null, locks: {} });
  assert.equal(forgetful.store, undefined);
});

function copyOf(session) {
  const copy = storage();
  copy.setItem('groovejet player', session.getItem('groovejet player'));
  return copy;
}
