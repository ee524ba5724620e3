package org.safeguardinghub.console.page;

import java.util.List;

/**
 * What changed about an alert, for somebody who was told of it or has read it. It shows nothing of
 * what the alert rests on: the reader may not answer for it any more.
 *
 * @param reasons what it was raised for, and whether that stands
 * @param asked whether the reader has still to confirm that they read this
 */
public record CorrectionPage(
    String path,
    String title,
    String child,
    List<String> reasons,
    String why,
    String when,
    String actionId,
    boolean asked) {
  public CorrectionPage {
    reasons = List.copyOf(reasons);
  }
}
