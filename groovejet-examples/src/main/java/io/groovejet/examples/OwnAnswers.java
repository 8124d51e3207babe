package io.groovejet.examples;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * What Tomcat answers itself, before it asks a filter: {@code OPTIONS *} and {@code TRACE}. A
 * thread would wait for the bodies of such requests, so those that announce one are refused, and
 * for whoever reads none of many answers, so each ends its connection.
 */
final class OwnAnswers implements Adapter {

  private static final int BAD_REQUEST = 400; // Tomcat then closes the connection

  private final Adapter tomcat;

  /** Before Tomcat's own. */
  OwnAnswers(Adapter tomcat) {
    this.tomcat = tomcat;
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    if (!isForTomcat(request)) {
      tomcat.service(request, response);
    } else if (announcesBody(request)) {
      response.setStatus(BAD_REQUEST);
    } else {
      response.setHeader("Connection", "close");
      tomcat.service(request, response);
    }
  }

  private static boolean isForTomcat(Request request) {
    return request.requestURI().equals("*") || "TRACE".equals(request.getMethod());
  }

  private static boolean announcesBody(Request request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  @Override
  public boolean prepare(Request request, Response response) throws Exception {
    return tomcat.prepare(request, response);
  }

  @Override
  public boolean asyncDispatch(Request request, Response response, SocketEvent event)
      throws Exception {
    return tomcat.asyncDispatch(request, response, event);
  }

  @Override
  public void log(Request request, Response response, long time) {
    tomcat.log(request, response, time);
  }

  @Override
  public void checkRecycled(Request request, Response response) {
    tomcat.checkRecycled(request, response);
  }

  @Override
  public String getDomain() {
    return tomcat.getDomain();
  }
}
