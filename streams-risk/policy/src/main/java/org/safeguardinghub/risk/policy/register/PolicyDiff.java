package org.safeguardinghub.risk.policy.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.rule.Policy;

/** How two policies differ, value by value, in words. */
public final class PolicyDiff {
  private PolicyDiff() {}

  /**
   * One difference.
   *
   * @param where a pattern's id, or "policy" for what holds for all
   * @param what which of its values
   * @param before empty where it is new
   * @param after empty where it is gone
   */
  public record Change(String where, String what, String before, String after) {
    @Override
    public String toString() {
      if (before.isEmpty()) {
        return "%s: %s is new: %s".formatted(where, what, after);
      }
      return after.isEmpty()
          ? "%s: %s is gone: %s".formatted(where, what, before)
          : "%s: %s: %s -> %s".formatted(where, what, before, after);
    }
  }

  /** Every difference, in order of patterns; none for the same policy. */
  public static List<Change> between(Policy before, Policy after, EventCatalogue catalogue) {
    List<Change> changes = new ArrayList<>();
    compare("policy", common(before), common(after), changes);
    Map<String, Entry> old = entries(before, catalogue);
    Map<String, Entry> now = entries(after, catalogue);
    TreeSet<String> ids = new TreeSet<>(old.keySet());
    ids.addAll(now.keySet());
    for (String id : ids) {
      Entry was = old.get(id);
      Entry is = now.get(id);
      if (was == null || is == null) {
        changes.add(
            new Change(
                id, "the pattern", was == null ? "" : was.title(), is == null ? "" : is.title()));
      } else {
        compare(id, facts(was.all()), facts(is.all()), changes);
      }
    }
    return List.copyOf(changes);
  }

  private static void compare(
      String where, Map<String, String> before, Map<String, String> after, List<Change> changes) {
    Map<String, String> all = new LinkedHashMap<>(before);
    all.putAll(after);
    for (String name : all.keySet()) {
      String was = before.getOrDefault(name, "");
      String is = after.getOrDefault(name, "");
      if (!was.equals(is)) {
        changes.add(new Change(where, name, was, is));
      }
    }
  }

  private static Map<String, Entry> entries(Policy policy, EventCatalogue catalogue) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    policy.patterns().forEach(pattern -> entries.put(pattern.id(), Entry.of(pattern, catalogue)));
    return entries;
  }

  private static Map<String, String> facts(List<Fact> facts) {
    Map<String, String> named = new LinkedHashMap<>();
    facts.forEach(fact -> named.put(fact.name(), fact.value()));
    return named;
  }

  private static Map<String, String> common(Policy policy) {
    Map<String, String> common = new LinkedHashMap<>();
    common.put("id", policy.id());
    common.put("version", Integer.toString(policy.version()));
    common.put("effective from", policy.effectiveFrom().toString());
    common.put("counting roles", Objects.toString(new TreeSet<>(policy.countingRoles())));
    common.put("harmed roles", Objects.toString(new TreeSet<>(policy.harmedRoles())));
    common.put("re-fire", policy.refire().toString());
    common.put("echo hours", Integer.toString(policy.echoHours()));
    common.put("late hours", Integer.toString(policy.lateHours()));
    common.put("protective days", Integer.toString(policy.protectiveDays()));
    common.put("urgent notice", policy.urgentNotice().toString());
    common.put("load", policy.load().toString());
    common.put("episodes", policy.episodes().toString());
    common.put("texts", policy.texts().toString());
    return common;
  }
}
