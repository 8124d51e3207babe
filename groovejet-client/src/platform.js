/** All that the client takes from its surroundings: a test brings its own. */
export function platform(given = {}) {
  return {
    WebSocket: globalThis.WebSocket,
    RTCPeerConnection: globalThis.RTCPeerConnection,
    page: globalThis.window,
    setTimeout: (task, millis) => setTimeout(task, millis),
    clearTimeout: (timer) => clearTimeout(timer),
    now: () => performance.now(),
    random: () => Math.random(),
    ...given,
  };
}
