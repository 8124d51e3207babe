package io.groovejet.jakarta;

import io.groovejet.HttpReply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What comes of a request's body before its reply is sent. The container calls. */
final class UnwantedBody implements ReadListener, AsyncListener {

  /** What of it is read, at most. */
  static final long MAX_BYTES = 2 << 20;

  private static final long PATIENCE_MS = 10_000;
  private static final int BUFFER = 4096;

  private final ServletInputStream in;
  private final AsyncContext later;
  private final HttpReply reply;
  private final HttpServletResponse response;
  private final AtomicBoolean replied = new AtomicBoolean();
  private long left = MAX_BYTES; // by one thread at a time

  UnwantedBody(
      ServletInputStream in, AsyncContext later, HttpReply reply, HttpServletResponse response) {
    this.in = in;
    this.later = later;
    this.reply = reply;
    this.response = response;
  }

  /** Replies when it has come. */
  void await() {
    later.setTimeout(PATIENCE_MS);
    later.addListener(this);
    in.setReadListener(this);
  }

  /** Replies, and ends the connection: what comes would be taken for the next request. */
  void giveUp() throws IOException {
    if (replied.compareAndSet(false, true)) {
      try {
        response.setHeader("Connection", "close");
        ServletReply.write(reply, response);
        response.flushBuffer(); // lest the container wait for the rest after all
      } finally {
        later.complete();
      }
    }
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] unwanted = new byte[BUFFER];
    while (left >= 0 && in.isReady() && !in.isFinished()) {
      left -= Math.max(0, in.read(unwanted));
    }
    if (left < 0) {
      giveUp();
    }
  }

  @Override
  public void onAllDataRead() throws IOException {
    if (replied.compareAndSet(false, true)) {
      try {
        ServletReply.write(reply, response);
      } finally {
        later.complete();
      }
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) throws IOException {
    giveUp();
  }

  @Override
  public void onError(Throwable gone) {
    if (replied.compareAndSet(false, true)) {
      later.complete();
    }
  }

  @Override
  public void onError(AsyncEvent event) {
    onError(event.getThrowable());
  }

  @Override
  public void onComplete(AsyncEvent event) {
    // has happened here
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // nobody does
  }
}
