package io.groovejet.examples;

import io.groovejet.HttpReply;
import io.groovejet.jakarta.ServletReply;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

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
    ServletReply.send(reply, request, response);
  }
}
