package org.safeguardinghub.risk.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the hub has said about a subject so far. */
public record Published(List<PublishedFinding> findings, Set<String> noticeIds) {
  /** Nothing yet. */
  public static final Published NOTHING = new Published(List.of(), Set.of());

  public Published {
    findings = List.copyOf(findings);
    noticeIds = Set.copyOf(noticeIds);
  }

  /** The same with findings that were published on a subject which was moved into this one. */
  public Published with(List<PublishedFinding> moved) {
    List<PublishedFinding> all = new ArrayList<>(findings);
    all.addAll(moved);
    return new Published(all, noticeIds);
  }
}
