package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.file.PolicyText;
import org.safeguardinghub.risk.policy.rule.Policy;

/** Nothing in a policy file is passed over in silence: no key, no name, no missing part. */
final class PolicyFaultsTest {
  private static final Pattern FIRST_KEY = Pattern.compile("^(\\s*)(- )?[A-Za-z0-9-]+:.*$");
  private static final Pattern IN_BRACES = Pattern.compile("(?<=[:,\\-] )\\{(?=[A-Za-z0-9]+:)");

  private static List<Fault> read(String yaml) {
    return switch (PolicyFile.read("policy.yaml", yaml, Told.CATALOGUE)) {
      case PolicyFile.Reading.Sound _ -> List.of();
      case PolicyFile.Reading.Faulty(List<Fault> faults) -> faults;
    };
  }

  private static List<String> faults(String yaml) {
    return read(yaml).stream()
        .map(fault -> fault.toString().replaceFirst("^policy.yaml:[0-9]+: ", ""))
        .toList();
  }

  private static List<String> changed(String from, String to) {
    assertThat(PolicyFile.shippedText()).contains(from);
    return faults(PolicyFile.shippedText().replaceFirst(Pattern.quote(from), to));
  }

  /** The shipped policy with a key that nobody knows in every map of it. */
  private static List<String> withUnknownKeys() {
    List<String> lines = new ArrayList<>();
    int indent = -1;
    for (String line : PolicyFile.shippedText().replaceAll("(?m)^ *#.*\n", "").lines().toList()) {
      Matcher key = FIRST_KEY.matcher(line);
      String inBraces = IN_BRACES.matcher(line).replaceAll("{unheardOf: x, ");
      if (!key.matches()) {
        lines.add(inBraces);
      } else {
        boolean item = key.group(2) != null;
        int here = key.group(1).length() + (item ? 2 : 0);
        if (item) {
          lines.add(key.group(1) + "- unheardOf: x");
        } else if (here > indent) {
          lines.add(key.group(1) + "unheardOf: x");
        }
        lines.add(item ? inBraces.replaceFirst("- ", "  ") : inBraces);
        indent = here;
      }
    }
    return lines;
  }

  @Test
  void noMapOfTheFileMayHaveAKeyThatNobodyKnows() {
    List<String> lines = withUnknownKeys();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int times = lines.get(i).split("unheardOf: x", -1).length - 1;
      String fault = "policy.yaml:" + (i + 1) + ": unknown key 'unheardOf'";
      expected.addAll(Collections.nCopies(times, fault));
    }
    List<String> faults = new ArrayList<>();
    read(String.join("\n", lines)).forEach(fault -> faults.add(fault.toString()));
    List<String> passedOver = new ArrayList<>(expected);
    faults.forEach(passedOver::remove);
    expected.forEach(faults::remove);
    assertThat(passedOver).isEmpty();
    assertThat(faults).as("nothing else").isEmpty();
    assertThat(expected).hasSizeGreaterThan(500);
  }

  @Test
  void anEmptyPolicyNamesAllThatIsMissing() {
    assertThat(faults("notBuilt: []"))
        .containsExactlyInAnyOrder(
            "'id' is missing",
            "'version' is missing",
            "'effectiveFrom' is missing",
            "'countingRoles' is missing",
            "'harmedRoles' is missing",
            "'refire' is missing",
            "'echoHours' is missing",
            "'lateHours' is missing",
            "'protectiveDays' is missing",
            "'urgentNotice' is missing",
            "'load' is missing",
            "'weights' is missing",
            "'episodes' is missing",
            "'texts' is missing",
            "'patterns' is missing");
  }

  @Test
  void anEmptyPatternNamesAllThatIsMissing() {
    assertThat(faults("notBuilt: []\npatterns:\n  - {id: P03}\n"))
        .contains(
            "'title' is missing",
            "'scopes' is missing",
            "'why' is missing",
            "'source' is missing",
            "'recipients' is missing",
            "'question' is missing",
            "'falsePositives' is missing",
            "'notKnown' is missing",
            "'because' is missing",
            "'rule' is missing");
  }

  /** Every kind of rule of the shipped policy, with nothing but its name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "NON_MOBILE_INJURY: always, injuries, nonMobileAttribute, presumedUnderMonths, medicals, medicalAnswersWithinDays, birthmark, severity",
        "REPEAT_INJURY: injuries, excludingAttributes, followUpAttribute, threshold, underYears, youngUnderYears, providers, inconsistentAttribute, consistent, severity, raised, lowered",
        "SEVERAL_FAMILIES: threshold, minLevel, families, severity, raisedLevel, raisedFamilies, raised, progress, progressDays, lowered",
        "PUSHED_OUT: suspensions, suspended, exclusions, police, withinDays, severity, raisedWith, raisedWithDays, raised",
        "SUSTAINED_IMPROVEMENT: threshold, families, minLevel, sighting, sightingDays, severity",
        "DISPUTES: stages",
        "CLOCKS: clocks",
      })
  void aRuleOfWhichOnlyTheKindIsGivenNamesAllThatIsMissing(String expected) {
    String kind = expected.substring(0, expected.indexOf(':'));
    List<String> keys = List.of(expected.substring(kind.length() + 2).split(", "));
    String yaml =
        "patterns:\n  - {id: P03, because: {several: x}, rule: {kind: %s}}\n".formatted(kind);
    assertThat(read(yaml).stream().filter(fault -> fault.line() == 2).map(Fault::toString))
        .filteredOn(fault -> !fault.contains("'several'"))
        .map(fault -> fault.replaceFirst("^policy.yaml:2: ", ""))
        .containsAll(keys.stream().map(key -> "'" + key + "' is missing").toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "    scopes: [CHILD, UNBORN]|    scopes: [CHILD, AUNT]|'AUNT' is none of",
        "  - id: P03\\n|  - id: p3\\n|'id' must look like P03",
        "excludingAttributes: [birthmarkOpinion]|excludingAttributes: [freckles]|unknown attribute 'freckles'",
        "- {code: POL-DA-02, grade: 2}|- {code: POL-DA-99, grade: 2}|unknown event code 'POL-DA-99'",
        "- {code: POL-DA-02, grade: 2}|- {code: POL-DA-01, grade: 2}|'POL-DA-01' is graded twice",
        "- {stage: 2, within|- {stage: 1, within|stage '1' is given twice",
        "{stage: 2, within: {workingDays: 2}, |{stage: 2, |'within' is missing",
        "'A report of level {level}|'A report of level {grade}|unknown placeholder '{grade}'; known are [families, first, level]",
        "arrived on {received}|arrived on {sent}|unknown placeholder '{sent}'; known are [received]",
        "S2: At least two families|S2: At least {n} families|unknown placeholder '{n}'",
      })
  void aFaultyNameIsNamed(String from, String to, String fault) {
    assertThat(changed(from.replace("\\n", "\n"), to.replace("\\n", "\n")))
        .singleElement()
        .asString()
        .contains(fault);
  }

  @Test
  void twoWaysOfOneRuleMayNotHaveOneName() {
    assertThat(changed("        - clause: restraints\n", "        - clause: serious\n"))
        .contains("'serious' is given twice");
  }

  @Test
  void whatIsNotBuiltIsNamedAndIsNotBuiltTwice() {
    String rows = "\nnotBuilt:\n  - {id: P41, title: Not yet}\n  - {id: P42, title: Nor this}\n";
    Policy policy = sound(PolicyFile.shippedText() + rows);
    assertThat(policy.notBuilt())
        .containsExactly(
            new Policy.NotBuilt("P41", "Not yet"), new Policy.NotBuilt("P42", "Nor this"));
    assertThat(PolicyText.summary(policy))
        .startsWith("partnership-default version 1, from 2026-01-01\n  P01  Bruise or injury")
        .endsWith("\n  P40  Sustained improvement\n  2 patterns not built yet\n");
    assertThat(faults(PolicyFile.shippedText() + rows.replace("P42", "P41")))
        .containsExactly("pattern 'P41' is given twice");
    assertThat(faults(PolicyFile.shippedText() + rows.replace("P42", "P03")))
        .containsExactly("pattern 'P03' is given twice");
    assertThat(faults(PolicyFile.shippedText() + rows.replace("title: Nor", "why: no, title: Nor")))
        .containsExactly("unknown key 'why'");
    assertThat(PolicyText.summary(sound(PolicyFile.shippedText() + one(rows))))
        .endsWith("\n  1 pattern not built yet\n");
  }

  private static String one(String rows) {
    return rows.lines().limit(3).collect(Collectors.joining("\n", "", "\n"));
  }

  private static Policy sound(String yaml) {
    return switch (PolicyFile.read("policy.yaml", yaml, Told.CATALOGUE)) {
      case PolicyFile.Reading.Sound(Policy policy) -> policy;
      case PolicyFile.Reading.Faulty(List<Fault> faults) -> throw new AssertionError(faults);
    };
  }

  @Test
  void faultsAreOneLineEachForATerminal() {
    List<Fault> faults =
        read(
            PolicyFile.shippedText()
                .replaceFirst("echoHours: 12", "echoHours: 0")
                .replaceFirst("lateHours: 24", "lateHours: 0"));
    assertThat(PolicyText.faults(faults).lines().toList())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("policy.yaml:")
        .endsWith(": 'echoHours' must be a whole number from 1 to 720");
  }
}
