package io.groovejet.examples;

import io.groovejet.Lobby;
import io.groovejet.jakarta.LobbyMount;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.Adapter;
import org.apache.coyote.ProtocolHandler;
import org.apache.coyote.http11.Http11NioProtocol;

/** The lobby and the page on Tomcat. */
final class TomcatServer implements RunningServer {

  private static final String BUFFER = "2048"; // two of which are kept for every connection

  private final Tomcat tomcat;
  private final Path workspace;

  private TomcatServer(Tomcat tomcat, Path workspace) {
    this.tomcat = tomcat;
    this.workspace = workspace;
  }

  static RunningServer start(Lobby lobby, Site site, InetSocketAddress where, Duration handshake)
      throws Exception {
    Path workspace = Files.createTempDirectory("groovejet-tomcat");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(workspace.toString());
    tomcat.setConnector(connector(where, handshake));
    tomcat.getHost().getPipeline().addValve(discreetErrors());
    StandardContext context = (StandardContext) tomcat.addContext("", null);
    doNotLookForLeaks(context);
    context.addServletContainerInitializer(
        (classes, servlets) -> mount(servlets, lobby, site), Set.of());
    tomcat.start();
    return new TomcatServer(tomcat, workspace);
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void stop() {
    try {
      tomcat.stop();
      tomcat.destroy();
      delete(workspace);
    } catch (LifecycleException | IOException inTheEndAllTheSame) {
      // the process ends, or the test that started it
    }
  }

  private static Connector connector(InetSocketAddress where, Duration handshake) {
    Connector connector = new Connector(protocol());
    connector.setProperty("address", where.getHostString());
    connector.setPort(where.getPort());
    connector.setProperty("connectionTimeout", Long.toString(handshake.toMillis()));
    connector.setProperty("acceptCount", Integer.toString(ACCEPT_QUEUE));
    connector.setProperty("socket.txBufSize", Integer.toString(SEND_BUFFER));
    connector.setProperty("socket.appReadBufSize", BUFFER);
    connector.setProperty("socket.appWriteBufSize", BUFFER);
    connector.setThrowOnFailure(true);
    return connector;
  }

  private static ProtocolHandler protocol() {
    return new Http11NioProtocol() {
      @Override
      public void setAdapter(Adapter tomcat) {
        super.setAdapter(new OwnAnswers(tomcat));
      }
    };
  }

  /** Tomcat's own error page shows a stack trace to whoever does not speak HTTP. */
  private static ErrorReportValve discreetErrors() {
    ErrorReportValve valve = new ErrorReportValve();
    valve.setShowReport(false);
    valve.setShowServerInfo(false);
    return valve;
  }

  /** Leaks would matter where applications come and go; to look for them needs opened modules. */
  private static void doNotLookForLeaks(StandardContext context) {
    context.setClearReferencesRmiTargets(false);
    context.setClearReferencesThreadLocals(false);
  }

  private static void mount(ServletContext servlets, Lobby lobby, Site site) {
    ServletRegistration.Dynamic page = servlets.addServlet("page", new PageServlet(site));
    page.setAsyncSupported(true);
    page.addMapping("/");
    LobbyMount.install(servlets, "/", lobby);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
