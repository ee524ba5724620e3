package org.safeguardinghub.risk.policy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;

/** The register says everything that the policy says, and a difference names the value. */
final class RuleRegisterTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final Policy SHIPPED = PolicyFile.shipped(CATALOGUE);

  private static Policy changed(String from, String to) {
    String text = PolicyFile.shippedText();
    assertThat(text).contains(from);
    return switch (PolicyFile.read("changed.yaml", text.replace(from, to), CATALOGUE)) {
      case PolicyFile.Reading.Sound(Policy policy) -> policy;
      case PolicyFile.Reading.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  @Test
  void everyValueOfEveryRuleIsInIt() {
    String register = new RuleRegister(SHIPPED, CATALOGUE).markdown();
    for (Pattern pattern : SHIPPED.patterns()) {
      Entry entry = Entry.of(pattern, CATALOGUE);
      assertThat(entry.facts())
          .hasSameSizeAs(pattern.rule().getClass().getRecordComponents())
          .allSatisfy(fact -> assertThat(fact.value()).isNotBlank());
      assertThat(register).contains("## " + pattern.id() + " " + pattern.title());
      assertThat(register).contains(pattern.source(), pattern.question());
      assertThat(register).contains(pattern.falsePositives());
    }
  }

  @Test
  void valuesAreInWords() {
    Pattern jigsaw =
        SHIPPED.patterns().stream().filter(one -> one.id().equals("P03")).findFirst().orElseThrow();
    assertThat(Entry.of(jigsaw, CATALOGUE).facts())
        .contains(
            new Fact("threshold", "4 incidents in 90 days"),
            new Fact("families", "3"),
            new Fact("severity", "S3"))
        .anySatisfy(fact -> assertThat(fact.value()).contains("if plan progress is positive"));
  }

  @Test
  void thePageEscapesWhatItShowsAndLinksEveryPattern() {
    Policy odd = changed("title: 'Jigsaw: several", "title: 'Jigsaw <b>& \"several");
    String page = new RuleRegister(odd, CATALOGUE).html();
    assertThat(page)
        .contains("Jigsaw &lt;b&gt;&amp; &quot;several", "<html lang=\"en-GB\">")
        .doesNotContain("<b>", "http:", "https:", "<script");
    for (Pattern pattern : odd.patterns()) {
      assertThat(page).contains("href=\"#" + pattern.id() + "\"", "id=\"" + pattern.id() + "\"");
    }
  }

  @Test
  void theSamePolicySaysTheSame() {
    assertThat(PolicyDiff.between(SHIPPED, SHIPPED, CATALOGUE)).isEmpty();
  }

  @Test
  void aDifferenceNamesPatternValueBeforeAndAfter() {
    Policy other =
        changed("threshold: {incidents: 4, days: 90}", "threshold: {incidents: 3, days: 60}");
    List<PolicyDiff.Change> changes = PolicyDiff.between(SHIPPED, other, CATALOGUE);
    assertThat(changes)
        .containsExactly(
            new PolicyDiff.Change(
                "P03", "threshold", "4 incidents in 90 days", "3 incidents in 60 days"));
    assertThat(changes.getFirst())
        .hasToString("P03: threshold: 4 incidents in 90 days -> 3 incidents in 60 days");
    assertThat(PolicyDiff.between(SHIPPED, changed("lateHours: 24", "lateHours: 48"), CATALOGUE))
        .containsExactly(new PolicyDiff.Change("policy", "late hours", "24", "48"));
  }
}
