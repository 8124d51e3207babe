package io.groovejet.spring;

import io.groovejet.LobbyBuilder;

/**
 * A bean that has a say in how the lobby is built, after the properties and the application's other
 * beans. Several are asked in their order.
 */
@FunctionalInterface
public interface LobbyCustomizer {

  /** Says what should differ. */
  void customize(LobbyBuilder builder);
}
