const LASTS = 300_000;
const IN_TIME = 0.8;
const LONGEST_TIMER = 2 ** 31 - 1;

/** The ICE servers to use now. Those of the lobby count more than those of the options, and may run out. */
export class IceServers {
  #lobby;
  #renewed;
  #now;
  #timer;

  /** `renewed(iceServers)` hears of every change. */
  constructor(lobby, renewed) {
    this.#lobby = lobby;
    this.#renewed = renewed;
    this.#now = lobby.iceServers;
  }

  get now() {
    return this.#now;
  }

  /** What the lobby says when we enter; how long that lasts it says only when asked. */
  given(iceServers) {
    if (!iceServers) return;
    this.#use(iceServers);
    this.#askIn(LASTS);
  }

  forget() {
    this.#lobby.platform.clearTimeout(this.#timer);
    this.#timer = null;
  }

  #use(iceServers) {
    this.#now = iceServers;
    this.#renewed(iceServers);
  }

  #askIn(millis) {
    const { platform } = this.#lobby;
    platform.clearTimeout(this.#timer);
    this.#timer = platform.setTimeout(() => this.#ask(), Math.min(millis * IN_TIME, LONGEST_TIMER));
  }

  /** A lobby that hands out no new ones, or such as never run out, is not asked again. */
  async #ask() {
    const asked = this.#timer;
    const { iceServers, expiresInMillis } = await this.#lobby
      .ask('getIceServers')
      .catch(({ code }) => (code === 'unknownMessageType' ? {} : { expiresInMillis: LASTS }));
    if (this.#timer !== asked) return;
    if (iceServers) this.#use(iceServers);
    if (expiresInMillis) this.#askIn(expiresInMillis);
  }
}
