package org.safeguardinghub.console.codec;

import java.util.Optional;
import org.safeguardinghub.console.identity.LedgerLine;
import org.safeguardinghub.console.identity.Question;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.schemas.ComparedRecord;
import org.safeguardinghub.schemas.ComparisonRecord;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.IdentityTaskState;

/** Questions and decisions about identity, from their records. */
final class IdentityCodec {
  private IdentityCodec() {}

  static Question question(IdentityTaskRecord task) {
    return new Question(
        task.getTaskId(),
        task.getState() != IdentityTaskState.ANSWERED,
        task.getOutcome().name(),
        task.getChildRef(),
        task.getSealedClaims().map(SealedCodec::fromRecord),
        task.getLevel(),
        task.getOpenedAt(),
        task.getDueAt(),
        task.getCompared().stream().map(IdentityCodec::candidate).toList(),
        task.getProtectedIdentity());
  }

  private static Question.Candidate candidate(ComparedRecord compared) {
    return new Question.Candidate(
        compared.getChildRef(),
        compared.getWeight(),
        compared.getComparisons().stream().map(IdentityCodec::line).toList());
  }

  private static Question.Line line(ComparisonRecord comparison) {
    Optional<Boolean> agrees =
        switch (comparison.getOutcome()) {
          case AGREE -> Optional.of(true);
          case DISAGREE -> Optional.of(false);
          case MISSING, UNKNOWN -> Optional.empty();
        };
    return new Question.Line(
        comparison.getField(), agrees, comparison.getHow().orElse(""), comparison.getWeight());
  }

  static LedgerLine decision(
      IdentityDecisionRecord decision, boolean undone, boolean protectedIdentity) {
    return new LedgerLine(
        decision.getDecisionId(),
        decision.getKind().name(),
        decision.getChildRef(),
        decision.getOtherChildRef(),
        decision.getPersonRefs().size(),
        decision.getDecidedBy(),
        decision.getReason().map(SealedCodec::fromRecord),
        decision.getDecidedAt(),
        decision.getUndoes(),
        undone,
        protectedIdentity);
  }
}
