package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeguardinghub.console.alert.HandlingRule;
import org.safeguardinghub.console.desk.DeskForm;
import org.safeguardinghub.console.desk.DeskReader;
import org.safeguardinghub.console.identity.Steward;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.quarantine.Fix;
import org.safeguardinghub.kernel.quarantine.MessageFields;
import org.safeguardinghub.kernel.quarantine.QuarantineDesk;
import org.safeguardinghub.kernel.quarantine.Quarantined;
import org.safeguardinghub.kernel.sealing.CannotOpenException;
import org.safeguardinghub.kernel.sealing.HubKeys;

/** Makes the quarantine desk's pages. */
public final class DeskPages {
  private static final int LONG = 60;

  private final QuarantineDesk desk;
  private final HubKeys keys;
  private final LeadDirectory directory;
  private final DeskReader reader;

  public DeskPages(QuarantineDesk desk, HubKeys keys, LeadDirectory directory, DeskReader reader) {
    this.desk = desk;
    this.keys = keys;
    this.directory = directory;
    this.reader = reader;
  }

  /** What this reader may know of. */
  public DeskPage.Listed list(Instant now) {
    List<Quarantined> records = reader.list(desk);
    return new DeskPage.Listed(
        count(records, Quarantined.State.WAITING),
        count(records, Quarantined.State.AT_SOURCE),
        records.stream().map(record -> row(record, now)).toList());
  }

  private static long count(List<Quarantined> records, Quarantined.State state) {
    return records.stream().filter(record -> record.state() == state).count();
  }

  /** One record, with a form where it waits. */
  public DeskPage.Opened opened(
      Quarantined record, DeskForm typed, List<Steward.Fault> faults, Instant now) {
    return new DeskPage.Opened(
        row(record, now),
        record.connector(),
        record.origin().flatMap(this::link),
        record.became().flatMap(this::link),
        record.state() == Quarantined.State.WAITING
            ? Optional.of(form(record, typed, faults))
            : Optional.empty(),
        record.state() == Quarantined.State.AT_SOURCE,
        desk.fixes(record.receiptId()).stream().map(fix -> done(fix, now)).toList());
  }

  private DeskPage.Row row(Quarantined record, Instant now) {
    return new DeskPage.Row(
        path(record.receiptId()),
        directory.agencyName(record.agency()),
        sentence(record.reason().explanation()),
        record.reason().code(),
        record.reason().pointer().map(DeskPages::place).orElse("the whole message"),
        LondonTime.when(record.receivedAt(), now),
        tag(record.state()),
        record.state() == Quarantined.State.AT_SOURCE || reader.mayOpen(record)
            ? Optional.empty()
            : Optional.of(sealed(record)));
  }

  /** A later record of an accepted message is none of the desk's. */
  private Optional<DeskPage.Link> link(String receiptId) {
    boolean here = desk.find(receiptId).filter(reader::mayKnow).isPresent();
    return Optional.of(new DeskPage.Link(here ? path(receiptId) : "", receiptId));
  }

  private static String path(String receiptId) {
    return "/quarantine/" + receiptId;
  }

  private static Tag tag(Quarantined.State state) {
    return new Tag(
        state.words(),
        switch (state) {
          case WAITING -> "govuk-tag--red";
          case BUSY -> "govuk-tag--blue";
          case RESUBMITTED -> "govuk-tag--green";
          case GONE -> "govuk-tag--grey";
          case AT_SOURCE -> "govuk-tag--orange";
        });
  }

  private static String sealed(Quarantined record) {
    return record
        .handling()
        .map(
            handling ->
                switch (handling) {
                  case H0, H1 -> "its content is for the data-quality people of its own agency";
                  case H2, H3, H4, H5 ->
                      "its content is sealed (%s): ask %s"
                          .formatted(handling, HandlingRule.whomToAsk(handling));
                })
        .orElse("nobody can tell how its content must be handled, so nobody is shown it");
  }

  private DeskPage.Form form(Quarantined record, DeskForm typed, List<Steward.Fault> faults) {
    Optional<byte[]> content = content(record);
    Optional<MessageFields> message = content.flatMap(MessageFields::of);
    Optional<String> pointer = record.reason().pointer().filter(at -> at.startsWith("/"));
    boolean fixable = reader.mayFix(record);
    List<DeskPage.Field> fields =
        reader.mayOpen(record) ? fields(message, typed, pointer) : List.of();
    boolean among = fields.stream().anyMatch(DeskPage.Field::wrong);
    return new DeskPage.Form(
        path(record.receiptId()),
        fields,
        pointer.filter(_ -> fixable && !among && message.isPresent()).map(DeskPages::place),
        fixable,
        message.isEmpty(),
        typed,
        faults);
  }

  private static List<DeskPage.Field> fields(
      Optional<MessageFields> message, DeskForm typed, Optional<String> pointer) {
    List<DeskPage.Field> fields = new ArrayList<>();
    for (MessageFields.Field field : message.map(MessageFields::all).orElse(List.of())) {
      int number = fields.size();
      String value = typed.values().getOrDefault(number, field.value());
      fields.add(
          new DeskPage.Field(
              number,
              place(field.pointer()),
              value,
              pointer
                  .filter(at -> field.pointer().equals(at) || field.pointer().startsWith(at + '/'))
                  .isPresent(),
              value.length() > LONG || value.indexOf('\n') >= 0));
    }
    return fields;
  }

  private Optional<byte[]> content(Quarantined record) {
    try {
      return desk.content(record.receiptId()).map(keys::open);
    } catch (CannotOpenException e) {
      return Optional.empty();
    }
  }

  private DeskPage.Done done(Fix fix, Instant now) {
    String who =
        directory.person(fix.actor()).isPresent() ? directory.nameOf(fix.actor()) : fix.actor();
    return new DeskPage.Done(
        who,
        LondonTime.when(fix.askedAt(), now),
        reason(fix),
        fix.outcome().map(Fix.Outcome::words).orElse("not done yet: look again in a moment"));
  }

  private String reason(Fix fix) {
    try {
      return keys.openText(fix.reason());
    } catch (CannotOpenException e) {
      return "cannot be read";
    }
  }

  /** {@code /subjects/0/claims/dateOfBirth} as {@code Subjects 1, claims, date of birth}. */
  static String place(String pointer) {
    if (!pointer.startsWith("/")) {
      return pointer;
    }
    StringBuilder words = new StringBuilder();
    for (String part : pointer.substring(1).split("/", -1)) {
      String plain = part.replace("~1", "/").replace("~0", "~");
      if (plain.matches("[0-9]{1,6}")) {
        words.append(' ').append(Integer.parseInt(plain) + 1);
      } else {
        words
            .append(words.isEmpty() ? "" : ", ")
            .append(plain.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
      }
    }
    return sentence(words.toString());
  }

  private static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
