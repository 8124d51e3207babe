package io.groovejet.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groovejet.testkit.UntrustedTls;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real reverse proxy with TLS on loopback, set up as SECURITY.md says. */
final class FrontProxy implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Path SECURITY = Path.of("..", "SECURITY.md");

  /** Which one. */
  enum Kind {
    NGINX {
      @Override
      String settings(String snippet, int port, int server, Path folder) {
        String site =
            adapted(
                snippet,
                Map.of(
                    "listen 443 ssl",
                    "listen 127.0.0.1:" + port + " ssl",
                    "/etc/ssl/game.example.pem",
                    folder.resolve(CERTIFICATE).toString(),
                    "/etc/ssl/game.example.key",
                    folder.resolve(KEY).toString(),
                    "location /lobby",
                    "location /",
                    SERVER,
                    "127.0.0.1:" + server));
        return """
            daemon off;
            master_process off;
            pid nginx.pid;
            events { }
            http {
            access_log off;
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            %s
            }
            """
            .formatted(site);
      }

      @Override
      List<String> arguments(Path folder) {
        return List.of("-p", folder + "/", "-e", "stderr", "-c", SETTINGS);
      }
    },

    CADDY {
      @Override
      String settings(String snippet, int port, int server, Path folder) {
        String site =
            adapted(
                snippet,
                Map.of(
                    "game.example {",
                    "https://127.0.0.1:%d {\ntls %s %s"
                        .formatted(port, folder.resolve(CERTIFICATE), folder.resolve(KEY)),
                    "/lobby*",
                    "/*",
                    SERVER,
                    "127.0.0.1:" + server));
        return """
            {
              admin off
              auto_https disable_redirects
              default_bind 127.0.0.1
              default_sni localhost
              storage file_system %s
            }
            %s
            """
            .formatted(folder, site);
      }

      @Override
      List<String> arguments(Path folder) {
        return List.of("run", "--adapter", "caddyfile", "--config", SETTINGS);
      }
    };

    private static final String SERVER = "127.0.0.1:3000";

    /** What it is to do, out of what SECURITY.md shows. */
    abstract String settings(String snippet, int port, int server, Path folder);

    /** How the program is called, in that folder. */
    abstract List<String> arguments(Path folder);

    private static String adapted(String snippet, Map<String, String> placeholders) {
      String adapted = snippet;
      for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
        assertThat(adapted).contains(placeholder.getKey());
        adapted = adapted.replace(placeholder.getKey(), placeholder.getValue());
      }
      return adapted;
    }
  }

  private static final String CERTIFICATE = "certificate.pem";
  private static final String KEY = "key.pem";
  private static final String SETTINGS = "settings";

  private final Process process;
  private final int port;

  private FrontProxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it before the server at that URL. Without the program the test is aborted, or fails
   * where {@code CI=true}.
   */
  static FrontProxy before(String url, Kind kind, Path folder)
      throws IOException, GeneralSecurityException {
    Path program = Programs.orAbort(kind.name().toLowerCase(Locale.ROOT));
    int port = freePort();
    String snippet = snippet(kind == Kind.NGINX ? "nginx" : "caddyfile");
    Files.writeString(folder.resolve(CERTIFICATE), UntrustedTls.certificate());
    Files.writeString(folder.resolve(KEY), UntrustedTls.key());
    int server = URI.create(url).getPort();
    Files.writeString(folder.resolve(SETTINGS), kind.settings(snippet, port, server, folder));
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(kind.arguments(folder));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    FrontProxy proxy = new FrontProxy(process, port);
    proxy.awaitReady(folder);
    return proxy;
  }

  /** Where it is. */
  String url() {
    return "https://127.0.0.1:" + port + "/";
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }

  private void awaitReady(Path folder) throws IOException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (System.nanoTime() > giveUp || !process.isAlive()) {
        process.destroyForcibly();
        throw new IOException("no proxy: " + Files.readString(folder.resolve("log"), UTF_8));
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private boolean answers() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private static String snippet(String language) throws IOException {
    Pattern block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
    Matcher found = block.matcher(Files.readString(SECURITY, UTF_8));
    assertThat(found.find()).as("%s in %s", language, SECURITY).isTrue();
    return found.group(1);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
