const BEAT = 1_000;
const INTERRUPTED_AFTER = 3_000;
const RESTART_EVERY = 4_000;
const GIVE_UP_AFTER = 12_000;
const OPEN_WITHIN = 15_000;
const ANSWER_WITHIN = 1_000;
const MOST_RESTARTS = 2;
const LONGEST_BEEP = 32;
const CHANNELS = {
  reliable: { negotiated: true, id: 0 },
  unreliable: { negotiated: true, id: 1, ordered: false, maxRetransmits: 0 },
  heartbeat: { negotiated: true, id: 2, ordered: false, maxRetransmits: 0 },
};

/**
 * One peer connection. The guest offers, also to restart, and the host answers. Every signal carries the session of its
 * peer connection, and offers and answers the round: what is left over from an earlier one is ignored.
 */
export class Link {
  /** `connecting`, `open`, `interrupted` or `closed`. */
  state = 'connecting';
  roundTripMillis = null;
  session;
  epoch;
  since;
  #platform;
  #hooks;
  #peer;
  #channels = {};
  #steps = Promise.resolve();
  #round = 0;
  #introducing = true;
  #found = [];
  #early = [];
  #restarts = 0;
  #restartedAt = -Infinity;
  #timer;
  #probe;
  #beatAt = 0;
  #heardAt = 0;

  /** `hooks`: signal(kind, signal), changed(), message(data, channel) and, for the guest, restart(). */
  constructor({ session, epoch, iceServers, platform, hooks }) {
    Object.assign(this, { session, epoch, since: platform.now() });
    this.#platform = platform;
    this.#hooks = hooks;
    this.#peer = new platform.RTCPeerConnection({ iceServers });
    this.#peer.onicecandidate = ({ candidate }) => candidate && this.#candidateFound(candidate);
    this.#peer.onconnectionstatechange = () => this.#peer.connectionState === 'failed' && this.#failed();
    for (const [name, how] of Object.entries(CHANNELS)) this.#channels[name] = this.#channel(name, how);
    this.#timer = platform.setTimeout(() => this.close(), OPEN_WITHIN);
  }

  /** The guest's part: offers. */
  offer(prepare) {
    return this.#step(async () => {
      prepare?.();
      this.#round++;
      this.#introducing = true;
      await this.#peer.setLocalDescription();
      this.#introduce('offer');
    });
  }

  /** Offers once more on the same connection, over new paths. */
  restart() {
    return this.offer(() => this.#peer.restartIce());
  }

  /** From now on new paths are found by these. */
  use(iceServers) {
    try {
      this.#peer.setConfiguration({ iceServers });
    } catch {
      // what is wrong with them is said when the next link is made
    }
  }

  /** The host's part: answers, the first time and every other. */
  answer(offer) {
    return this.#step(async () => {
      this.#round = offer.round;
      await this.#peer.setRemoteDescription(offer);
      await this.#peer.setLocalDescription();
      this.#introduce('answer');
      this.#takeEarly();
    });
  }

  /** The guest's second part: takes the answer to its latest offer. */
  accept(answer) {
    return this.#step(async () => {
      if (answer?.session !== this.session || answer.round !== this.#round) return;
      if (this.#peer.signalingState !== 'have-local-offer') return;
      await this.#peer.setRemoteDescription(answer);
      this.#takeEarly();
    });
  }

  /** A candidate that comes before its description waits for it. */
  candidate(candidate) {
    return this.#step(() => {
      if (candidate?.session !== this.session) return;
      if (this.#peer.remoteDescription) this.#take(candidate);
      else this.#early.push(candidate);
    });
  }

  send(data, channel) {
    this.#channels[channel].send(data);
  }

  bufferedAmount(channel) {
    return this.#channels[channel]?.bufferedAmount ?? 0;
  }

  get maxMessageBytes() {
    return this.#peer.sctp?.maxMessageSize ?? 65_536;
  }

  /** Asks whether the other side lives, and takes a second's silence for a no. */
  probe() {
    if (this.state !== 'open' || this.#probe) return;
    const asked = this.#platform.now();
    this.#ping();
    this.#probe = this.#platform.setTimeout(() => {
      this.#probe = null;
      if (this.#heardAt < asked) this.#become('interrupted');
    }, ANSWER_WITHIN);
  }

  close() {
    if (this.state === 'closed') return;
    this.#platform.clearTimeout(this.#timer);
    this.#platform.clearTimeout(this.#probe);
    this.#peer.onicecandidate = this.#peer.onconnectionstatechange = null;
    for (const channel of Object.values(this.#channels))
      channel.onopen = channel.onclose = channel.onmessage = null;
    this.#peer.close();
    this.#become('closed');
  }

  #channel(name, how) {
    const channel = this.#peer.createDataChannel(name, how);
    channel.binaryType = 'arraybuffer';
    channel.onopen = () => this.#opened();
    channel.onclose = () => this.close();
    channel.onmessage = ({ data }) => this.#received(data, name);
    return channel;
  }

  #opened() {
    if (Object.values(this.#channels).some(({ readyState }) => readyState !== 'open')) return;
    this.#platform.clearTimeout(this.#timer);
    this.#heardAt = this.#beatAt = this.#platform.now();
    this.#become('open');
    this.#beat();
  }

  /** Silence is noticed here long before ICE would; a beat that comes late says that it was us who slept. */
  #beat() {
    const now = this.#platform.now();
    if (now - this.#beatAt > 2 * BEAT) this.#heardAt = now - BEAT;
    this.#beatAt = now;
    const silence = now - this.#heardAt;
    if (silence > GIVE_UP_AFTER) return this.close();
    if (silence > INTERRUPTED_AFTER) this.#become('interrupted');
    if (this.state === 'interrupted') this.#askForRestart();
    this.#ping();
    this.#timer = this.#platform.setTimeout(() => this.#beat(), BEAT);
  }

  #ping() {
    this.#beep(`?${this.#platform.now()}`);
  }

  #beep(text) {
    if (this.#channels.heartbeat.readyState === 'open') this.#channels.heartbeat.send(text);
  }

  #received(data, channel) {
    this.#heardAt = this.#platform.now();
    if (this.state === 'interrupted') this.#become('open');
    if (channel !== 'heartbeat') return this.#hooks.message(data, channel);
    if (data.length > LONGEST_BEEP) return;
    if (data[0] === '?') return this.#beep(`!${data.slice(1)}`);
    const millis = this.#heardAt - Number(data.slice(1));
    if (millis >= 0) this.roundTripMillis = millis;
    this.#hooks.changed();
  }

  #become(state) {
    if (this.state === state) return;
    this.state = state;
    if (state === 'open') this.#restarts = 0;
    this.#hooks.changed();
  }

  #failed() {
    if (this.state === 'open') this.#become('interrupted');
    this.#askForRestart();
  }

  #askForRestart() {
    const now = this.#platform.now();
    if (this.#restarts >= MOST_RESTARTS || now - this.#restartedAt < RESTART_EVERY) return;
    this.#restarts++;
    this.#restartedAt = now;
    this.#hooks.restart?.();
  }

  /** Our candidates wait until our description is on its way: it has to arrive first. */
  #candidateFound(candidate) {
    if (this.#introducing) this.#found.push(candidate);
    else this.#signal('candidate', candidate.toJSON());
  }

  #introduce(kind) {
    this.#introducing = false;
    const { type, sdp } = this.#peer.localDescription;
    this.#signal(kind, { type, sdp, round: this.#round });
    for (const candidate of this.#found.splice(0)) this.#signal('candidate', candidate.toJSON());
  }

  #signal(kind, signal) {
    this.#hooks.signal(kind, { ...signal, session: this.session });
  }

  #takeEarly() {
    for (const candidate of this.#early.splice(0)) this.#take(candidate);
  }

  /** A candidate that WebRTC refuses is one path less, not the end. */
  #take(candidate) {
    this.#peer.addIceCandidate(candidate).catch(() => {});
  }

  /** One at a time and in order; what WebRTC refuses of a description ends this link and nothing else. */
  #step(work) {
    this.#steps = this.#steps
      .then(() => (this.state === 'closed' ? undefined : work()))
      .catch(() => this.close());
    return this.#steps;
  }
}
