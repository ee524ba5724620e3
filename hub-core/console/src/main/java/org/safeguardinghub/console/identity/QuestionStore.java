package org.safeguardinghub.console.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Questions and decisions, as the topics tell them. */
public interface QuestionStore {
  /** Open questions that nobody here has answered yet, the most pressing first. */
  List<Question> open(boolean protectedToo, int limit);

  Optional<Question> question(String taskId);

  /** The latest decisions of people, the newest first. */
  List<LedgerLine> decided(boolean protectedToo, int limit);

  Optional<LedgerLine> decision(String decisionId);

  /** Sealed claims by child, the newest first. */
  Map<String, List<Sealed>> claims(Collection<String> children);
}
