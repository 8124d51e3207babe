/**
 * A lobby in a Spring Boot application. It is mounted by being on the class path, set up by {@code
 * groovejet.*} properties, and uses the application's beans; {@link
 * io.groovejet.spring.LobbyCustomizer} has the last word.
 */
@NullMarked
package io.groovejet.spring;

import org.jspecify.annotations.NullMarked;
