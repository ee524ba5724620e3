package org.safeguardinghub.deploy.local.fuzz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.safeguardinghub.connectors.agency.form.AgencyForms;
import org.safeguardinghub.connectors.education.form.SchoolForms;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.FormSource;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.conform.Conformance;
import org.safeguardinghub.connectors.health.HealthForms;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.police.form.PoliceForms;
import org.safeguardinghub.connectors.socialcare.form.SocialCareForms;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.message.StrictJson;

/**
 * No bytes make a parser throw or say two things of the same: every pass over a file gives the same
 * items, and what is sent to the intake is a message that the intake can read.
 */
final class ParserRules {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final String NAME = "drop.dat";
  private static final Map<String, FormSource> SOURCES =
      Map.of(
          "education", new SchoolForms(),
          "social-care", new SocialCareForms(),
          "police", new PoliceForms(),
          "agency", new AgencyForms(),
          "health", new HealthForms.Source());

  private final List<FormSource.Offer> offers;
  private final Conformance intake;

  private ParserRules(List<FormSource.Offer> offers, Conformance intake) {
    this.offers = List.copyOf(offers);
    this.intake = intake;
  }

  /** The rules of one connector's forms; those of {@code intake} are of the message itself. */
  static ParserRules named(String name) {
    EventCatalogue catalogue = EventCatalogue.load();
    List<FormSource.Offer> offers =
        name.equals("intake")
            ? List.of()
            : Objects.requireNonNull(SOURCES.get(name), name).offers(catalogue);
    return new ParserRules(offers, new Conformance(catalogue, offers, NOW));
  }

  void check(byte[] input) {
    if (offers.isEmpty()) {
      intake.refusal(Submission.of(input), java.util.Set.of(OriginFamily.values()));
      return;
    }
    Received received = Received.of(NAME, input);
    for (FormSource.Offer offer : offers) {
      boolean known = offer.form().recognises(received);
      if (known || offers.size() == 1) {
        List<String> once = told(offer, received);
        if (!once.equals(told(offer, received))) {
          throw new AssertionError(offer.form().name() + ": two passes differ");
        }
      }
    }
  }

  private List<String> told(FormSource.Offer offer, Received received) {
    Form form = offer.form();
    List<String> told = new ArrayList<>();
    for (Item item : form.read(received)) {
      told.add(item.place().inColumn() + " " + told(offer, item.fate()));
    }
    return told;
  }

  private String told(FormSource.Offer offer, Fate fate) {
    return switch (fate) {
      case Fate.Send(String id, String type, Submission submission, var _) -> {
        if (submission.unreadable().isEmpty()
            && StrictJson.read(submission.body().reveal())
                instanceof StrictJson.Reading.Unreadable(var refusal)
            && !refusal.reasonCode().equals("TOO_LARGE")) {
          throw new AssertionError(
              offer.form().name() + " made a message that is no message: " + refusal.reasonCode());
        }
        yield id
            + type
            + intake.refusal(submission, offer.families()).map(one -> one.reasonCode()).orElse("");
      }
      case Fate.NoEvent(String id, String reason, String _) -> id + reason;
      case Fate.Repeated(String id, var first) -> id + first;
      case Fate.Refused(String id, var step, String reason, String _, String _) ->
          id + step + reason;
    };
  }
}
