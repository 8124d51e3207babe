/** The vocabulary of the wire as values: ids, messages, errors. Knows no JSON and no wire name. */
@NullMarked
package io.groovejet.protocol;

import org.jspecify.annotations.NullMarked;
