package org.safeguardinghub.console.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How two directories differ, in sentences for whoever has to agree to it.
 *
 * @param changes who and what is added, changed, ends or is taken out
 * @param gaps days on which nobody of a role can be reached, that are new
 * @param refusals why it cannot be done at all
 * @param lost persons who could be reached until now and cannot on this day, or who lose a role
 */
public record DirectoryDifference(
    List<String> changes, List<String> gaps, List<String> refusals, Set<String> lost) {
  public DirectoryDifference {
    changes = List.copyOf(changes);
    gaps = List.copyOf(gaps);
    refusals = List.copyOf(refusals);
    lost = Set.copyOf(lost);
  }

  public boolean none() {
    return changes.isEmpty();
  }

  public static DirectoryDifference between(
      LeadDirectory before, LeadDirectory after, LocalDate today) {
    List<String> changes = new ArrayList<>();
    value(changes, "the first day of every entry", before.effectiveFrom(), after.effectiveFrom());
    value(changes, "the area", before.area(), after.area());
    value(changes, "the mail domain", before.mailDomain(), after.mailDomain());
    each(changes, before.agencies(), after.agencies(), Agency::code, DirectoryDifference::agency);
    each(changes, before.persons(), after.persons(), Person::id, DirectoryDifference::person);
    each(changes, before.roles(), after.roles(), RoleHolding::key, DirectoryDifference::role);
    if (changes.isEmpty() && !before.equals(after)) {
      changes.add("only the order of entries is another");
    }
    Set<String> known = words(Reach.gaps(before, today));
    List<String> gaps =
        Reach.gaps(after, today).stream()
            .filter(gap -> !known.contains(gap.words()))
            .map(gap -> gap.words() + standIn(after, gap))
            .toList();
    return new DirectoryDifference(
        changes, gaps, refusals(before, after), lost(before, after, today));
  }

  private static Set<String> words(List<Reach.Gap> gaps) {
    return gaps.stream().map(Reach.Gap::words).collect(Collectors.toSet());
  }

  private static String standIn(LeadDirectory directory, Reach.Gap gap) {
    return gap.holding()
        .manager()
        .map(above -> "; its alerts go up to " + directory.titleOf(above))
        .orElse("; its alerts go to the duty desk");
  }

  private static List<String> refusals(LeadDirectory before, LeadDirectory after) {
    return after.persons().stream()
        .filter(
            person ->
                before
                    .person(person.id())
                    .filter(old -> !old.user().equals(person.user()))
                    .isPresent())
        .map(
            person ->
                "the sign-in name of %s cannot change: end this person and add another"
                    .formatted(person.id()))
        .toList();
  }

  private static Set<String> lost(LeadDirectory before, LeadDirectory after, LocalDate today) {
    LeadDirectory held = before.heldOn(today);
    LeadDirectory next = after.heldOn(today);
    return before.persons().stream()
        .filter(person -> person.reachableOn(today))
        .map(Person::id)
        .filter(
            id ->
                after.person(id).filter(person -> person.reachableOn(today)).isEmpty()
                    || !next.rolesOf(id).containsAll(held.rolesOf(id)))
        .collect(Collectors.toSet());
  }

  /** Says of two entries of one key how they differ; called with differing entries only. */
  private interface Differing<T> {
    void say(List<String> changes, T before, T after);
  }

  private static <T> void each(
      List<String> changes,
      List<T> before,
      List<T> after,
      Function<T, String> key,
      Differing<T> differing) {
    Map<String, T> old = byKey(before, key);
    Map<String, T> now = byKey(after, key);
    now.forEach(
        (name, entry) -> {
          T was = old.get(name);
          if (was == null) {
            changes.add("added: " + shown(entry));
          } else if (!was.equals(entry)) {
            differing.say(changes, was, entry);
          }
        });
    old.forEach(
        (name, entry) -> {
          if (!now.containsKey(name)) {
            changes.add("taken out: " + shown(entry));
          }
        });
  }

  private static <T> Map<String, T> byKey(List<T> entries, Function<T, String> key) {
    Map<String, T> map = new LinkedHashMap<>();
    entries.forEach(entry -> map.put(key.apply(entry), entry));
    return map;
  }

  private static String shown(Object entry) {
    return switch (entry) {
      case Agency agency -> "agency %s (%s)".formatted(agency.name(), agency.code());
      case Person person -> "%s (%s)".formatted(person.name(), person.id());
      case RoleHolding holding ->
          "role %s (%s), held by %s"
              .formatted(holding.title(), holding.name(), String.join(", ", holding.holders()));
      default -> throw new IllegalArgumentException("no entry of a directory");
    };
  }

  private static void agency(List<String> changes, Agency before, Agency after) {
    value(changes, "the name of the agency " + after.code(), before.name(), after.name());
  }

  private static void person(List<String> changes, Person before, Person after) {
    String who = "%s (%s)".formatted(after.name(), after.id());
    value(changes, "the name of " + after.id(), before.name(), after.name());
    value(
        changes,
        "the address of " + who,
        before.mail().orElse("the usual"),
        after.mail().orElse("the usual"));
    ways(changes, who, before.ways(), after.ways());
    value(changes, "the hours of " + who, hours(before), hours(after));
    conflicts(changes, who, before, after);
    if (!before.term().equals(after.term())) {
      changes.add(
          after.term().lastDay().map(last -> who + " leaves after " + last).orElse(who + " stays")
              + after.term().firstDay().map(first -> ", from " + first).orElse(""));
    }
    after.leave().stream()
        .filter(away -> !before.leave().contains(away))
        .forEach(
            away ->
                changes.add(
                    "%s is away from %s to %s".formatted(who, away.firstDay(), away.lastDay())));
    before.leave().stream()
        .filter(away -> !after.leave().contains(away))
        .forEach(
            away ->
                changes.add(
                    "%s is not away from %s to %s"
                        .formatted(who, away.firstDay(), away.lastDay())));
  }

  private static String hours(Person person) {
    return person.hours().map(Week::words).orElse("whenever they are asked");
  }

  private static void conflicts(List<String> changes, String who, Person before, Person after) {
    after.conflicts().stream()
        .filter(entry -> !before.conflicts().contains(entry))
        .forEach(entry -> changes.add(who + " may not answer for " + entry));
    before.conflicts().stream()
        .filter(entry -> !after.conflicts().contains(entry))
        .forEach(entry -> changes.add(who + " may answer for " + entry + " again"));
  }

  private static void ways(List<String> changes, String who, Ways before, Ways after) {
    value(changes, "how %s is told".formatted(who), before.words(), after.words());
    value(
        changes,
        "the number for text messages of " + who,
        before.phone().orElse("none"),
        after.phone().orElse("none"));
    value(
        changes,
        "the webhook of " + who,
        before.webhook().map(Ways.Webhook::url).orElse("none"),
        after.webhook().map(Ways.Webhook::url).orElse("none"));
    if (!before
        .webhook()
        .map(Ways.Webhook::secret)
        .equals(after.webhook().map(Ways.Webhook::secret))) {
      changes.add("the secret of the webhook of %s is another".formatted(who));
    }
  }

  private static void role(List<String> changes, RoleHolding before, RoleHolding after) {
    String role = after.name();
    value(changes, "the title of " + role, before.title(), after.title());
    value(
        changes,
        "who holds " + role,
        String.join(", ", before.holders()),
        String.join(", ", after.holders()));
    value(
        changes,
        "the role above " + role,
        before.manager().orElse("none"),
        after.manager().orElse("none"));
    value(
        changes,
        "who answers for %s out of hours".formatted(role),
        before.outOfHours().orElse("none"),
        after.outOfHours().orElse("none"));
    value(changes, role + " is held for the area", before.area(), after.area());
    if (!before.term().equals(after.term())) {
      changes.add(
          after
                  .term()
                  .lastDay()
                  .map(last -> "the role %s ends after %s".formatted(role, last))
                  .orElse("the role " + role + " stays")
              + after.term().firstDay().map(first -> ", from " + first).orElse(""));
    }
  }

  private static void value(List<String> changes, String what, Object before, Object after) {
    if (!before.equals(after)) {
      changes.add("%s: %s, until now %s".formatted(what, after, before));
    }
  }
}
