package io.groovejet.store;

/**
 * A value as it was read, with the version a later write is checked against.
 *
 * @param value what was read
 * @param version grows with every write and is never issued twice for one code, not even after
 *     removal
 */
public record Versioned<T>(T value, long version) {}
