package io.groovejet.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The stream of a request for an upgrade: its answer is not sent, but handed to the client's
 * connection, which sends it together with what the lobby says first. Jetty goes on as if it were
 * sent, that is, it hands the socket over.
 */
final class HeldAnswer extends HttpStream.Wrapper {

  private static final int USUAL_SIZE = 512;

  private final Consumer<byte[]> keeper;

  private HeldAnswer(HttpStream stream, Consumer<byte[]> keeper) {
    super(stream);
    this.keeper = keeper;
  }

  /** Has the answer to that request kept. */
  static void to(Request request, Consumer<byte[]> keeper) {
    request.addHttpStreamWrapper(stream -> new HeldAnswer(stream, keeper));
  }

  @Override
  public void send(
      MetaData.Request request,
      MetaData.@Nullable Response response,
      boolean last,
      @Nullable ByteBuffer content,
      Callback callback) {
    byte[] answer = response == null || response.getStatus() != 101 ? null : bytes(response);
    if (answer == null) {
      super.send(request, response, last, content, callback);
    } else {
      keeper.accept(answer);
      callback.succeeded();
    }
  }

  /** All of it, as Jetty would send it; null if it is longer than usual. */
  private static byte @Nullable [] bytes(MetaData.Response response) {
    ByteBuffer header = BufferUtil.allocate(USUAL_SIZE);
    try {
      HttpGenerator generator = new HttpGenerator();
      HttpGenerator.Result result =
          generator.generateResponse(response, false, header, null, null, true);
      return result == HttpGenerator.Result.FLUSH ? BufferUtil.toArray(header) : null;
    } catch (IOException refused) {
      return null; // by Jetty's own stream as well, which knows what to do about it
    }
  }
}
