package org.safeguardinghub.console.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.identity.LedgerLine;
import org.safeguardinghub.console.identity.Question;
import org.safeguardinghub.console.identity.QuestionStore;
import org.safeguardinghub.console.identity.Ruling;
import org.safeguardinghub.console.identity.RulingStore;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Questions and rulings in memory. */
public final class MemoryIdentity implements QuestionStore, RulingStore {
  public final List<Question> questions = new ArrayList<>();
  public final List<LedgerLine> ledger = new ArrayList<>();
  public final List<Ruling> rulings = new ArrayList<>();
  public final Map<String, List<Sealed>> held = new HashMap<>();

  @Override
  public List<Question> open(boolean protectedToo, int limit) {
    return questions.stream()
        .filter(question -> question.open() && (protectedToo || !question.protectedIdentity()))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Question> question(String taskId) {
    return questions.stream().filter(question -> question.taskId().equals(taskId)).findFirst();
  }

  @Override
  public List<LedgerLine> decided(boolean protectedToo, int limit) {
    return ledger.stream()
        .filter(line -> protectedToo || !line.protectedIdentity())
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<LedgerLine> decision(String decisionId) {
    return ledger.stream().filter(line -> line.decisionId().equals(decisionId)).findFirst();
  }

  @Override
  public Map<String, List<Sealed>> claims(Collection<String> children) {
    Map<String, List<Sealed>> claims = new HashMap<>(held);
    claims.keySet().retainAll(children);
    return claims;
  }

  @Override
  public boolean record(Ruling ruling) {
    boolean fresh =
        rulings.stream().noneMatch(before -> before.rulingId().equals(ruling.rulingId()));
    if (fresh) {
      rulings.add(ruling);
    }
    return fresh;
  }
}
