/** Who is let in and how much of it: pure decisions with time as an argument. */
@NullMarked
package io.groovejet.guard;

import org.jspecify.annotations.NullMarked;
