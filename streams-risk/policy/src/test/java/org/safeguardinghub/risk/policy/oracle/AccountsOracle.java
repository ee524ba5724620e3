package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.risk.policy.oracle.Windows.hit;
import static org.safeguardinghub.risk.policy.oracle.Windows.inside;
import static org.safeguardinghub.risk.policy.oracle.Windows.moments;
import static org.safeguardinghub.risk.policy.oracle.Windows.told;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;

/** P17: conflicting accounts of harm. */
final class AccountsOracle {
  private static final Set<String> UNEXPLAINED = Set.of("none given", "not known");

  private AccountsOracle() {}

  static List<NaiveFinding> p17(NaiveChild child, Instant now) {
    List<NaiveEvent> again = child.about(event -> event.is("interpreterReinterview"));
    List<NaiveEvent> accounts =
        child.counting(
            event ->
                event.harmed()
                    && (event.in(NaiveSets.INJURY) || event.type().equals("EDU-PHY-02"))
                    && !replaced(event, again));
    Map<String, String> injuries = injuries(child, accounts);
    return told(
        "P17",
        moments(accounts),
        moment -> {
          Set<NaiveEvent> met = new LinkedHashSet<>();
          List<NaiveEvent> recent = inside(accounts, moment, 30);
          recent.stream()
              .filter(one -> one.is("accountsDiffer") && !one.is("interpreterReinterview"))
              .forEach(met::add);
          met.addAll(conflicting(recent));
          for (NaiveEvent one : recent) {
            met.addAll(
                conflicting(
                    NaiveChild.upTo(accounts, moment).stream()
                        .filter(e -> injury(injuries, e).equals(injury(injuries, one)))
                        .toList()));
          }
          return hit(List.copyOf(met), Severity.S2);
        });
  }

  private static List<NaiveEvent> conflicting(List<NaiveEvent> accounts) {
    List<NaiveEvent> conflicting = new ArrayList<>();
    for (NaiveEvent one : accounts) {
      for (NaiveEvent other : accounts) {
        if (explains(one)
            && explains(other)
            && !other.text("explanation", String.valueOf(one.text("explanation")))) {
          conflicting.add(one);
        }
      }
    }
    return conflicting;
  }

  /** That nobody explained it contradicts no explanation. */
  private static boolean explains(NaiveEvent account) {
    return account.says("explanation")
        && !UNEXPLAINED.contains(String.valueOf(account.text("explanation")));
  }

  /**
   * By an account taken again through an interpreter: of the 30 days before it, or of its injury.
   */
  private static boolean replaced(NaiveEvent account, List<NaiveEvent> again) {
    return again.stream()
        .filter(later -> !later.id().equals(account.id()) && !account.at().isAfter(later.at()))
        .anyMatch(
            later ->
                inside(account.at(), later.at(), 30)
                    || later.incident().equals(account.incident()));
  }

  private static String injury(Map<String, String> injuries, NaiveEvent account) {
    return injuries.getOrDefault(account.id(), account.incident());
  }

  /** One injury: one incident, or said to follow up the same one. The smallest name is taken. */
  private static Map<String, String> injuries(NaiveChild child, List<NaiveEvent> accounts) {
    Map<String, String> incidents = new HashMap<>();
    child.own(_ -> true).forEach(event -> incidents.put(event.id(), event.incident()));
    Map<String, String> injuries = new HashMap<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (NaiveEvent one : accounts) {
        for (NaiveEvent other : accounts) {
          String theirs = injury(injuries, other);
          if (theirs.compareTo(injury(injuries, one)) < 0 && linked(one, other, incidents)) {
            injuries.put(one.id(), theirs);
            changed = true;
          }
        }
      }
    }
    return injuries;
  }

  private static boolean linked(NaiveEvent one, NaiveEvent other, Map<String, String> incidents) {
    String first = followed(one, incidents);
    String second = followed(other, incidents);
    return one.incident().equals(other.incident())
        || first.equals(other.incident())
        || second.equals(one.incident())
        || (one.says("followUpOf") && first.equals(second));
  }

  /** The incident that it follows up, or the reference that nobody knows here. */
  private static String followed(NaiveEvent account, Map<String, String> incidents) {
    String of = String.valueOf(account.text("followUpOf"));
    return incidents.getOrDefault(of, "reference " + of);
  }
}
