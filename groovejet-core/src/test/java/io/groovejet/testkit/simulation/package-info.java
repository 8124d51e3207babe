/** Random worlds on virtual time, and the witnesses that check protocol section 10 in them. */
@NullMarked
package io.groovejet.testkit.simulation;

import org.jspecify.annotations.NullMarked;
