/** WebSocket frames (RFC 6455 section 5) as a server reads and writes them, for bare sockets. */
@NullMarked
package io.groovejet.frame;

import org.jspecify.annotations.NullMarked;
