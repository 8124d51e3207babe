/**
 * The lobby in any container that speaks Jakarta WebSocket 2.1 or later.
 *
 * <p>What containers do in their own way, and no application can change through this API:
 *
 * <ul>
 *   <li>None tells of a ping or of the parts of a frame: signs of life are messages, their pieces
 *       and pongs.
 *   <li>Tomcat and Undertow show a frame's payload but not its announced length, so a frame is too
 *       big when it has grown too big. They answer a client's close before they tell of it, so what
 *       others send the client in that instant is lost without an error.
 *   <li>Tomcat answers a close whose reason is not UTF-8 with 1002, not 1007. It waits up to twelve
 *       seconds for the answer to a close; with the system property {@code
 *       org.apache.tomcat.websocket.DEFAULT_PROCESS_PERIOD} at 1, up to three. Texts above 8 KiB
 *       leave it in several frames.
 *   <li>Tomcat keeps a session for ever that another thread ends, as by a write to a client that
 *       was cut off, in the instant after a read. Behind {@link LobbyMount} and {@link LobbyFilter}
 *       it does not; at {@link LobbyEndpoint#at} it does.
 *   <li>Undertow refuses a query with broken percent-encoding itself, with 400.
 *   <li>Jetty ends a connection right after a close with a code below 3000, so a client that is
 *       still sending may see a reset before it sees the code.
 *   <li>Tyrus keeps whole frames, up to its {@code INCOMING_BUFFER_SIZE} of 4 MiB by default, and
 *       queues pongs without bound. It takes frames without mask, and may lose what a client sends
 *       in one breath with its handshake. It cannot end the TCP connection of a client that does
 *       not read. It is for tests and for friends, not for strangers.
 * </ul>
 */
@NullMarked
package io.groovejet.jakarta;

import org.jspecify.annotations.NullMarked;
