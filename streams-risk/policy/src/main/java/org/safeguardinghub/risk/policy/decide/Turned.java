package org.safeguardinghub.risk.policy.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.safeguardinghub.risk.policy.evaluate.InCommon;
import org.safeguardinghub.risk.policy.finding.Finding;

/**
 * What stands of some patterns beside what was said of them. A finding that stands as it was said
 * is the same object, and has said everything: of a pattern that has found many things in years
 * only those between the first and the last that differ are compared.
 */
final class Turned {
  private final List<Said> before = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Part> parts = new HashMap<>();

  /**
   * One pattern.
   *
   * @param first how many findings stand first as they were said
   * @param last how many stand last as they were said
   */
  private record Part(Stated was, List<Finding> now, int first, int last) {
    static Part of(Stated was, List<Finding> now) {
      if (!was.byFinding()) {
        return new Part(was, now, 0, 0);
      }
      int first = InCommon.first(now, was.findings());
      return new Part(was, now, first, InCommon.last(now, was.findings(), first));
    }

    List<Said> gone() {
      return was.said().subList(first, was.said().size() - last);
    }

    List<Finding> come() {
      return now.subList(first, now.size() - last);
    }

    List<Said> goOn(List<Said> between) {
      List<Said> all = new ArrayList<>(first + between.size() + last);
      all.addAll(was.said().subList(0, first));
      all.addAll(between);
      all.addAll(was.said().subList(was.said().size() - last, was.said().size()));
      return all;
    }
  }

  /** Everything that was said, and everything that stands. */
  static Turned whole(List<Said> before, List<Finding> findings) {
    Turned turned = new Turned();
    turned.before.addAll(before);
    turned.findings.addAll(findings);
    return turned;
  }

  /**
   * One more pattern.
   *
   * @param now the findings that stand, in an order of their own
   */
  void add(String pattern, Stated was, List<Finding> now) {
    Part part = Part.of(was, now);
    parts.put(pattern, part);
    before.addAll(part.gone());
    findings.addAll(part.come());
  }

  /** What was said and does not stand like that any more. */
  List<Said> before() {
    return before;
  }

  /** What does not stand as it was said, by date and id. */
  List<Finding> findings() {
    findings.sort(Finding.ORDER);
    return findings;
  }

  /** What was said of a pattern and stands. */
  List<Said> goingOn(String pattern) {
    Part part = parts.get(pattern);
    return part == null ? List.of() : part.goOn(List.of());
  }

  /**
   * What will have been said then, by pattern.
   *
   * @param after of each finding that did not stand as it was said
   */
  Map<String, Stated> stated(Map<Finding, Said> after) {
    Map<String, Stated> stated = new HashMap<>();
    parts.forEach(
        (pattern, part) -> {
          List<Said> come = new ArrayList<>(part.come().size());
          for (Finding finding : part.come()) {
            come.add(Objects.requireNonNull(after.get(finding)));
          }
          stated.put(pattern, new Stated(part.now(), part.goOn(come)));
        });
    return stated;
  }
}
