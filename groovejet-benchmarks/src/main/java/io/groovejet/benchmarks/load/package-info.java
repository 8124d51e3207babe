/** Load over real sockets on servers in processes of their own. */
package io.groovejet.benchmarks.load;
