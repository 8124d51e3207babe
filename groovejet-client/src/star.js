import { bytesOf } from './data.js';
import { LobbyError } from './errors.js';
import { IceServers } from './ice.js';
import { Link } from './link.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;
const JUST_NOW = 1_000;

/** The links of a room: the host to all guests, a guest to the host. Guests offer. */
export class Star {
  #room;
  #lobby;
  #links = new Map();
  #ice;
  #attempts = 0;
  #retry;
  #reported = null;

  constructor(room, lobby) {
    this.#room = room;
    this.#lobby = lobby;
    this.#ice = new IceServers(lobby, (servers) => this.links.forEach((link) => link.use(servers)));
  }

  get links() {
    return this.#links;
  }

  get open() {
    return [...this.#links].filter(([, { state }]) => state === 'open' || state === 'interrupted');
  }

  iceServers(given) {
    this.#ice.given(given);
  }

  /**
   * Makes the links agree with the room: none to whom we should not talk or from an earlier epoch, and one to everybody
   * else. After we were away (`anew`) half-made links start again, and a host asks for those it has lost.
   */
  update(anew = false) {
    for (const [clientId, link] of [...this.#links]) {
      const isStale = link.epoch !== this.#room.hostEpoch || !this.#isWanted(clientId);
      if (isStale || (anew && link.state === 'connecting')) this.#drop(clientId);
    }
    if (anew) this.#reported = null;
    if (this.#room.isHost) {
      if (anew) this.#requestOffers();
    } else if (this.#room.hostConnected && !this.#links.has(this.#room.hostId)) {
      this.#offer();
    }
    this.#report();
  }

  requestOffer(clientId) {
    this.#tell('requestOffer', { clientId });
  }

  offerRequested() {
    const link = this.#links.get(this.#room.hostId);
    const justOffered = link?.state === 'connecting' && this.#lobby.platform.now() - link.since < JUST_NOW;
    if (!justOffered && !this.#room.isHost) this.#offer();
  }

  async offered(clientId, offer) {
    if (!this.#room.isHost || !offer) return;
    const known = this.#links.get(clientId);
    if (known && known.session === offer.session) return known.answer(offer);
    const link = this.#newLink(clientId, offer.session, (kind, signal) =>
      this.#tell(
        ...(kind === 'answer'
          ? ['hostAnswerSignal', { clientId, answerSignal: signal }]
          : ['iceCandidate', { clientId, candidate: signal }]),
      ),
    );
    return link?.answer(offer);
  }

  answered(answer) {
    this.#links.get(this.#room.hostId)?.accept(answer);
  }

  candidate(clientId, candidate) {
    this.#links.get(clientId)?.candidate(candidate);
  }

  /** The host does not reach the lobby: do we reach the host? */
  probe() {
    for (const link of this.#links.values()) link.probe();
    this.#report();
  }

  hangUp() {
    for (const clientId of [...this.#links.keys()]) this.#drop(clientId);
    this.#lobby.platform.clearTimeout(this.#retry);
    this.#ice.forget();
  }

  #isWanted(clientId) {
    return this.#room.isHost
      ? this.#room.clients.some((client) => client.clientId === clientId)
      : clientId === this.#room.hostId;
  }

  #requestOffers() {
    for (const { clientId, connected } of this.#room.clients)
      if (connected && clientId !== this.#room.clientId && !this.#links.has(clientId))
        this.requestOffer(clientId);
  }

  async #offer() {
    this.#lobby.platform.clearTimeout(this.#retry);
    const { hostId, hostEpoch, hostConnected } = this.#room;
    if (!hostId || !hostConnected || !this.#lobby.isOnline()) return;
    const session = this.#lobby.platform.random().toString(36).slice(2);
    const link = this.#newLink(hostId, session, (kind, signal) =>
      this.#tell(
        ...(kind === 'offer'
          ? ['guestOfferSignal', { offerSignal: signal }]
          : ['iceCandidate', { candidate: signal }]),
        hostEpoch,
      ),
    );
    await link?.offer();
  }

  #newLink(clientId, session, signal) {
    this.#drop(clientId);
    const whileItCounts =
      (react) =>
      (...given) =>
        this.#links.get(clientId) === link && react(...given);
    const link = this.#made({
      session,
      epoch: this.#room.hostEpoch,
      iceServers: this.#ice.now,
      platform: this.#lobby.platform,
      hooks: {
        signal: whileItCounts(signal),
        changed: whileItCounts(() => this.#changed(clientId, link)),
        message: whileItCounts((data, channel) => this.#room.received(clientId, data, channel)),
        restart: whileItCounts(() => this.#restart(link)),
      },
    });
    if (!link) return null;
    this.#links.set(clientId, link);
    this.#room.linkChanged(clientId);
    return link;
  }

  /** A browser without WebRTC, or ICE servers that it does not understand. */
  #made(terms) {
    try {
      return new Link(terms);
    } catch (refused) {
      const why = `no peer connection can be made: ${refused.message}`;
      return void this.#lobby.failed(new LobbyError('noPeerConnection', why));
    }
  }

  #drop(clientId) {
    const link = this.#links.get(clientId);
    this.#links.delete(clientId);
    link?.close();
    if (link) this.#room.linkChanged(clientId);
  }

  #changed(clientId, link) {
    if (link.state === 'open') this.#attempts = 0;
    if (link.state === 'closed') {
      this.#links.delete(clientId);
      this.#retryLater();
    }
    this.#report();
    this.#room.linkChanged(clientId);
  }

  #retryLater() {
    if (this.#room.isHost) return;
    const { platform } = this.#lobby;
    const most = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#attempts++);
    platform.clearTimeout(this.#retry);
    this.#retry = platform.setTimeout(() => this.#tryAgain(), platform.random() * most);
  }

  #tryAgain() {
    if (this.#room.isJoined && !this.#room.isHost && !this.#links.has(this.#room.hostId)) this.#offer();
  }

  #restart(link) {
    if (!this.#room.isHost && this.#lobby.isOnline()) link.restart();
  }

  /** What the lobby should know about our link to the host: only what has changed, and nothing before we know. */
  #report() {
    const { isHost, isJoined, hostId, hostEpoch: epoch } = this.#room;
    if (isHost || !isJoined) return;
    const link = this.#links.get(hostId);
    if (!link && !this.#reported && !this.#attempts) return;
    if (link?.state === 'connecting' && this.#reported?.epoch !== epoch) return;
    const connected = link?.state === 'open';
    if (this.#reported?.epoch === epoch && this.#reported.connected === connected) return;
    if (!this.#lobby.isOnline()) return;
    this.#reported = { epoch, connected };
    this.#tell('linkState', { connected });
  }

  #tell(type, data, hostEpoch = this.#room.hostEpoch) {
    this.#lobby.send(type, { ...data, hostEpoch });
  }

  /** Sends to all, and only then says to whom it could not; returns how many have got it. */
  sendToAll(data, channel) {
    const refusals = [];
    for (const [clientId] of this.open) {
      try {
        this.send(clientId, data, channel);
      } catch (error) {
        refusals.push(error);
      }
    }
    const refusal = refusals.find(({ code }) => code !== 'notLinked');
    if (refusal) throw refusal;
    return this.open.length - refusals.length;
  }

  send(clientId, data, channel) {
    const link = this.#links.get(clientId);
    if (link?.state !== 'open' && link?.state !== 'interrupted')
      throw notLinked(clientId);
    const limit = link.maxMessageBytes;
    const bytes = bytesOf(data, limit);
    if (bytes > limit)
      throw new LobbyError('messageTooLarge', `${bytes} bytes are more than the ${limit} of one message`, {
        bytes,
        limit,
      });
    try {
      link.send(data, channel);
    } catch (refused) {
      if (refused.name === 'InvalidStateError') throw notLinked(clientId);
      throw new LobbyError('bufferFull', 'more waits to be sent than the browser keeps', { clientId });
    }
  }
}

function notLinked(clientId) {
  return new LobbyError('notLinked', 'there is no open link to this client', { clientId });
}
