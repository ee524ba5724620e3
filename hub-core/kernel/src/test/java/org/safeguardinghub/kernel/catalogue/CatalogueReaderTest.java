package org.safeguardinghub.kernel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.EventCatalogue.Reading;
import org.safeguardinghub.kernel.yaml.Fault;

final class CatalogueReaderTest {
  private static final String CATALOGUE = text("event-catalogue.yaml");
  private static final String GROUPS = text("event-groups.yaml");

  @Test
  void shippedFilesAreSound() {
    assertThat(EventCatalogue.read(CATALOGUE, GROUPS)).isInstanceOf(Reading.Sound.class);
  }

  @Test
  void unknownKeysAreFaults() {
    assertFault(
        "    title: Permanent exclusion",
        "    titel: x\n    title: Permanent exclusion",
        "unknown key 'titel'");
    assertFault("version: 1", "version: 1\nauthor: me", "unknown key 'author'");
    assertFault("    usedBy: [P01]", "    used: [P01]", "unknown key 'used'");
  }

  @Test
  void aFaultNamesTheLineWhereItStands() {
    String faulty = CATALOGUE.replaceFirst("  - code: EDU-EXC-02\n", "  - code: edu-exc-02\n");
    int line =
        CATALOGUE.substring(0, CATALOGUE.indexOf("  - code: EDU-EXC-02\n")).split("\n", -1).length;

    assertThat(faults(faulty, GROUPS))
        .contains(
            new Fault(
                "event-catalogue.yaml",
                line,
                "'edu-exc-02' is no event type code such as EDU-NEG-01"));
  }

  @Test
  void duplicatesAreFaults() {
    assertFault("code: EDU-EXC-02", "code: EDU-EXC-01", "event type 'EDU-EXC-01' is defined twice");
    assertFault(
        "name: selfBooking",
        "name: providerCancelled",
        "attribute 'providerCancelled' is defined twice");
    assertFault("id: england-default", "id: england-default\nid: other", "key 'id' is given twice");
    assertFault(
        "[positive, 'none']", "[positive, positive]", "'positive' is listed twice in 'values'");
  }

  @Test
  void missingAndBadValuesAreFaults() {
    assertFault("    title: Permanent exclusion\n", "", "'title' is missing");
    assertFault(
        "    title: Permanent exclusion\n",
        "    title: ''\n",
        "'title' must be a text that is not empty");
    assertFault("level: 3", "level: 5", "'level' must be a whole number from 1 to 4");
    assertFault(
        "handling: H4", "handling: H6", "'handling' must be one of [H0, H1, H2, H3, H4, H5]");
    assertFault("category: FGM", "category: FMG", "'category' must be one of");
    assertFault("effectiveFrom: 2024-01-01", "effectiveFrom: 1.1.2024", "must be a date");
    assertFault("    min: 1", "    min: 9", "'max' is below 'min'");
    assertFault("type: percent", "type: percentage", "'type' must be one of");
    assertFault("place: true", "place: perhaps", "'place' must be true or false");
    assertFault(
        "halfLifeDays: 3650", "halfLifeDays: never", "'halfLifeDays' must be a whole number");
    assertFault("    halfLifeDays: 3650\n", "", "needs halfLifeDays");
    assertFault(
        "seenAlone, siblingsSeen",
        "seenAlone, siblingSeen",
        "attribute 'siblingSeen' is not defined above");
  }

  @Test
  void onlyReferencesCanBeHashed() {
    assertFault(
        "    purpose: The child was seen alone.",
        "    purpose: x\n    hashed: true",
        "only a reference");
  }

  @Test
  void groupsAreHeldToTheCatalogue() {
    assertGroupFault(
        "prefixes: [YJS]", "prefixes: [YOS]", "no origin family has the prefix of 'YJS-OFF-01'");
    assertGroupFault(
        "prefixes: [HOM, FOS]", "prefixes: [HOM, FOS, HSG]", "'HSG' belongs to two families");
    assertGroupFault("family: CAF", "family: FIR", "family FIR is given twice");
    assertGroupFault("family: CAF", "family: FIR", "family CAF is missing");
    assertGroupFault("set: FOOD", "set: MISSING", "set MISSING is given twice");
    assertGroupFault("set: FOOD", "set: MISSING", "set FOOD is missing");
    assertGroupFault(
        "codes: [CSC-VIS-01]", "codes: [CSC-VIS-09]", "'CSC-VIS-09' is not in the catalogue");
    assertGroupFault("codes: [CSC-VIS-01]", "codes: []", "'codes' must not be empty");
    assertGroupFault("value: nfa", "value: none", "'outcome' has no such code");
    assertGroupFault(
        "codes: [CSC-PUB-01, VCS",
        "codes: [CSC-PUB-09, VCS",
        "'CSC-PUB-09' is not in the catalogue");
    assertGroupFault("title: Police", "title: Constabulary", "the title of POL is 'Police'");
  }

  @Test
  void allFaultsOfBothFilesComeInOneReportInOrder() {
    String catalogue =
        CATALOGUE.replaceFirst("level: 3", "level: 7").replace("code: OFS-SET-01", "code: Ofsted");
    String groups = GROUPS.replace("set: FOOD", "set: DRINK");

    List<Fault> faults = faults(catalogue, groups);

    assertThat(faults)
        .extracting(Fault::file)
        .contains("event-catalogue.yaml", "event-groups.yaml");
    assertThat(faults.stream().filter(fault -> fault.file().startsWith("event-c")).map(Fault::line))
        .isSorted()
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void whatIsNotYamlIsOneFaultWithItsLine() {
    assertThat(faults("id: a\nversion: [1\n", GROUPS))
        .first()
        .satisfies(
            fault -> {
              assertThat(fault.line()).isBetween(2, 3);
              assertThat(fault.reason()).startsWith("not YAML");
            });
    assertThat(faults("", GROUPS)).isNotEmpty();
    assertThat(faults("- a list", GROUPS))
        .extracting(Fault::reason)
        .contains("the file must be a map of keys and values");
    assertThat(faults("x: ".repeat(5_000), GROUPS)).isNotEmpty();
    assertThat(faults("x: " + "[".repeat(20_000), GROUPS)).isNotEmpty();
  }

  @Test
  void anchorsAreRefused() {
    assertFault(
        "id: england-default", "id: &a england-default", "anchors and aliases are not allowed");
  }

  @Test
  void wrongKindsOfNodesAreFaults() {
    assertFault(
        "    values: [positive, 'none']", "    values: positive", "'values' must be a list");
    assertFault("    type: flag", "    type: [flag]", "'type' must be a text that is not empty");
    assertFault(
        "attributes:\n",
        "attributes:\n  - justText\n",
        "a map of keys and values is expected here");
  }

  private static void assertFault(String original, String replacement, String reason) {
    assertThat(CATALOGUE).contains(original);
    String faulty =
        CATALOGUE.replaceFirst(Pattern.quote(original), Matcher.quoteReplacement(replacement));
    assertThat(faults(faulty, GROUPS))
        .extracting(Fault::reason)
        .anyMatch(text -> text.contains(reason));
  }

  private static void assertGroupFault(String original, String replacement, String reason) {
    assertThat(GROUPS).contains(original);
    assertThat(faults(CATALOGUE, GROUPS.replace(original, replacement)))
        .extracting(Fault::reason)
        .anyMatch(text -> text.contains(reason));
  }

  private static List<Fault> faults(String catalogue, String groups) {
    return switch (EventCatalogue.read(catalogue, groups)) {
      case Reading.Sound _ -> List.of();
      case Reading.Faulty(List<Fault> faults) -> faults;
    };
  }

  private static String text(String name) {
    try (InputStream in = EventCatalogue.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
