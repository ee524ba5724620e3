package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;

/** The shipped policy is sound and complete; a faulty one is answered with every fault at once. */
final class PolicyFileTest {
  private static List<String> faults(String yaml) {
    return switch (PolicyFile.read("policy.yaml", yaml, Told.CATALOGUE)) {
      case PolicyFile.Reading.Sound _ -> List.of();
      case PolicyFile.Reading.Faulty(List<Fault> faults) ->
          faults.stream().map(Fault::toString).toList();
    };
  }

  private static String with(String from, String to) {
    assertThat(PolicyFile.shippedText()).contains(from);
    return PolicyFile.shippedText().replaceFirst(java.util.regex.Pattern.quote(from), to);
  }

  private static int line(String text) {
    List<String> lines = PolicyFile.shippedText().lines().toList();
    return 1
        + IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains(text))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void theShippedPolicyNamesAllFortyPatterns() {
    Policy policy = PolicyFile.shipped(Told.CATALOGUE);
    assertThat(policy.patterns())
        .extracting(Pattern::id)
        .containsExactly(
            "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "P10", "P11", "P12",
            "P13", "P14", "P15", "P16", "P17", "P18", "P19", "P20", "P21", "P22", "P23", "P24",
            "P25", "P26", "P27", "P28", "P29", "P30", "P31", "P32", "P33", "P34", "P35", "P36",
            "P37", "P38", "P39", "P40");
    assertThat(policy.notBuilt()).isEmpty();
  }

  @Test
  void neverSuppressedAndRoutedAreAsTheCatalogueSays() {
    Policy policy = PolicyFile.shipped(Told.CATALOGUE);
    assertThat(policy.patterns())
        .filteredOn(Pattern::neverSuppressed)
        .extracting(Pattern::id)
        .containsExactly(
            "P01", "P05", "P13", "P14", "P15", "P27", "P29", "P30", "P34", "P35", "P39");
    assertThat(policy.patterns())
        .filteredOn(Pattern::routedToWorker)
        .extracting(Pattern::id)
        .containsExactly("P03", "P04", "P06", "P09");
  }

  @Test
  void eachKindOfFaultIsNamedWithItsLine() {
    assertThat(faults(with("      minLevel: 2\n", "      minLevel: 5\n")))
        .containsExactly(
            "policy.yaml:"
                + line("      minLevel: 2")
                + ": 'minLevel' must be a whole number from 1 to 4");
    assertThat(faults(with("      families: 3\n", "")))
        .containsExactly(
            "policy.yaml:" + line("kind: SEVERAL_FAMILIES") + ": 'families' is missing");
    assertThat(faults(with("      families: 3\n", "      families: three\n")))
        .singleElement()
        .asString()
        .contains("'families' must be a whole number");
    assertThat(faults(with("    routedToWorker: true\n", "    routed: true\n")))
        .singleElement()
        .asString()
        .contains("unknown key 'routed'");
    assertThat(
            faults(
                with(
                    "always: {codes: [ED-PHY-02, HV-PHY-01]}",
                    "always: {codes: [ED-PHY-02, HV-PHY-99]}")))
        .singleElement()
        .asString()
        .contains("unknown event code 'HV-PHY-99'");
    assertThat(faults(with("kind: SEVERAL_FAMILIES", "kind: SEVERAL_AUNTS")))
        .singleElement()
        .asString()
        .contains("unknown kind of rule 'SEVERAL_AUNTS'; known are");
    assertThat(faults(with("missed: {sets: [WAS_NOT_BROUGHT]}", "missed: {sets: [WAS_BROUGHT]}")))
        .hasSize(2)
        .first()
        .asString()
        .contains("'WAS_BROUGHT' is none of");
    assertThat(faults(with("nonMobileAttribute: nonMobile", "nonMobileAttribute: notMobile")))
        .singleElement()
        .asString()
        .contains("unknown attribute 'notMobile'");
    assertThat(faults(with("is: [positive]", "is: [splendid]")))
        .singleElement()
        .asString()
        .contains("'planProgress' has no value 'splendid'");
    assertThat(faults(with("'{incidents} incidents of level", "'{incidence} incidents of level")))
        .singleElement()
        .asString()
        .contains("unknown placeholder '{incidence}'");
    assertThat(
            faults(
                with(
                    "    neverSuppressed: true\n",
                    "    neverSuppressed: true\n    routedToWorker: true\n")))
        .singleElement()
        .asString()
        .contains("never suppressed cannot be routed");
    assertThat(faults(with("  - id: P11\n", "  - id: P01\n")))
        .singleElement()
        .asString()
        .contains("'P01' is given twice");
  }

  @Test
  void faultsOfAChoiceAndOfSignsAreNamed() {
    assertThat(faults(with("concerns: {codes: [CSC-PUB-01, VCS-CHL-01]}", "concerns: {}")))
        .singleElement()
        .asString()
        .contains("needs 'sets', 'categories', 'codes' or 'when'");
    assertThat(faults(with("{how: AFTER,", "{how: LATER,")))
        .singleElement()
        .asString()
        .contains("'how' must be one of [TOGETHER, AFTER, RETRACTION]");
    assertThat(faults(with("- clause: brokenOff", "- clause: repeated")))
        .hasSize(2)
        .anyMatch(fault -> fault.contains("clause 'repeated' is given twice"))
        .anyMatch(fault -> fault.contains("unknown key 'brokenOff'"));
    assertThat(faults(with("          daysAfter: 0\n", "")))
        .singleElement()
        .asString()
        .contains("'daysAfter' is missing");
  }

  @Test
  void faultsInTheRowsOfARuleAreNamedToo() {
    assertThat(faults(with("is: [money, phones]", "is: [money, cars]")))
        .singleElement()
        .asString()
        .contains("'indicators' has no value 'cars'");
    assertThat(faults(with("categories: [EXP, MIS, HSB, ONL]", "categories: [EXP, AWAY]")))
        .singleElement()
        .asString()
        .contains("'AWAY' is none of");
    assertThat(faults(with("- words: a weapon", "- words: injury by serious violence")))
        .singleElement()
        .asString()
        .contains("'injury by serious violence' is given twice");
    assertThat(faults(with("          same: ALLEGED", "          same: COUSIN")))
        .singleElement()
        .asString()
        .contains("'same' must be one of [NOBODY, CHILD, ALLEGED]");
    assertThat(faults(with("          orAuthorities: 2", "          andAuthorities: 2")))
        .singleElement()
        .asString()
        .contains("unknown key 'andAuthorities'");
    assertThat(faults(with("      cluster: '{children}", "      clusters: '{children}")))
        .hasSize(2)
        .first()
        .asString()
        .contains("'cluster' is missing");
  }

  @Test
  void clocksAreReadStrictly() {
    assertThat(faults(with("within: {workingDays: 45}", "within: {workingDays: 45, hours: 1}")))
        .singleElement()
        .asString()
        .contains("a period has one of 'hours', 'workingDays', 'schoolDays' and 'days'");
    assertThat(faults(with("within: {workingDays: 45}", "within: {workingDays: 0}")))
        .singleElement()
        .asString()
        .contains("'workingDays' must be a whole number");
    assertThat(faults(with("        - id: CLK-04\n", "        - id: CLK-03\n")))
        .anyMatch(fault -> fault.contains("clock 'CLK-03' is given twice"));
    assertThat(faults(with("      CLK-31: '", "      CLK-32: '")))
        .hasSize(2)
        .first()
        .asString()
        .contains("'CLK-31' is missing");
    assertThat(faults(with("startsAtFindingOf: P01", "startsAtFindingOf: P40")))
        .singleElement()
        .asString()
        .contains("'P29' rests on findings of 'P40', which must stand before it");
  }

  @Test
  void allFaultsAreReportedAtOnceInTheOrderOfTheirLines() {
    String yaml =
        with("version: 1\n", "version: none\n")
            .replaceFirst("      minLevel: 2\n", "      minLevel: 9\n")
            .replace("kind: RETURN_INTERVIEW", "kind: RETURN")
            .replace("declinesInRow: 3", "declines: 3");
    assertThat(faults(yaml))
        .hasSize(3)
        .isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
  }

  private static int number(String fault) {
    return Integer.parseInt(fault.split(":", 3)[1]);
  }

  @Test
  void noYamlAndAnEmptyFileAreFaultsToo() {
    assertThat(faults("id: [")).hasSize(1);
    assertThat(faults("")).hasSize(1);
    assertThat(faults("id: x")).hasSizeGreaterThan(10);
  }

  @Test
  void noWordOfTheShippedPolicyBlamesAChild() {
    assertThat(PolicyFile.shippedText().toLowerCase(Locale.ROOT))
        .doesNotContain("offender", "high-risk youth", "absconder", "promiscuous", "lifestyle");
  }
}
