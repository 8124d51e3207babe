package io.groovejet.testkit.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one connection has asked, and how it was answered. */
final class Correspondence {

  private final Map<String, Letter> open = new HashMap<>(); // by request id
  private int count; // of requests
  private boolean refused; // the last answer was an error
  private boolean answered; // the last request was answered

  private record Letter(boolean wantsReply, String content) {}

  /** Opens a request, which must end in a reply if it {@code wantsReply}; returns its id. */
  String open(boolean wantsReply, String content) {
    String id = "r" + count++;
    open.put(id, new Letter(wantsReply, content));
    refused = false;
    answered = false;
    return id;
  }

  /** A message came; returns the content of the request that it answers. */
  Optional<String> hears(Message message) {
    Optional<String> id = message.requestId();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Letter letter = open.remove(id.get());
    if (letter == null) {
      throw Invariant.ONE_REPLY.broken("another answer to " + id.get());
    }
    answered = true;
    refused = message.type().equals("error");
    return Optional.of(letter.content);
  }

  /** Whether the last request was answered by an error. */
  boolean refused() {
    return refused;
  }

  /** Whether the last request was answered. */
  boolean answered() {
    return answered;
  }

  /** Checks that nothing waits for its reply. */
  void look(boolean over) {
    for (Map.Entry<String, Letter> entry : open.entrySet()) {
      if (entry.getValue().wantsReply && !over) {
        throw Invariant.ONE_REPLY.broken("no answer to " + entry.getValue().content);
      }
    }
    open.clear();
  }
}
