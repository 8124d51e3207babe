package io.groovejet.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS for tests only: a server with a fresh certificate that nobody vouches for, and clients that
 * trust everybody. {@link RawRequest} uses it for {@code wss:} addresses.
 */
public final class UntrustedTls {

  private static final String ALIAS = "server";
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final KeyStore SERVER = serverKey();
  private static final SSLContext CONTEXT = create();

  private UntrustedTls() {}

  /** What both sides of a test use; the certificate lives as long as the JVM. */
  public static SSLContext context() {
    return CONTEXT;
  }

  /** The server's certificate, as programs that are not written in Java read it. */
  public static String certificate() throws GeneralSecurityException {
    return pem("CERTIFICATE", SERVER.getCertificate(ALIAS).getEncoded());
  }

  /** The key of that certificate, likewise. */
  public static String key() throws GeneralSecurityException {
    return pem("PRIVATE KEY", SERVER.getKey(ALIAS, PASSWORD).getEncoded());
  }

  private static String pem(String what, byte[] bytes) {
    String lines = Base64.getMimeEncoder().encodeToString(bytes);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what);
  }

  private static SSLContext create() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(SERVER, PASSWORD);
      TrustManager[] trust = {new TrustsEverybody()};
      context.init(keys.getKeyManagers(), trust, new SecureRandom());
      return context;
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("no TLS for tests", failure);
    }
  }

  private static KeyStore serverKey() {
    try {
      return freshKey();
    } catch (GeneralSecurityException | IOException failure) {
      throw new IllegalStateException("no key for tests", failure);
    }
  }

  private static KeyStore freshKey() throws GeneralSecurityException, IOException {
    Path folder = Files.createTempDirectory("untrusted");
    Path file = folder.resolve("key.p12");
    keytool(file);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    Files.delete(file);
    Files.delete(folder);
    return store;
  }

  private static void keytool(Path file) throws IOException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String arguments =
        "-genkeypair -keyalg EC -alias server -dname CN=localhost -validity 2 -storetype PKCS12";
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    if (!Files.exists(file)) {
      throw new IOException("keytool made no key: " + said);
    }
  }

  /** Asks for no proof. */
  private static final class TrustsEverybody extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
