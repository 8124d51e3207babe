/**
 * The lobby server's entry points: {@link io.groovejet.Lobby} connects clients, {@link
 * io.groovejet.Wire} is what a transport implements.
 */
@NullMarked
package io.groovejet;

import org.jspecify.annotations.NullMarked;
