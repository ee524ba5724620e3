package org.safeguardinghub.risk.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.alert.AlertInput;
import org.safeguardinghub.risk.alert.Directory;
import org.safeguardinghub.risk.alert.Finding;
import org.safeguardinghub.risk.alert.Moment;
import org.safeguardinghub.risk.alert.PolicyDecisions;
import org.safeguardinghub.risk.alert.Situation;
import org.safeguardinghub.risk.alert.brake.Cause;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.decide.PublishedFinding;
import org.safeguardinghub.schemas.RiskDecisionKind;
import org.safeguardinghub.schemas.RiskDecisionRecord;
import org.safeguardinghub.schemas.SeverityCode;

/** Decisions of policy in their stored form. */
public final class DecisionCodec {
  private DecisionCodec() {}

  /** A decision about a subject that follows from a record, taken at a moment. */
  public static RiskDecisionRecord toRecord(
      SubjectRef subject, Decision decision, Instant decidedAt) {
    return toRecord(subject, decision, Cause.RECORD, decidedAt);
  }

  /** A decision about a subject, taken at a moment. What a change of policy found says so. */
  public static RiskDecisionRecord toRecord(
      SubjectRef subject, Decision decision, Cause cause, Instant decidedAt) {
    Moment unused = new Moment(decidedAt, Directory.EMPTY, Situation.UNKNOWN);
    return switch (PolicyDecisions.input(decision, unused)) {
      case AlertInput.Raised raised ->
          told(subject, decision, marked(raised.finding(), decision, cause), decidedAt).build();
      case AlertInput.Strengthened stronger when stronger.rings() ->
          told(subject, decision, marked(stronger.finding(), decision, cause), decidedAt).build();
      case AlertInput.Strengthened quiet ->
          told(subject, decision, quiet.finding(), decidedAt).build();
      case AlertInput.Withdrawn _,
          AlertInput.Acted _,
          AlertInput.DeadlineReached _,
          AlertInput.Undelivered _,
          AlertInput.MovedIn _,
          AlertInput.MovedOut _,
          AlertInput.SurroundingsChanged _ ->
          withdrawn(subject, decision, decidedAt).build();
    };
  }

  private static Finding marked(Finding finding, Decision decision, Cause cause) {
    return switch (cause) {
      case RECORD -> finding;
      case POLICY_CHANGE -> finding.foundByPolicyChange(decision.origin().policyVersion());
    };
  }

  private static RiskDecisionRecord.Builder told(
      SubjectRef subject, Decision decision, Finding finding, Instant decidedAt) {
    return origin(subject, decision, decidedAt)
        .setPattern(finding.pattern())
        .setPatternTitle(finding.title())
        .setStage(finding.stage())
        .setChildren(finding.children())
        .setDate(date(decision, finding))
        .setSeverity(SeverityCode.valueOf(finding.severity().name()))
        .setHow(finding.how().orElse(null))
        .setEvidence(EvidenceCodec.toRecords(finding.evidence()))
        .setBecause(finding.because())
        .setWouldBeWrong(finding.wouldBeWrong())
        .setNotKnown(finding.notKnown())
        .setProtective(protective(decision))
        .setSource(finding.source())
        .setQuestion(finding.question())
        .setIdentityUnconfirmed(finding.identityUnconfirmed())
        .setLearnedLate(finding.learnedLate());
  }

  /** A finding keeps the date of its first firing; a strengthening has one of its own. */
  private static LocalDate date(Decision decision, Finding finding) {
    return decision instanceof Decision.Strengthen stronger ? stronger.date() : finding.date();
  }

  private static RiskDecisionRecord.Builder withdrawn(
      SubjectRef subject, Decision decision, Instant decidedAt) {
    if (!(decision instanceof Decision.Withdraw withdraw)) {
      throw new IllegalStateException("only a withdrawal has no finding");
    }
    PublishedFinding published = withdraw.published();
    return origin(subject, decision, decidedAt)
        .setPattern(published.pattern())
        .setPatternTitle(published.patternTitle())
        .setStage(published.stage())
        .setChildren(published.children())
        .setDate(published.date())
        .setSeverity(SeverityCode.valueOf(published.severity().name()))
        .setHow(withdraw.because())
        .setEvidence(List.of())
        .setBecause(withdraw.because())
        .setWouldBeWrong(List.of())
        .setNotKnown(List.of())
        .setProtective(List.of())
        .setSource("")
        .setQuestion("")
        .setIdentityUnconfirmed(false)
        .setLearnedLate(false);
  }

  private static RiskDecisionRecord.Builder origin(
      SubjectRef subject, Decision decision, Instant decidedAt) {
    Decision.Origin origin = decision.origin();
    return RiskDecisionRecord.newBuilder()
        .setDecisionId(origin.decisionId())
        .setDecision(kind(decision))
        .setFindingId(decision.findingId())
        .setSucceeds(succeeds(decision).orElse(null))
        .setSubject(Refs.toRecord(subject))
        .setPolicyId(origin.policyId())
        .setPolicyVersion(origin.policyVersion())
        .setCauseRecordId(origin.causeRecordId())
        .setAsOf(origin.asOf())
        .setDecidedAt(decidedAt);
  }

  private static Optional<String> succeeds(Decision decision) {
    return switch (decision) {
      case Decision.Strengthen stronger -> stronger.succeeds();
      case Decision.Update update -> update.succeeds();
      case Decision.Raise _, Decision.Withdraw _, Decision.Tell _ -> Optional.empty();
    };
  }

  private static List<String> protective(Decision decision) {
    return switch (decision) {
      case Decision.Raise raise -> raise.finding().protective();
      case Decision.Strengthen stronger -> stronger.finding().protective();
      case Decision.Update update -> update.finding().protective();
      case Decision.Tell tell -> tell.notice().protective();
      case Decision.Withdraw _ -> List.of();
    };
  }

  /** An update reads differently and tells nobody anything: its "how" says what changed. */
  private static RiskDecisionKind kind(Decision decision) {
    return switch (decision) {
      case Decision.Raise _ -> RiskDecisionKind.RAISE;
      case Decision.Strengthen _ -> RiskDecisionKind.STRENGTHEN;
      case Decision.Update _ -> RiskDecisionKind.NOTHING;
      case Decision.Withdraw _ -> RiskDecisionKind.WITHDRAW;
      case Decision.Tell _ -> RiskDecisionKind.NOTICE;
    };
  }
}
