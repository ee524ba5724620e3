package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.alert.Agreeing;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.AlertStore;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.alert.Minutes;
import org.safeguardinghub.console.alert.Opener;
import org.safeguardinghub.console.alert.PersonLabel;
import org.safeguardinghub.console.alert.PersonLabels;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.people.LeadDirectory;

/**
 * What was agreed that a reader is to do: what, about whom, by when, and whom to ask. Of the alert
 * it shows nothing else.
 */
public final class ActionPages {
  private final AlertStore store;
  private final PersonLabels labels;
  private final LeadDirectory directory;
  private final Opener opener;

  public ActionPages(
      AlertStore store, PersonLabels labels, LeadDirectory directory, Opener opener) {
    this.store = store;
    this.labels = labels;
    this.directory = directory;
    this.opener = opener;
  }

  /** One thing to do, and the alert that it is about. */
  private record ToDo(Alert alert, Minutes.Planned planned) {}

  /** The next first. */
  public List<ActionLine> lines(Reader reader, Instant now, int limit) {
    List<ToDo> all = new ArrayList<>();
    for (Alert alert : store.toDo(reader, limit)) {
      reader.toDo(alert).forEach(planned -> all.add(new ToDo(alert, planned)));
    }
    all.sort(
        Comparator.comparing((ToDo one) -> one.planned().dueAt())
            .thenComparing(one -> one.planned().id()));
    Map<String, PersonLabel> names =
        labels.of(all.stream().flatMap(one -> subject(one.alert()).stream()).distinct().toList());
    return all.stream().map(one -> line(one, names, reader, now)).toList();
  }

  private ActionLine line(ToDo one, Map<String, PersonLabel> names, Reader reader, Instant now) {
    Minutes.Planned planned = one.planned();
    Alert alert = one.alert();
    boolean mine = reader.mayOpen(alert.owner());
    return new ActionLine(
        opener.open(planned.what()).orElse("The words can no longer be read."),
        about(alert, names),
        LondonTime.due(planned.dueAt(), now),
        planned.overdue(now),
        "Agreed by %s, %s."
                .formatted(directory.nameOf(planned.personId()), LondonTime.when(planned.at(), now))
            + (mine
                ? ""
                : " %s reads what you say came of it."
                    .formatted(ListPages.owner(alert.owner(), directory, reader))),
        mine
            ? "/alerts/" + alert.id() + "/plan/" + planned.id()
            : "/actions/" + alert.id() + "/" + planned.id());
  }

  /** The page on which a reader says what came of something that they are to do. */
  public ActionPage page(
      Alert alert,
      Minutes.Planned planned,
      Reader reader,
      Instant now,
      String actionId,
      Agreeing.MarkForm form,
      List<Fault> faults) {
    Map<String, PersonLabel> names = labels.of(subject(alert).stream().toList());
    return new ActionPage(
        line(new ToDo(alert, planned), names, reader, now),
        "/actions/" + alert.id() + "/" + planned.id(),
        actionId,
        form,
        faults);
  }

  /** Only the child that the alert is about: others of a household are named by who agreed it. */
  private static Optional<String> subject(Alert alert) {
    return switch (alert.subject().scope()) {
      case CHILD, UNBORN -> Optional.of(alert.subject().ref());
      case HOUSEHOLD, PLACE, SETTING, ADULT, ROLE, FEED -> Optional.empty();
    };
  }

  private static String about(Alert alert, Map<String, PersonLabel> names) {
    Optional<String> child =
        subject(alert).flatMap(ref -> Optional.ofNullable(names.get(ref))).map(PersonLabel::name);
    return child.orElseGet(
        () ->
            switch (alert.subject().scope()) {
              case HOUSEHOLD -> "A household: ask for whom it is";
              case CHILD, UNBORN -> "A child whose name cannot be shown";
              case PLACE, SETTING, ADULT, ROLE, FEED -> ListPages.child(alert, Map.of());
            });
  }
}
