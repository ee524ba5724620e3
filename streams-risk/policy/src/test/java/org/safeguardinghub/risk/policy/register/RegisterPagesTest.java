package org.safeguardinghub.risk.policy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;

/** The pages of the register, as a partnership would publish them. */
final class RegisterPagesTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final String NOT_BUILT = "\nnotBuilt:\n  - {id: P41, title: Not looked for}\n";

  private static Policy policy(String from, String to) {
    String text = PolicyFile.shippedText();
    assertThat(text).contains(from);
    return switch (PolicyFile.read("p.yaml", text.replace(from, to), CATALOGUE)) {
      case PolicyFile.Reading.Sound(Policy policy) -> policy;
      case PolicyFile.Reading.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  private static Policy jigsaw() {
    String last = "      sightingDays: 30\n      severity: S4\n";
    return policy(last, last + NOT_BUILT).only("P03");
  }

  private static Entry entry(String id) {
    Policy shipped = PolicyFile.shipped(CATALOGUE);
    Pattern pattern =
        shipped.patterns().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    return Entry.of(pattern, CATALOGUE);
  }

  private static String expected(String name) throws IOException {
    try (InputStream in = RegisterPagesTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void asMarkdown() throws IOException {
    assertThat(new RuleRegister(jigsaw(), CATALOGUE).markdown()).isEqualTo(expected("p03.md"));
  }

  @Test
  void asHtml() throws IOException {
    assertThat(new RuleRegister(jigsaw(), CATALOGUE).html().replaceFirst("<style>.*</style>", ""))
        .isEqualTo(expected("p03.html"));
  }

  @Test
  void whereNothingIsLeftToBuildNothingIsSaidOfIt() {
    Policy whole = PolicyFile.shipped(CATALOGUE).only("P03");
    assertThat(new RuleRegister(whole, CATALOGUE).markdown()).doesNotContain("Not looked for yet");
  }

  @Test
  void aPatternWithoutAddedWordsHasNoTableOfThem() {
    Policy moves = PolicyFile.shipped(CATALOGUE).only("P40");
    assertThat(new RuleRegister(moves, CATALOGUE).markdown())
        .contains("| way | words |")
        .doesNotContain("added words");
  }

  @Test
  void whatHoldsAPatternBackIsSaid() {
    assertThat(entry("P01").suppression()).isEqualTo("Nothing holds it back.");
    assertThat(entry("P02").suppression())
        .isEqualTo("It is told to its readers under the usual rules of repetition.");
    assertThat(entry("P03").suppression()).startsWith("While children's social care has something");
    assertThat(entry("P03").about()).isEqualTo("child, unborn");
  }

  @Test
  void aBarInATextDoesNotBreakTheTable() {
    MarkdownPage page = new MarkdownPage();
    page.table("a", "b", List.of(new Fact("one|two", "three|four")));
    assertThat(page.end()).isEqualTo("| a | b |\n|---|---|\n| one\\|two | three\\|four |\n");
  }

  @Test
  void valuesOfEveryShapeAreInWords() {
    assertThat(entry("P07").facts())
        .contains(
            new Fact("clustered", "2 incidents in 30 days"),
            new Fact("away", "perpetrator away"),
            new Fact(
                "grades",
                "DA incident, child in household: DASH standard (POL-DA-01): 1; DA incident, child in household: DASH medium (POL-DA-02): 2; DA incident, child in household: DASH high / MARAC (POL-DA-03): 3; IDVA or refuge: high-risk assessment (VCS-DA-01): 3"));
    assertThat(entry("P06").facts())
        .contains(
            new Fact("excluding", "address mismatch; provider cancelled"),
            new Fact("plans", "CIN; CP; LAC"),
            new Fact("after injury", "1 incident in 90 days"));
  }

  @Test
  void aNewAChangedAndALostPatternAreNamed() {
    Policy all = PolicyFile.shipped(CATALOGUE);
    assertThat(PolicyDiff.between(all.only("P03"), all.only("P04"), CATALOGUE))
        .extracting(PolicyDiff.Change::toString)
        .containsExactly(
            "P03: the pattern is gone: Jigsaw: several agencies each hold a piece",
            "P04: the pattern is new: Cumulative neglect");
  }

  @Test
  void newTextsAreNamedToo() {
    Policy more =
        policy(
            "      S4: A Family Help or child in need plan",
            "      S1: Told at once.\n      S4: A Family Help or child in need plan");
    assertThat(PolicyDiff.between(PolicyFile.shipped(CATALOGUE), more, CATALOGUE))
        .extracting(PolicyDiff.Change::toString)
        .containsExactly("P03: text at S1 is new: Told at once.");
    assertThat(PolicyDiff.between(more, PolicyFile.shipped(CATALOGUE), CATALOGUE))
        .extracting(PolicyDiff.Change::toString)
        .containsExactly("P03: text at S1 is gone: Told at once.");
    assertThat(
            PolicyDiff.between(
                PolicyFile.shipped(CATALOGUE),
                policy("Each agency saw only its own part.", "Each saw its own part."),
                CATALOGUE))
        .singleElement()
        .extracting(PolicyDiff.Change::what)
        .isEqualTo("text of several");
  }
}
