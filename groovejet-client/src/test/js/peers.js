import assert from 'node:assert/strict';

/** A peer connection without a network: descriptions are counted, and the test decides what becomes of it. */
export class FakePeer {
  isOpen = true;
  connectionState = 'new';
  signalingState = 'stable';
  localDescription = null;
  remoteDescription = null;
  sctp = { maxMessageSize: 1_000 };
  channels = {};
  candidates = [];
  restarts = 0;
  #descriptions = 0;

  constructor(configuration) {
    this.configuration = configuration;
  }

  createDataChannel(name, how) {
    return (this.channels[name] = new FakeChannel(name, how));
  }

  async setLocalDescription() {
    const isAnswer = this.signalingState === 'have-remote-offer';
    this.signalingState = isAnswer ? 'stable' : 'have-local-offer';
    this.localDescription = { type: isAnswer ? 'answer' : 'offer', sdp: `sdp ${++this.#descriptions}` };
  }

  async setRemoteDescription(description) {
    if (description.sdp === 'nonsense') throw new Error('not SDP');
    assert.ok(this.isOpen, 'described after its end');
    this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
    this.remoteDescription = description;
  }

  async addIceCandidate(candidate) {
    assert.ok(this.remoteDescription, 'a candidate before its description');
    this.candidates.push(candidate.candidate);
  }

  setConfiguration(configuration) {
    this.configuration = configuration;
  }

  restartIce() {
    this.restarts++;
  }

  close() {
    this.isOpen = false;
  }

  /** Everything of it that may have handlers. */
  get parts() {
    return [this, ...Object.values(this.channels)];
  }

  // What the test makes happen.

  opens() {
    for (const channel of Object.values(this.channels)) channel.readyState = 'open';
    for (const channel of Object.values(this.channels)) channel.onopen?.();
  }

  fails() {
    this.connectionState = 'failed';
    this.onconnectionstatechange?.();
  }

  finds(candidate) {
    this.onicecandidate?.({ candidate: { toJSON: () => ({ candidate }) } });
  }
}

class FakeChannel {
  readyState = 'connecting';
  bufferedAmount = 0;
  sent = [];

  constructor(name, how) {
    Object.assign(this, { name, how });
  }

  send(data) {
    assert.equal(this.readyState, 'open');
    this.sent.push(data);
  }

  hears(data) {
    this.onmessage?.({ data });
  }
}
