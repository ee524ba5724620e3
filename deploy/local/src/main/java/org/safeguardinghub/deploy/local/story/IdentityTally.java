package org.safeguardinghub.deploy.local.story;

import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of the events of a story. */
final class IdentityTally {
  private final List<String> wrong = new ArrayList<>();
  private int linked;
  private int created;
  private int asked;
  private int answered;

  void linked() {
    linked++;
  }

  void created() {
    created++;
  }

  void asked() {
    asked++;
  }

  void answered() {
    answered++;
  }

  void wrong(String what) {
    wrong.add(what);
  }

  IdentityCount count(int open) {
    return new IdentityCount(linked, created, asked, answered, open, wrong);
  }
}
