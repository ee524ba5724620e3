package org.safeguardinghub.risk.topology.identity;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.IdentityTaskState;

/** What stewards are asked, and what they decided. */
final class QuestionIndex {
  private static final String OPEN = "open/";
  private static final String ASKED = "asked/";
  private static final String UNDONE = "undone/";

  private final Marks marks;
  private final KeyValueStore<String, IdentityTaskRecord> questions;
  private final KeyValueStore<String, IdentityDecisionRecord> decisions;

  QuestionIndex(
      Marks marks,
      KeyValueStore<String, IdentityTaskRecord> questions,
      KeyValueStore<String, IdentityDecisionRecord> decisions) {
    this.marks = marks;
    this.questions = questions;
    this.decisions = decisions;
  }

  Optional<IdentityTaskRecord> question(String taskId) {
    return Optional.ofNullable(questions.get(taskId));
  }

  void put(IdentityTaskRecord task) {
    questions.put(task.getTaskId(), task);
    String open = OPEN + task.getPersonRef() + '/' + task.getTaskId();
    if (task.getState() == IdentityTaskState.OPEN) {
      marks.put(open);
    } else {
      marks.remove(open);
    }
  }

  /** The open questions about a person. */
  NavigableSet<String> open(String personRef) {
    return marks.under(OPEN + personRef + '/');
  }

  /** All open questions. */
  List<IdentityTaskRecord> open() {
    return marks.under(OPEN).stream()
        .map(entry -> entry.substring(entry.lastIndexOf('/') + 1))
        .flatMap(taskId -> question(taskId).stream())
        .toList();
  }

  /** Somebody is asked about a person with these own keys, or is no longer. */
  void asked(List<String> own, String taskId, boolean open) {
    for (String key : own) {
      if (open) {
        marks.put(ASKED + key + '/' + taskId);
      } else {
        marks.remove(ASKED + key + '/' + taskId);
      }
    }
  }

  /** The open questions about somebody with this key. */
  NavigableSet<String> about(String key) {
    return marks.under(ASKED + key + '/');
  }

  Optional<IdentityDecisionRecord> decision(String decisionId) {
    return Optional.ofNullable(decisions.get(decisionId));
  }

  void put(IdentityDecisionRecord decision) {
    decisions.put(decision.getDecisionId(), decision);
    decision.getUndoes().ifPresent(undone -> marks.put(UNDONE + undone));
  }

  boolean undone(String decisionId) {
    return marks.has(UNDONE + decisionId);
  }
}
