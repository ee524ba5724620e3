package org.safeguardinghub.console.page;

import java.util.List;
import java.util.Optional;

/**
 * What agencies have reported about the persons of an alert, from the first to the last, as one
 * reader may see it.
 *
 * @param withheld what is held back, in words
 * @param silence what the hub has not heard since the last report; empty while it is recent
 * @param silentFeeds agencies whose systems have been silent for longer than they should be: what
 *     they know since then may be missing
 * @param othersAtHome about other children of the household, where there are any
 * @param preparedFor who asked for it and when, for a printed copy
 */
public record StoryPage(
    String alertPath,
    String heading,
    List<String> persons,
    Optional<LanePicture> lanes,
    List<Told> story,
    Optional<String> silence,
    SilentFeeds silentFeeds,
    List<String> withheld,
    List<String> involved,
    Optional<String> othersAtHome,
    String preparedFor) {
  public StoryPage {
    persons = List.copyOf(persons);
    story = List.copyOf(story);
    withheld = List.copyOf(withheld);
    involved = List.copyOf(involved);
  }

  /**
   * One incident: the first report of it, and what others reported of the same.
   *
   * @param gapBefore how long nothing was reported before it, where that is long
   */
  public record Told(Optional<String> gapBefore, Entry first, List<Entry> echoes) {
    public Told {
      echoes = List.copyOf(echoes);
    }

    /** {@code 2 further reports of this incident}. */
    public String echoesInWords() {
      return Words.count(
          echoes.size(), "further report of this incident", "further reports of this incident");
    }
  }

  /**
   * One report.
   *
   * @param basis how whoever reports it knows it
   * @param struck why it no longer holds, where that is so
   */
  public record Entry(AlertPage.Item item, String basis, Optional<String> struck) {}
}
