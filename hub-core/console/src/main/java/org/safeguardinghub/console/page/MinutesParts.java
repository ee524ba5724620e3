package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.List;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.Minutes;
import org.safeguardinghub.console.alert.Opener;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.alert.Sharing;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Says what people agreed and decided about an alert. */
final class MinutesParts {
  private static final Tag NO_TAG = new Tag("", "");

  private final LeadDirectory directory;
  private final Opener opener;

  MinutesParts(LeadDirectory directory, Opener opener) {
    this.directory = directory;
    this.opener = opener;
  }

  MinutesPart of(Alert alert, Reader reader, Instant now) {
    Minutes minutes = alert.minutes();
    List<Minutes.Planned> ended = minutes.plan().stream().filter(one -> !one.open()).toList();
    return new MinutesPart(
        summary(minutes, now),
        !minutes.overdue(now).isEmpty(),
        minutes.toDo().stream().map(one -> line(alert, one, reader, now)).toList(),
        ended.reversed().stream().map(one -> line(alert, one, reader, now)).toList(),
        minutes.sharing().reversed().stream().map(one -> line(one, reader, now)).toList());
  }

  /** {@code 3 actions to do, 1 of them overdue}. */
  static String summary(Minutes minutes, Instant now) {
    if (minutes.plan().isEmpty()) {
      return "";
    }
    int open = minutes.toDo().size();
    int overdue = minutes.overdue(now).size();
    if (open == 0) {
      return "Nothing more to do of what was agreed";
    }
    return Words.count(open, "agreed action to do", "agreed actions to do")
        + (overdue == 0 ? "" : ", " + overdue + " overdue");
  }

  MinutesPart.PlanLine line(Alert alert, Minutes.Planned one, Reader reader, Instant now) {
    return new MinutesPart.PlanLine(
        "/alerts/" + alert.id() + "/plan/" + one.id(),
        words(one.what()),
        who(one.who(), directory),
        one.open()
            ? LondonTime.due(one.dueAt(), now)
            : "was due " + LondonTime.when(one.dueAt(), now),
        tag(one, now),
        said(one.personId(), one.at(), one.reason(), reader, now),
        one.outcome()
            .map(how -> said(how.personId(), how.at(), how.reason(), reader, now))
            .orElse(""),
        one.open() ? told(one) : "");
  }

  private String told(Minutes.Planned one) {
    return one.told()
        .map(person -> "The hub tells " + directory.nameOf(person) + ".")
        .orElse("The hub can tell nobody of it: speak to them yourself.");
  }

  private static Tag tag(Minutes.Planned one, Instant now) {
    if (one.open()) {
      return one.overdue(now) ? new Tag("Overdue", "govuk-tag--red") : NO_TAG;
    }
    return one.outcome().orElseThrow().done()
        ? new Tag("Done", "govuk-tag--green")
        : new Tag("Not done", "govuk-tag--grey");
  }

  private MinutesPart.ShareLine line(Minutes.Shared one, Reader reader, Instant now) {
    return new MinutesPart.ShareLine(
        one.shared()
            ? new Tag("Shared", "govuk-tag--blue")
            : new Tag("Not shared", "govuk-tag--purple"),
        words(one.withWhom()),
        words(one.what()),
        Sharing.titleOf(one.basis()),
        words(one.reason()),
        by(one.personId(), reader) + ", " + LondonTime.when(one.at(), now));
  }

  private String said(String personId, Instant at, Sealed reason, Reader reader, Instant now) {
    return "%s, %s: %s".formatted(by(personId, reader), LondonTime.when(at, now), words(reason));
  }

  /** Who is to do something, by name. */
  static String who(Minutes.Party party, LeadDirectory directory) {
    return switch (party.kind()) {
      case PERSON -> directory.nameOf(party.ref());
      case ROLE -> directory.titleOf(party.ref());
      case AGENCY -> directory.agencyName(party.ref());
      case OTHER -> "Somebody else";
    };
  }

  private String by(String personId, Reader reader) {
    return personId.equals(reader.personId()) ? "You" : directory.nameOf(personId);
  }

  private String words(Sealed sealed) {
    return opener.open(sealed).orElse("The words can no longer be read.");
  }
}
