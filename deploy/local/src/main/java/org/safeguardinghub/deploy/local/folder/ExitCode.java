package org.safeguardinghub.deploy.local.folder;

/** Exit codes of the hub's commands. */
public enum ExitCode {
  DONE(0, "done"),
  FAILED(1, "something failed; the message says what"),
  USAGE(2, "wrong command or option"),
  ALREADY_RUNNING(3, "a hub already runs on this data folder"),
  MACHINE(4, "the machine is in the way: taken port, full disk, missing permission or program"),
  DATA(5, "the data folder is damaged, foreign or of another version"),
  NOT_RUNNING(6, "no hub runs on this data folder");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
