package org.safeguardinghub.deploy.local.story;

/**
 * How one "must not" of a story was judged.
 *
 * @param text as the story says it
 * @param outcome whether it held
 * @param why what was looked at, or what broke it
 */
public record Verdict(String text, Outcome outcome, String why) {
  /** Whether it held. */
  public enum Outcome {
    HELD,
    BROKEN,
    /** Only a reader can say. */
    NOT_JUDGED
  }
}
