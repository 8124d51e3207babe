// Addresses: of rooms, which people share, and of the lobby.

/** The code that the address of this page ends in, empty where there is none. */
export function codeInAddress() {
  return plainCode(location.hash);
}

/** What people type, paste or send: a code in any case and spacing, or the whole link. */
export function plainCode(text) {
  return decoded(text.slice(text.lastIndexOf('#') + 1))
    .replace(/[\s-]/g, '')
    .slice(0, 32)
    .toLowerCase();
}

/** Where the lobby is: beside this page. */
export function lobbyAddress() {
  const address = new URL('.', location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  address.hash = '';
  return address.href;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
