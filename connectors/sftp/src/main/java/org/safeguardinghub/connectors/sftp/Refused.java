package org.safeguardinghub.connectors.sftp;

import java.io.IOException;

/** What an agency asked for is not done; the message says what to do and names no file. */
final class Refused extends IOException {
  private static final long serialVersionUID = 1;

  Refused(String whatToDo) {
    super(whatToDo);
  }
}
