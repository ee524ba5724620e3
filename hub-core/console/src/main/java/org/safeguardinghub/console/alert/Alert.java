package org.safeguardinghub.console.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.event.DisagreementStages;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * The latest picture of an alert. References only: names stay sealed until a page opens them.
 *
 * @param children child references that it names
 * @param rung rung of the ladder, 0 before anybody was late
 * @param version number of this picture, from 1
 * @param toConfirm who knew of it and has still to say that they read its last correction
 * @param disagreement the last one about it, open or settled
 * @param minutes what people agreed and decided about it
 * @param copies who has a copy of it
 */
public record Alert(
    String id,
    SubjectRef subject,
    List<String> children,
    State state,
    Severity severity,
    List<Finding> findings,
    Owner owner,
    int rung,
    Optional<Instant> dueAt,
    boolean identityUnconfirmed,
    Instant raisedAt,
    Instant changedAt,
    Optional<Acknowledgement> acknowledgement,
    String changeReason,
    long version,
    int policyVersion,
    Set<String> toConfirm,
    Optional<Disagreement> disagreement,
    Minutes minutes,
    List<Copy> copies) {
  public Alert {
    children = List.copyOf(children);
    findings = List.copyOf(findings);
    toConfirm = Set.copyOf(toConfirm);
    copies = List.copyOf(copies);
  }

  /** Where an alert is in its life. */
  public enum State {
    OPEN,
    ACKNOWLEDGED,
    WITHDRAWN,
    CLOSED
  }

  /** One finding. */
  public record Finding(
      String id,
      String pattern,
      String title,
      String stage,
      LocalDate date,
      Severity severity,
      String because,
      String question,
      List<String> wouldBeWrong,
      List<String> notKnown,
      String source,
      List<Evidence> evidence,
      boolean standing,
      boolean learnedLate) {
    public Finding {
      wouldBeWrong = List.copyOf(wouldBeWrong);
      notKnown = List.copyOf(notKnown);
      evidence = List.copyOf(evidence);
    }

    /** The same, resting on other evidence. */
    public Finding resting(List<Evidence> others) {
      return new Finding(
          id,
          pattern,
          title,
          stage,
          date,
          severity,
          because,
          question,
          wouldBeWrong,
          notKnown,
          source,
          others,
          standing,
          learnedLate);
    }
  }

  /**
   * One event that a finding rests on.
   *
   * @param without what the finding would be without it, where that was asked
   * @param inSmallest one of a smallest group that would be enough by itself
   */
  public record Evidence(
      String eventId,
      String type,
      String agency,
      String family,
      Instant occurredAt,
      Instant receivedAt,
      int level,
      HandlingClass handling,
      Optional<Without> without,
      boolean inSmallest) {}

  /** Who answers for it, and why it is theirs. */
  public record Owner(String role, String personId, String routeRow, String because) {}

  /** The lead's answer. */
  public record Acknowledgement(Decision decision, Sealed reason, String personId, Instant at) {}

  /**
   * A copy, for a role that neither owns nor answers.
   *
   * @param agency the agency in which the role is held, where it is held per agency
   * @param personId the holder who was told
   * @param children whom it may name, where the role is held per agency
   * @param open false where it is to be read no more
   */
  public record Copy(
      String role,
      Optional<String> agency,
      CopyFunction function,
      String personId,
      Set<String> children,
      Instant since,
      boolean open) {
    public Copy {
      children = Set.copyOf(children);
    }

    /** The role as the directory names it: {@code dsl@tumbledown-primary}. */
    public String desk() {
      return agency.map(code -> role + "@" + code).orElse(role);
    }
  }

  /** Somebody thinks that what is done is wrong. */
  public record Disagreement(
      int stage, Instant since, String personId, Sealed reason, Optional<Settlement> settled) {
    public boolean open() {
      return settled.isEmpty();
    }
  }

  /** How a disagreement ended. */
  public record Settlement(Instant at, String personId, Sealed reason) {}

  /** The stage to which a disagreement about it can be taken. */
  public int nextStage() {
    return DisagreementStages.next(
        disagreement.filter(Disagreement::open).map(Disagreement::stage));
  }

  public boolean open() {
    return state == State.OPEN;
  }

  /** Whether somebody works on it. */
  public boolean live() {
    return state == State.OPEN || state == State.ACKNOWLEDGED;
  }

  /** Whether it rests on something of which nobody but a few may know that it is there. */
  boolean sealed() {
    return findings.stream()
        .flatMap(finding -> finding.evidence().stream())
        .anyMatch(one -> one.handling().compareTo(HandlingClass.H4) >= 0);
  }

  /**
   * Whether a person was told of a part of it, by a copy or of something that they are to do, and
   * is not its owner.
   */
  public boolean knownInPartTo(String person) {
    return !owner.personId().equals(person)
        && (copies.stream().anyMatch(copy -> copy.personId().equals(person))
            || minutes.plan().stream().anyMatch(one -> one.told().equals(Optional.of(person))));
  }

  /** Whether nobody beside those who answer for it may know of it. */
  boolean closed() {
    return sealed() || subject.scope() == Scope.ADULT;
  }

  public List<Finding> standing() {
    return findings.stream().filter(Finding::standing).toList();
  }

  /**
   * Persons whom it is about, the subject included where that is a person. An alert about a place,
   * a setting or an adult names no child to its owner: each child's own lead hears of the child.
   */
  public List<String> personsConcerned() {
    return switch (subject.scope()) {
      case CHILD, UNBORN ->
          Stream.concat(Stream.of(subject.ref()), children.stream()).distinct().toList();
      case HOUSEHOLD -> children.stream().distinct().toList();
      case PLACE, SETTING, ADULT, ROLE, FEED -> List.of();
    };
  }

  /** Its subject and the children whom it names, as typed references. */
  public Set<String> about() {
    Set<String> about = new HashSet<>(Set.of(subject.typed()));
    children.forEach(child -> about.add(SubjectRef.child(child).typed()));
    return about;
  }

  /** Whom and what it concerns, in the words of a person's conflicts of interest. */
  public Set<String> concerns() {
    Set<String> concerns = about();
    findings.stream()
        .flatMap(finding -> finding.evidence().stream())
        .forEach(evidence -> concerns.add("agency/" + evidence.agency()));
    return concerns;
  }
}
