package org.safeguardinghub.risk.identity;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the rules say about one request. */
public sealed interface Outcome {
  /** The event is this child's. */
  record Linked(String childRef, Basis basis, List<Comparison> comparisons) implements Outcome {
    public Linked {
      comparisons = List.copyOf(comparisons);
    }
  }

  /** Nobody who is held can be meant: a child of its own. */
  record NewChild(String childRef) implements Outcome {}

  /** A person must say; until then the event waits. */
  record Task(Question question) implements Outcome {}

  /**
   * A person must say, but the content cannot wait: it goes on under a reference of its own, marked
   * unconfirmed.
   */
  record Provisional(String childRef, Question question) implements Outcome {}

  /** A mere fact about somebody whom the hub does not hold. */
  record NotHeld() implements Outcome {}

  /** The event names a household, a place or a setting, and no child. */
  record WithoutChild() implements Outcome {}

  /** An allegation about an adult who works with children: never joined into a child's timeline. */
  record AdultLane() implements Outcome {}

  /** On what a link rests. */
  enum Basis {
    KNOWN_REFERENCE,
    NHS_NUMBER,
    UPN,
    NAME_AND_DATE_OF_BIRTH
  }

  /** Why a person is asked. */
  enum Why {
    /** Somebody who is held may be meant, but the evidence does not carry a link. */
    POTENTIAL,
    /** Several children hold the same evidence. */
    MANY_MATCH,
    /** No name, and nothing else that tells who. */
    NO_NAME,
    /** Evidence contradicts itself, or its own source doubts it. */
    REVIEW
  }

  /**
   * A question to an identity steward.
   *
   * @param why its kind
   * @param candidates children that may be meant
   * @param comparisons against the first of them
   */
  record Question(Why why, SortedSet<String> candidates, List<Comparison> comparisons) {
    public Question {
      candidates = Collections.unmodifiableSortedSet(new TreeSet<>(candidates));
      comparisons = List.copyOf(comparisons);
    }
  }
}
