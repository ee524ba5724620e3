package org.safeguardinghub.deploy.local.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
  @TempDir Path folder;

  @Test
  void missingFolderIsMadeAndOpensAgain() {
    DataFolder data = new DataFolder(folder.resolve("deep/data"));
    data.open(false);
    data.open(false);
    assertThat(data.exists()).isTrue();
  }

  @Test
  void folderWithOtherFilesIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("holiday.txt"), "mine");
    refused(
        () -> new DataFolder(folder).open(false), ExitCode.DATA, "is not a data folder of the hub");
    assertThat(folder).isDirectoryNotContaining("glob:**hub.properties");
  }

  @Test
  void fileInPlaceOfTheFolderIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    refused(() -> new DataFolder(file).open(false), ExitCode.MACHINE, "is a file, not a folder");
  }

  @Test
  void liveFolderCannotBecomeAStoryFolder() {
    DataFolder data = new DataFolder(folder);
    data.open(false);
    refused(() -> data.open(true), ExitCode.DATA, "a story clock cannot be switched on");
  }

  @Test
  void storyFolderCannotBecomeALiveOne() {
    DataFolder data = new DataFolder(folder);
    data.open(true);
    refused(() -> data.open(false), ExitCode.DATA, "was made for playing stories");
  }

  @Test
  void folderOfAnotherVersionIsRefused() throws IOException {
    new DataFolder(folder).open(false);
    Files.writeString(folder.resolve("hub.properties"), "layout=7\nclock=system\n");
    refused(
        () -> new DataFolder(folder).open(false),
        ExitCode.DATA,
        "has layout 7, this version reads 1");
  }

  @Test
  void secondHolderIsToldWhoRunsAndHowToStopIt() {
    DataFolder data = new DataFolder(folder);
    data.open(false);
    try (FolderLock first = FolderLock.take(data)) {
      assertThat(first).isNotNull();
      refused(() -> FolderLock.take(data), ExitCode.ALREADY_RUNNING, "./hub stop --data " + folder);
      assertThat(FolderLock.holder(data))
          .map(ProcessHandle::pid)
          .contains(ProcessHandle.current().pid());
    }
    try (FolderLock again = FolderLock.take(data)) {
      assertThat(again).isNotNull();
    }
    assertThat(FolderLock.holder(data)).isEmpty();
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable start, ExitCode code, String text) {
    assertThatThrownBy(start)
        .hasMessageContaining(text)
        .asInstanceOf(InstanceOfAssertFactories.type(StartRefused.class))
        .extracting(StartRefused::code)
        .isEqualTo(code);
  }
}
