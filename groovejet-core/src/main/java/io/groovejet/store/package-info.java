/** Where rooms are kept: the contract of a store, and the one in memory. */
@NullMarked
package io.groovejet.store;

import org.jspecify.annotations.NullMarked;
