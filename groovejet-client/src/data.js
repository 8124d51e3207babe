import { LobbyError, named } from './errors.js';

const CHANNELS = ['reliable', 'unreliable'];

/** Says what may be sent, and over what, where this may not. */
export function checkSendable(data, channel) {
  if (!CHANNELS.includes(channel))
    throw new LobbyError('unknownChannel', `there is no channel ${named(channel)}, but ${CHANNELS.join(' and ')}`);
  const buffer = ArrayBuffer.isView(data) ? data.buffer : data;
  if (typeof data === 'string' || kindOf(buffer) === 'ArrayBuffer') return;
  throw new LobbyError('notSendable', `a string, an ArrayBuffer or a view can be sent, ${instead(data)}`);
}

/** The size of a text in UTF-8 or of bytes; exact where it comes close to the limit. */
export function bytesOf(data, limit) {
  if (typeof data !== 'string') return data.byteLength;
  return data.length * 3 <= limit ? data.length : new TextEncoder().encode(data).length;
}

/** A value as JSON, if it is one. */
export function jsonOf(value, what) {
  let why = 'JSON knows no such value';
  try {
    const text = JSON.stringify(value);
    if (text !== undefined) return text;
  } catch (refused) {
    why = refused.message;
  }
  throw new LobbyError('notJson', `${what} cannot be written as JSON: ${why}`);
}

/** Options as they were given, none for nothing; a word in their place would be overlooked. */
export function optionsOf(given) {
  if (given === undefined || given === null) return {};
  if (typeof given === 'object') return given;
  throw new LobbyError('notOptions', `options are an object, not a ${typeof given}`);
}

/** Browsers take anything for an address, `undefined` for one of a page of that name. */
export function checkAddress(url) {
  if (typeof url !== 'string' && !(url instanceof URL))
    throw new LobbyError('invalidUrl', `an address is a string or a URL, nothing ${named(url)}`);
}

function instead(data) {
  const kind = kindOf(data);
  if (kind === 'Blob' || kind === 'File') return `not a ${kind}: send await blob.arrayBuffer()`;
  if (kind === 'SharedArrayBuffer' || ArrayBuffer.isView(data)) return 'not shared memory: send a copy';
  if (data && typeof data === 'object') return 'not an object: send JSON.stringify(it)';
  return `not ${data === null ? 'null' : typeof data}`;
}

function kindOf(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}
