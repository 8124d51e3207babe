/** A lobby's figures as Micrometer meters: {@link io.groovejet.micrometer.LobbyMetrics}. */
@NullMarked
package io.groovejet.micrometer;

import org.jspecify.annotations.NullMarked;
