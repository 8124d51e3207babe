package io.groovejet.jakarta;

import io.groovejet.HttpReply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A reply that is written as its reader takes it, so that no thread waits. The container calls. */
final class PatientReply implements WriteListener {

  private final AsyncContext later;
  private final HttpReply reply;
  private final HttpServletResponse response;
  private final ServletOutputStream out;
  private final byte[] body;
  private final AtomicBoolean over = new AtomicBoolean();
  private int steps; // done so far; by one thread at a time

  PatientReply(AsyncContext later, HttpReply reply, HttpServletResponse response)
      throws IOException {
    this.later = later;
    this.reply = reply;
    this.response = response;
    this.out = response.getOutputStream();
    this.body = ServletReply.bytes(reply);
  }

  /** Sends it. */
  void send() throws IOException {
    ServletReply.head(reply, body.length, response);
    if (isWrapped(response)) {
      out.write(body);
      response.flushBuffer();
      end();
    } else {
      out.setWriteListener(this);
    }
  }

  /** Sends it, and ends the connection: what comes would be taken for the next request. */
  void sendAndClose() throws IOException {
    response.setHeader("Connection", "close");
    send();
  }

  /**
   * Whether filters have put something before it, most of which is not made for being written so.
   */
  static boolean isWrapped(HttpServletResponse response) {
    return response instanceof ServletResponseWrapper;
  }

  /** Whether nothing is to be sent any more. */
  boolean isOver() {
    return over.get();
  }

  @Override
  public void onWritePossible() throws IOException {
    while (!isOver() && out.isReady()) {
      switch (steps++) {
        case 0 -> out.write(body);
        case 1 -> out.flush(); // else the container does so in the end, and waits
        default -> end();
      }
    }
  }

  @Override
  public void onError(Throwable gone) {
    end();
  }

  /** All is written, or nobody is there any more. */
  void end() {
    if (over.compareAndSet(false, true)) {
      later.complete();
    }
  }
}
