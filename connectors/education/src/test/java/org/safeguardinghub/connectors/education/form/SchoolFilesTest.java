package org.safeguardinghub.connectors.education.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.conform.Conformance;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/** Transfer files, exclusions and leavers. Everybody in them is invented. */
class SchoolFilesTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final SchoolFiles FILES = new SchoolFiles(CATALOGUE, "CA2004-S16LA");
  private static final String TRANSFER =
      """
      <CTfile><Header><DocumentName>Common Transfer File</DocumentName>
        <DestSchool><LEA>%s</LEA><Estab>%s</Estab></DestSchool></Header>
      <CTFpupilData><Pupil><UPN>Z999000000001</UPN><Surname>Fernwick</Surname><Forename>Tansy</Forename>
        <DOB>2017-03-11</DOB><LookedAfter><InCare>true</InCare></LookedAfter>
        <SENhistory><SEN><SENprovision>K</SENprovision></SEN></SENhistory>
        <SchoolHistory>
          <School><LEA>999</LEA><EntryDate>2021-09-01</EntryDate><LeavingDate>2023-07-20</LeavingDate></School>
          <School><LEA>999</LEA><EntryDate>2023-09-01</EntryDate>%s<LastSchool>true</LastSchool></School>
        </SchoolHistory></Pupil></CTFpupilData></CTfile>
      """;

  @ParameterizedTest
  @CsvSource({
    "XXX, XXXX, 2026-02-27, Z999000000001/2026-02-27/left EDU-CME-01",
    "XXX, XXXX, , ' NoEvent[NO_LEAVING_DAY]'",
    "999, 2001, 2026-02-27, ' NoEvent[TRANSFER]'",
    "MMM, MMMM, 2026-02-27, ' NoEvent[TRANSFER]'",
  })
  void aTransferTellsWhoLeftForNobodyKnowsWhere(
      String authority, String school, String left, String fate) {
    String day = left == null ? "" : "<LeavingDate>" + left + "</LeavingDate>";
    assertThat(fates(TRANSFER.formatted(authority, school, day))).containsExactly(fate);
  }

  @Test
  void suspensionsAndExclusionsBecomeWhatTheirCategorySays() {
    assertThat(
            fates(
                """
                recordId,startDate,category,reason,sessions,pupilId,upn,forenames,surname,dob
                S-1,02/03/2026,SUSP,PP,4,P-17,,Tansy,Fernwick,2017-03-11
                S-2,02/03/2026,PERM,PA,,P-23,,Rowan,Thistle,2014-11-30
                S-3,02/03/2026,ALTP,,,P-23,,Rowan,Thistle,2014-11-30
                S-4,02/03/2026,CANC,,,P-23,,Rowan,Thistle,2014-11-30
                S-5,02/03/2026,WHAT,,,P-23,,Rowan,Thistle,2014-11-30
                """))
        .containsExactly(
            "S-1 EDU-EXC-01",
            "S-2 EDU-EXC-02",
            "S-3 EDU-EXC-03",
            "S-4 NoEvent[CODE_WITHOUT_EVENT]",
            "S-5 Refused[CATALOGUE, UNKNOWN_CODE]");
  }

  @Test
  void aLeaverWithoutADestinationIsMissingEducation() {
    assertThat(
            fates(
                """
                pupilId,leavingDate,destination,reason,upn,forenames,surname,dob
                P-1,27/02/2026,SCHOOL,,,Tansy,Fernwick,2017-03-11
                P-2,27/02/2026,HOME,,,Rowan,Thistle,2014-11-30
                P-3,27/02/2026,UNKNOWN,Moved away,,Sorrel,Marsh,2014-11-30
                P-4,27/02/2026,,,,Linnet,Marsh,2012-01-30
                """))
        .containsExactly(
            "P-1/2026-02-27/left NoEvent[CODE_WITHOUT_EVENT]",
            "P-2/2026-02-27/left EDU-EHE-01",
            "P-3/2026-02-27/left EDU-CME-01",
            "P-4/2026-02-27/left EDU-CME-01");
  }

  @ParameterizedTest
  @CsvSource({
    "'<!DOCTYPE a [<!ENTITY x \"xx\">]><CTfile>&x;</CTfile>'",
    "'<CTfile><CTFpupilData><Pupil>'",
    "'<CTfile/>'",
    "'a,b\n1,2\n'",
  })
  void whatIsNoneOfThemIsRefusedWithItsReason(String text) {
    assertThat(fates(text)).singleElement().asString().contains("Refused[");
  }

  @Test
  void theIntakesChecksTakeThem() {
    Conformance conformance =
        new Conformance(CATALOGUE, new SchoolForms().offers(CATALOGUE), Messages.NOW);
    String left = "<LeavingDate>2026-02-27</LeavingDate>";
    assertThat(
            conformance
                .report(Received.of("", TRANSFER.formatted("XXX", "XXXX", left).getBytes(UTF_8)))
                .events())
        .containsOnlyKeys("EDU-CME-01");
    assertThat(
            conformance
                .report(
                    Received.of(
                        "",
                        "recordId,startDate,category,pupilId,forenames\nS-1,27/02/2026,PERM,P-1,Tansy\n"
                            .getBytes(UTF_8)))
                .events())
        .containsOnlyKeys("EDU-EXC-02");
  }

  @Test
  void theReadmeShowsTheMappingsAsTheyAre() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    SchoolFiles.mappings(CATALOGUE)
        .forEach(form -> assertThat(readme).as(form.name()).contains(form.markdown()));
  }

  private static List<String> fates(String text) {
    return FILES.read(Received.of("", text.getBytes(UTF_8))).stream()
        .map(item -> item.fate())
        .map(
            fate ->
                fate.recordId() + " " + (fate instanceof Fate.Send send ? send.eventType() : fate))
        .toList();
  }
}
