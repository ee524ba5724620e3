package org.safeguardinghub.kernel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safeguardinghub.kernel.event.HandlingClass;

final class EventCatalogueTest {
  /**
   * Changes with every change of meaning. Whoever changes it raises the version in the file and
   * says why.
   */
  private static final String DIGEST =
      "972f7d7817d89d5d8f297adf3b811b18a908cf7ad7fd108f1aa9890cdcca7df6";

  private static final EventCatalogue CATALOGUE = EventCatalogue.load();

  @Test
  void holdsEveryTypeAndAttribute() {
    assertThat(CATALOGUE.id()).isEqualTo("england-default");
    assertThat(CATALOGUE.version()).isEqualTo(1);
    assertThat(CATALOGUE.types()).hasSize(163);
    assertThat(CATALOGUE.attributes()).hasSize(59);
  }

  @Test
  void meansWhatWasReviewed() {
    assertThat(sha256(canonical())).isEqualTo(DIGEST);
  }

  @ParameterizedTest
  @CsvSource({
    "CSC,26", "EDU,33", "HLT,33", "POL,24", "YJS,6", "HSG,9", "EH,5", "VCS,4", "PRV,9", "ADU,2",
    "PRB,2", "FIR,1", "CAF,1", "PUB,2", "NONE,6"
  })
  void familiesAreCountedFromTheirPrefixes(OriginFamily family, int count) {
    assertThat(CATALOGUE.codes(family)).hasSize(count);
  }

  @Test
  void thePublicIsItsOwnFamily() {
    assertThat(CATALOGUE.codes(OriginFamily.PUB)).containsExactly("CSC-PUB-01", "VCS-CHL-01");
    assertThat(CATALOGUE.codes(OriginFamily.NONE))
        .allMatch(
            code -> code.startsWith("LAD-") || code.startsWith("OFS-") || code.startsWith("ADM-"));
    assertThat(OriginFamily.NONE.counts()).isFalse();
  }

  @Test
  void aTypeSaysAllOfItsRow() {
    EventType type = type("SXH-EXP-02");
    assertThat(type.title()).isEqualTo("Sexual health: repeat STI/EC or coercion marker, under 16");
    assertThat(type.category()).isEqualTo(Category.EXP);
    assertThat(type.defaultLevel()).isEqualTo(2);
    assertThat(type.sourceAgency()).isEqualTo("Sexual health");
    assertThat(type.sourceSystem()).isEqualTo("Lillie/Inform");
    assertThat(type.handling()).isEqualTo(HandlingClass.H2);
    assertThat(type.halfLifeDays()).hasValue(365);
    assertThat(type.family()).isEqualTo(OriginFamily.HLT);
    assertThat(type.attributes().keySet())
        .containsExactly("interpreterReinterview", "indicators", "newPartner", "genitalSign");
    assertThat(type.concern()).isTrue();
  }

  @Test
  void processEventsHaveNoHalfLifeAndOneOfTheirCategoryCounts() {
    assertThat(CATALOGUE.types().stream().filter(EventType::process))
        .isNotEmpty()
        .allMatch(type -> type.category() == Category.PROC && !type.concern());
    assertThat(
            CATALOGUE.types().stream()
                .filter(type -> type.category() == Category.PROC && !type.process()))
        .extracting(EventType::code)
        .containsExactly("HOM-REG-01");
    assertThat(type("HOM-REG-01").concern()).isTrue();
  }

  @Test
  void protectiveAndAdultLaneTypesAreNoConcerns() {
    assertThat(type("EH-CLS-01").protective()).isTrue();
    assertThat(type("EH-CLS-01").concern()).isFalse();
    assertThat(CATALOGUE.types().stream().filter(EventType::adultLane))
        .extracting(EventType::code)
        .containsExactly("HOM-ALG-01", "FOS-ALG-01", "LAD-LOW-01", "LAD-ALG-01", "LAD-OUT-01");
    assertThat(type("FOS-ALG-01").concern()).isFalse();
  }

  @Test
  void factsAreMarkedOnTheirTypes() {
    assertThat(CATALOGUE.types().stream().filter(EventType::fact))
        .extracting(EventType::code)
        .containsExactlyInAnyOrder(
            "ED-ATT-01",
            "EDU-EHE-01",
            "GP-REG-01",
            "GP-REG-02",
            "HSG-MOV-01",
            "MAT-BIR-01",
            "EDU-ATT-01",
            "HLT-ATT-01");
  }

  @ParameterizedTest
  @EnumSource(CodeSet.class)
  void setsAreThereAndInTheOrderOfTheCatalogue(CodeSet set) {
    List<String> order = CATALOGUE.types().stream().map(EventType::code).toList();
    assertThat(CATALOGUE.codes(set)).isNotEmpty().isSubsetOf(order);
    assertThat(List.copyOf(CATALOGUE.codes(set)))
        .isEqualTo(order.stream().filter(CATALOGUE.codes(set)::contains).toList());
  }

  @Test
  void setsThatADefinitionGivesFollowIt() {
    assertThat(CATALOGUE.codes(CodeSet.MISSING))
        .containsExactlyElementsOf(CATALOGUE.codes(Category.MIS));
    assertThat(CATALOGUE.codes(CodeSet.DA_INCIDENT))
        .containsExactlyElementsOf(
            CATALOGUE.codes(Category.DA).stream()
                .filter(code -> !List.of("POL-ENC-01", "EDU-DA-01", "PRB-DA-01").contains(code))
                .toList());
    assertThat(CATALOGUE.codes(CodeSet.UNEXPLAINED_INJURY))
        .containsExactlyElementsOf(
            CATALOGUE.codes(CodeSet.INJURY).stream()
                .filter(code -> !code.equals("ED-VIO-01"))
                .toList());
    assertThat(CATALOGUE.codes(CodeSet.SIGHTING))
        .containsAll(CATALOGUE.codes(CodeSet.INJURY))
        .containsAll(CATALOGUE.codes(CodeSet.STATUTORY_SIGHTING))
        .hasSize(34);
    assertThat(CATALOGUE.codes(CodeSet.REFERRAL_DECISION)).hasSize(12);
  }

  @Test
  void anAssessmentClosesWithoutActionOnlyWithThatOutcome() {
    CodeSet closure = CodeSet.CLOSURE_WITHOUT_ACTION;
    assertThat(CATALOGUE.inSet(closure, "CSC-REF-02", Map.of())).isTrue();
    assertThat(CATALOGUE.inSet(closure, "CSC-ASM-02", Map.of("outcome", "nfa"))).isTrue();
    assertThat(CATALOGUE.inSet(closure, "CSC-ASM-02", Map.of("outcome", "cin"))).isFalse();
    assertThat(CATALOGUE.inSet(closure, "CSC-ASM-02", Map.of())).isFalse();
    assertThat(CATALOGUE.inSet(closure, "CSC-CIN-02", Map.of("outcome", "nfa"))).isFalse();
  }

  @Test
  void everyAttributeIsOnSomeType() {
    assertThat(CATALOGUE.attributes().keySet()).allMatch(name -> !carriers(name).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "nonMobile,INJURY",
    "followUpOf,INJURY",
    "explanationInconsistent,INJURY",
    "selfBooking,WAS_NOT_BROUGHT",
    "conditionSerious,WAS_NOT_BROUGHT",
    "intent,SELF_HARM",
    "whereaboutsKnown,MISSING"
  })
  void attributesOfAGroupAreOnExactlyThatGroup(String attribute, CodeSet group) {
    assertThat(carriers(attribute)).containsExactlyElementsOf(CATALOGUE.codes(group));
  }

  @Test
  void attributesOfMixedGroupsAreOnExactlyThese() {
    assertThat(carriers("explanation"))
        .containsExactlyInAnyOrderElementsOf(with(CATALOGUE.codes(CodeSet.INJURY), "EDU-PHY-02"));
    assertThat(carriers("strangulation"))
        .containsExactlyInAnyOrderElementsOf(
            with(CATALOGUE.codes(CodeSet.DA_INCIDENT), "POL-VIO-01", "ED-VIO-01"));
    assertThat(carriers("perpetratorAway"))
        .containsExactlyInAnyOrderElementsOf(
            with(CATALOGUE.codes(CodeSet.DA_INCIDENT), "PRB-DA-01"));
    assertThat(carriers("indicators"))
        .containsExactlyInAnyOrderElementsOf(with(CATALOGUE.codes(Category.EXP), "HOM-REG-01"));
    assertThat(carriers("genitalSign"))
        .containsExactlyElementsOf(CATALOGUE.codes(OriginFamily.HLT));
    assertThat(carriers("travelSign"))
        .containsExactlyInAnyOrderElementsOf(with(CATALOGUE.codes(OriginFamily.EDU), "GP-REG-01"));
    assertThat(carriers("newPartner"))
        .hasSize(155)
        .doesNotContain("ADM-COR-01", "OFS-SET-01", "HOM-ALG-01");
    assertThat(carriers("childImpact"))
        .containsExactlyElementsOf(
            Stream.concat(
                    CATALOGUE.codes(OriginFamily.HSG).stream(),
                    CATALOGUE.codes(OriginFamily.FIR).stream())
                .toList());
  }

  @Test
  void onlyPlacesAreForbiddenUnderLocationProtectionAndTheyAreHashed() {
    assertThat(CATALOGUE.attributes().values().stream().filter(Attribute::place))
        .allMatch(Attribute::hashed)
        .extracting(Attribute::name)
        .containsExactly("acceptedBy", "dwellingRef", "authorityRef", "schoolRef", "placementRef");
  }

  private static EventType type(String code) {
    return CATALOGUE.find(code).orElseThrow();
  }

  private static List<String> carriers(String attribute) {
    return CATALOGUE.types().stream()
        .filter(type -> type.attributes().containsKey(attribute))
        .map(EventType::code)
        .toList();
  }

  private static List<String> with(Iterable<String> codes, String... more) {
    Stream.Builder<String> all = Stream.builder();
    codes.forEach(all::add);
    Stream.of(more).forEach(all::add);
    return all.build().toList();
  }

  private static String canonical() {
    StringBuilder text = new StringBuilder();
    for (EventType type : CATALOGUE.types()) {
      text.append(type).append('\n');
    }
    CATALOGUE.attributes().values().forEach(attribute -> text.append(attribute).append('\n'));
    for (CodeSet set : CodeSet.values()) {
      text.append(set).append(CATALOGUE.group(set)).append('\n');
    }
    return text.toString();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
