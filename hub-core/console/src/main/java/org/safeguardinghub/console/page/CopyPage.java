package org.safeguardinghub.console.page;

import java.util.List;
import java.util.Optional;

/**
 * A copy of an alert, with what the function of its reader needs and nothing else.
 *
 * @param about whom it is about, as far as this reader may be told
 * @param persons who they are
 * @param owner who answers for it, and whom to speak to
 * @param role the role that has the copy
 * @param todo what the reader can do
 * @param reasons what it was raised for, where that is for this reader
 * @param items reports that the reader may see, without their words
 * @param withheld how many others there are, and whom to ask
 * @param ended where nobody works on it any more: what became of it
 */
public record CopyPage(
    String about,
    List<String> persons,
    String owner,
    String role,
    String since,
    List<String> todo,
    List<String> reasons,
    List<Item> items,
    List<String> withheld,
    Optional<String> ended,
    boolean toConfirm,
    String correctionPath) {
  public CopyPage {
    persons = List.copyOf(persons);
    todo = List.copyOf(todo);
    reasons = List.copyOf(reasons);
    items = List.copyOf(items);
    withheld = List.copyOf(withheld);
  }

  /** A report by its day and kind. */
  public record Item(String date, String title, String agency) {}
}
