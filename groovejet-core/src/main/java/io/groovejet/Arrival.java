package io.groovejet;

import io.groovejet.protocol.Address;

/**
 * An HTTP request that wants in: an upgrade, or {@code POST /rooms}.
 *
 * @param request its query, headers and the container's principal; to be read before the hook
 *     returns, while the container has it
 * @param address where it comes from, trusted proxies taken into account
 */
public record Arrival(HttpRequest request, Address address) {}
