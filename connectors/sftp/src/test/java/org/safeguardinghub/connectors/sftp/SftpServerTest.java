package org.safeguardinghub.connectors.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.connectors.drop.Takes;
import org.slf4j.LoggerFactory;

class SftpServerTest {
  private static final KeyPair HOST = Agency.key();
  private static final KeyPair SCHOOL = Agency.key();
  private static final KeyPair POLICE = Agency.key();
  private static final String MARKER = "Quibblewort";
  private static final String ROWS = "id,words\na," + MARKER + "\n";
  private static final Limits LIMITS =
      new Limits(4, 2, 3, 1_000_000, Duration.ofSeconds(20), Duration.ofSeconds(20));

  @TempDir Path folder;
  private final List<Agency> open = new ArrayList<>();
  private AgencyKeys keys;
  private SftpServer server;
  private Path own;

  @BeforeEach
  void start() throws IOException {
    keys = new AgencyKeys(folder.resolve("keys"));
    keys.add("school", AgencyKeys.parse(Agency.line(SCHOOL)));
    keys.add("police", AgencyKeys.parse(Agency.line(POLICE)));
    Path drop = folder.resolve("drop");
    server =
        SftpServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            HOST,
            keys,
            Map.of("school", drop, "police", drop),
            LIMITS);
    own = drop.resolve("school");
  }

  @AfterEach
  void stop() throws IOException {
    open.forEach(Agency::close);
    server.close();
  }

  @Test
  void aFileIsHandedOverByItsName() throws IOException {
    SftpClient school = school();
    write(school, "in/log.csv.part", ROWS);
    assertThat(in()).containsExactly("log.csv.part");
    school.rename("in/log.csv.part", "in/log.csv");
    assertThat(in()).containsExactly("log.csv");
    assertThat(own.resolve("in/log.csv")).hasContent(ROWS.strip());
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("in/log.csv"))))
        .isEqualTo("rw-------");
  }

  @Test
  void whatWasCutOffIsNotTakenAndGoesOn() throws IOException {
    SftpClient school = school();
    SftpClient.CloseableHandle handle =
        school.open("in/log.csv.part", OpenMode.Write, OpenMode.Create);
    school.write(handle, 0, ROWS.getBytes(UTF_8), 0, 7);
    open.getLast().die();
    assertThat(in()).containsExactly("log.csv.part");

    SftpClient again = school();
    long there = again.stat("in/log.csv.part").getSize();
    assertThat(there).isEqualTo(7);
    try (SftpClient.CloseableHandle rest = again.open("in/log.csv.part", OpenMode.Write)) {
      byte[] bytes = ROWS.getBytes(UTF_8);
      again.write(rest, there, bytes, (int) there, bytes.length - (int) there);
    }
    again.rename("in/log.csv.part", "in/log.csv");
    assertThat(own.resolve("in/log.csv")).hasContent(ROWS.strip());
  }

  @Test
  void aConnectionThatLingersCannotWriteIntoWhatAnotherHandedOver() throws IOException {
    SftpClient first = school();
    SftpClient.CloseableHandle lingering =
        first.open("in/log.csv.part", OpenMode.Write, OpenMode.Create);
    first.write(lingering, 0, "half".getBytes(UTF_8));
    SftpClient second = school();
    write(second, "in/log.csv.part", ROWS);
    refused(() -> first.write(lingering, 4, "more".getBytes(UTF_8)), "another connection goes on");
    second.rename("in/log.csv.part", "in/log.csv");
    assertThat(own.resolve("in/log.csv")).hasContent(ROWS.strip());
  }

  @Test
  void nothingIsWrittenAfterHandingOver() throws IOException {
    SftpClient school = school();
    SftpClient.CloseableHandle handle =
        school.open("in/log.csv.part", OpenMode.Write, OpenMode.Create);
    school.write(handle, 0, ROWS.getBytes(UTF_8));
    school.rename("in/log.csv.part", "in/log.csv");
    refused(() -> school.write(handle, 0, "xxxx".getBytes(UTF_8)), "handed over");
    assertThat(own.resolve("in/log.csv")).hasContent(ROWS.strip());
  }

  @Test
  void isWrittenOnlyUnderANameForFilesUnderWay() throws IOException {
    SftpClient school = school();
    for (String name :
        List.of(
            "in/log.csv",
            "log.csv.part",
            "done/log.csv.part",
            "work/log.csv.part",
            "in/a/log.part",
            "in/..part",
            "in/=x.part",
            "../police/in/log.csv.part",
            "/../../tmp/log.csv.part",
            "in/../../police/in/log.csv.part",
            "in/\u202Egpj.part")) {
      assertThatThrownBy(() -> write(school, name, ROWS))
          .as(name)
          .isInstanceOf(SftpException.class);
    }
    assertThat(all()).containsExactlyInAnyOrderElementsOf(folders());
  }

  @Test
  void isHandedOverOnlyUnderASoundName() throws IOException {
    Files.writeString(own.resolve(Takes.NAME), "endings=.csv .xml\nlargestFile=1000\n");
    SftpClient school = school();
    write(school, "in/log.csv.part", ROWS);
    for (String name :
        List.of(
            "in/log.xlsx",
            "in/log.csv.tmp",
            "done/log.csv",
            "log.csv",
            "../police/in/log.csv",
            "/../police/in/log.csv",
            "in/a..b.csv",
            "in/.csv",
            "in/x.results.csv",
            "in/a\nb.csv")) {
      assertThatThrownBy(() -> school.rename("in/log.csv.part", name))
          .as(name)
          .isInstanceOf(SftpException.class);
    }
    assertThat(in()).containsExactly("log.csv.part");
    school.rename("in/log.csv.part", "in/log.CSV");
    assertThat(in()).containsExactly("log.CSV");
  }

  @Test
  void whatWasHandedOverIsNeitherReplacedNorTakenBack() throws IOException {
    SftpClient school = school();
    write(school, "in/log.csv.part", ROWS);
    school.rename("in/log.csv.part", "in/log.csv");
    write(school, "in/other.csv.part", "other");
    refused(() -> school.rename("in/other.csv.part", "in/log.csv"), "waits already");
    refused(
        () -> school.rename("in/other.csv.part", "in/log.csv", SftpClient.CopyMode.Overwrite),
        "waits already");
    refused(() -> school.remove("in/log.csv"), "NAME.part");
    refused(() -> school.rename("in/log.csv", "in/log2.csv"), "NAME.part");
    school.remove("in/other.csv.part");
    assertThat(own.resolve("in/log.csv")).hasContent(ROWS.strip());
    assertThat(in()).containsExactly("log.csv");
  }

  @Test
  void readsItsOwnResultsAndNothingElse() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "secret");
    Files.writeString(own.resolve("done/log.csv.results.csv"), "row");
    Files.writeString(own.resolve("work/log.csv"), "taken");
    Files.writeString(folder.resolve("drop/police/done/report.json"), "secret");
    Files.createSymbolicLink(own.resolve("done/link.csv"), secret);
    Files.createSymbolicLink(own.resolve("in/link.part"), secret);
    SftpClient school = school();
    assertThat(read(school, "done/log.csv.results.csv")).isEqualTo("row");
    assertThat(names(school, "done")).contains("log.csv.results.csv");
    for (String name :
        List.of(
            "work/log.csv",
            "done/link.csv",
            "in/link.part",
            "../police/done/report.json",
            "/../police/done/report.json",
            "/drop/police/done/report.json",
            "in/../../police/done/report.json",
            secret.toString(),
            "/etc/hostname")) {
      assertThatThrownBy(() -> read(school, name)).as(name).isInstanceOf(SftpException.class);
    }
    assertThatThrownBy(() -> write(school, "in/link.part", ROWS)).isInstanceOf(SftpException.class);
    assertThat(names(school, "/..")).contains("in", "done").doesNotContain("police");
    assertThat(names(school, "../../..")).contains("in").doesNotContain("police");
    assertThat(secret).hasContent("secret");
  }

  @Test
  void linksFoldersAndRightsAreNotMade() throws IOException {
    SftpClient school = school();
    write(school, "in/log.csv.part", ROWS);
    refused(() -> school.symLink("in/link.part", "/etc/hostname"), "not a link");
    refused(() -> school.link("in/link.part", "in/log.csv.part", false), "not a link");
    refused(() -> school.mkdir("in/more"), "no other folder");
    refused(() -> school.rmdir("in"), "folders stay");
    school.setStat(
        "in/log.csv.part", new SftpClient.Attributes().perms(0777).modifyTime(1_000_000L));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(own.resolve("in/log.csv.part"))))
        .isEqualTo("rw-------");
    assertThat(in()).containsExactly("log.csv.part");
  }

  @Test
  void onlyItsOwnKeySignsAnAgencyIn() {
    for (Map.Entry<String, KeyPair> each :
        List.of(
            Map.entry("school", POLICE),
            Map.entry("school", Agency.key()),
            Map.entry("nobody", SCHOOL),
            Map.entry("../keys/school", SCHOOL),
            Map.entry("", SCHOOL))) {
      assertThatThrownBy(() -> signedIn(each.getKey(), each.getValue()))
          .as(each.getKey())
          .isInstanceOf(SshException.class);
    }
  }

  @Test
  void thereAreNoPasswords() throws IOException {
    Agency agency = Agency.connected(server.port(), Agency.key());
    open.add(agency);
    agency.session.addPasswordIdentity("school");
    assertThatThrownBy(() -> agency.session.auth().verify(Duration.ofSeconds(20)))
        .hasMessageContaining("No more authentication methods");
  }

  @Test
  void aKeyThatIsTakenAwayWritesNothingMore() throws IOException {
    SftpClient school = school();
    write(school, "in/a.csv.part", ROWS);
    keys.remove("school", keys.of("school").getFirst().fingerprint());
    refused(() -> write(school, "in/b.csv.part", ROWS), "no longer");
    refused(() -> school.rename("in/a.csv.part", "in/a.csv"), "no longer");
    assertThatThrownBy(this::school).isInstanceOf(SshException.class);
  }

  @Test
  void neitherShellNorCommandNorTunnel() throws IOException {
    Agency agency = signedIn("school", SCHOOL);
    CoreModuleProperties.REQUEST_EXEC_REPLY.set(agency.session, true);
    CoreModuleProperties.REQUEST_SHELL_REPLY.set(agency.session, true);
    for (ClientChannel channel :
        List.of(
            agency.session.createExecChannel("id"),
            agency.session.createShellChannel(),
            agency.session.createSubsystemChannel("other"))) {
      channel.open().await(Duration.ofSeconds(20));
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ofSeconds(20));
      assertThat(channel.getChannelState())
          .contains(ClientChannelEvent.CLOSED)
          .doesNotContain(ClientChannelEvent.EXIT_STATUS);
    }
    assertThatThrownBy(
            () ->
                agency
                    .session
                    .createDirectTcpipChannel(
                        new SshdSocketAddress("127.0.0.1", 0),
                        new SshdSocketAddress("127.0.0.1", server.port()))
                    .open()
                    .verify(Duration.ofSeconds(20)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aFileIsNoLongerThanItMayBe() throws IOException {
    Files.writeString(own.resolve(Takes.NAME), "endings=.csv\nlargestFile=10\n");
    SftpClient school = school();
    write(school, "in/a.csv.part", "0123456789");
    refused(() -> write(school, "in/a.csv.part", "0123456789x"), "split the file");
    try (SftpClient.CloseableHandle far =
        school.open("in/b.csv.part", OpenMode.Write, OpenMode.Create)) {
      refused(() -> school.write(far, 1_000_000_000_000L, new byte[1]), "split the file");
    }
    assertThat(own.resolve("in/b.csv.part")).isEmptyFile();
  }

  @Test
  void listsOfRowsMayBeLongerThanOtherFiles() throws IOException {
    Files.writeString(own.resolve(Takes.NAME), "endings=.csv .xml\nlargestFile=10\nanySize=.csv\n");
    SftpClient school = school();
    write(school, "in/a.csv.part", "x".repeat(999_000));
    refused(() -> write(school, "in/b.xml.part", "0123456789x"), "split the file");
    school.remove("in/b.xml.part");
    write(school, "in/c.part", "0123456789x");
    refused(() -> school.rename("in/c.part", "in/c.xml"), "split the file: at most 10 bytes");
    school.rename("in/c.part", "in/c.csv");
    school.rename("in/a.csv.part", "in/a.csv");
    assertThat(in()).containsExactlyInAnyOrder("a.csv", "c.csv");
  }

  @Test
  void theFilesOfAnAgencyHaveSoMuchRoomTogether() throws IOException {
    Files.writeString(own.resolve(Takes.NAME), "endings=.csv\nlargestFile=10\nanySize=.csv\n");
    SftpClient school = school();
    write(school, "in/a.csv.part", "x".repeat(999_990));
    refused(() -> write(school, "in/b.csv.part", "0123456789x"), "at most 10 bytes here");
    write(school, "in/b.csv.part", "0123456789");
  }

  @Test
  void onlySoManyFilesWait() throws IOException {
    SftpClient school = school();
    for (String name : List.of("a", "b", "c")) {
      write(school, "in/" + name + ".csv.part", ROWS);
      school.rename("in/" + name + ".csv.part", "in/" + name + ".csv");
    }
    refused(() -> write(school, "in/d.csv.part", ROWS), "3 files wait already");
    Files.delete(own.resolve("in/a.csv"));
    write(school, "in/d.csv.part", ROWS);
  }

  @Test
  void onlySoManyConnections() throws IOException {
    school();
    school();
    assertThatThrownBy(this::school).isInstanceOf(SshException.class);
    open.add(Agency.connected(server.port(), SCHOOL));
    open.add(Agency.connected(server.port(), SCHOOL));
    assertThatThrownBy(() -> signedIn("police", POLICE)).isInstanceOf(IOException.class);
  }

  @Test
  void noLogLineNamesAFile() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.list = new CopyOnWriteArrayList<>();
    lines.start();
    Level before = root.getLevel();
    root.setLevel(Level.INFO);
    root.addAppender(lines);
    try {
      SftpClient school = school();
      write(school, "in/" + MARKER + ".csv.part", ROWS);
      refused(() -> write(school, "in/" + MARKER + ".csv", ROWS), "NAME.part");
      school.rename("in/" + MARKER + ".csv.part", "in/" + MARKER + ".csv");
      assertThatThrownBy(() -> read(school, "done/" + MARKER + ".csv"))
          .isInstanceOf(SftpException.class);
      SftpClient.CloseableHandle handle =
          school.open("in/" + MARKER + "2.csv.part", OpenMode.Write, OpenMode.Create);
      school.write(handle, 0, ROWS.getBytes(UTF_8));
      open.getLast().die();
      // What is said of the end is said by the server's own threads.
      stop();
    } finally {
      root.detachAppender(lines);
      root.setLevel(before);
    }
    assertThat(lines.list)
        .anySatisfy(line -> assertThat(line.getFormattedMessage()).contains("signed in"));
    assertThat(lines.list)
        .allSatisfy(
            line -> {
              assertThat(line.getFormattedMessage()).doesNotContain(MARKER);
              assertThat(line.getThrowableProxy()).isNull();
            });
  }

  private SftpClient school() throws IOException {
    return signedIn("school", SCHOOL).sftp();
  }

  private Agency signedIn(String name, KeyPair key) throws IOException {
    Agency agency = Agency.signedIn(server.port(), name, key);
    open.add(agency);
    return agency;
  }

  private static void write(SftpClient client, String name, String text) throws IOException {
    try (SftpClient.CloseableHandle handle =
        client.open(name, OpenMode.Write, OpenMode.Create, OpenMode.Truncate)) {
      client.write(handle, 0, text.getBytes(UTF_8));
    }
  }

  private static String read(SftpClient client, String name) throws IOException {
    return new String(client.read(name).readAllBytes(), UTF_8);
  }

  private static List<String> names(SftpClient client, String name) throws IOException {
    return StreamSupport.stream(client.readDir(name).spliterator(), false)
        .map(SftpClient.DirEntry::getFilename)
        .toList();
  }

  private static void refused(ThrowingCallable call, String because) {
    assertThatThrownBy(call).isInstanceOf(SftpException.class).hasMessageContaining(because);
  }

  private List<String> in() throws IOException {
    try (Stream<Path> files = Files.list(own.resolve("in"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> all() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("drop"))) {
      return files.map(file -> folder.relativize(file).toString()).toList();
    }
  }

  private static List<String> folders() {
    return Stream.concat(
            Stream.of("drop"),
            Stream.of("school", "police")
                .flatMap(
                    feed ->
                        Stream.of("", "/in", "/work", "/done")
                            .map(inside -> "drop/" + feed + inside)))
        .toList();
  }
}
