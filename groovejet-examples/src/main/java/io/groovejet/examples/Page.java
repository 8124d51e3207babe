package io.groovejet.examples;

import io.groovejet.HttpReply;
import io.groovejet.HttpReply.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The demo page: a handful of files, named here and read at the start. What is not named does not
 * exist, so no path leads anywhere else.
 */
final class Page {

  private static final String HTML = "text/html;charset=utf-8";
  private static final String SCRIPT = "text/javascript;charset=utf-8";
  private static final String STYLE = "text/css;charset=utf-8";
  private static final String SVG = "image/svg+xml";

  private static final List<Source> SOURCES =
      List.of(
          new Source("/", "index.html", HTML),
          style("colours.css"),
          style("style.css"),
          style("stage.css"),
          new Source("/favicon.svg", "favicon.svg", SVG),
          script("app.js"),
          script("link.js"),
          script("lobby.js"),
          script("memory.js"),
          script("names.js"),
          script("room.js"),
          script("stage.js"),
          script("view.js"),
          script("words.js"));

  private static final List<Header> SAFE =
      List.of(
          new Header(
              "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                  + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                  + " frame-ancestors 'none'; require-trusted-types-for 'script'"),
          new Header("X-Content-Type-Options", "nosniff"),
          new Header("Referrer-Policy", "no-referrer"),
          new Header("Cache-Control", "no-cache"));

  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final Map<String, HttpReply> replies;

  private Page(Map<String, HttpReply> replies) {
    this.replies = replies;
  }

  /** Reads the files from the class path. */
  static Page load() {
    return new Page(SOURCES.stream().collect(Collectors.toMap(Source::path, Source::reply)));
  }

  /** Whether there is a file at that path. */
  boolean has(String path) {
    return replies.containsKey(path);
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
    return reply(status, "text/plain;charset=utf-8", words + "\n", more);
  }

  private static HttpReply reply(int status, String contentType, String body, Header... more) {
    List<Header> headers = new ArrayList<>(SAFE);
    headers.add(new Header("Content-Type", contentType));
    headers.addAll(Arrays.asList(more));
    return new HttpReply(status, headers, body);
  }

  private static Source style(String file) {
    return new Source("/" + file, file, STYLE);
  }

  private static Source script(String file) {
    return new Source("/" + file, file, SCRIPT);
  }

  /** A file of the page, and where it is served. */
  private record Source(String path, String file, String contentType) {

    HttpReply reply() {
      try (InputStream in = Page.class.getResourceAsStream("page/" + file)) {
        byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
        return Page.reply(200, contentType, new String(bytes, StandardCharsets.UTF_8));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
