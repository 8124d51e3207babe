/** Relays that do nothing but relay, to compare with: what a container costs by itself. */
package io.groovejet.benchmarks.bare;
