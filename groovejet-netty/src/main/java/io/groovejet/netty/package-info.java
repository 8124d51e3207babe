/** Groovejet on Netty 4.2: {@link io.groovejet.netty.LobbyHandler}, for a pipeline. */
@NullMarked
package io.groovejet.netty;

import org.jspecify.annotations.NullMarked;
