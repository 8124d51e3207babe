package io.groovejet.guard;

import static io.groovejet.guard.MessageBudget.Decision.CLOSE;
import static io.groovejet.guard.MessageBudget.Decision.DROP;
import static io.groovejet.guard.MessageBudget.Decision.DROP_AND_TELL;
import static io.groovejet.guard.MessageBudget.Decision.TAKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groovejet.guard.MessageBudget.Decision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one connection may send: two messages a second, four at once; 100 bytes, 400 at once. */
final class MessageBudgetTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Rate MESSAGES = new Rate(2, 4);
  private static final Rate BYTES = new Rate(100, 400);
  private static final Rate AMPLE = Rate.UNLIMITED;

  @Test
  void aBurstIsTakenAndTheNextIsDropped() {
    MessageBudget budget = new MessageBudget(MESSAGES, AMPLE, 0);

    List<Decision> decisions = spend(budget, 6, 10, 0);

    assertThat(decisions).containsExactly(TAKE, TAKE, TAKE, TAKE, DROP_AND_TELL, DROP);
  }

  @Test
  void bytesAreCountedToo() {
    MessageBudget budget = new MessageBudget(AMPLE, BYTES, 0);

    List<Decision> decisions = spend(budget, 4, 150, 0);

    assertThat(decisions).containsExactly(TAKE, TAKE, DROP_AND_TELL, DROP);
  }

  @Test
  void aMessageThatFitsExactlyIsTaken() {
    MessageBudget budget = new MessageBudget(AMPLE, BYTES, 0);

    assertThat(budget.spend(400, 0)).isEqualTo(TAKE);
    assertThat(budget.spend(1, 0)).isEqualTo(DROP_AND_TELL);
    assertThat(budget.spend(0, 0)).isEqualTo(TAKE);
  }

  @Test
  void whatIsDroppedCostsNothing() {
    MessageBudget budget = new MessageBudget(MESSAGES, BYTES, 0);

    budget.spend(401, 0);

    assertThat(spend(budget, 4, 100, 0)).containsOnly(TAKE);
  }

  @Test
  void timeFillsTheBudget() {
    MessageBudget budget = new MessageBudget(MESSAGES, AMPLE, 0);
    spend(budget, 4, 10, 0);

    assertThat(budget.spend(10, SECOND / 2 - 1)).isEqualTo(DROP_AND_TELL);
    assertThat(budget.spend(10, SECOND / 2 + 1)).isEqualTo(TAKE);
    assertThat(budget.spend(10, SECOND / 2 + 1)).isEqualTo(DROP);
  }

  @Test
  void savingsEndAtTheBurst() {
    MessageBudget budget = new MessageBudget(MESSAGES, AMPLE, 0);

    List<Decision> decisions = spend(budget, 5, 10, 3600 * SECOND);

    assertThat(decisions).containsExactly(TAKE, TAKE, TAKE, TAKE, DROP_AND_TELL);
  }

  @Test
  void theRateItselfIsNeverTooMuch() {
    MessageBudget budget = new MessageBudget(MESSAGES, BYTES, 0);

    Stream<Decision> decisions =
        Stream.iterate(0L, at -> at + SECOND / 2).limit(1000).map(at -> budget.spend(50, at));

    assertThat(decisions).hasSize(1000).containsOnly(TAKE);
  }

  @Test
  void aClientIsToldOnceASecond() {
    MessageBudget budget = new MessageBudget(MESSAGES, BYTES, 0);

    assertThat(budget.spend(999, 0)).isEqualTo(DROP_AND_TELL);
    assertThat(budget.spend(999, 1)).isEqualTo(DROP);
    assertThat(budget.spend(999, SECOND - 1)).isEqualTo(DROP);
    assertThat(budget.spend(999, SECOND)).isEqualTo(DROP_AND_TELL);
  }

  @Test
  void threeSecondsInARowAreTooMany() {
    MessageBudget budget = new MessageBudget(MESSAGES, BYTES, 0);

    assertThat(budget.spend(999, 0)).isEqualTo(DROP_AND_TELL);
    assertThat(budget.spend(999, SECOND + 1)).isEqualTo(DROP_AND_TELL);
    assertThat(budget.spend(999, 2 * SECOND + 2)).isEqualTo(CLOSE);
  }

  @Test
  void aQuietSecondIsForgiven() {
    MessageBudget budget = new MessageBudget(MESSAGES, BYTES, 0);

    assertThat(budget.spend(999, 0)).isEqualTo(DROP_AND_TELL);
    assertThat(budget.spend(999, SECOND)).isEqualTo(DROP_AND_TELL);
    assertThat(budget.spend(999, 3 * SECOND)).isEqualTo(DROP_AND_TELL);
    assertThat(budget.spend(999, 4 * SECOND)).isEqualTo(DROP_AND_TELL);
    assertThat(budget.spend(999, 5 * SECOND)).isEqualTo(CLOSE);
  }

  @Test
  void goodMessagesBetweenBadSecondsDoNotHelp() {
    MessageBudget budget = new MessageBudget(MESSAGES, AMPLE, 0);

    assertThat(spend(budget, 5, 1, 0)).endsWith(DROP_AND_TELL);
    assertThat(spend(budget, 3, 1, SECOND)).containsExactly(TAKE, TAKE, DROP_AND_TELL);
    assertThat(spend(budget, 3, 1, 2 * SECOND)).containsExactly(TAKE, TAKE, CLOSE);
  }

  @Test
  void aHostsBudgetGrowsWithItsRoom() {
    MessageBudget budget = new MessageBudget(MESSAGES, BYTES, 0);

    budget.serve(3, true);

    assertThat(spend(budget, 13, 100, 0)).startsWith(TAKE).endsWith(TAKE, DROP_AND_TELL);
    assertThat(spend(budget, 7, 10, SECOND)).endsWith(TAKE, DROP_AND_TELL);
  }

  @Test
  void newMembersRaiseTheRateButFillNothing() {
    MessageBudget budget = new MessageBudget(MESSAGES, AMPLE, 0);
    spend(budget, 4, 1, 0);

    budget.serve(3, false);

    assertThat(budget.spend(1, 0)).isEqualTo(DROP_AND_TELL);
    assertThat(spend(budget, 7, 1, SECOND))
        .containsExactly(TAKE, TAKE, TAKE, TAKE, TAKE, TAKE, DROP_AND_TELL);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aFormerHostHasTheBudgetOfOne(int members) {
    MessageBudget budget = new MessageBudget(MESSAGES, AMPLE, 0);
    budget.serve(8, true);

    budget.serve(members, false);

    assertThat(spend(budget, 5, 1, 0)).containsExactly(TAKE, TAKE, TAKE, TAKE, DROP_AND_TELL);
  }

  @Test
  void theOriginOfTimeMakesNoDifference() {
    long origin = Long.MAX_VALUE - SECOND / 2;
    MessageBudget budget = new MessageBudget(MESSAGES, AMPLE, origin);

    assertThat(spend(budget, 5, 1, origin)).endsWith(TAKE, DROP_AND_TELL);
    assertThat(spend(budget, 3, 1, origin + SECOND)).containsExactly(TAKE, TAKE, DROP_AND_TELL);
  }

  @Test
  void anUnlimitedBudgetIsNeverSpent() {
    MessageBudget budget = new MessageBudget(AMPLE, AMPLE, 0);
    budget.serve(Integer.MAX_VALUE, true);

    assertThat(spend(budget, 100_000, 64 * 1024, 0)).containsOnly(TAKE);
  }

  @Test
  void aRateIsPositive() {
    assertThatThrownBy(() -> new Rate(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a rate: 0/s, burst 1");
    assertThatThrownBy(() -> new Rate(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Decision> spend(MessageBudget budget, int times, int size, long now) {
    return Stream.generate(() -> budget.spend(size, now)).limit(times).toList();
  }
}
