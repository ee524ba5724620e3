package org.safeguardinghub.deploy.local.bench;

/** What counts is what was accepted. */
final class Answered {
  private Answered() {}

  static void all(String what, int accepted, int sent) {
    if (accepted != sent) {
      throw new IllegalStateException(
          "%s: %d of %d records were accepted".formatted(what, accepted, sent));
    }
  }
}
