package org.safeguardinghub.kernel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.kernel.catalogue.AttributeCheck.Reason;
import org.safeguardinghub.kernel.event.HandlingClass;

final class AttributeCheckTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();

  @Test
  void valuesAreParsedAndSpeltAsInTheCatalogue() {
    CheckedAttributes checked =
        check(
            "POL-MIS-03",
            Map.of(
                "harmType",
                "self-harm",
                "indicators",
                List.of("DEBT", "older_associates", "debt")));

    assertThat(checked.sound()).isTrue();
    assertThat(checked.accepted().get("harmType")).isEqualTo(new AttributeValue.Code("SELF_HARM"));
    assertThat(checked.accepted().get("indicators"))
        .isEqualTo(new AttributeValue.Codes(List.of("older associates", "debt")));
  }

  @Test
  void everyKindOfValueHasAFormForTheRecord() {
    assertThat(wire("SCN-NEG-01", "growthFaltering", true)).isEqualTo(true);
    assertThat(wire("CSC-GCP-01", "gcpWorst", 5L)).isEqualTo(5);
    assertThat(wire("EDU-ABS-03", "attendanceTo", 0)).isEqualTo(0);
    assertThat(wire("CSC-REF-02", "reason", "NFA-3")).isEqualTo("NFA-3");
    assertThat(wire("CSC-PUB-01", "callerRef", "C1")).isEqualTo("C1");
    assertThat(wire("ADM-COR-01", "regrade", Map.of("type", "POL-DA-01", "level", 2)))
        .isEqualTo("POL-DA-01/2");
    assertThat(wire("ADM-COR-01", "regrade", "POL-DA-01/2")).isEqualTo("POL-DA-01/2");
  }

  @Test
  void whatWasAcceptedOnceIsAcceptedInItsRecordForm() {
    Object indicators = wire("EDU-EXP-01", "indicators", List.of("taxi", "gifts"));
    assertThat(wire("EDU-EXP-01", "indicators", indicators)).isEqualTo(indicators);
  }

  @Test
  void wrongTypesAreNotGuessedAt() {
    assertRefused("HV-PHY-01", "nonMobile", "true", Reason.WRONG_TYPE);
    assertRefused("HV-PHY-01", "nonMobile", 1, Reason.WRONG_TYPE);
    assertRefused("HV-PHY-01", "nonMobile", null, Reason.WRONG_TYPE);
    assertRefused("CSC-GCP-01", "gcpWorst", "5", Reason.WRONG_TYPE);
    assertRefused("EDU-ABS-03", "attendanceTo", 49.6, Reason.WRONG_TYPE);
    assertRefused("EDU-EXP-01", "indicators", "money", Reason.WRONG_TYPE);
    assertRefused("EDU-EXP-01", "indicators", Collections.singletonList(7), Reason.WRONG_TYPE);
    assertRefused("EDU-PHY-01", "explanation", List.of("fell"), Reason.WRONG_TYPE);
  }

  @Test
  void codesOutsideTheirListAndNumbersOutsideTheirRangeAreRefused() {
    assertRefused("EDU-PHY-01", "explanation", "tripped", Reason.NOT_IN_CODE_LIST);
    assertRefused("EDU-EXP-01", "indicators", List.of("money", "yacht"), Reason.NOT_IN_CODE_LIST);
    assertRefused("CSC-GCP-01", "gcpWorst", 6, Reason.OUT_OF_RANGE);
    assertRefused("CSC-GCP-01", "gcpWorst", 0, Reason.OUT_OF_RANGE);
    assertRefused("EDU-ABS-03", "attendanceTo", 101, Reason.OUT_OF_RANGE);
    assertRefused("EDU-ABS-03", "attendanceTo", Long.MAX_VALUE, Reason.OUT_OF_RANGE);
  }

  @Test
  void anAttributeOfAnotherTypeIsUnknownToThisOne() {
    assertRefused("EDU-NEG-01", "nonMobile", true, Reason.UNKNOWN_ATTRIBUTE);
    assertRefused("ADM-SAR-01", "newPartner", true, Reason.UNKNOWN_ATTRIBUTE);
  }

  @Test
  void aRegradeMustNameATypeAndALevel() {
    assertRefused(
        "ADM-COR-01",
        "regrade",
        Map.of("type", "POL-XX-99", "level", 2),
        Reason.UNKNOWN_EVENT_TYPE);
    assertRefused(
        "ADM-COR-01", "regrade", Map.of("type", "POL-DA-01", "level", 5), Reason.WRONG_TYPE);
    assertRefused("ADM-COR-01", "regrade", Map.of("type", "POL-DA-01"), Reason.WRONG_TYPE);
    assertRefused("ADM-COR-01", "regrade", "POL-DA-01", Reason.WRONG_TYPE);
    assertRefused(
        "ADM-COR-01",
        "regrade",
        Map.of("type", "POL-DA-01", "level", 2, "by", "x"),
        Reason.WRONG_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dwellingRef", "authorityRef", "schoolRef"})
  void placesAreForbiddenUnderLocationProtection(String attribute) {
    EventType type = CATALOGUE.find("HSG-TA-01").orElseThrow();
    Map<String, String> sent = Map.of(attribute, "100000000001");

    assertThat(CATALOGUE.check(type, sent, HandlingClass.H3).sound()).isTrue();
    assertThat(CATALOGUE.check(type, sent, HandlingClass.H4).refused())
        .extracting(AttributeCheck.Refused::reason)
        .containsExactly(Reason.FORBIDDEN_WHEN_LOCATION_PROTECTED);
  }

  @Test
  void everythingWrongIsReportedAndWhatFitsIsKept() {
    CheckedAttributes checked =
        check(
            "EDU-PHY-01", Map.of("nonMobile", "yes", "explanation", "tripped", "newPartner", true));

    assertThat(checked.sound()).isFalse();
    assertThat(checked.refused())
        .extracting(AttributeCheck.Refused::attribute)
        .containsExactlyInAnyOrder("nonMobile", "explanation");
    assertThat(checked.accepted()).containsOnlyKeys("newPartner");
  }

  @Test
  void refusalsAndReferencesNeverRepeatWhatWasSent() {
    String marker = "MARKERNAME";
    for (EventType type : CATALOGUE.types()) {
      type.attributes()
          .keySet()
          .forEach(name -> assertSilent(check(type.code(), Map.of(name, marker)), marker));
      assertSilent(check(type.code(), Map.of(marker, true)), marker);
    }
    assertThat(new AttributeValue.Reference(marker).toString()).doesNotContain(marker);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-x", "a\nb", "née", "<script>"})
  void referencesKeepToPlainCharacters(String sent) {
    assertRefused("CSC-PUB-01", "callerRef", sent, Reason.WRONG_TYPE);
    assertRefused("CSC-REF-02", "reason", sent, Reason.WRONG_TYPE);
  }

  private static void assertSilent(CheckedAttributes checked, String marker) {
    assertThat(checked.refused())
        .allSatisfy(refusal -> assertThat(refusal.toString()).doesNotContain(marker));
  }

  private static CheckedAttributes check(
      String code, Map<String, ? extends @Nullable Object> sent) {
    return CATALOGUE.check(CATALOGUE.find(code).orElseThrow(), sent, HandlingClass.H1);
  }

  private static Object wire(String code, String name, Object sent) {
    CheckedAttributes checked = check(code, Map.of(name, sent));
    assertThat(checked.refused()).isEmpty();
    return Arrays.asList(checked.accepted().values().toArray(AttributeValue[]::new))
        .getFirst()
        .wire();
  }

  private static void assertRefused(
      String code, String name, @Nullable Object sent, Reason reason) {
    CheckedAttributes checked = check(code, Collections.singletonMap(name, sent));
    assertThat(checked.accepted()).isEmpty();
    assertThat(checked.refused())
        .extracting(AttributeCheck.Refused::reason)
        .containsExactly(reason);
  }
}
