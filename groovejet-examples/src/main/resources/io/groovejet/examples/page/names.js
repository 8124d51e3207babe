// A friendly name and a colour for every client id: the same id is the same animal on every screen and after a reload.

const TEMPERS = words(
  'Brave Calm Clever Daring Eager Fancy Gentle Happy Jolly Keen Lucky Mellow Nimble Polite Quick Sunny',
);
const ANIMALS = words(
  'Badger Crane Dolphin Falcon Gecko Heron Ibis Koala Lynx Marten Newt Otter Panda Quokka Raven Tapir',
);
const HUES = 8;

/** The colours of the arena by hue; the page's own are in colours.css. */
export const TONES = ['#f0613c', '#1fa999', '#e3a21a', '#5b7cfa', '#2f9fd8', '#d65a9b', '#74a83a', '#9a6be0'];

/** The name and the colour (a number below 8) of a client. */
export function person(clientId) {
  const hash = mixed(clientId);
  return {
    name: `${TEMPERS[hash & 15]} ${ANIMALS[(hash >>> 4) & 15]}`,
    hue: (hash >>> 8) % HUES,
  };
}

/** A name for a client that nobody has of whose names are `taken`. */
export function otherName(clientId, taken) {
  for (let i = 1; ; i++) {
    const { name } = person(`${clientId} ${i}`);
    if (!taken.includes(name)) return name;
  }
}

/** FNV-1a, with a last stir so that all bits depend on all letters. */
function mixed(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function words(text) {
  return text.split(' ');
}
