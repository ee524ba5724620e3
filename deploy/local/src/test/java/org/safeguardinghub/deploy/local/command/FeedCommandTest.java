package org.safeguardinghub.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.connectors.intake.feedback.Receiver;
import org.safeguardinghub.connectors.intake.feedback.Receivers;
import org.safeguardinghub.deploy.local.apps.Feed;
import org.safeguardinghub.deploy.local.apps.OwnFeedback;
import org.safeguardinghub.deploy.local.apps.OwnFeeds;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.folder.StartRefused;

/** Agencies that a hub did not know when it was built. */
class FeedCommandTest {
  @TempDir Path folder;
  private Path hub;

  @BeforeEach
  void aHubsFolder() {
    hub = folder.resolve("hub");
    new DataFolder(hub).open(false);
  }

  private Typed feed(String... words) {
    return Typed.hub(
        Stream.of(new String[] {"feed"}, words, new String[] {"--data", hub.toString()})
            .flatMap(Stream::of)
            .toArray(String[]::new));
  }

  @Test
  void anAgencyMaySendFromTheNextStartOnUntilItIsTakenAway() {
    Typed added = feed("add", "old-mill-club", "--name", "Old Mill Youth Club", "--family", "VCS");
    assertThat(added.code()).isZero();
    assertThat(added.out()).contains("from the next start on", "secrets/tokens/old-mill-club");
    assertThat(feed("list").out())
        .contains(
            "tumbledown-primary", "old-mill-club                VCS   168 h  Old Mill Youth Club");
    assertThat(new OwnFeeds(hub).all())
        .hasSize(Feed.FABLEWICK.size() + 1)
        .contains(new Feed("old-mill-club", "Old Mill Youth Club", "VCS", 168));

    assertThat(feed("remove", "old-mill-club").code()).isZero();
    assertThat(feed("remove", "old-mill-club").code()).isEqualTo(1);
    assertThat(new OwnFeeds(hub).all()).isEqualTo(Feed.FABLEWICK);
  }

  @Test
  void thereIsOneFeedOfAName() {
    assertThat(feed("add", "lantern-trust", "--name", "Another", "--family", "VCS").code())
        .isEqualTo(1);
    assertThat(feed("remove", "lantern-trust").code()).isEqualTo(1);
    assertThat(new OwnFeeds(hub).all()).isEqualTo(Feed.FABLEWICK);
  }

  @ParameterizedTest
  @CsvSource({
    "Old_Mill, Old Mill, VCS, 168, small letters",
    "../etc, Old Mill, VCS, 168, small letters",
    "old-mill, ' ', VCS, 168, the name that people call",
    "old-mill, Old Mill, VOL, 168, 'there is no family VOL: there are [CSC, EDU'",
    "old-mill, Old Mill, PUB, 168, there is no family PUB",
    "old-mill, Old Mill, VCS, 0, silent after 1 to",
  })
  void saysWhatIsWrong(String code, String name, String family, String hours, String said) {
    Typed typed = feed("add", code, "--name", name, "--family", family, "--silent-after", hours);
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains(said);
    assertThat(new OwnFeeds(hub).added()).isEmpty();
  }

  @Test
  void aFileThatIsNoListOfFeedsRefusesTheStartAndSaysWhatToDo() throws IOException {
    Files.writeString(hub.resolve("feeds.json"), "[{\"name\": \"x\"");
    assertThatThrownBy(() -> new OwnFeeds(hub).all())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("put it right, or move it away");
  }

  @Test
  void anAgencyIsToldAtItsAddressWithASecretThatIsShownOnce() throws IOException {
    Typed told = feed("webhook", "lantern-trust", "https://lantern.example/hooks?key=QUIBBLE");
    assertThat(told.code()).isZero();
    Receiver receiver = new OwnFeedback(hub).receivers().of("lantern-trust").orElseThrow();
    assertThat(told.out())
        .contains("from the next start on", "shown this once", receiver.secret().reveal());
    assertThat(Files.getPosixFilePermissions(hub.resolve("feedback.json")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    assertThat(feed("list").out())
        .contains("Lantern Trust  (webhook to lantern.example)")
        .doesNotContain("whsec_", receiver.secret().reveal(), "QUIBBLE");

    feed("webhook", "heron-house", "http://127.0.0.1:9000/x");
    feed("webhook", "lantern-trust", "https://lantern.example/other");
    Receivers both = new OwnFeedback(hub).receivers();
    assertThat(both.feeds()).containsExactlyInAnyOrder("lantern-trust", "heron-house");
    assertThat(both.of("lantern-trust").orElseThrow().secret()).isNotEqualTo(receiver.secret());

    assertThat(feed("webhook", "lantern-trust", "--off").code()).isZero();
    assertThat(feed("webhook", "lantern-trust", "--off").code()).isEqualTo(1);
    assertThat(new OwnFeedback(hub).receivers().feeds()).containsExactly("heron-house");
    assertThat(new OwnFeedback(hub).file()).isPresent();
    feed("webhook", "heron-house", "--off");
    assertThat(new OwnFeedback(hub).file()).isEmpty();
  }

  @Test
  void aFeedThatIsTakenAwayIsToldNoMore() {
    feed("add", "old-mill-club", "--name", "Old Mill Youth Club", "--family", "VCS");
    assertThat(feed("webhook", "old-mill-club", "https://mill.example/x").code()).isZero();
    feed("remove", "old-mill-club");
    assertThat(new OwnFeedback(hub).receivers().all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lantern-trust, http://lantern.example/x, 2, begins with https",
    "lantern-trust, https://me:word@lantern.example/x, 2, no user",
    "lantern-trust, lantern, 2, needs a host",
    "old-mill-club, https://mill.example/x, 1, there is no feed named old-mill-club",
  })
  void anAddressOrAFeedThatCannotBeIsRefused(String code, String url, int exit, String said) {
    Typed typed = feed("webhook", code, url);
    assertThat(typed.code()).isEqualTo(exit);
    assertThat(typed.out() + typed.err()).contains(said).doesNotContain("whsec_", "word");
    assertThat(hub.resolve("feedback.json")).doesNotExist();
  }

  @Test
  void eitherAnAddressOrOffIsGiven() {
    assertThat(feed("webhook", "lantern-trust").err()).contains("either an address or --off");
    Typed both = feed("webhook", "lantern-trust", "https://lantern.example/x", "--off");
    assertThat(both.code()).isEqualTo(2);
    assertThat(hub.resolve("feedback.json")).doesNotExist();
  }

  @Test
  void aFileOfReceiversThatIsWrongOrOpenRefusesTheStart() throws IOException {
    Path file = hub.resolve("feedback.json");
    feed("webhook", "lantern-trust", "https://lantern.example/x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> new OwnFeedback(hub).file())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("others may read");
    Files.delete(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, "[{\"feed\": \"QUIBBLE\"");
    assertThatThrownBy(() -> new OwnFeedback(hub).file())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("put it right, or move it away")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("QUIBBLE"));
  }
}
