package org.safeguardinghub.deploy.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.deploy.local.story.Verdict.Outcome.BROKEN;
import static org.safeguardinghub.deploy.local.story.Verdict.Outcome.HELD;
import static org.safeguardinghub.deploy.local.story.Verdict.Outcome.NOT_JUDGED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each entry is held or broken by itself. The story's only finding is P01 of 16 March. */
final class MustNotTest {
  private static final String RAISED = "\"mustRaise\": [" + Told.BRUISE_RAISED + "]";

  private static Verdict judged(String expected, String entry) {
    String more = (expected.isEmpty() ? "" : expected + ",\n ") + "\"mustNot\": [" + entry + "]";
    return Told.played(Told.BRUISE, more).mustNot().getFirst();
  }

  private static Verdict object(String keys) {
    return judged(RAISED, "{\"text\": \"It\", " + keys + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"patterns\": [\"P01\"]",
        "\"patterns\": [\"P02\", \"P01\"]",
        "\"subject\": \"tansy\"",
        "\"from\": \"2026-03-16\", \"to\": \"2026-03-16\"",
        "\"restsOn\": [1]",
        "\"told\": [\"raise\"]",
        "\"toldBefore\": \"2026-03-17\"",
        "\"says\": [\"Injury or mark\"]",
        "\"lacks\": [\"drowning\"]",
        "\"owner\": [\"mash-manager\"]",
        "\"notOwner\": [\"dsl\"]",
        "\"owner\": [\"mash-manager\"], \"restsOn\": [1], \"patterns\": [\"P01\"]"
      })
  void anythingThatIsAllOfItBreaksIt(String keys) {
    assertThat(object(keys).outcome()).isEqualTo(BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"patterns\": [\"P02\"]",
        "\"from\": \"2026-03-17\"",
        "\"to\": \"2026-03-15\"",
        "\"told\": [\"strengthen\", \"notice\"]",
        "\"toldBefore\": \"2026-03-16\"",
        "\"says\": [\"drowning\"]",
        "\"lacks\": [\"drowning\", \"injury or mark\"]",
        "\"patterns\": [\"P01\"], \"to\": \"2026-03-15\"",
        "\"owner\": [\"dsl\"]",
        "\"notOwner\": [\"mash-manager\"]",
        "\"owner\": [\"mash-manager\"], \"patterns\": [\"P02\"]",
        "\"owner\": [\"mash-manager\"], \"from\": \"2026-03-17\""
      })
  void whatIsNotAllOfItHoldsIt(String keys) {
    assertThat(object(keys).outcome()).isEqualTo(HELD);
  }

  @Test
  void aSentenceIsJudgedByThePatternsThatItNames() {
    assertThat(judged(RAISED, "\"P10, P12 (nothing of the kind)\"").outcome()).isEqualTo(HELD);
    assertThat(judged(RAISED, "\"Any suppression of P01\"").outcome()).isEqualTo(HELD);
    Verdict unlisted = judged("", "\"P01, P12\"");
    assertThat(unlisted.outcome()).isEqualTo(BROKEN);
    assertThat(unlisted.why()).isEqualTo("P01 tansy 2026-03-16 S1");
  }

  @Test
  void aSentenceAboutAPatternIsBrokenByWhatIsMissingOfIt() {
    String later =
        "\"mustRaise\": [" + Told.BRUISE_RAISED.replace("2026-03-16", "2026-03-17") + "]";
    assertThat(judged(later, "\"Any suppression of P01\"").outcome()).isEqualTo(BROKEN);
  }

  @Test
  void aSentenceWithoutAPatternIsForAReader() {
    assertThat(judged(RAISED, "\"Words that blame anybody\"").outcome()).isEqualTo(NOT_JUDGED);
  }

  @Test
  void aBrokenEntryIsAFaultOfTheStory() {
    String entry = ", \"mustNot\": [{\"text\": \"It\", \"says\": [\"injury\"]}]";
    assertThat(Told.played(Told.BRUISE, RAISED).asTold()).isTrue();
    assertThat(Told.played(Told.BRUISE, RAISED + entry).asTold()).isFalse();
  }

  @Test
  void aRefireThatIsNotListedBreaksASentenceAboutItsPattern() {
    Story story = Vignette.NEGLECT_NOBODY_REFERS.story();
    Story unlisted =
        new Story(
            story.id(),
            story.title(),
            story.until(),
            story.events(),
            story.mustRaise(),
            story.mayRaise(),
            story.strengthened().subList(1, story.strengthened().size()),
            story.notices(),
            List.of(new MustNot.Sentence("A fresh P03 for each event")));
    Verdict verdict = Told.played(unlisted).mustNot().getFirst();
    assertThat(verdict.outcome()).isEqualTo(BROKEN);
    assertThat(verdict.why()).isEqualTo("P03 re-fire 2026-02-03, which is not listed");
  }
}
