package io.groovejet.jakarta;

import static java.util.Objects.requireNonNull;

import io.groovejet.Lobby;
import io.groovejet.testkit.LingeringContract;
import io.groovejet.testkit.TransportContract;
import io.groovejet.testkit.UntrustedTls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;

class TomcatTlsTransportTest implements TransportContract, LingeringContract {

  private @Nullable ServedTomcat tomcat; // set by serve

  @Override
  public URI serve(Lobby lobby) throws Exception {
    ServedTomcat started =
        ServedTomcat.with(
            encrypted(),
            context -> LobbyMount.install(context, "/lobby", Impatient.filter("/lobby", lobby)));
    tomcat = started;
    return URI.create(started.at("/lobby").toString().replace("ws:", "wss:"));
  }

  @Override
  public Set<String> ways() {
    return Set.of("tomcat");
  }

  @Override
  public void stop() throws Exception {
    requireNonNull(tomcat).close();
  }

  private static Http11NioProtocol encrypted() throws IOException, GeneralSecurityException {
    SSLHostConfig host = new SSLHostConfig();
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
    certificate.setCertificateFile(file("certificate.pem", UntrustedTls.certificate()));
    certificate.setCertificateKeyFile(file("key.pem", UntrustedTls.key()));
    host.addCertificate(certificate);
    Http11NioProtocol protocol = new Http11NioProtocol();
    protocol.setSSLEnabled(true);
    protocol.addSslHostConfig(host);
    return protocol;
  }

  private static String file(String name, String content) throws IOException {
    Path file = Path.of("target", "tomcat", name);
    Files.createDirectories(Path.of("target", "tomcat"));
    return Files.writeString(file, content).toAbsolutePath().toString();
  }
}
