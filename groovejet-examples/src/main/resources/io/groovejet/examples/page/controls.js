// Where the player wants to go: by arrow keys or WASD, or by holding a finger or the mouse where to go to.

const KEYS = {
  ArrowLeft: [-1, 0],
  KeyA: [-1, 0],
  ArrowRight: [1, 0],
  KeyD: [1, 0],
  ArrowUp: [0, -1],
  KeyW: [0, -1],
  ArrowDown: [0, 1],
  KeyS: [0, 1],
};
const FULL_SPEED_FROM = 70;

export class Controls {
  /** Whether the player has moved ever. */
  isUsed = false;
  #held = new Set();
  #pointer = null;

  /** `toArena` makes a place in the arena of an event. */
  constructor(canvas, toArena) {
    addEventListener('keydown', (event) => this.#key(event, true));
    addEventListener('keyup', (event) => this.#key(event, false));
    addEventListener('blur', () => this.#held.clear());
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      this.#pointer = toArena(event);
      this.isUsed = true;
    });
    canvas.addEventListener('pointermove', (event) => this.#pointer && (this.#pointer = toArena(event)));
    for (const type of ['pointerup', 'pointercancel'])
      canvas.addEventListener(type, () => (this.#pointer = null));
  }

  /** The wish of somebody who stands at `us`: {x, y}, no longer than 1. */
  wish(us) {
    let [x, y] = [0, 0];
    for (const code of this.#held) {
      x += KEYS[code][0];
      y += KEYS[code][1];
    }
    if (this.#pointer && us)
      [x, y] = [(this.#pointer.x - us.x) / FULL_SPEED_FROM, (this.#pointer.y - us.y) / FULL_SPEED_FROM];
    const length = Math.max(1, Math.hypot(x, y));
    return { x: x / length, y: y / length };
  }

  #key(event, isDown) {
    if (!(event.code in KEYS) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isDown && event.target.closest('input')) return;
    if (isDown) event.preventDefault();
    if (isDown) this.isUsed = true;
    if (isDown) this.#held.add(event.code);
    else this.#held.delete(event.code);
  }
}
