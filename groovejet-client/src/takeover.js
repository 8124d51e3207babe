/** How we become host: fetch what was saved, let the game take it, say that we are ready. */
export class Takeover {
  /** The snapshot the game has taken, until somebody is told. */
  snapshot = null;
  #lobby;
  #appointment = null;

  constructor(lobby) {
    this.#lobby = lobby;
  }

  /** Somebody else is host, or is asked. */
  cancel() {
    this.#appointment = null;
    this.snapshot = null;
  }

  async begin({ hostEpoch, reason, snapshot: saved, prepare }) {
    this.#appointment = hostEpoch;
    const isCurrent = () => this.#appointment === hostEpoch;
    try {
      const snapshot = saved ? await this.load() : null;
      if (!isCurrent()) return;
      this.snapshot = snapshot;
      await prepare?.({ snapshot, reason });
      if (isCurrent()) await this.#lobby.ask('hostReady', { hostEpoch });
    } catch (error) {
      if (!isCurrent()) return;
      this.#appointment = null;
      const why = String(error?.code ?? error?.message ?? '').slice(0, 64);
      this.#lobby.send('hostDeclined', { hostEpoch, reason: why || undefined });
    }
  }

  /** The newest snapshot that can be loaded; null where there is none. */
  async load() {
    try {
      return await this.#lobby.ask('loadSnapshot');
    } catch (error) {
      if (error.code !== 'noSnapshotFound') throw error;
      return null;
    }
  }
}
