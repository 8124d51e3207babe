/** A durable store for one server: rooms, seats, snapshots and the token key survive a restart. */
@NullMarked
package io.groovejet.mvstore;

import org.jspecify.annotations.NullMarked;
