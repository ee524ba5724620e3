package org.safeguardinghub.deploy.local.folder;

/** The hub cannot start here: one line that says why and what to do. */
public final class StartRefused extends RuntimeException {
  private final ExitCode code;

  public StartRefused(ExitCode code, String whyAndWhatToDo) {
    super(whyAndWhatToDo);
    this.code = code;
  }

  public ExitCode code() {
    return code;
  }
}
