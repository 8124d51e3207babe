/**
 * How the host's role moves: whoever becomes host fetches what was saved, lets the game take it and says that it is
 * ready; and everybody is told who it is.
 */
export class Succession {
  /** What the game does before we become host. */
  prepare = null;
  #room;
  #lobby;
  #events;
  #appointment = null;
  #snapshot = null;
  #isClaiming = false;

  constructor(room, lobby, events) {
    this.#room = room;
    this.#lobby = lobby;
    this.#events = events;
  }

  /** Somebody else is host, or is asked. */
  cancel() {
    this.#appointment = null;
    this.#snapshot = null;
  }

  /** We are asked to become host. */
  async begin({ hostEpoch, reason, snapshot: saved }) {
    const prepare = this.prepare;
    this.#appointment = hostEpoch;
    const isCurrent = () => this.#appointment === hostEpoch;
    try {
      const snapshot = saved ? await this.#load() : null;
      if (!isCurrent()) return;
      this.#snapshot = snapshot;
      await prepare?.({ snapshot, reason });
      if (isCurrent()) await this.#lobby.ask('hostReady', { hostEpoch });
    } catch (error) {
      if (!isCurrent()) return;
      this.#appointment = null;
      const why = String(error?.code ?? error?.message ?? '').slice(0, 64);
      this.#lobby.send('hostDeclined', { hostEpoch, reason: why || undefined });
    }
  }

  /** Takes the role that nobody holds. */
  async claim(ask) {
    this.#isClaiming = true;
    try {
      await ask('hostReady', { hostEpoch: this.#room.migration?.hostEpoch ?? this.#room.hostEpoch + 1 });
    } finally {
      this.#isClaiming = false;
    }
  }

  /** Another is asked, or nobody was found. */
  migrating(migration) {
    this.cancel();
    this.#events.emit('migration', migration);
  }

  /** Somebody is host now, or again. */
  hostIs(reason, before) {
    const { isHost, hostId, hostEpoch } = this.#room;
    const snapshot = isHost ? this.#snapshot : null;
    this.cancel();
    if (isHost && this.#isClaiming) this.#tellClaimant(reason, before);
    else if (hostEpoch !== before.hostEpoch || hostId !== before.hostId) this.#tell(reason, before, snapshot);
  }

  /** We are in our room again. */
  cameBack(before) {
    this.cancel();
    if (this.#room.hostId !== before.hostId) this.#tell('returned', before, null);
  }

  /** What a host hears first that comes to its room anew: its role, and the last snapshot. */
  async news() {
    const { isHost, snapshot } = this.#room;
    return isHost && snapshot ? { ...this.#change('returned', null), snapshot: await this.#load() } : null;
  }

  /** Who claims the role may load only after it has it. */
  async #tellClaimant(reason, before) {
    const snapshot = await this.#load().catch(() => null);
    this.#tell(reason, before, snapshot);
  }

  #tell(reason, { hostId }, snapshot) {
    this.#events.emit('hostChange', { ...this.#change(reason, hostId), snapshot });
  }

  #change(reason, previousHostId) {
    const { isHost, hostId, hostEpoch } = this.#room;
    return { isHost, hostId, hostEpoch, previousHostId, reason };
  }

  /** The newest snapshot that can be loaded; null where there is none. */
  async #load() {
    try {
      return await this.#lobby.ask('loadSnapshot');
    } catch (error) {
      if (error.code !== 'noSnapshotFound') throw error;
      return null;
    }
  }
}
