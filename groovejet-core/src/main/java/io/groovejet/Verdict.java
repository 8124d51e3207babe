package io.groovejet;

import io.groovejet.protocol.ErrorType;
import io.groovejet.protocol.Refusal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@link Admission} answers: go on, or not. */
public final class Verdict {

  private static final Pattern TYPE = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
  private static final Verdict YES = new Verdict(null, null);
  private static final CompletionStage<Verdict> ADMITTED = CompletableFuture.completedStage(YES);

  private final @Nullable String user;
  private final @Nullable Refusal refusal;

  private Verdict(@Nullable String user, @Nullable Refusal refusal) {
    this.user = user;
    this.refusal = refusal;
  }

  /** Go on. */
  public static CompletionStage<Verdict> admit() {
    return ADMITTED;
  }

  /**
   * Go on; the connection is known to be this user of the backend. For {@link Admission#connects}.
   *
   * @param user the backend's own name of its user, never told to any client
   */
  public static CompletionStage<Verdict> admitAs(String user) {
    return CompletableFuture.completedStage(new Verdict(user, null));
  }

  /**
   * Do not go on; the client is told so.
   *
   * @param errorType the backend's own type of error: a letter, then up to 63 letters and digits
   * @param sentence the same for a developer
   */
  public static CompletionStage<Verdict> veto(String errorType, String sentence) {
    if (!TYPE.matcher(errorType).matches()) {
      throw new IllegalArgumentException("no type of error: " + errorType);
    }
    return CompletableFuture.completedStage(no(Refusal.veto(errorType, sentence)));
  }

  static Verdict no(Refusal refusal) {
    return new Verdict(null, refusal);
  }

  /** Nothing was decided: the backend failed, or took too long. */
  static Verdict none(String sentence) {
    return no(Refusal.of(ErrorType.INTERNAL_ERROR, sentence));
  }

  /** Which user the connection is known to be, empty for none. */
  Optional<String> user() {
    return Optional.ofNullable(user);
  }

  /** Why it does not go on, empty when it does. */
  Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Calls the one that fits. */
  void tell(Runnable admitted, Consumer<Refusal> refused) {
    if (refusal == null) {
      admitted.run();
    } else {
      refused.accept(refusal);
    }
  }

  @Override
  public String toString() {
    return refusal == null ? "Verdict[admitted]" : "Verdict[" + refusal + "]";
  }
}
