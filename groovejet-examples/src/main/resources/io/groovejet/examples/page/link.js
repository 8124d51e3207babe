// One data channel to one other browser. Who offers and who answers is the caller's choice; then both sides are alike.

const OPEN_WITHIN = 15_000;
const FIRST_PING = 200;
const PING_EVERY = 1_000;
const MOST_UNANSWERED = 4;
const LONGEST_MESSAGE = 16_384;

/**
 * Events: `signal` {kind: `offer`, `answer` or `candidate`, signal} to be brought to the other side; `open`; `lost`, once,
 * whether it ever opened or not; `latency`, about every second; `message` {message}, an object the other side said.
 *
 * Every signal carries the `session` of its attempt, so that what is left over from an earlier one is ignored.
 */
export class Link extends EventTarget {
  /** `connecting`, `open` or `lost`. */
  state = 'connecting';
  /** The last round trip in milliseconds; null before the first. */
  latency = null;
  #session;
  #peer;
  #channel;
  #introduced = false;
  #early = [];
  #unanswered = 0;
  #timer;

  constructor(session, iceServers) {
    super();
    this.#session = session;
    this.#peer = new RTCPeerConnection({ iceServers });
    this.#peer.onicecandidate = ({ candidate }) => candidate && this.#found(candidate.toJSON());
    this.#peer.onconnectionstatechange = () => this.#peer.connectionState === 'failed' && this.close();
    this.#channel = this.#peer.createDataChannel('groovejet', { negotiated: true, id: 0 });
    this.#channel.onopen = () => this.#opened();
    this.#channel.onclose = () => this.close();
    this.#channel.onmessage = ({ data }) => this.#received(data);
    this.#timer = setTimeout(() => this.close(), OPEN_WITHIN);
  }

  /** The guest's part: starts with an offer. */
  offer() {
    return this.#attempt(async () => {
      await this.#peer.setLocalDescription();
      this.#introduce('offer');
    });
  }

  /** The host's part: answers an offer. */
  answer(offer) {
    return this.#attempt(async () => {
      await this.#peer.setRemoteDescription(offer);
      await this.#peer.setLocalDescription();
      this.#introduce('answer');
    });
  }

  /** The guest's second part: takes the answer. */
  accept(answer) {
    return this.#attempt(() => this.#isOurs(answer) && this.#peer.setRemoteDescription(answer));
  }

  addCandidate(candidate) {
    return this.#attempt(() => this.#isOurs(candidate) && this.#peer.addIceCandidate(candidate));
  }

  /** Says an object to the other side; to a link that is not open, nothing. */
  say(message) {
    if (this.#channel.readyState === 'open') this.#channel.send(JSON.stringify(message));
  }

  close() {
    if (this.state === 'lost') return;
    this.state = 'lost';
    clearInterval(this.#timer);
    this.#channel.close();
    this.#peer.close();
    this.#tell('lost');
  }

  /** Candidates wait until our description is on its way: it has to arrive first. */
  #found(candidate) {
    if (this.#introduced) this.#signal('candidate', candidate);
    else this.#early.push(candidate);
  }

  #introduce(kind) {
    this.#signal(kind, this.#peer.localDescription.toJSON());
    this.#introduced = true;
    for (const candidate of this.#early.splice(0)) this.#signal('candidate', candidate);
  }

  #signal(kind, signal) {
    this.#tell('signal', { kind, signal: { ...signal, session: this.#session } });
  }

  #isOurs(signal) {
    return signal?.session === this.#session;
  }

  /** What the other side signals may be anything; what WebRTC refuses ends this link and nothing else. */
  async #attempt(step) {
    try {
      await step();
    } catch {
      this.close();
    }
  }

  #opened() {
    clearTimeout(this.#timer);
    this.state = 'open';
    this.#timer = setInterval(() => this.#ping(), PING_EVERY);
    setTimeout(() => this.#ping(), FIRST_PING);
    this.#tell('open');
  }

  /** Silence is noticed here long before ICE gives up: a reloaded browser says no goodbye. */
  #ping() {
    if (this.#unanswered++ === MOST_UNANSWERED) this.close();
    this.say({ kind: 'ping', at: performance.now() });
  }

  #received(text) {
    this.#unanswered = 0;
    const message = parsed(text);
    if (message?.kind === 'ping') {
      this.say({ kind: 'pong', at: message.at });
    } else if (message?.kind === 'pong' && Number.isFinite(message.at)) {
      this.latency = Math.max(0, performance.now() - message.at);
      this.#tell('latency');
    } else if (message) {
      this.#tell('message', { message });
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function parsed(text) {
  if (typeof text !== 'string' || text.length > LONGEST_MESSAGE) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A name for an attempt to open a link. Works without a secure context, unlike crypto.randomUUID. */
export function newSession() {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('');
}
