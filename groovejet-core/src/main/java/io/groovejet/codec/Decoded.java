package io.groovejet.codec;

import io.groovejet.protocol.ClientMessage;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import org.jspecify.annotations.Nullable;

/** What a client's text turned out to be. */
public sealed interface Decoded {

  /** Tells {@code listener} which it is. */
  void saidTo(Listener listener);

  /** A message that can be acted upon. */
  record Understood(ClientMessage message, @Nullable RequestId requestId) implements Decoded {
    @Override
    public void saidTo(Listener listener) {
      listener.understood(message, requestId);
    }
  }

  /** An object, but no message that is spoken here. */
  record Refused(Refusal refusal, @Nullable RequestId requestId) implements Decoded {
    @Override
    public void saidTo(Listener listener) {
      listener.refused(refusal, requestId);
    }
  }

  /** A text that the parser refuses, or no object. */
  record Garbage(Refusal refusal) implements Decoded {
    @Override
    public void saidTo(Listener listener) {
      listener.garbage(refusal);
    }
  }

  /** Hears what a text was. */
  interface Listener {
    /** See {@link Understood}. */
    void understood(ClientMessage message, @Nullable RequestId requestId);

    /** See {@link Refused}. */
    void refused(Refusal refusal, @Nullable RequestId requestId);

    /** See {@link Garbage}. */
    void garbage(Refusal refusal);
  }
}
