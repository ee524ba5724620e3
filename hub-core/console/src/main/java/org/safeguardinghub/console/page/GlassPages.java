package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.AlertStore;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.alert.Glass;
import org.safeguardinghub.console.alert.Opener;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.subject.AlertReference;

/**
 * Makes the pages about alerts that were opened by people in whose hands they were not. A reviewer
 * reads who, when and why, and nothing of the child.
 */
public final class GlassPages {
  private final AlertStore alerts;
  private final LeadDirectory directory;
  private final Opener opener;

  public GlassPages(AlertStore alerts, LeadDirectory directory, Opener opener) {
    this.alerts = alerts;
    this.directory = directory;
    this.opener = opener;
  }

  public GlassPage page(List<Glass> all, Instant now) {
    return new GlassPage(
        all.stream().filter(glass -> glass.review().isEmpty()).map(g -> row(g, now)).toList(),
        all.stream().filter(glass -> glass.review().isPresent()).map(g -> row(g, now)).toList());
  }

  /** The form of one review, as it was sent. */
  public GlassPage.Reviewing reviewing(
      Glass glass, String outcome, String note, List<Fault> faults, Instant now) {
    List<GlassPage.Choice> choices =
        List.of(Glass.Outcome.values()).stream()
            .map(
                one ->
                    new GlassPage.Choice(
                        one == Glass.Outcome.JUSTIFIED ? "outcome" : "outcome-" + one,
                        one.name(),
                        one.words(),
                        one.name().equals(outcome)))
            .toList();
    return new GlassPage.Reviewing(
        row(glass, now), choices, note, faults, glass.review().isEmpty());
  }

  /** The form that opens an alert, as it was sent. */
  public GlassPage.Breaking breaking(
      Alert alert, String actionId, String reason, List<Fault> faults) {
    return new GlassPage.Breaking(
        "/alerts/" + alert.id() + "/break-glass",
        actionId,
        reason,
        faults,
        directory.titleOf(alert.owner().role()));
  }

  private GlassPage.Row row(Glass glass, Instant now) {
    return new GlassPage.Row(
        "/break-glass/" + glass.id(),
        directory.nameOf(glass.personId()),
        directory.mainTitleOf(glass.personId()),
        AlertReference.of(glass.alertId()),
        alerts
            .find(glass.alertId())
            .map(alert -> directory.titleOf(alert.owner().role()))
            .orElse("no longer held"),
        LondonTime.when(glass.at(), now),
        words(glass.reason()),
        glass.review().map(review -> outcome(review, now)));
  }

  private String outcome(Glass.Review review, Instant now) {
    return "%s. %s, %s: %s"
        .formatted(
            review.outcome().words(),
            directory.nameOf(review.personId()),
            LondonTime.when(review.at(), now),
            words(review.note()));
  }

  private String words(Sealed sealed) {
    Optional<String> text = opener.open(sealed);
    return text.orElse("The words can no longer be read.");
  }
}
