package org.safeguardinghub.connectors.intake.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.connectors.intake.receipt.Answered.Answer;
import org.safeguardinghub.connectors.intake.receipt.SubjectFate.Fate;
import org.safeguardinghub.kernel.event.HandlingClass;

/** Which answer a receipt tells, whatever order the topic brings them in. */
final class AnsweredTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theNewestAnswerStaysInWhateverOrderTheyCome(long seed) {
    List<SubjectFate> read = new ArrayList<>();
    int second = 0;
    for (Answer answer : Answer.values()) {
      read.add(fate(0, Optional.of(new Answered(answer, NOON.plusSeconds(second++)))));
      read.add(fate(0, Optional.empty()));
    }
    read.add(fate(0, Optional.of(new Answered(Answer.ALREADY_KNOWN, NOON.plusSeconds(4)))));
    Collections.shuffle(read, new Random(seed));

    SubjectFate known = read.stream().reduce(SubjectFate::with).orElseThrow();

    // Of two at one moment the name decides, so that no order of arrival does.
    assertThat(known.answer()).hasValue(new Answered(Answer.NEED_MORE, NOON.plusSeconds(4)));
    assertThat(read.stream().reduce(known, SubjectFate::with)).isEqualTo(known);
  }

  @Test
  void aLaterFateWithoutAnAnswerTakesNoneAway() {
    SubjectFate answered = fate(0, Optional.of(new Answered(Answer.ACT, NOON)));
    assertThat(answered.with(fate(0, Optional.empty())).answer()).isEqualTo(answered.answer());
  }

  @Test
  void ofSeveralSubjectsTheNewestAnswerIsTold() {
    SubjectFate first = fate(0, Optional.of(new Answered(Answer.ACT, NOON)));
    SubjectFate second =
        fate(1, Optional.of(new Answered(Answer.NOT_RELEVANT, NOON.plusSeconds(1))));
    SubjectFate third = fate(2, Optional.empty());

    assertThat(view(Optional.of(HandlingClass.H1), first, second, third).answer())
        .hasValue(Answer.NOT_RELEVANT);
    assertThat(view(Optional.of(HandlingClass.H1), third, second, first).answer())
        .hasValue(Answer.NOT_RELEVANT);
    assertThat(view(Optional.of(HandlingClass.H1), third).answer()).isEmpty();
    assertThat(view(Optional.empty(), first).answer()).hasValue(Answer.ACT);
  }

  @ParameterizedTest
  @EnumSource(HandlingClass.class)
  void theAnswerIsWithheldExactlyWhereTheAlertIs(HandlingClass handling) {
    ReceiptView view =
        view(Optional.of(handling), fate(0, Optional.of(new Answered(Answer.ACT, NOON))));

    assertThat(view.answer().isEmpty())
        .isEqualTo(view.ledToAlert() == ReceiptView.LedToAlert.WITHHELD);
  }

  @ParameterizedTest
  @CsvSource({"H0, false", "H1, false", "H2, true", "H3, true", "H4, true", "H5, true"})
  void fromH2OnItIsWithheld(HandlingClass handling, boolean withheld) {
    ReceiptView view =
        view(Optional.of(handling), fate(0, Optional.of(new Answered(Answer.ACT, NOON))));

    assertThat(view.answer().isEmpty()).isEqualTo(withheld);
  }

  private static SubjectFate fate(int subject, Optional<Answered> answer) {
    return new SubjectFate("r-1", subject, "feed-a", Fate.ATTRIBUTED, true, NOON, answer);
  }

  private static ReceiptView view(Optional<HandlingClass> handling, SubjectFate... fates) {
    return ReceiptView.of(
        new ReceiptStore.Stored(
            "r-1",
            Optional.of("e-1"),
            NOON,
            Optional.empty(),
            fates.length,
            handling,
            List.of(fates),
            Optional.empty(),
            Optional.empty()));
  }
}
