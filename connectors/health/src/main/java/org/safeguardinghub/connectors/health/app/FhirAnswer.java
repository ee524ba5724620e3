package org.safeguardinghub.connectors.health.app;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.parser.IParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.Step;

/**
 * What is answered in FHIR: an outcome, or for a bundle a response with an outcome for each entry.
 * Nothing in it repeats what was sent.
 */
record FhirAnswer(int status, Resource body) {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  /** An answer that is about no record. */
  static FhirAnswer plain(int status, IssueType type, String words) {
    OperationOutcome outcome = new OperationOutcome();
    outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).getDetails().setText(words);
    return new FhirAnswer(status, outcome);
  }

  /** The answer to one resource, or to a bundle of which one entry speaks for all. */
  static FhirAnswer whole(List<Desk.Outcome> outcomes) {
    return new FhirAnswer(status(outcomes), outcome(outcomes));
  }

  /**
   * The answer to a bundle: a response for each entry in its order.
   *
   * @param transaction whether it was a transaction; each of its entries is taken by itself all the
   *     same
   */
  static FhirAnswer entries(List<Desk.Outcome> outcomes, boolean transaction) {
    Map<Integer, List<Desk.Outcome>> byEntry =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.item().place().number(), TreeMap::new, Collectors.toList()));
    Bundle bundle = new Bundle();
    bundle.setType(transaction ? BundleType.TRANSACTIONRESPONSE : BundleType.BATCHRESPONSE);
    byEntry.values().forEach(entry -> bundle.addEntry(response(entry)));
    return new FhirAnswer(OK, bundle);
  }

  private static BundleEntryComponent response(List<Desk.Outcome> outcomes) {
    BundleEntryComponent entry = new BundleEntryComponent();
    entry.getResponse().setStatus(Integer.toString(status(outcomes))).setOutcome(outcome(outcomes));
    return entry;
  }

  private static OperationOutcome outcome(List<Desk.Outcome> outcomes) {
    OperationOutcome outcome = new OperationOutcome();
    for (Desk.Outcome one : outcomes) {
      OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue();
      Optional<Refusal> refusal = one.refusal();
      issue.setSeverity(refusal.isPresent() ? IssueSeverity.ERROR : IssueSeverity.INFORMATION);
      issue.setCode(refusal.map(FhirAnswer::type).orElse(IssueType.INFORMATIONAL));
      issue.getDetails().setText(refusal.map(Refusal::explanation).orElseGet(() -> words(one)));
      issue
          .getDetails()
          .addCoding()
          .setSystem("urn:safeguarding-hub:reason")
          .setCode(refusal.map(Refusal::reasonCode).orElseGet(() -> code(one)));
      one.result().ifPresent(result -> issue.setDiagnostics("receipt " + result.receiptId()));
    }
    return outcome;
  }

  private static IssueType type(Refusal refusal) {
    return switch (refusal.step()) {
      case FORM, SHAPE, TIME -> IssueType.INVALID;
      case CATALOGUE -> IssueType.NOTSUPPORTED;
      case LAWFUL_BASIS, HANDLING -> IssueType.BUSINESSRULE;
      case DUPLICATE -> IssueType.DUPLICATE;
    };
  }

  private static String code(Desk.Outcome outcome) {
    return switch (outcome.item().fate()) {
      case Fate.NoEvent none -> none.reasonCode();
      case Fate.Repeated _ -> "REPEATED";
      case Fate.Send _, Fate.Refused _ -> "ACCEPTED";
    };
  }

  private static String words(Desk.Outcome outcome) {
    return switch (outcome.item().fate()) {
      case Fate.NoEvent none -> "no event: " + none.why();
      case Fate.Repeated repeated -> "the same record stands in " + repeated.first();
      case Fate.Send _, Fate.Refused _ -> "recorded, will not be lost";
    };
  }

  /** The worst of what became of the items. */
  private static int status(List<Desk.Outcome> outcomes) {
    return outcomes.stream().mapToInt(FhirAnswer::status).max().orElse(OK);
  }

  private static int status(Desk.Outcome outcome) {
    if (outcome.refusal().isPresent()) {
      Refusal refusal = outcome.refusal().get();
      boolean unreadable =
          outcome.item().fate() instanceof Fate.Refused && refusal.step() == Step.SHAPE;
      return refusal.step() == Step.DUPLICATE ? CONFLICT : unreadable ? BAD_REQUEST : UNPROCESSABLE;
    }
    return outcome
        .result()
        .map(
            result ->
                result instanceof Result.Accepted accepted && accepted.firstTime()
                    ? accepted.published() ? CREATED : ACCEPTED
                    : OK)
        .orElse(OK);
  }

  String text(boolean xml) {
    FhirContext context = FhirContext.forCached(FhirVersionEnum.R4);
    IParser parser = xml ? context.newXmlParser() : context.newJsonParser();
    return parser.encodeResourceToString(body);
  }
}
