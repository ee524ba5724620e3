package org.safeguardinghub.connectors.intake.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.catalogue.Attribute;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.message.Envelope;
import org.safeguardinghub.kernel.message.Step;

/** Who may see it? The strictest of the type's class and the sender's holds. */
final class HandlingCheck implements Check {
  /** Claims that tell where somebody is. */
  private static final List<String> PLACES =
      List.of("address", "school", "setting", "place", "phone");

  private static final String WHERE =
      "this event is location-protected (H4): leave out everything that tells where somebody is";

  @Override
  public Step step() {
    return Step.HANDLING;
  }

  @Override
  public Outcome check(Draft draft) {
    HandlingClass effective =
        draft
            .envelope()
            .sharing()
            .handling()
            .map(draft.type().handling()::strictest)
            .orElse(draft.type().handling());
    if (effective == HandlingClass.H5) {
      return allegation(draft);
    }
    Optional<String> place = effective == HandlingClass.H4 ? place(draft) : Optional.empty();
    return place.isPresent()
        ? refuse("LOCATION_FORBIDDEN", WHERE, place.get())
        : new Outcome.Passed(draft.with(effective));
  }

  /**
   * Only the LADO reads that lane. A concern about a child would be lost there, and so would an
   * allegation of which neither the adult nor the setting is known.
   */
  private Outcome allegation(Draft draft) {
    if (!draft.type().adultLane()) {
      return refuse(
          "NOT_AN_ALLEGATION",
          "only allegations about adults who work with children are H5: send what happened to the child without it",
          "/handling/class");
    }
    Envelope envelope = draft.envelope();
    boolean named =
        envelope.references().adult().isPresent()
            || envelope.references().setting().isPresent()
            || envelope.subjects().stream()
                .allMatch(subject -> subject.claims().reveal().path("adult").hasNonNull("ref"));
    return named
        ? new Outcome.Passed(draft.with(HandlingClass.H5))
        : refuse(
            "ADULT_MISSING",
            "give a reference of the adult whom it is about (adultRef), or at least of the setting (settingRef)",
            "/adultRef");
  }

  /** Where the message tells a place. */
  private static Optional<String> place(Draft draft) {
    Envelope envelope = draft.envelope();
    if (envelope.references().place().isPresent()) {
      return Optional.of("/placeRef");
    }
    if (envelope.references().setting().isPresent()) {
      return Optional.of("/settingRef");
    }
    for (int i = 0; i < envelope.subjects().size(); i++) {
      ObjectNode claims = envelope.subjects().get(i).claims().reveal();
      for (String name : PLACES) {
        if (claims.hasNonNull(name)) {
          return Optional.of("/subjects/" + i + "/claims/" + name);
        }
      }
      if (claims.path("household").hasNonNull("uprn")) {
        return Optional.of("/subjects/" + i + "/claims/household/uprn");
      }
    }
    return draft.classed().orElseThrow().attributes().keySet().stream()
        .filter(
            name ->
                Optional.ofNullable(draft.type().attributes().get(name))
                    .map(Attribute::place)
                    .orElse(false))
        .findFirst()
        .map(name -> "/attributes/" + name);
  }
}
