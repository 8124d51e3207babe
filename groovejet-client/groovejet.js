// The browser's side of a groovejet lobby. Types and words for everything: groovejet.d.ts; the wire: PROTOCOL.md.

export { LobbyError } from './src/errors.js';
export { Lobby } from './src/lobby.js';
