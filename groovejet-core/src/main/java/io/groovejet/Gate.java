package io.groovejet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the backend, which may fail or take its time. Every question has one answer. */
final class Gate {

  private static final Logger LOG = System.getLogger(Gate.class.getName());
  private static final String FAILED = "The server failed to decide; nothing was changed";
  private static final String LATE = "The server did not decide in time; nothing was changed";

  private final Admission admission;
  private final Duration deadline;

  Gate(Admission admission, Duration deadline) {
    this.admission = admission;
    this.deadline = deadline;
  }

  /** The backend's answer, never null, never failed; it may be late. */
  CompletionStage<Verdict> asks(Function<Admission, CompletionStage<Verdict>> question) {
    try {
      CompletionStage<Verdict> answer = question.apply(admission);
      return answer == Verdict.admit() ? answer : answer.handle(Gate::verdict);
    } catch (Throwable broken) { // whatever foreign code throws, its client gets an answer
      return CompletableFuture.completedStage(verdict(null, broken));
    }
  }

  /** Tells the answer once, in time, on this thread if it is there. */
  void tell(CompletionStage<Verdict> answer, Timekeeper timekeeper, Consumer<Verdict> then) {
    AtomicBoolean told = new AtomicBoolean();
    Consumer<Verdict> once =
        verdict -> {
          if (told.compareAndSet(false, true)) {
            then.accept(verdict);
          }
        };
    answer.thenAccept(once);
    if (!told.get()) {
      timekeeper.wakeAt(timekeeper.now().plus(deadline), () -> once.accept(Verdict.none(LATE)));
    }
  }

  /** Waits for the answer, as long as it may take. */
  Verdict await(CompletionStage<Verdict> answer) {
    return answer
        .toCompletableFuture()
        .copy()
        .completeOnTimeout(Verdict.none(LATE), deadline.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private static Verdict verdict(@Nullable Verdict verdict, @Nullable Throwable failure) {
    if (verdict != null) {
      return verdict;
    }
    LOG.log(Level.ERROR, "An admission hook failed", failure);
    return Verdict.none(FAILED);
  }
}
