package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.AlertStore;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.event.Severity;

/** Makes the page of a manager: what waits with whom, and for how long. */
public final class TeamPages {
  private static final int LONGEST = 20;

  private final AlertStore store;
  private final LeadDirectory directory;

  public TeamPages(AlertStore store, LeadDirectory directory) {
    this.store = store;
    this.directory = directory;
  }

  /** The page; empty for whoever stands above nobody. */
  public Optional<TeamPage> page(Reader reader, Instant now) {
    Set<String> below = directory.rolesBelow(reader.roles());
    if (below.isEmpty()) {
      return Optional.empty();
    }
    List<Alert> waiting = store.waiting(below).stream().filter(reader::mayKnow).toList();
    return Optional.of(
        new TeamPage(
            summary(waiting, now),
            burdens(waiting, reader, now),
            waiting.stream().limit(LONGEST).map(alert -> line(alert, reader, now)).toList(),
            overduePlans(below, reader, now)));
  }

  private List<TeamPage.OverduePlan> overduePlans(Set<String> below, Reader reader, Instant now) {
    return store.overduePlans(below, now).stream()
        .filter(reader::mayKnow)
        .flatMap(
            alert ->
                alert.minutes().overdue(now).stream()
                    .map(
                        planned ->
                            new TeamPage.OverduePlan(
                                MinutesParts.who(planned.who(), directory),
                                LondonTime.due(planned.dueAt(), now),
                                ListPages.owner(alert.owner(), directory, reader))))
        .toList();
  }

  private static String summary(List<Alert> waiting, Instant now) {
    if (waiting.isEmpty()) {
      return "Nothing waits for an answer below you.";
    }
    return "%s for an answer, %d of them overdue."
        .formatted(
            Words.count(waiting.size(), "alert waits", "alerts wait"),
            count(waiting, overdue(now)));
  }

  private List<TeamPage.Burden> burdens(List<Alert> waiting, Reader reader, Instant now) {
    Map<String, List<Alert>> byLead = new TreeMap<>();
    for (Alert alert : waiting) {
      byLead
          .computeIfAbsent(
              ListPages.owner(alert.owner(), directory, reader), _ -> new ArrayList<>())
          .add(alert);
    }
    return byLead.entrySet().stream()
        .map(lead -> burden(lead.getKey(), lead.getValue(), now))
        .sorted(
            Comparator.comparingInt(TeamPage.Burden::overdue)
                .thenComparingInt(TeamPage.Burden::waiting)
                .reversed())
        .toList();
  }

  private static TeamPage.Burden burden(String who, List<Alert> alerts, Instant now) {
    return new TeamPage.Burden(
        who,
        alerts.size(),
        count(alerts, overdue(now)),
        count(alerts, alert -> alert.severity() == Severity.S1),
        count(alerts, alert -> alert.rung() > 0),
        LondonTime.when(alerts.getFirst().raisedAt(), now));
  }

  private TeamPage.Waiting line(Alert alert, Reader reader, Instant now) {
    return new TeamPage.Waiting(
        new Tag(Words.severity(alert.severity()), Words.severityTag(alert.severity())),
        alert.standing().stream().map(Alert.Finding::title).distinct().toList(),
        ListPages.owner(alert.owner(), directory, reader),
        LondonTime.when(alert.raisedAt(), now),
        alert.dueAt().map(due -> LondonTime.due(due, now)).orElse("no time set"),
        overdue(now).test(alert),
        Words.rung(alert.rung()),
        reader.mayOpen(alert.owner()) ? Optional.of("/alerts/" + alert.id()) : Optional.empty());
  }

  private static Predicate<Alert> overdue(Instant now) {
    return alert -> alert.dueAt().filter(due -> LondonTime.overdue(due, now)).isPresent();
  }

  private static int count(List<Alert> alerts, Predicate<Alert> some) {
    return (int) alerts.stream().filter(some).count();
  }
}
