package io.groovejet.protocol;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a message was refused: an error's type, its sentence and what a program can read.
 *
 * @param type what is wrong
 * @param sentence the same for a developer; never holds what the client sent
 * @param retryAfter when trying again may help, null when unknown
 * @param hostEpoch the current epoch, where that is the matter
 * @param limit the limit that was exceeded
 * @param field the field that is wrong
 * @param vetoType the backend's own type of a veto, null for all else
 */
public record Refusal(
    ErrorType type,
    String sentence,
    @Nullable Duration retryAfter,
    @Nullable Long hostEpoch,
    @Nullable Integer limit,
    @Nullable String field,
    @Nullable String vetoType) {

  private Refusal(
      ErrorType type,
      String sentence,
      @Nullable Long hostEpoch,
      @Nullable Integer limit,
      @Nullable String field) {
    this(type, sentence, null, hostEpoch, limit, field, null);
  }

  /** A refusal that its type explains. */
  public static Refusal of(ErrorType type) {
    return of(type, type.sentence());
  }

  /** A refusal that has more to say than its type. */
  public static Refusal of(ErrorType type, String sentence) {
    return new Refusal(type, sentence, null, null, null);
  }

  /** A refusal by the backend, of its own type. */
  public static Refusal veto(String vetoType, String sentence) {
    return new Refusal(ErrorType.VETOED, sentence, null, null, null, null, vetoType);
  }

  /** A known field of the wrong type or range. */
  public static Refusal malformed(String field, String sentence) {
    return new Refusal(ErrorType.MALFORMED_MESSAGE, sentence, null, null, field);
  }

  /** A known field that misses {@code limit}. */
  public static Refusal outOfBounds(String field, String sentence, int limit) {
    return new Refusal(ErrorType.MALFORMED_MESSAGE, sentence, null, limit, field);
  }

  /** A host that would send itself away. */
  public static Refusal hostRemovesItself() {
    String sentence = "The host cannot remove itself: leaveRoom and closeRoom are for that";
    return new Refusal(ErrorType.INVALID_TARGET, sentence, null, null, "clientId");
  }

  /** A snapshot above {@code limit} bytes. */
  public static Refusal snapshotTooLarge(int limit) {
    ErrorType type = ErrorType.SNAPSHOT_TOO_LARGE;
    return new Refusal(type, type.sentence(), null, limit, null);
  }

  /** A message that names another epoch than {@code current}. */
  public static Refusal staleEpoch(long current) {
    ErrorType type = ErrorType.STALE_EPOCH;
    return new Refusal(type, type.sentence(), current, null, null);
  }

  /** The same refusal with a hint when to try again. */
  public Refusal retryAfter(@Nullable Duration wait) {
    return new Refusal(type, sentence, wait, hostEpoch, limit, field, vetoType);
  }
}
