package io.groovejet.examples;

import io.groovejet.HttpReply;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The page in a servlet container. */
final class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient Site site;

  PageServlet(Site site) {
    this.site = site;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpReply reply = site.answer(request.getMethod(), request.getServletPath());
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    response.setStatus(reply.status());
    reply.headers().forEach(header -> response.setHeader(header.name(), header.value()));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
