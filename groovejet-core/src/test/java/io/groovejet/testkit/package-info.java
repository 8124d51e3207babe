/** What tests of the core, of adapters and of a backend are written with. */
@NullMarked
package io.groovejet.testkit;

import org.jspecify.annotations.NullMarked;
