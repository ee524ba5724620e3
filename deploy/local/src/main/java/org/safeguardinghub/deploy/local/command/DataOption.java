package org.safeguardinghub.deploy.local.command;

import java.nio.file.Path;
import org.safeguardinghub.deploy.local.folder.DataFolder;
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
}
