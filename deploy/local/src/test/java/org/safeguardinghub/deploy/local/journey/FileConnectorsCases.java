package org.safeguardinghub.deploy.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.deploy.local.folder.DataFolder;

/**
 * The connectors of social care, of the police and of agencies with mapping files on a whole hub.
 */
abstract class FileConnectorsCases {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String EPISODES =
      "CHILD,DECOM,RNE,LS,REC,DEC,REASON_PLACE_CHANGE\n7,01/02/2025,S,C2,,,\n";

  private static final String REPORTS =
      """
      {'form': 'police-reports/1', 'report': [{'id': 'PPN-1', 'kind': 'PROTECTION', 'incident': 'LOG-77',
       'category': 'DOMESTIC_ABUSE', 'grade': 'MEDIUM', 'attended': '2026-03-07T23:10:00',
       'child': [{'ref': 'c1', 'givenNames': 'Rue', 'familyName': 'Larkspindle', 'born': '2016-08-20'}]}]}
      """;

  @Test
  void aReturnThatIsSentAgainGivesOnlyWhatChanged() throws IOException {
    String ended = EPISODES.replace("C2,,,", "C2,E4A,01/06/2025,");
    assertThat(results("social-care", "fablewick-social-care", "first.csv", EPISODES))
        .containsExactly("7/2025-02-01/began ACCEPTED ");
    assertThat(results("social-care", "fablewick-social-care", "second.csv", ended))
        .containsExactly(
            "7/2025-02-01/began ACCEPTED RECEIVED_BEFORE", "7/2025-02-01/ended ACCEPTED ");
    assertThat(
            results(
                "social-care", "fablewick-social-care", "third.csv", ended.replace("/06/", "/07/")))
        .containsExactly(
            "7/2025-02-01/began ACCEPTED RECEIVED_BEFORE", "7/2025-02-01/ended ACCEPTED ");
  }

  @Test
  void aMappingFileMakesAnAgencysExportToConcerns() throws IOException {
    String cases =
        """
        CaseNo;Opened;Category;Priority;Status;TenancyRef;ChildRef;ChildForename;ChildSurname;ChildDOB;Notes
        11;02/03/2026;DAMP;A;Open;t1;c1;Rue;Larkspindle;20/08/2020;Black mould
        12;02/03/2026;REPAIR;C;Open;t1;;;;;
        13;02/03/2026;FIRE;C;Open;t1;;;;;
        """;
    assertThat(results("agency", "fablewick-housing", "cases.csv", cases))
        .containsExactly(
            "11 ACCEPTED ", "12 NO_EVENT CODE_WITHOUT_EVENT", "13 REFUSED UNKNOWN_CODE");
  }

  @Test
  void aPoliceReportGrowsIsCorrectedAndIsTakenBack() throws IOException {
    assertThat(police("first.json", REPORTS)).containsExactly("PPN-1 ACCEPTED ");
    String told = REPORTS.replace("'ref'", "'schoolTold': '2026-03-09T07:55:00', 'ref'");
    assertThat(police("second.json", told))
        .containsExactly("PPN-1 ACCEPTED RECEIVED_BEFORE", "PPN-1/c1/school ACCEPTED ");
    assertThat(police("third.json", told.replace("'MEDIUM'", "'HIGH'")))
        .containsExactly("PPN-1 ACCEPTED ", "PPN-1/c1/school ACCEPTED RECEIVED_BEFORE");
    String cancelled = "'status': 'CANCELLED', 'changed': '2026-03-10T09:00:00', 'kind'";
    assertThat(police("fourth.json", told.replace("'kind'", cancelled)))
        .containsExactly("PPN-1/cancelled ACCEPTED ");
  }

  private static List<String> police(String name, String text) throws IOException {
    return results("police", "fablewick-police", name, text.replace('\'', '"'));
  }

  /** Record id, outcome and reason of each line. */
  private static List<String> results(String app, String feed, String name, String text)
      throws IOException {
    Path own =
        new DataFolder(ConnectorsIT.temporary().folder()).app(app).resolve("drop").resolve(feed);
    Path part = own.resolve("in").resolve(name + ".part");
    Files.writeString(part, text);
    Files.move(part, own.resolve("in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    Path results = own.resolve("done").resolve(name + ".results.csv");
    long begun = System.nanoTime();
    while (!Files.exists(results)) {
      assertThat(System.nanoTime() - begun).as("waiting").isLessThan(PATIENCE.toNanos());
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(results)) {
      return lines.stream()
          .skip(1)
          .map(line -> line.getField(1) + " " + line.getField(2) + " " + line.getField(4))
          .toList();
    }
  }
}
