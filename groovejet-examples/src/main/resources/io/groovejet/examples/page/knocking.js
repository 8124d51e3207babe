// A full room is tried again for a while: the seat of somebody who went without a goodbye becomes free.

const EVERY = 4_000;
const FOR = 60_000;

export class Knocking {
  #again;
  #until = null;
  #timer;

  /** `again` tries the room with that code once more. */
  constructor(again) {
    this.#again = again;
  }

  /** Whether a room is being tried again. */
  get isOn() {
    return this.#until !== null;
  }

  /** The room was full; true if it will be tried again. */
  wasFull(code) {
    this.#until ??= performance.now() + FOR;
    if (performance.now() + EVERY > this.#until) this.stop();
    else this.#timer = setTimeout(() => this.#again(code), EVERY);
    return this.isOn;
  }

  stop() {
    clearTimeout(this.#timer);
    this.#until = null;
  }
}
