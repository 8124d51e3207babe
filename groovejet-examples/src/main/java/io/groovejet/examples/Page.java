package io.groovejet.examples;

import io.groovejet.HttpReply;
import io.groovejet.HttpReply.Header;
import io.groovejet.examples.web.SafeReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The demo page: files that are named and read at the start. What is not named does not exist, so
 * no path leads anywhere else. The client it uses is served by the lobby, the dashboard that it may
 * lead to by whoever opens one.
 */
final class Page {

  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml");

  private static final List<String> FILES =
      List.of(
          "index.html",
          "crashed.html",
          "colours.css",
          "style.css",
          "room.css",
          "favicon.svg",
          "address.js",
          "app.js",
          "arena.js",
          "bots.js",
          "controls.js",
          "game.js",
          "knocking.js",
          "meeting.js",
          "names.js",
          "notices.js",
          "panel.js",
          "player.js",
          "qr.js",
          "sparks.js",
          "stage.js",
          "view.js",
          "words.js",
          "world.js");

  private static final Pattern LINK_TO_DASHBOARD = Pattern.compile("<a id=\"to-dashboard\".*</a>");
  private static final String CACHING = "no-cache";
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final Map<String, HttpReply> replies;

  private Page(Map<String, HttpReply> replies) {
    this.replies = replies;
  }

  /** A page with a link to the dashboard, which is served by somebody else. */
  static Page besideADashboard() {
    return new Page(files());
  }

  /** A page that knows of no dashboard. */
  static Page alone() {
    Map<String, HttpReply> files = files();
    files.computeIfPresent("/", (path, index) -> withoutDashboard(index));
    return new Page(files);
  }

  /** Reads the files from the class path. */
  private static Map<String, HttpReply> files() {
    Map<String, HttpReply> replies = new HashMap<>();
    for (String file : FILES) {
      replies.put(file.equals("index.html") ? "/" : "/" + file, read("page/" + file));
    }
    return replies;
  }

  private static HttpReply withoutDashboard(HttpReply index) {
    String body = LINK_TO_DASHBOARD.matcher(index.body()).replaceFirst("");
    return new HttpReply(index.status(), index.headers(), body);
  }

  /** Answers any request; to HEAD the server is to send no body. */
  HttpReply answer(String method, String path) {
    HttpReply reply = replies.get(path);
    if (reply == null) {
      return failure(404, "There is nothing here");
    }
    if (!METHODS.contains(method)) {
      return failure(405, "This can only be read", new Header("Allow", "GET, HEAD"));
    }
    return reply;
  }

  private static HttpReply failure(int status, String words, Header... more) {
    return SafeReply.of(status, "text/plain;charset=utf-8", CACHING, words + "\n", more);
  }

  private static HttpReply read(String resource) {
    try (InputStream in = Page.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      String kind = resource.substring(resource.lastIndexOf('.') + 1);
      String contentType = Objects.requireNonNull(CONTENT_TYPES.get(kind), kind);
      return SafeReply.of(200, contentType, CACHING, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
