package org.safeguardinghub.connectors.intake;

/** A submission and what the checks made of it. */
record Checked(Submission submission, Judged judged) {
  int bytes() {
    return submission.body().reveal().length;
  }
}
