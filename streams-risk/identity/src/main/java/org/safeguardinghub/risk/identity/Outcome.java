package org.safeguardinghub.risk.identity;

import java.util.List;

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
    NAME_AND_DATE_OF_BIRTH,
    /** All that was said, weighed field by field. */
    WEIGHED
  }

  /** Why a person is asked. */
  enum Why {
    /** Somebody who is held may be meant, but the evidence does not carry a link. */
    POTENTIAL,
    /** Several children hold the same evidence. */
    MANY_MATCH,
    /** No name, and nothing else that tells who. */
    NO_NAME,
    /** A name, and too little beside it to find the child by again. */
    TOO_LITTLE,
    /** Evidence contradicts itself, or its own source doubts it. */
    REVIEW
  }

  /**
   * A question to an identity steward.
   *
   * @param why its kind
   * @param candidates children that may be meant, the likeliest first
   */
  record Question(Why why, List<Compared> candidates) {
    public Question {
      candidates = List.copyOf(candidates);
    }

    /** References of the children that may be meant, the likeliest first. */
    public List<String> children() {
      return candidates.stream().map(Compared::childRef).toList();
    }
  }

  /**
   * A child that may be meant.
   *
   * @param comparisons field by field
   * @param bits what all of it weighs: above 0 one person is likelier than two
   */
  record Compared(String childRef, List<Comparison> comparisons, double bits) {
    public Compared {
      comparisons = List.copyOf(comparisons);
    }
  }
}
