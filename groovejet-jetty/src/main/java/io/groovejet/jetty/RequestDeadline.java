package io.groovejet.jetty;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Connection.Listener;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends HTTP connections on which no request is complete in time, however busily its bytes trickle
 * in: Jetty's idle timeout begins anew with every byte. To be added to a connector.
 *
 * <pre>{@code
 * connector.addBean(new RequestDeadline(Duration.ofSeconds(10), connector.getScheduler()));
 * }</pre>
 *
 * <p>A connection is ended between one and two deadlines after its last request, or its beginning;
 * never while a request is being answered, and never once it is a WebSocket.
 */
public final class RequestDeadline implements Listener {

  private final long millis;
  private final Scheduler scheduler;
  private final ConcurrentMap<Connection, Scheduler.Task> watched = new ConcurrentHashMap<>();

  /**
   * A deadline for requests.
   *
   * @param deadline how long a request may take to arrive
   * @param scheduler the connector's
   */
  public RequestDeadline(Duration deadline, Scheduler scheduler) {
    this.millis = deadline.toMillis();
    this.scheduler = scheduler;
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof ConnectionMetaData) { // speaks HTTP/1.1, not yet anything else
      watched.put(connection, watch(connection, 0));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    Scheduler.Task look = watched.remove(connection);
    if (look != null) {
      look.cancel();
    }
  }

  private Scheduler.Task watch(Connection connection, long requests) {
    return scheduler.schedule(() -> look(connection, requests), millis, TimeUnit.MILLISECONDS);
  }

  private void look(Connection connection, long before) {
    long requests = connection.getMessagesIn();
    if (requests == before && requests == connection.getMessagesOut()) {
      connection.close();
    } else {
      watched.computeIfPresent(connection, (same, done) -> watch(same, requests));
    }
  }
}
