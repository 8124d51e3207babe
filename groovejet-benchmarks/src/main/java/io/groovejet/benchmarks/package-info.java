/** What the core costs per message, measured with JMH; how soon a room has its next host. */
package io.groovejet.benchmarks;
