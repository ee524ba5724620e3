package org.safeguardinghub.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.deploy.local.apps.ChosenConnectors;
import org.safeguardinghub.deploy.local.apps.Feed;
import org.safeguardinghub.deploy.local.apps.FileConnectors;
import org.safeguardinghub.deploy.local.folder.DataFolder;

class SftpCommandTest {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA7gB309fW2Rqk9da++SdAKusmrvYWpkoYIHBbNjpFTj transfer\n";

  @TempDir Path folder;
  private Path key;

  @BeforeEach
  void aHubsFolder() throws IOException {
    new DataFolder(folder.resolve("hub")).open(false);
    key = Files.writeString(folder.resolve("id.pub"), KEY);
  }

  @Test
  void aKeyIsAddedListedAndTakenAway() {
    Typed added = sftp("add", "fablewick-police", key.toString());
    assertThat(added.code()).isZero();
    String fingerprint = added.out().replaceFirst("(?s).*(SHA256:\\S+).*", "$1");
    assertThat(sftp("add", "fablewick-police", key.toString()).out()).contains("already");
    assertThat(sftp("list").out()).isEqualTo("fablewick-police           " + fingerprint + "\n");
    assertThat(sftp("remove", "lantern-trust", fingerprint).code()).isEqualTo(1);
    assertThat(sftp("remove", "fablewick-police", fingerprint).code()).isZero();
    assertThat(sftp("list").out()).isEmpty();
  }

  @Test
  void saysWhichConnectorTakesTheFiles() {
    assertThat(sftp("add", "lantern-trust", key.toString()).out())
        .contains("by the connector agency", "--connectors agency,sftp");
    assertThat(sftp("add", "quillmarsh-academy", key.toString()).out())
        .contains("by the connector education", "--connectors sftp\n");
  }

  @Test
  void whatWasChosenBeforeStaysChosen() {
    ChosenConnectors chosen = new ChosenConnectors(folder.resolve("hub"));
    chosen.remember(List.of("police"));
    assertThat(sftp("add", "lantern-trust", key.toString()).out())
        .contains("--connectors agency,police,sftp\n");
    chosen.remember(List.of("agency", "police", "sftp"));
    assertThat(sftp("add", "lantern-trust", key.toString()).out())
        .contains("may sign in")
        .doesNotContain("connector");
  }

  @Test
  void aRunningHubNamesTheFoldersAndWhatNobodyTakes() throws IOException {
    sftp("add", "lantern-trust", key.toString());
    sftp("add", "tumbledown-primary", key.toString());
    DataFolder data = new DataFolder(folder.resolve("hub"));
    assertThat(FileConnectors.places(data, Feed.FABLEWICK, List.of("education", "sftp")))
        .containsOnlyKeys("files in", "not taken")
        .containsEntry(
            "not taken",
            "files by SFTP of lantern-trust lie there until the hub is started with --connectors agency,sftp");
    assertThat(FileConnectors.places(data, Feed.FABLEWICK, List.of("agency", "education", "sftp")))
        .containsOnlyKeys("files in", "agency in")
        .containsEntry("agency in", data.app("agency").resolve("drop/<feed>/in").toString());
    assertThat(FileConnectors.places(data, Feed.FABLEWICK, List.of("education")))
        .containsOnlyKeys("files in");
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertThat(sftp("add", "nobody", key.toString()).err())
        .contains("no feed is named nobody: there are [");
    Path secret = Files.writeString(folder.resolve("id"), "-----BEGIN OPENSSH PRIVATE KEY-----\n");
    Typed typed = sftp("add", "fablewick-police", secret.toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("must stay with the agency");
    assertThat(Typed.hub("sftp", "list", "--data", folder.resolve("none").toString()).err())
        .contains("start one with ./hub up first");
  }

  @Test
  void theHubIsKnownByOneFingerprint() {
    Typed first = sftp("host");
    assertThat(first.out()).startsWith("SHA256:");
    assertThat(sftp("host").out()).isEqualTo(first.out());
  }

  private Typed sftp(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "sftp";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--data";
    all[words.length + 2] = folder.resolve("hub").toString();
    return Typed.hub(all);
  }
}
