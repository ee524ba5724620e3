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

  MinutesPart of(Alert alert, Reader reader, Telling telling) {
    Minutes minutes = alert.minutes();
    List<Minutes.Planned> ended = minutes.plan().stream().filter(one -> !one.open()).toList();
    return new MinutesPart(
        summary(minutes, telling.now()),
        !minutes.overdue(telling.now()).isEmpty(),
        minutes.toDo().stream().map(one -> line(alert, one, reader, telling)).toList(),
        ended.reversed().stream().map(one -> line(alert, one, reader, telling)).toList(),
        minutes.sharing().reversed().stream().map(one -> line(one, reader, telling)).toList());
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

  MinutesPart.PlanLine line(Alert alert, Minutes.Planned one, Reader reader, Telling telling) {
    return new MinutesPart.PlanLine(
        "/alerts/" + alert.id() + "/plan/" + one.id(),
        words(one.what()),
        who(one.who(), directory),
        one.open() ? telling.due(one.dueAt()) : "was due " + telling.when(one.dueAt()),
        tag(one, telling.now()),
        said(one.personId(), one.at(), one.reason(), reader, telling),
        one.outcome()
            .map(how -> said(how.personId(), how.at(), how.reason(), reader, telling))
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

  private MinutesPart.ShareLine line(Minutes.Shared one, Reader reader, Telling telling) {
    return new MinutesPart.ShareLine(
        one.shared()
            ? new Tag("Shared", "govuk-tag--blue")
            : new Tag("Not shared", "govuk-tag--purple"),
        words(one.withWhom()),
        words(one.what()),
        Sharing.titleOf(one.basis()),
        words(one.reason()),
        telling.who(one.personId(), directory, reader) + ", " + telling.when(one.at()));
  }

  private String said(String personId, Instant at, Sealed reason, Reader reader, Telling telling) {
    return "%s, %s: %s"
        .formatted(telling.who(personId, directory, reader), telling.when(at), words(reason));
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

  private String words(Sealed sealed) {
    return opener.open(sealed).orElse("The words can no longer be read.");
  }
}
