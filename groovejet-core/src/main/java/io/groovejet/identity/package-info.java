/** Proof of identity: signing and verifying client tokens. */
@NullMarked
package io.groovejet.identity;

import org.jspecify.annotations.NullMarked;
