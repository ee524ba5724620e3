package org.safeguardinghub.risk.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.finding.Support;

/** What a decision of policy means for the alerts of its subject. */
public final class PolicyDecisions {
  /** The stage under which an alert shows a notice: told without being a finding. */
  public static final String NOTICE = "notice";

  /** The stage under which an alert shows what waits for an identity steward. */
  public static final String STEWARD = "steward";

  private PolicyDecisions() {}

  /** The input that follows from a decision. */
  public static AlertInput input(Decision decision, Moment moment) {
    int policy = decision.origin().policyVersion();
    return switch (decision) {
      case Decision.Raise raise ->
          new AlertInput.Raised(
              finding(
                  raise.finding(), raise.findingId(), raise.finding().severity(), Optional.empty()),
              Optional.empty(),
              policy,
              moment);
      case Decision.Strengthen stronger ->
          new AlertInput.Strengthened(
              finding(
                  stronger.finding(),
                  stronger.findingId(),
                  stronger.finding().severity(),
                  Optional.of(stronger.how())),
              Optional.empty(),
              true,
              policy,
              moment);
      case Decision.Update update ->
          new AlertInput.Strengthened(
              finding(
                  update.finding(),
                  update.findingId(),
                  update.finding().severity(),
                  Optional.of("updated: " + String.join(", ", update.changed()))),
              Optional.empty(),
              false,
              policy,
              moment);
      case Decision.Withdraw withdraw ->
          new AlertInput.Withdrawn(withdraw.findingId(), withdraw.because(), policy, moment);
      case Decision.Tell tell ->
          new AlertInput.Raised(notice(tell.notice()), Optional.empty(), policy, moment);
    };
  }

  private static Finding finding(
      org.safeguardinghub.risk.policy.finding.Finding found,
      String lastingId,
      Severity severity,
      Optional<String> how) {
    return new Finding(
        lastingId,
        found.pattern(),
        found.patternTitle(),
        found.stage(),
        found.date(),
        severity,
        found.because(),
        found.question(),
        found.wouldBeWrong(),
        found.notKnown(),
        found.source(),
        evidence(found.evidence(), found.support()),
        true,
        how,
        found.learnedLate(),
        found.identityUnconfirmed(),
        found.children(),
        receipts(found.evidence()));
  }

  private static Finding notice(Notice notice) {
    return new Finding(
        notice.id(),
        notice.pattern(),
        notice.patternTitle(),
        notice.to() == Notice.To.STEWARD ? STEWARD : NOTICE,
        notice.date(),
        notice.severity(),
        notice.because(),
        notice.question(),
        notice.wouldBeWrong(),
        notice.notKnown(),
        notice.source(),
        evidence(notice.evidence(), Support.NOT_ASKED),
        true,
        Optional.of("told to the " + notice.to().words()),
        notice.learnedLate(),
        notice.identityUnconfirmed(),
        notice.children(),
        receipts(notice.evidence()));
  }

  private static List<Evidence> evidence(
      List<org.safeguardinghub.risk.policy.finding.Evidence> evidence, Support support) {
    return evidence.stream()
        .map(
            e ->
                new Evidence(
                    e.eventId(),
                    e.type(),
                    e.agency(),
                    e.family(),
                    e.occurredAt(),
                    e.receivedAt(),
                    e.level(),
                    e.handling(),
                    Optional.ofNullable(support.without().get(e.eventId())),
                    support.smallest().contains(e.eventId())))
        .toList();
  }

  private static Set<String> receipts(
      List<org.safeguardinghub.risk.policy.finding.Evidence> evidence) {
    return evidence.stream()
        .map(org.safeguardinghub.risk.policy.finding.Evidence::receiptKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
