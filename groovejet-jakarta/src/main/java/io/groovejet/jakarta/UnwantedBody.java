package io.groovejet.jakarta;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What comes of a request's body before its reply is sent. The container calls. */
final class UnwantedBody implements ReadListener {

  /** What of it is read, at most. */
  static final long MAX_BYTES = 2 << 20;

  private static final int BUFFER = 4096;

  private final ServletInputStream in;
  private final AsyncContext later;
  private final PatientReply reply;
  private final CompletableFuture<Boolean> end = new CompletableFuture<>(); // whether all has come
  private long left = MAX_BYTES; // by one thread at a time

  UnwantedBody(ServletInputStream in, AsyncContext later, PatientReply reply) {
    this.in = in;
    this.later = later;
    this.reply = reply;
  }

  /** Replies when it has come, or that much later. */
  void await(Duration patience) {
    var unused =
        end.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (hasCome, late) -> {
                  if (late != null) {
                    later.start(this::giveUp); // the timer's thread is everybody's
                  }
                });
    in.setReadListener(this);
  }

  private void giveUp() {
    if (reply.isOver()) {
      return; // the connection has ended meanwhile
    }
    try {
      reply.sendAndClose();
    } catch (IOException | RuntimeException gone) {
      reply.onError(gone);
    }
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] unwanted = new byte[BUFFER];
    while (!end.isDone() && left >= 0 && in.isReady() && !in.isFinished()) {
      left -= Math.max(0, in.read(unwanted));
    }
    if (left < 0 && end.complete(false)) {
      reply.sendAndClose();
    }
  }

  @Override
  public void onAllDataRead() throws IOException {
    if (end.complete(true)) {
      reply.send();
    }
  }

  @Override
  public void onError(Throwable gone) {
    end.complete(false);
    reply.end();
  }
}
