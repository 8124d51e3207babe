/** What needs Tomcat's own classes, and is loaded on Tomcat only. */
@NullMarked
package io.groovejet.jakarta.tomcat;

import org.jspecify.annotations.NullMarked;
