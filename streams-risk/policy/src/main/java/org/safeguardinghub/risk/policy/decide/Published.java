package org.safeguardinghub.risk.policy.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the hub has said about a subject so far. */
public record Published(List<PublishedFinding> findings, Set<String> noticeIds) {
  /** Nothing yet. */
  public static final Published NOTHING = new Published(List.of(), Set.of());

  public Published {
    // In one order, so that what is stored does not depend on the way there.
    findings = findings.stream().sorted(Comparator.comparing(PublishedFinding::findingId)).toList();
    noticeIds = Set.copyOf(noticeIds);
  }

  /** The same with what was published on a subject which was moved into this one. */
  public Published with(Published moved) {
    List<PublishedFinding> all = new ArrayList<>(findings);
    all.addAll(moved.findings());
    Set<String> told = new HashSet<>(noticeIds);
    told.addAll(moved.noticeIds());
    return new Published(all, told);
  }
}
