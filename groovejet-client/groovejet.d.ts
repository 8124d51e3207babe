/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A type of which every value can be written as JSON; what cannot be is `never` in it. */
export type AsJson<T> = T extends null | boolean | number | string
  ? T
  : T extends bigint | symbol | undefined | ((...given: never[]) => unknown)
    ? never
    : { [name in keyof T]: AsJson<T[name]> };

/** What data channels carry. */
export type Data = string | ArrayBuffer | ArrayBufferView;

/** `reliable` keeps order and loses nothing; `unreliable` is for what is outdated when it comes late. */
export type Channel = 'reliable' | 'unreliable';

/** Takes the listener off again. */
export type Off = () => void;

/**
 * Codes of this client itself. About the lobby: `disconnected` (no connection now), `timeout` (no answer in time),
 * `closed` (this lobby or room has ended), `invalidUrl`. About links: `notLinked`, `bufferFull`, `noPeerConnection`.
 * About what was to be said: `messageTooLarge`, `notSendable` (neither a string nor bytes), `notJson`. Mistakes:
 * `unknownChannel`, `unknownEvent`, `noListener`, `notOptions` (something else where options belong).
 */
export type ClientErrorCode =
  | 'disconnected'
  | 'timeout'
  | 'closed'
  | 'invalidUrl'
  | 'notLinked'
  | 'bufferFull'
  | 'noPeerConnection'
  | 'messageTooLarge'
  | 'notSendable'
  | 'notJson'
  | 'unknownChannel'
  | 'unknownEvent'
  | 'noListener'
  | 'notOptions';

/**
 * Codes of the lobby: the `errorType`s of PROTOCOL.md, some of which this client says itself where it knows. A backend
 * that runs the lobby may have more of its own.
 */
export type LobbyErrorCode =
  | 'missingRoomCode'
  | 'noRoomFound'
  | 'hostDisconnected'
  | 'malformedMessage'
  | 'unknownMessageType'
  | 'invalidToken'
  | 'alreadyInRoom'
  | 'notInRoom'
  | 'notHost'
  | 'notGuest'
  | 'notCandidate'
  | 'staleEpoch'
  | 'roomFull'
  | 'roomLocked'
  | 'wrongPassword'
  | 'banned'
  | 'notInvited'
  | 'unknownClient'
  | 'invalidTarget'
  | 'snapshotTooLarge'
  | 'noSnapshotFound'
  | 'rateLimited'
  | 'tooManyRooms'
  | 'serverDraining'
  | 'storeUnavailable'
  | 'internalError';

/** Every code there is; a newer lobby may know more. */
export type ErrorCode = ClientErrorCode | LobbyErrorCode | (string & {});

/** What went wrong, as a code. Everything that this module throws or rejects with is one of these. */
export class LobbyError extends Error {
  /** A code to decide by; the message is for developers. */
  readonly code: ErrorCode;
  /** What is known about it, for instance `retryAfterMillis`, `limit` or `clientId`. */
  readonly data: { readonly retryAfterMillis?: number; readonly [name: string]: unknown };
  /** Made by this module; a game's own tests may make some. */
  constructor(code: string, message: string, data?: object);
}

/** Where the identity is kept: the shape of `sessionStorage` and `localStorage`. */
export interface Store {
  /** The text kept under a key, null if there is none. */
  getItem(key: string): string | null;
  /** Keeps a text. */
  setItem(key: string, value: string): void;
}

/** What the client takes from its surroundings; for tests, each with the browser's own as default. */
export interface Platform {
  /** The constructor of connections to the lobby. */
  WebSocket: unknown;
  /** The constructor of connections to other browsers. */
  RTCPeerConnection: unknown;
  /** Hears `online`, `visibilitychange`, `pagehide` and `pageshow`. */
  page: unknown;
  /** Does something later; returns what `clearTimeout` takes. */
  setTimeout(task: () => void, millis: number): unknown;
  /** Forgets what was to be done later. */
  clearTimeout(timer: unknown): void;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** At least 0, below 1. */
  random(): number;
}

/** How a lobby is to be used. */
export interface LobbyOptions {
  /** Keeps who we are across reloads. [`sessionStorage`: each tab is a client of its own] */
  store?: Store;
  /** For lobbies that name none themselves. [none] */
  iceServers?: RTCIceServer[];
  /** How long anything may take that the lobby has to answer. [10000] */
  timeoutMillis?: number;
  /** Replacements for what the browser provides. */
  platform?: Partial<Platform>;
}

/**
 * `connecting`; `online`; `waiting` for the next attempt; `stopped`: the lobby does not want this client back (another
 * tab has taken its place, or it broke the rules); `closed` by `close()`.
 */
export type Status = 'connecting' | 'online' | 'waiting' | 'stopped' | 'closed';

/** What a lobby tells. */
export interface LobbyEvents {
  /** How the connection to the lobby is now. */
  status: [{ status: Status; retryInMillis: number | null; closeCode: number | null }];
  /** The backend that runs the lobby says something. */
  appMessage: [{ message: Json }];
  /** What no promise waits for: a complaint of the lobby, or a peer connection that cannot be made. */
  error: [{ error: LobbyError }];
}

/** What every client says about itself when it enters a room. */
export interface JoinOptions {
  /** Whether this client may become host. [false] */
  canHost?: boolean;
  /** Who becomes host first: the highest. While its page is hidden a client counts for 1000 less. [0] */
  hostPriority?: number;
  /** The room's password. */
  password?: string;
  /** Anything to show to the others, up to 1 KiB of JSON. */
  profile?: object;
}

/** How a new room is to be. */
export interface CreateOptions extends Omit<JoinOptions, 'canHost'> {
  /** At most so many clients, host included. */
  maxClients?: number;
  /** What happens when the host is lost. [`automatic`] */
  hostMigration?: 'automatic' | 'manual' | 'off';
  /** Whether the room is listed. [false] */
  isPublic?: boolean;
  /** Anything to find the room by, up to 4 KiB of JSON. */
  metadata?: object;
  /** Creators always can host; may be said for clearness. */
  canHost?: true;
}

/** A room as the lobby describes it. */
export interface RoomSettings {
  /** The code to join it by, in lower case. */
  readonly roomCode: string;
  /** Whether the room is listed. */
  readonly isPublic: boolean;
  /** Whether nobody new is let in. */
  readonly isLocked: boolean;
  /** Whether one needs a password to join. */
  readonly hasPassword: boolean;
  /** At most so many clients, host included. */
  readonly maxClients: number;
  /** What happens when the host is lost. */
  readonly hostMigration: 'automatic' | 'manual' | 'off';
  /** What its host says about it. */
  readonly metadata: { readonly [name: string]: Json };
}

/** Somebody in the room. */
export interface Client {
  /** Its public id, the same after a reconnect or a reload. */
  readonly clientId: string;
  /** Whether it holds the host's role, be it connected or not. */
  readonly isHost: boolean;
  /** Whether it is connected to the lobby; its link to us is another matter. */
  readonly connected: boolean;
  /** Whether it may become host. */
  readonly canHost: boolean;
  /** What it says about itself. */
  readonly profile?: { readonly [name: string]: Json };
}

/** A link to another browser. */
export interface LinkInfo {
  /** Who is at the other end. */
  readonly clientId: string;
  /** `interrupted`: nothing was heard for a while, and the connection is being restarted. */
  readonly state: 'connecting' | 'open' | 'interrupted' | 'closed';
  /** The last measured round trip, null before the first. */
  readonly roundTripMillis: number | null;
  /** Bytes that wait to be sent. */
  readonly bufferedAmount: number;
}

/** A snapshot's description. */
export interface SnapshotHeader {
  /** Grows with every snapshot of a room. */
  readonly snapshotVersion: number;
  /** The epoch of the host who saved it. */
  readonly hostEpoch: number;
  /** How old it was when the lobby told of it. */
  readonly ageMillis?: number;
  /** How large it is as JSON. */
  readonly sizeBytes?: number;
  /** What it was called when it was saved. */
  readonly label?: string;
}

/** A snapshot with its content. */
export interface Snapshot<State = any> extends SnapshotHeader {
  /** What was given to `saveSnapshot`. */
  readonly snapshot: State;
}

/** Somebody else, or we, are host now. */
export interface HostChange {
  /** Whether it is us. */
  readonly isHost: boolean;
  /** Null when nobody is. */
  readonly hostId: string | null;
  /** The epoch of this host. */
  readonly hostEpoch: number;
  /** Who was it before, null where nobody was or this page does not know. */
  readonly previousHostId: string | null;
  /** `returned`: we have come back, to a role that may be another or, after a reload, has to be filled anew. */
  readonly reason: 'hostLost' | 'hostLeft' | 'transfer' | 'returned';
  /** For the new host, what was saved last; null when nothing was. */
  readonly snapshot: Snapshot | null;
}

/** A candidate is being asked, or none was found. */
export interface Migration {
  /** Who is being asked. */
  readonly candidateId?: string;
  /** The epoch that the next host will have. */
  readonly hostEpoch?: number;
  /** How long the candidate may take from now on. */
  readonly timeoutMillis?: number;
  /** After how long the room ends if nobody becomes host. */
  readonly closesInMillis?: number;
  /**
   * Why somebody is asked: `hostLost`, `hostLeft`, `transfer`; or why nobody is: `noCandidate`, `off`, or `vacant` (see
   * `claimHost`). Not known to whoever joins a room that waits for its host.
   */
  readonly reason?: string;
}

/** Why a room is over for us. */
export interface Ending {
  /**
   * `left` and `hungUp` by ourselves (`leave()`, `lobby.close()`); `stopped`: see `Status`; `lost`: the way back is shut,
   * `error` says why; `removed`, `banned`; and when the room is over for everybody `closed`, `hostTimeout`, `hostLeft`, `server`.
   */
  readonly reason: string;
  /** The words of whoever ended it. */
  readonly detail: string | null;
  /** For `lost`, what the lobby said. */
  readonly error: LobbyError | null;
  /** For `stopped`, what the connection was closed with. */
  readonly closeCode?: number;
}

/** What a room tells. */
export interface RoomEvents {
  /** Somebody said something, over that channel. */
  message: [from: string, data: string | ArrayBuffer, channel: Channel];
  /** The host's role has moved. */
  hostChange: [HostChange];
  /** Any property of the room is different. */
  change: [{ room: Room }];
  /** Somebody new is in the room. */
  clientJoined: [{ client: Client }];
  /** Somebody has given its seat up, lost it, or was put out; `detail` is what the host said of it. */
  clientLeft: [{ clientId: string; reason: 'left' | 'timedOut' | 'removed'; detail: string | null }];
  /** A link has changed, or measured its round trip. */
  link: [LinkInfo];
  /** The lobby has lost the host and waits for it so long. */
  hostAway: [{ hostId: string; graceMillis: number }];
  /** What the search for a new host has come to. */
  migration: [Migration];
  /** The room is over for us; nothing follows. */
  closed: [Ending];
}

/** A connection to a lobby, which comes back by itself. */
export class Lobby {
  /**
   * Connects, trying again for as long as `timeoutMillis`.
   * @throws LobbyError `disconnected`, `invalidUrl`, or a veto of the backend; then nothing is left behind
   */
  static connect(url: string | URL, options?: LobbyOptions): Promise<Lobby>;
  /**
   * Begins to connect and never gives up: for pages that show the `status` themselves.
   * @throws LobbyError `invalidUrl`
   */
  constructor(url: string | URL, options?: LobbyOptions);
  /** How the connection is now. */
  readonly status: Status;
  /** Our public id, null before the lobby has told it for the first time. */
  readonly clientId: string | null;
  /** What the lobby takes from us: `maxMessageBytes`, `maxSnapshotBytes`, `messagesPerSecond`, `messageBurst`. */
  readonly limits: { readonly [name: string]: number };
  /** The room we are in, null while we are in none. */
  readonly room: Room | null;
  /** The room that `rejoin` would go back to. */
  readonly lastRoomCode: string | null;
  /**
   * Listens.
   * @throws LobbyError `unknownEvent`, `noListener`
   */
  on<T extends keyof LobbyEvents>(type: T, listener: (...details: LobbyEvents[T]) => void): Off;
  /**
   * Opens a room and becomes its host.
   * @throws LobbyError `alreadyInRoom`, `tooManyRooms`, `rateLimited`, `malformedMessage` …
   */
  createRoom(options?: CreateOptions): Promise<Room>;
  /**
   * Joins a room, or takes our seat in it again. Codes are taken in any case, with spaces and `-`.
   * @throws LobbyError `noRoomFound`, `roomFull`, `roomLocked`, `wrongPassword`, `banned`, `hostDisconnected` …
   */
  joinRoom(roomCode: string, options?: JoinOptions): Promise<Room>;
  /**
   * Says anything to the backend that runs the lobby, which may or may not answer by an `appMessage`.
   * @throws LobbyError `disconnected`, `closed`, `notJson`, `messageTooLarge`
   */
  tellBackend<Message>(message: Message & AsJson<Message>): void;
  /**
   * Goes back to the room of our last seat, after a reload for instance. Null when there is none, or no way into it any
   * more (`noRoomFound`, `roomFull`, `roomLocked`, `wrongPassword`, `banned`, `notInvited`): it is then forgotten. A page
   * that was opened by a link to a room uses `joinRoom`, which takes an old seat there too.
   * @throws LobbyError what may pass: `disconnected`, `timeout`, `hostDisconnected`, `rateLimited` …
   */
  rejoin(options?: JoinOptions): Promise<Room | null>;
  /** Public, unlocked rooms with a connected host, newest first; `cursor` goes on where the last answer ended. */
  listRooms(query?: { filter?: object; limit?: number; cursor?: string }): Promise<{
    rooms: (RoomSettings & { readonly clientCount: number })[];
    cursor?: string;
  }>;
  /** Tries at once, also when `stopped`. */
  reconnect(): void;
  /** Breaks the connection to the lobby as a bad network would, for so long: to see what your game makes of it. */
  drop(forMillis?: number): void;
  /** Hangs up and leaves nothing behind; the seat is held for its grace. To give it up, `room.leave()` first. */
  close(): void;
}

/**
 * A room we are in, or were in until its `ending`. The host is linked to all guests, a guest to the host. Whatever
 * happens until the turn after `createRoom` or `joinRoom` is kept, so a listener added at once misses nothing.
 */
export interface Room {
  /** The code to share, in lower case. */
  readonly code: string;
  /** Our own id in this room. */
  readonly clientId: string;
  /** Whether we are the host. */
  readonly isHost: boolean;
  /** Null while nobody holds the role. */
  readonly hostId: string | null;
  /** Grows with every host. */
  readonly hostEpoch: number;
  /** Whether the lobby reaches the host. */
  readonly hostConnected: boolean;
  /** Everybody, ourselves included, in joining order. */
  readonly clients: readonly Client[];
  /** The room as its host wants it. */
  readonly settings: RoomSettings;
  /** The newest snapshot we know of. */
  readonly snapshot: SnapshotHeader | null;
  /** What is known while a host is searched for; null also while the room only waits for its host. */
  readonly migration: Migration | null;
  /** Whether the lobby can be reached; links do not need it. */
  readonly isOnline: boolean;
  /** Whether this room still counts: true until its `ending`. */
  readonly isJoined: boolean;
  /** Why it is over, null until then. */
  readonly ending: Ending | null;
  /** To whom we are linked, or about to be. */
  readonly links: readonly LinkInfo[];
  /** Bytes waiting on the slowest link: send less often while it grows. */
  readonly bufferedAmount: number;
  /**
   * Listens.
   * @throws LobbyError `unknownEvent`, `noListener`
   */
  on<T extends keyof RoomEvents>(type: T, listener: (...details: RoomEvents[T]) => void): Off;
  /** Listens to messages. */
  onMessage(listener: (...details: RoomEvents['message']) => void): Off;
  /** Listens to the host's role moving. */
  onHostChange(listener: (change: HostChange) => void): Off;
  /**
   * Asks the game, when this client is to become host, to take the snapshot; the role is accepted when the promise
   * resolves and declined when it is rejected. Without it the role is accepted at once.
   * @throws LobbyError `noListener`
   */
  onBecomeHost(
    prepare: ((offer: { snapshot: Snapshot | null; reason: string }) => void | Promise<void>) | null,
  ): void;
  /**
   * Sends to everybody we are linked to, as host to all guests and as guest to the host; returns how many that are, 0
   * while there is no open link. When it cannot be sent to somebody the others still get it.
   * @throws LobbyError `closed`, `notSendable`, `notOptions`, `unknownChannel`, `messageTooLarge`, `bufferFull`
   */
  send(data: Data, options?: { channel?: Channel }): number;
  /**
   * Sends to one client.
   * @throws LobbyError `notLinked`, and as `send`
   */
  sendTo(clientId: string, data: Data, options?: { channel?: Channel }): void;
  /**
   * Saves the game's state, as host: at most about once in a second. Resolves when it is stored.
   * @throws LobbyError `notJson`, `snapshotTooLarge`, `rateLimited`, `notHost`, `staleEpoch` …
   */
  saveSnapshot<State>(snapshot: State & AsJson<State>, options?: { label?: string }): Promise<SnapshotHeader>;
  /**
   * Loads what was saved, as host or while becoming it; the latest, unless a version is named.
   * @throws LobbyError `noSnapshotFound`, `notHost` …
   */
  loadSnapshot(snapshotVersion?: number): Promise<Snapshot>;
  /**
   * Hands the host's role to somebody, or to whom the lobby elects. Resolves when the candidate is being asked.
   * @throws LobbyError `invalidTarget`, `notHost` …
   */
  transferHost(clientId?: string): Promise<unknown>;
  /**
   * Takes the role that nobody holds, in a room with `hostMigration: 'manual'`.
   * @throws LobbyError `notCandidate` …
   */
  claimHost(): Promise<void>;
  /** Changes the room, as host; a `password` of null takes it off. */
  update(changes: {
    isPublic?: boolean;
    isLocked?: boolean;
    maxClients?: number;
    password?: string | null;
    metadata?: object;
  }): Promise<{ readonly room: RoomSettings }>;
  /** Changes what we say about ourselves, also when we come back; what is refused changes nothing. */
  updateMe(
    changes: Pick<JoinOptions, 'canHost' | 'hostPriority' | 'profile'>,
  ): Promise<{ readonly client: Client }>;
  /**
   * Puts somebody out, as host; with `ban` it cannot come back.
   * @throws LobbyError `unknownClient`, `notHost` …
   */
  removeClient(
    clientId: string,
    options?: { ban?: 'identity' | 'address'; reason?: string },
  ): Promise<unknown>;
  /**
   * Asks a guest, as host, for a new peer connection.
   * @throws LobbyError `notHost`, `unknownClient`, `disconnected`, `closed`
   */
  requestOffer(clientId: string): void;
  /** Ends the room for everybody, ourselves included, as host. */
  closeForAll(reason?: string): Promise<unknown>;
  /** Gives our seat up and ends all links. Never rejected: we have left even if the lobby could not be told. */
  leave(): Promise<void>;
}
