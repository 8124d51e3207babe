/** What the example server's pages have in common. */
@NullMarked
package io.groovejet.examples.web;

import org.jspecify.annotations.NullMarked;
