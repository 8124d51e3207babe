/**
 * Who we are, and how we prove it on a new connection. Kept in a store with the shape of `sessionStorage`; where that
 * is forbidden, in memory.
 */
export class Identity {
  #store;
  #key;
  #kept;
  #fresh = null;
  #proven = false;

  constructor(store, key) {
    this.#store = store;
    this.#key = key;
    this.#kept = this.#read() ?? {};
  }

  get clientId() {
    return this.#kept.clientId ?? this.#fresh?.clientId ?? null;
  }

  /** The room of our last seat. */
  get roomCode() {
    return this.#kept.roomCode ?? null;
  }

  set roomCode(roomCode) {
    this.#keep({ ...this.#kept, roomCode });
  }

  /** The token that this connection has not seen yet, if there is one. */
  get proof() {
    return this.#proven ? undefined : this.#kept.clientToken;
  }

  /** Every connection begins with an identity of its own; it becomes ours when we have none to prove. */
  heard({ clientId, clientToken, resumed }) {
    this.#fresh = { clientId, clientToken };
    this.#proven = resumed || !this.#kept.clientToken;
    if (this.#proven) this.#keep({ ...this.#kept, ...this.#fresh });
  }

  /** Our token does not count any more: from now on we are whom the server took us for. */
  refused() {
    this.#proven = true;
    this.#keep(this.#fresh);
  }

  #read() {
    try {
      return JSON.parse(this.#store.getItem(this.#key));
    } catch {
      return null;
    }
  }

  #keep(kept) {
    this.#kept = kept;
    try {
      this.#store.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // kept in memory only
    }
  }
}
