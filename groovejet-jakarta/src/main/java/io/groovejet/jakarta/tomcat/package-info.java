/** What needs Tomcat's own classes, which are seen on Tomcat only. */
@NullMarked
package io.groovejet.jakarta.tomcat;

import org.jspecify.annotations.NullMarked;
