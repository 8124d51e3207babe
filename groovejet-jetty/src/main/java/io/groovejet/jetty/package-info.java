/** Groovejet on Jetty 12.1 without servlets: {@link io.groovejet.jetty.LobbyHandler}. */
@NullMarked
package io.groovejet.jetty;

import org.jspecify.annotations.NullMarked;
