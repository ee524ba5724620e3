package org.safeguardinghub.console.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.console.alert.HandlingRule;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.RoleHolding;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.quarantine.QuarantineDesk;
import org.safeguardinghub.kernel.quarantine.Quarantined;

/**
 * Who is at the desk. An agency's data-quality people see what their own agency sent; from H2 on
 * the content is for the readers of that class alone, whatever agency sent it. Administrators see
 * that something was refused and why, and no content. Where nobody can tell a message's class,
 * nobody sees it: its own agency may still put the field at fault right.
 */
public record DeskReader(Reader reader, Set<String> agencies) {
  static final String ROLE = "data-quality";
  private static final String ADMINISTRATOR = "administrator";

  public DeskReader {
    agencies = Set.copyOf(agencies);
  }

  public static DeskReader of(LeadDirectory directory, Reader reader) {
    return new DeskReader(
        reader,
        directory.holdingsOf(reader.personId()).stream()
            .filter(holding -> holding.role().equals(ROLE))
            .map(RoleHolding::agency)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether refused messages are this one's work. */
  public boolean works() {
    return !agencies.isEmpty() || seesAll() || !classes().isEmpty();
  }

  /** Whether this one may know of a record and why it was refused. */
  public boolean mayKnow(Quarantined record) {
    return seesAll() || ours(record) || record.handling().filter(this::readsClass).isPresent();
  }

  /** Whether this one may see what the message says. */
  public boolean mayOpen(Quarantined record) {
    return record
        .handling()
        .filter(handling -> narrow(handling) ? readsClass(handling) : ours(record))
        .isPresent();
  }

  /** Whether this one may change fields, seen or not. */
  public boolean mayFix(Quarantined record) {
    return mayOpen(record) || (record.handling().isEmpty() && ours(record));
  }

  /** What this one may know of, newest first. */
  public List<Quarantined> list(QuarantineDesk desk) {
    if (seesAll() || !classes().isEmpty()) {
      return desk.list(QuarantineDesk.Filter.ALL).stream().filter(this::mayKnow).toList();
    }
    List<Quarantined> own = new ArrayList<>();
    for (String agency : agencies) {
      own.addAll(
          desk.list(
              new QuarantineDesk.Filter(Optional.of(agency), Optional.empty(), Optional.empty())));
    }
    own.sort(Comparator.comparing(Quarantined::receivedAt).reversed());
    return own;
  }

  private boolean seesAll() {
    return reader.holds(ADMINISTRATOR);
  }

  private boolean ours(Quarantined record) {
    return agencies.contains(record.agency());
  }

  private static boolean narrow(HandlingClass handling) {
    return handling.compareTo(HandlingClass.H2) >= 0;
  }

  private boolean readsClass(HandlingClass handling) {
    return narrow(handling) && HandlingRule.maySee(handling, reader);
  }

  private List<HandlingClass> classes() {
    return List.of(HandlingClass.values()).stream().filter(this::readsClass).toList();
  }
}
