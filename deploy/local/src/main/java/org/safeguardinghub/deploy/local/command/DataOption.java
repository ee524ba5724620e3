package org.safeguardinghub.deploy.local.command;

import java.nio.file.Path;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import picocli.CommandLine.Option;

/** The option that names the data folder, the same for every command. */
public final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "data folder (default: ${DEFAULT-VALUE})",
      defaultValue = ".hub")
  private Path data = Path.of(".hub");

  public DataFolder folder() {
    return new DataFolder(data);
  }

  /** That of a hub that was started there before, whether it runs or not. */
  DataFolder made() {
    DataFolder folder = folder();
    if (!folder.exists()) {
      throw new StartRefused(
          ExitCode.DATA,
          "%s is no data folder of a hub: start one with ./hub up first".formatted(folder.root()));
    }
    return folder;
  }
}
