package org.safeguardinghub.console.page;

import java.util.List;
import java.util.Optional;
import org.safeguardinghub.console.alert.Answering.Fault;

/**
 * One alert as its reader may see it.
 *
 * @param others other alerts about the same people that the reader may open
 * @param told who was sent a message about it
 * @param copies who has a copy of it
 * @param opened who opened it, and who tried to
 * @param minutes what people agreed and decided about it
 * @param aboutPeople whether there can be reports; false where it is about the hub
 * @param aboutFeed whether it is about a feed; otherwise, where not about people, about a role
 * @param openUntil until when it is open to a reader in whose hands it is not
 * @param toConfirm whether the reader has still to confirm that they read a correction
 */
public record AlertPage(
    String id,
    String path,
    String heading,
    List<String> persons,
    Tag severity,
    Status status,
    List<PatternPart> findings,
    List<PatternPart> withdrawn,
    List<Item> timeline,
    Optional<LanePicture> lanes,
    List<String> withheld,
    SilentFeeds silentFeeds,
    List<Other> others,
    List<ClockLine> clocks,
    List<Item> protective,
    Ownership ownership,
    List<String> told,
    List<String> copies,
    List<String> opened,
    String versions,
    boolean aboutPeople,
    boolean aboutFeed,
    boolean identityUnconfirmed,
    boolean toConfirm,
    MinutesPart minutes,
    Optional<String> openUntil,
    Optional<AnswerForm> form) {
  public AlertPage {
    persons = List.copyOf(persons);
    findings = List.copyOf(findings);
    withdrawn = List.copyOf(withdrawn);
    timeline = List.copyOf(timeline);
    withheld = List.copyOf(withheld);
    others = List.copyOf(others);
    clocks = List.copyOf(clocks);
    protective = List.copyOf(protective);
    told = List.copyOf(told);
    copies = List.copyOf(copies);
    opened = List.copyOf(opened);
  }

  public boolean onlyToRead() {
    return openUntil.isPresent();
  }

  /**
   * Where the alert stands.
   *
   * @param disagreement where one stands and how it was settled; empty where there was none
   * @param pending what the reader sent and the hub has not confirmed yet
   * @param conflict why what the reader sent did not come to be
   */
  public record Status(
      String text,
      String due,
      boolean overdue,
      Optional<Answer> answer,
      List<String> disagreement,
      Optional<String> pending,
      Optional<String> conflict,
      Optional<String> ended) {
    public Status {
      disagreement = List.copyOf(disagreement);
    }
  }

  /** The answer that stands. */
  public record Answer(String who, String when, String decision, String reason) {}

  /** Why it was raised: one pattern, with every finding of it. */
  public record PatternPart(
      String pattern,
      String title,
      Tag severity,
      List<Reason> reasons,
      List<String> wouldBeWrong,
      List<String> notKnown,
      String question,
      String source) {
    public PatternPart {
      reasons = List.copyOf(reasons);
      wouldBeWrong = List.copyOf(wouldBeWrong);
      notKnown = List.copyOf(notKnown);
    }
  }

  /** One finding of a pattern. */
  public record Reason(String because, String when, Optional<Needs> needs) {}

  /**
   * Which of its items a finding needs.
   *
   * @param items what each item does, where not all do the same
   */
  public record Needs(List<String> sentences, List<String> items) {
    public Needs {
      sentences = List.copyOf(sentences);
      items = List.copyOf(items);
    }
  }

  /** One event on the timeline. */
  public record Item(
      String anchor,
      String date,
      String agency,
      String family,
      String title,
      int level,
      List<String> marks,
      Optional<String> narrative,
      Optional<String> childVoice) {
    public Item {
      marks = List.copyOf(marks);
    }
  }

  /**
   * A clock that runs.
   *
   * @param what what is to happen
   * @param due by when
   * @param nearlyOut whether most of its time has passed
   */
  public record ClockLine(String what, String due, boolean nearlyOut) {}

  /** Another alert: what for, and where it stands. */
  public record Other(String path, Tag severity, String what, String where) {}

  /**
   * Who has it, until when, and why.
   *
   * @param speak whom to ring, where the alert should not wait for a message; empty otherwise
   */
  public record Ownership(String who, String until, String because, String ladder, String speak) {}

  /** The acknowledgement form, filled in as it was sent. */
  public record AnswerForm(
      String path,
      String actionId,
      long version,
      List<Choice> choices,
      String reason,
      List<Fault> faults,
      Optional<String> notice) {
    public AnswerForm {
      choices = List.copyOf(choices);
      faults = List.copyOf(faults);
    }

    /** The message of a field, empty where it is sound. */
    public String faultOf(String field) {
      return Fault.of(faults, field);
    }
  }

  /** A decision to choose. */
  public record Choice(String id, String value, String label, String hint, boolean chosen) {}
}
