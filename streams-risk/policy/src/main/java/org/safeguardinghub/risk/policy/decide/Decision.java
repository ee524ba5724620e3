package org.safeguardinghub.risk.policy.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.finding.Support;

/** What is to be published about a subject. Everything that explains it is in it. */
public sealed interface Decision {
  /** Where it comes from. */
  Origin origin();

  /**
   * The finding's lasting id: the id under which it was first published, kept by whatever succeeds
   * it.
   */
  String findingId();

  /**
   * The same decision; a finding that it carries says what each of its events does for it.
   *
   * @param support answers for that finding
   */
  default Decision explained(Function<Finding, Support> support) {
    return switch (this) {
      case Raise(var origin, var id, var finding) ->
          new Raise(origin, id, finding.with(support.apply(finding)));
      case Strengthen(
              var origin,
              var id,
              var succeeds,
              var finding,
              var how,
              var date,
              var severity) ->
          new Strengthen(
              origin, id, succeeds, finding.with(support.apply(finding)), how, date, severity);
      case Update(var origin, var id, var succeeds, var finding, var changed) ->
          new Update(origin, id, succeeds, finding.with(support.apply(finding)), changed);
      case Withdraw _, Tell _ -> this;
    };
  }

  /**
   * What every decision carries.
   *
   * @param decisionId follows from its content and cause
   * @param policyId policy that was applied
   * @param policyVersion its version
   * @param causeRecordId record of the subject's log that gave rise to the evaluation
   * @param asOf moment as of which was evaluated
   */
  record Origin(
      String decisionId, String policyId, int policyVersion, String causeRecordId, Instant asOf) {}

  /** A new finding. */
  record Raise(Origin origin, String findingId, Finding finding) implements Decision {}

  /**
   * A published finding became stronger: its lead is told.
   *
   * @param findingId its lasting id
   * @param succeeds id of the finding that it continues, if its own id has changed
   * @param how "re-fire" or "raised to S1"
   * @param date local date of the strengthening
   * @param severity severity from then on
   */
  record Strengthen(
      Origin origin,
      String findingId,
      Optional<String> succeeds,
      Finding finding,
      String how,
      LocalDate date,
      Severity severity)
      implements Decision {}

  /**
   * A published finding reads differently now (more evidence, another date, a correction), without
   * a reason to tell anybody again.
   */
  record Update(
      Origin origin,
      String findingId,
      Optional<String> succeeds,
      Finding finding,
      List<String> changed)
      implements Decision {
    public Update {
      changed = List.copyOf(changed);
    }
  }

  /**
   * A published finding no longer stands.
   *
   * @param because why, in plain words
   * @param lostEvidence event ids that no longer count, if that is why
   */
  record Withdraw(
      Origin origin, PublishedFinding published, String because, Set<String> lostEvidence)
      implements Decision {
    public Withdraw {
      lostEvidence = Set.copyOf(lostEvidence);
    }

    @Override
    public String findingId() {
      return published.findingId();
    }
  }

  /** Something is told without being a finding. */
  record Tell(Origin origin, Notice notice) implements Decision {
    @Override
    public String findingId() {
      return notice.id();
    }
  }
}
