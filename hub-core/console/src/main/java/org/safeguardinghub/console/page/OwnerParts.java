package org.safeguardinghub.console.page;

import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.DeliveryLine;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.event.Severity;

/** Says who has an alert, why, and who else was told of it. */
final class OwnerParts {
  private final LeadDirectory directory;

  OwnerParts(LeadDirectory directory) {
    this.directory = directory;
  }

  AlertPage.Ownership of(Alert alert, Reader reader, Telling telling) {
    boolean mine = alert.owner().personId().equals(reader.personId());
    String until =
        alert.open()
            ? alert
                .dueAt()
                .map(due -> "until " + telling.when(due) + ", then it goes up the ladder")
                .orElse("until it is answered")
            : "";
    return new AlertPage.Ownership(
        telling.paper()
            ? ListPages.owner(alert.owner(), directory)
            : ListPages.owner(alert.owner(), directory, reader),
        until,
        "%s (row %s of the routing table)%s"
            .formatted(
                mine
                    ? alert.owner().because()
                    : Words.forOthers(
                        alert.owner().because(), directory.titleOf(alert.owner().role())),
                alert.owner().routeRow(),
                !mine && reader.holds(alert.owner().role())
                    ? ". It is open to you because you stand in for: "
                        + directory.titleOf(alert.owner().role())
                    : ""),
        Words.rung(alert.rung()),
        alert.open() && alert.severity() == Severity.S1 && !telling.paper()
            ? speak(alert, mine)
            : "");
  }

  /** The most urgent are told by word of mouth as well: domain reference, section 5.2. */
  private String speak(Alert alert, boolean mine) {
    if (mine) {
      return "Speak to whoever has to act: do not wait for a message to be read.";
    }
    return "Speak to them: do not wait for a message to be read."
        + directory
            .person(alert.owner().personId())
            .flatMap(owner -> owner.ways().phone())
            .map(phone -> " Telephone " + phone + ".")
            .orElse("");
  }

  /** That a role has a copy. */
  String copy(Alert.Copy copy, Telling telling) {
    return "%s (%s) has had a copy since %s"
        .formatted(
            directory.titleOf(copy.role(), copy.agency()),
            directory.nameOf(copy.personId()),
            telling.when(copy.since()));
  }

  /** What became of a message to somebody. */
  String told(DeliveryLine line, Telling telling) {
    String how =
        switch (line.channel()) {
          case EMAIL -> "by e-mail";
          case WEBHOOK -> "by webhook";
          case TEXT -> "by text message";
          case OTHER -> "by another channel";
        };
    String what =
        switch (line.outcome()) {
          case DELIVERED -> "was told " + how;
          case WILL_RETRY -> "could not be told " + how + " yet; it is being tried again";
          case UNDELIVERABLE -> "could not be told " + how;
          case NEXT_CHANNEL -> "could not be told " + how + "; another way is tried";
          case HANDED_OVER ->
              "was sent a message " + how + "; it is not known yet whether it arrived";
          case UNKNOWN -> "was sent a message " + how;
        };
    return "%s %s, %s".formatted(directory.nameOf(line.personId()), what, telling.when(line.at()));
  }
}
