package io.groovejet;

import java.util.Optional;

/** Where a lobby is mounted: at one path of a server, and all below it. */
public final class MountPath {

  private final String path; // without a slash at its end

  private MountPath(String path) {
    this.path = path;
  }

  /**
   * A path.
   *
   * @param path such as {@code /lobby}; {@code /} for all of a server
   */
  public static MountPath of(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path does not start with a slash: " + path);
    }
    return new MountPath(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /** The path itself, {@code /} for all of a server. */
  public String path() {
    return path.isEmpty() ? "/" : path;
  }

  /**
   * What {@link HttpRequest#path} is for a path of the server; empty when it is not the lobby's.
   */
  public Optional<String> below(String target) {
    boolean mounted = target.startsWith(path + "/") || target.equals(path);
    return mounted ? Optional.of(target.substring(path.length())) : Optional.empty();
  }
}
