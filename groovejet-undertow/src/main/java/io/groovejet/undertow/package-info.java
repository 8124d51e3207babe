/** Groovejet on Undertow without servlets: {@link io.groovejet.undertow.LobbyHandler}. */
@NullMarked
package io.groovejet.undertow;

import org.jspecify.annotations.NullMarked;
