package io.groovejet.jakarta;

import static java.util.Objects.requireNonNull;

import io.groovejet.Lobby;
import io.groovejet.testkit.AnsweredCloseContract;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;
import jakarta.servlet.ServletContainerInitializer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Undertow's servlet container and its Jakarta WebSocket, as in WildFly. */
class UndertowTransportTest implements ServletTransportContract, AnsweredCloseContract {

  private @Nullable DeploymentManager deployment; // set by serve
  private @Nullable Undertow server; // set by serve

  @Override
  public URI serve(Lobby lobby) throws Exception {
    DeploymentManager deployed = Servlets.defaultContainer().addDeployment(context(lobby));
    deployed.deploy();
    deployment = deployed;
    Undertow started =
        Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(deployed.start()).build();
    server = started;
    started.start();
    InetSocketAddress address = (InetSocketAddress) started.getListenerInfo().get(0).getAddress();
    return URI.create("ws://127.0.0.1:" + address.getPort() + "/lobby");
  }

  @Override
  public Set<String> ways() {
    return Set.of(
        "decodes-queries",
        "payloads-only",
        "long-headers",
        "odd-headers",
        "servlet-bodies",
        "deaf-to-pings",
        "answers-pings");
  }

  @Override
  public void stop() throws Exception {
    requireNonNull(deployment).stop();
    requireNonNull(deployment).undeploy();
    requireNonNull(server).stop();
  }

  private static DeploymentInfo context(Lobby lobby) {
    ServletContainerInitializer mount =
        (classes, servlets) ->
            LobbyMount.install(servlets, "/lobby", Impatient.filter("/lobby", lobby));
    return Servlets.deployment()
        .setClassLoader(UndertowTransportTest.class.getClassLoader())
        .setContextPath("/")
        .setDeploymentName("lobby")
        .addServletContextAttribute(
            WebSocketDeploymentInfo.ATTRIBUTE_NAME, new WebSocketDeploymentInfo())
        .addServlet(Servlets.servlet("beside", Beside.class).addMapping("/beside"))
        .addServletContainerInitializer(
            new ServletContainerInitializerInfo(
                ServletContainerInitializer.class,
                new ImmediateInstanceFactory<>(mount),
                Set.of()));
  }
}
