package io.groovejet;

import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import io.groovejet.protocol.RequestId;
import io.groovejet.protocol.ServerMessage;
import io.groovejet.protocol.ServerMessage.Failed;
import org.jspecify.annotations.Nullable;

/** How one request is answered where no room does it, and what ends its step. */
record Answer(Party party, @Nullable RequestId requestId, Step step) {

  /** The request is refused, and has ended. */
  void refuse(ErrorType type) {
    refuse(Refusal.of(type));
  }

  /** The request is refused, and has ended. */
  void refuse(Refusal refusal) {
    end(new Failed(refusal));
  }

  /** The request is answered, and has ended. */
  void end(ServerMessage reply) {
    try {
      party.say(reply, requestId);
    } finally {
      step.end();
    }
  }

  /** A command was run for the request, which has ended. */
  void ended(Outcome outcome) {
    try {
      tell(outcome, ErrorType.NOT_IN_ROOM);
    } finally {
      step.end();
    }
  }

  /** A command was run for the request: whatever the room has not said itself is said. */
  void tell(Outcome outcome, ErrorType withoutRoom) {
    switch (outcome) {
      case NO_ROOM -> say(Refusal.of(withoutRoom));
      case FULL -> say(Refusal.of(ErrorType.TOO_MANY_ROOMS));
      case STORE_DOWN -> say(Refusal.of(ErrorType.STORE_UNAVAILABLE));
      case FAULT -> say(Refusal.of(ErrorType.INTERNAL_ERROR));
      case DECIDED, IN_DOUBT -> {}
    }
  }

  void say(Refusal refusal) {
    party.say(new Failed(refusal), requestId);
  }
}
