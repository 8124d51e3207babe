/** A live view of a lobby, for whoever runs one: a page, and what it shows as JSON. */
@NullMarked
package io.groovejet.examples.dashboard;

import org.jspecify.annotations.NullMarked;
