/** A Spring Boot application with a lobby. */
@NullMarked
package io.groovejet.springexample;

import org.jspecify.annotations.NullMarked;
