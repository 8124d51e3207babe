/** What the core costs per message, measured with JMH. */
package io.groovejet.benchmarks;
