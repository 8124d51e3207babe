/** The pure room: commands applied to a room at an instant give the next room and its effects. */
@NullMarked
package io.groovejet.room;

import org.jspecify.annotations.NullMarked;
