package org.safeguardinghub.console.page;

import java.util.Optional;

/**
 * What every page needs around its content.
 *
 * @param now the hub's day and time when the page was made, which a story may have moved
 */
public record Chrome(Optional<Viewer> viewer, String stylesheet, String script, String now) {
  /**
   * Who is signed in.
   *
   * @param csrf word that each form of this session carries
   * @param manager whether anybody's alerts go up to this person
   * @param provider whether this person reports for a provider by the form
   * @param providerOnly whether that is all that this person may do here
   * @param desk whether refused messages are this person's to put right
   * @param reviewer whether this person reviews who opened what was not theirs
   */
  public record Viewer(
      String name,
      String title,
      String csrf,
      boolean administrator,
      boolean steward,
      boolean manager,
      boolean desk,
      boolean reviewer,
      boolean provider,
      boolean providerOnly) {}
}
