package org.safeguardinghub.deploy.local.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.sftp.AgencyKeys;
import org.safeguardinghub.connectors.sftp.HostKey;
import org.safeguardinghub.deploy.local.apps.SftpProcess;
import org.safeguardinghub.deploy.local.command.Typed;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
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
  void aRowThatItsMappingRefusesIsAtTheDeskOnceAndTheDayAddsUp() throws IOException {
    String heading =
        "CaseNo;Opened;Category;Priority;Status;TenancyRef;ChildRef;ChildForename;ChildSurname;ChildDOB;Notes\n";
    String wrong = "21;31/02/2026;DAMP;A;Open;t1;c1;Quibblewort;Larkspindle;20/08/2020;\n";
    String good = "22;02/03/2026;DAMP;A;Open;t1;c1;Quibblewort;Larkspindle;20/08/2020;\n";
    JsonNode before = day();

    assertThat(results("agency", "fablewick-housing", "one.csv", heading + wrong))
        .containsExactly("21 REFUSED IMPOSSIBLE_DATE");
    assertThat(results("agency", "fablewick-housing", "two.csv", heading + good + wrong))
        .containsExactly("22 ACCEPTED ", "21 REFUSED IMPOSSIBLE_DATE");

    JsonNode after = day();
    assertThat(grown(before, after, "received")).isEqualTo(3);
    assertThat(grown(before, after, "accepted")).isEqualTo(1);
    assertThat(grown(before, after, "refused")).isEqualTo(1);
    assertThat(grown(before, after, "repeated")).isEqualTo(1);
    assertThat(grown(before, after, "atSource")).isEqualTo(1);
    String listed = hub("quarantine", "list", "--agency", "fablewick-housing").out();
    assertThat(listed)
        .contains(
            "to be mended where it comes from",
            "FORM IMPOSSIBLE_DATE at row 2, column Opened: column Opened: write when it happened")
        .doesNotContain("Quibblewort", "31/02/2026");
    String receipt = receipt("agency", "fablewick-housing", "two.csv", 1);
    assertThat(hub("quarantine", "show", receipt).out()).contains("mended in its sender's own");
    Typed fix = hub("quarantine", "fix", receipt, "--set", "type=HSG-DIS-01", "--reason", "slip");
    assertThat(fix.code()).isEqualTo(1);
    assertThat(fix.err()).contains("mended in its sender's own system and sent again");
  }

  private static JsonNode day() throws IOException {
    Typed day = hub("receipts", "reconcile", "--agency", "fablewick-housing", "--json");
    assertThat(day.code()).as(day.out() + day.err()).isZero();
    return new ObjectMapper().readTree(day.out()).path(0);
  }

  private static long grown(JsonNode before, JsonNode after, String count) {
    return after.path(count).asLong() - before.path(count).asLong();
  }

  private static Typed hub(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", SharedHubIT.temporary().folder().toString()));
    return Typed.hub(all.toArray(String[]::new));
  }

  private static String receipt(String app, String feed, String name, int line) throws IOException {
    Path own =
        new DataFolder(SharedHubIT.temporary().folder()).app(app).resolve("drop").resolve(feed);
    try (CsvReader<CsvRecord> lines =
        CsvReader.builder().ofCsvRecord(own.resolve("done").resolve(name + ".results.csv"))) {
      return lines.stream().skip(1L + line).findFirst().orElseThrow().getField(6);
    }
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

  @Test
  void aFileThatComesBySftpIsReadAsOneInTheFolder() throws IOException, GeneralSecurityException {
    EmbeddedHub hub = SharedHubIT.temporary().hub();
    KeyPair key = SecurityUtils.getKeyPairGenerator(SecurityUtils.ED25519).generateKeyPair();
    SftpProcess.keys(hub.data())
        .add("fablewick-police", AgencyKeys.parse(PublicKeyEntry.toString(key.getPublic())));
    String report =
        REPORTS.replace("PPN-1", "PPN-2").replace("LOG-77", "LOG-78").replace('\'', '"');
    try (SshClient client = SshClient.setUpDefaultClient()) {
      client.setServerKeyVerifier(
          (_, _, shown) -> KeyUtils.compareKeys(shown, hostKey(hub).getPublic()));
      client.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(key));
      client.start();
      ClientSession session =
          client
              .connect("fablewick-police", "127.0.0.1", hub.sftpPort())
              .verify(PATIENCE)
              .getSession();
      session.auth().verify(PATIENCE);
      try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
        try (OutputStream part = sftp.write("in/sent.json.part")) {
          part.write(report.getBytes(UTF_8));
        }
        sftp.rename("in/sent.json.part", "in/sent.json");
        assertThat(lines("police", "fablewick-police", "sent.json"))
            .containsExactly("PPN-2 ACCEPTED ");
        assertThat(sftp.read("done/sent.json.results.csv").readAllBytes()).isNotEmpty();
      }
    }
  }

  private static KeyPair hostKey(EmbeddedHub hub) {
    try {
      return HostKey.ensure(SftpProcess.hostKey(hub.data()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> police(String name, String text) throws IOException {
    return results("police", "fablewick-police", name, text.replace('\'', '"'));
  }

  /** Record id, outcome and reason of each line. */
  private static List<String> results(String app, String feed, String name, String text)
      throws IOException {
    Path own =
        new DataFolder(SharedHubIT.temporary().folder()).app(app).resolve("drop").resolve(feed);
    Path part = own.resolve("in").resolve(name + ".part");
    Files.writeString(part, text);
    Files.move(part, own.resolve("in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    return lines(app, feed, name);
  }

  /** The same of a file that is there already. */
  private static List<String> lines(String app, String feed, String name) throws IOException {
    Path own =
        new DataFolder(SharedHubIT.temporary().folder()).app(app).resolve("drop").resolve(feed);
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
