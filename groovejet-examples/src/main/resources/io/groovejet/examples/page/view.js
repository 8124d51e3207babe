// The page around the game. Knows its elements and nothing of lobbies; strangers' words only ever become text.

const $ = (id) => document.getElementById(id);
const SIGNALING = {
  connecting: 'connecting',
  online: 'connected',
  waiting: 'reconnecting',
  stopped: 'not connected',
  closed: 'not connected',
};

/** Shows one of the two halves of the page, and tells assistive technology where we are. */
export function showHalf(name) {
  if (document.body.dataset.view === name) return;
  const first = document.body.dataset.view === 'loading';
  document.body.dataset.view = name;
  $('start').hidden = name !== 'start';
  $('room').hidden = name !== 'room';
  $('loading').hidden = true;
  if (name === 'room') $('arena').focus();
  else if (matchMedia('(pointer: fine)').matches) $('code').focus();
  else if (!first) $('start-title').focus();
}

/** How it stands with the lobby. */
export function showLobby(status) {
  $('signaling').dataset.state = status;
  $('signaling-words').textContent = SIGNALING[status];
}

/** A sentence above everything, perhaps with a countdown and with a button; no words hide it. */
export function showNotice({ words = '', countdown = '', kind = 'info', action = '' } = {}) {
  if ($('notice-words').textContent !== words) $('notice-words').textContent = words;
  $('notice-countdown').textContent = countdown;
  $('notice').hidden = !words;
  $('notice').dataset.kind = kind;
  $('notice-action').hidden = !action;
  $('notice-action').textContent = action;
}

/** What we are doing before there is anything to see. */
export function showLoading(words) {
  $('loading').textContent = words;
}

/** Why creating or joining did not work, and whether it is tried again. */
export function showRefusal(words, isTriedAgain = false) {
  if ($('start-error').textContent !== words) $('start-error').textContent = words;
  $('stop').hidden = !isTriedAgain;
  $('code').setAttribute('aria-invalid', String(Boolean(words)));
}

/** While we wait for the lobby nothing can be pressed twice. */
export function showBusy(button) {
  for (const id of ['create', 'join']) {
    $(id).disabled = Boolean(button);
    $(id).toggleAttribute('data-busy', id === button);
  }
}
