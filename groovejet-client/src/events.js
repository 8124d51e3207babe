import { LobbyError, named } from './errors.js';

/** Named events. What happens while nobody could listen yet is kept until `release`. */
export class Events {
  #types;
  #listeners = new Map();
  #held = null;

  constructor(...types) {
    this.#types = types;
  }

  on(type, listener) {
    if (!this.#types.includes(type))
      throw new LobbyError('unknownEvent', `there is no event ${named(type)}, but ${this.#types.join(', ')}`);
    if (typeof listener !== 'function')
      throw new LobbyError('noListener', `whoever listens to ${type} has to be a function`);
    const all = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, all.add(listener));
    return () => all.delete(listener);
  }

  emit(type, ...details) {
    if (this.#held) this.#held.push([type, ...details]);
    else for (const listener of [...(this.#listeners.get(type) ?? [])]) call(listener, details);
  }

  hold() {
    this.#held ??= [];
  }

  release(firstHostChange = null) {
    const held = this.#held ?? [];
    this.#held = null;
    if (firstHostChange) this.emit('hostChange', firstHostChange);
    for (const event of held) this.emit(...event);
  }

  clear() {
    this.#listeners.clear();
  }
}

/** A listener that throws is reported like any other uncaught error, and disturbs nobody else. */
function call(listener, details) {
  try {
    listener(...details);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
