package org.safeguardinghub.console.page;

import java.util.List;
import java.util.Optional;

/**
 * A lead's alerts.
 *
 * @param corrections what the reader has still to confirm that they read
 * @param overduePlans alerts about which something that was agreed is overdue
 * @param copies what the reader has a copy of
 * @param toDo how much was agreed that the reader is to do; empty where nothing was
 * @param shownText which of how many are shown, where not all are
 */
public record ListPage(
    String title,
    String path,
    List<Tab> tabs,
    Filters filters,
    List<Row> rows,
    String emptyText,
    Optional<String> shownText,
    Optional<String> previousPath,
    Optional<String> nextPath,
    Optional<String> stewardText,
    List<Correction> corrections,
    List<OverduePlan> overduePlans,
    List<CopyLine> copies,
    String toDo,
    String summary) {
  public ListPage {
    tabs = List.copyOf(tabs);
    rows = List.copyOf(rows);
    corrections = List.copyOf(corrections);
    overduePlans = List.copyOf(overduePlans);
    copies = List.copyOf(copies);
  }

  /** The copies that stand above the list. */
  public List<CopyLine> firstCopies() {
    return copies.subList(0, Math.min(ListPages.COPIES, copies.size()));
  }

  /** A correction of an alert that the reader knew of and has still to confirm. */
  public record Correction(String path, String text) {}

  /** A copy of an alert that somebody else answers for. */
  public record CopyLine(String path, String text, String owner) {}

  /** An alert about which something that was agreed is overdue. */
  public record OverduePlan(String path, String text) {}

  /**
   * What the list is chosen and ordered by.
   *
   * @param narrows whether anything is chosen, so that the list may be less than there is
   * @param clearPath the same shelf with everything
   * @param notice what of the address was not understood and left out; empty where all was
   */
  public record Filters(
      String shelf,
      List<Choice> severities,
      List<Choice> dues,
      List<Choice> patterns,
      List<Choice> agencies,
      List<Choice> orders,
      boolean planOverdue,
      boolean narrows,
      String clearPath,
      String notice) {
    public Filters {
      severities = List.copyOf(severities);
      dues = List.copyOf(dues);
      patterns = List.copyOf(patterns);
      agencies = List.copyOf(agencies);
      orders = List.copyOf(orders);
    }
  }

  /** Something to choose. */
  public record Choice(String code, String title, boolean chosen) {}

  /** A shelf with its count. */
  public record Tab(String title, String path, int count, boolean current) {}

  /**
   * One alert in the list.
   *
   * @param reference what messages call it
   */
  public record Row(
      String id,
      String path,
      String child,
      List<String> patterns,
      Tag severity,
      String due,
      boolean overdue,
      String state,
      String owner,
      String plan,
      boolean planOverdue,
      boolean identityUnconfirmed,
      String reference) {
    public Row {
      patterns = List.copyOf(patterns);
    }
  }
}
