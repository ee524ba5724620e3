package org.safeguardinghub.console.page;

import java.util.List;

/**
 * What people agreed and decided about an alert.
 *
 * @param summary how much is to be done, in a few words; empty where nothing was agreed
 * @param toDo what is to be done, the next first
 * @param ended what was done, or will not be
 * @param sharing decisions to share or not to, the latest first
 */
public record MinutesPart(
    String summary,
    boolean overdue,
    List<PlanLine> toDo,
    List<PlanLine> ended,
    List<ShareLine> sharing) {
  public MinutesPart {
    toDo = List.copyOf(toDo);
    ended = List.copyOf(ended);
    sharing = List.copyOf(sharing);
  }

  /**
   * One action.
   *
   * @param path where it is said what came of it
   * @param tag {@code Overdue}, {@code Done}, {@code Not done}, or nothing
   * @param outcome what came of it; empty while it is to be done
   * @param told whom the hub told, or that it could tell nobody; empty once something came of it
   */
  public record PlanLine(
      String path,
      String what,
      String who,
      String due,
      Tag tag,
      String recorded,
      String outcome,
      String told) {}

  /** One decision to share, or not to. */
  public record ShareLine(
      Tag tag, String withWhom, String what, String basis, String reason, String decided) {}
}
