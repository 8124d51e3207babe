/** The example server, its page, and samples of how a lobby is mounted. */
@NullMarked
package io.groovejet.examples;

import org.jspecify.annotations.NullMarked;
