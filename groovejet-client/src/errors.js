/** What went wrong, as a code: an `errorType` of the protocol, or one of this client's own. */
export class LobbyError extends Error {
  constructor(code, message, data = {}) {
    super(message);
    this.name = 'LobbyError';
    this.code = code;
    this.data = data;
  }
}

/** What was given in place of a name, whatever it is: not everything can be written as text. */
export const named = (given) => (typeof given === 'string' ? given : `of type ${typeof given}`);

export const disconnected = () => new LobbyError('disconnected', 'there is no connection to the lobby');
export const closed = () => new LobbyError('closed', 'this lobby or room is closed');
export const timeout = () => new LobbyError('timeout', 'the lobby did not answer in time');
