/**
 * Text to messages and back, for both dialects: the only place that knows a wire name or Jackson.
 */
@NullMarked
package io.groovejet.codec;

import org.jspecify.annotations.NullMarked;
