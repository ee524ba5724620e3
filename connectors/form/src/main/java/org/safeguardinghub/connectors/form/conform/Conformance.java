package org.safeguardinghub.connectors.form.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.FormSource.Offer;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.read.JsonText;
import org.safeguardinghub.connectors.form.read.Unreadable;
import org.safeguardinghub.connectors.form.read.XmlText;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.check.Check;
import org.safeguardinghub.connectors.intake.check.Checks;
import org.safeguardinghub.connectors.intake.check.Draft;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.StrictJson;
import org.safeguardinghub.kernel.sharing.LegalGateways;

/** Says what would become of files: each with the form that knows it, and the intake's checks. */
public final class Conformance {
  private final EventCatalogue catalogue;
  private final List<Offer> offers;
  private final Checks checks;
  private final Instant now;

  /**
   * @param now when the files are taken as received
   */
  public Conformance(EventCatalogue catalogue, List<Offer> offers, Instant now) {
    this.catalogue = catalogue;
    this.offers = List.copyOf(offers);
    this.checks = Checks.standard(catalogue, LegalGateways.load());
    this.now = now;
  }

  /** What would become of one file. */
  public FileReport report(Received received) {
    Optional<Offer> offer =
        offers.stream().filter(one -> one.form().recognises(received)).findFirst();
    if (offer.isEmpty()) {
      return unknown(received.bytes());
    }
    Counts counts = new Counts();
    Form form = offer.get().form();
    for (Item item : form.read(received)) {
      count(counts, item.fate(), offer.get().families());
    }
    return new FileReport(
        form.name(), counts.events, counts.noEvents, counts.repeated, counts.refused);
  }

  /** What cannot be read at all is refused; what can, and is no form, is said to be none. */
  private static FileReport unknown(byte[] bytes) {
    Optional<Unreadable> fault =
        XmlText.looksLike(bytes)
            ? XmlText.check(bytes)
            : JsonText.looksLike(bytes) ? JsonText.check(bytes) : Optional.empty();
    return fault
        .map(one -> "SHAPE " + one.reasonCode())
        .map(reason -> new FileReport(FileReport.NONE, Map.of(), Map.of(), 0, Map.of(reason, 1)))
        .orElseGet(
            () ->
                new FileReport(
                    FileReport.NONE, Map.of(), Map.of(Looks.like(bytes).reason(), 1), 0, Map.of()));
  }

  private static final class Counts {
    private final Map<String, Integer> events = new TreeMap<>();
    private final Map<String, Integer> noEvents = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private int repeated;
  }

  private void count(Counts counts, Fate fate, Set<OriginFamily> families) {
    switch (fate) {
      case Fate.Send(String _, String type, Submission submission, var _) -> {
        Optional<Refusal> refusal = refusal(submission, families);
        if (refusal.isPresent()) {
          String reason = refusal.get().step() + " " + refusal.get().reasonCode();
          counts.refused.merge(reason, 1, Integer::sum);
        } else {
          counts.events.merge(catalogue.find(type).isPresent() ? type : "?", 1, Integer::sum);
        }
      }
      case Fate.NoEvent(String _, String reason, String _) ->
          counts.noEvents.merge(reason, 1, Integer::sum);
      case Fate.Repeated _ -> counts.repeated++;
      case Fate.Refused(String _, var step, String reason, String _, String _) ->
          counts.refused.merge(step + " " + reason, 1, Integer::sum);
    }
  }

  /** The intake's refusal of a message from a sender of these families; empty if it would pass. */
  public Optional<Refusal> refusal(Submission submission, Set<OriginFamily> families) {
    return switch (StrictJson.read(submission.body().reveal())) {
      case StrictJson.Reading.Unreadable(Refusal refusal) -> Optional.of(refusal);
      case StrictJson.Reading.Read(ObjectNode message) ->
          switch (checks.run(Draft.of(sender(families), now, Optional.empty(), message))) {
            case Check.Outcome.Passed _ -> Optional.empty();
            case Check.Outcome.Refused(Refusal refusal) -> Optional.of(refusal);
          };
    };
  }

  private static Feed sender(Set<OriginFamily> families) {
    return new Feed("any", "any", "Any sender", families, "", "", "", OptionalInt.empty());
  }
}
