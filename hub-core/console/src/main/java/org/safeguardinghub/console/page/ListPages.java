package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.AlertStore;
import org.safeguardinghub.console.alert.ListCensus;
import org.safeguardinghub.console.alert.ListChoices;
import org.safeguardinghub.console.alert.ListFilter;
import org.safeguardinghub.console.alert.ListQuery;
import org.safeguardinghub.console.alert.Minutes;
import org.safeguardinghub.console.alert.PersonLabel;
import org.safeguardinghub.console.alert.PersonLabels;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.alert.Shelf;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.subject.AlertReference;

/** Makes the list of a reader's alerts. */
public final class ListPages {
  public static final int PER_PAGE = 50;

  /** So many copies stand above the list; all of them on a page of their own. */
  static final int COPIES = 5;

  private static final int TO_DO = 200;

  private final AlertStore store;
  private final PersonLabels labels;
  private final LeadDirectory directory;
  private final CopyPages copies;

  public ListPages(
      AlertStore store, PersonLabels labels, LeadDirectory directory, CopyPages copies) {
    this.store = store;
    this.copies = copies;
    this.labels = labels;
    this.directory = directory;
  }

  /** What the page is made of, as it is read together. */
  private record Read(
      ListCensus census,
      int number,
      List<Alert> alerts,
      List<Alert> toConfirm,
      List<Alert> overduePlans,
      List<Alert> copies,
      List<Alert> toDo,
      int questions,
      Map<String, List<Sealed>> claims) {}

  /** The list that is asked for; its last page, where that is shorter than was asked for. */
  public ListPage page(Reader reader, ListQuery query, Instant now) {
    return page(
        store.together(
            view -> {
              ListCensus census = view.census(reader);
              ListFilter filter = query.filter();
              Map<Shelf, Integer> counts =
                  filter.narrows() ? view.counts(reader, filter, now) : census.counts();
              return read(view, reader, query, now, new ListCensus(counts, census.choices()));
            }),
        reader,
        query,
        now);
  }

  /** What of it an open page fetches again: all but what the list can be chosen by. */
  public ListPage part(Reader reader, ListQuery query, Instant now) {
    return page(
        store.together(
            view -> {
              Map<Shelf, Integer> counts = view.counts(reader, query.filter(), now);
              return read(view, reader, query, now, new ListCensus(counts, ListChoices.NONE));
            }),
        reader,
        query,
        now);
  }

  private ListPage page(Read read, Reader reader, ListQuery query, Instant now) {
    // Opened when the connection is given back: opening a name may need one for the person's key.
    Map<String, PersonLabel> names = labels.of(read.claims());
    ListFilter filter = query.filter();
    Shelf shelf = filter.shelf();
    int number = read.number();
    Map<Shelf, Integer> counts = read.census().counts();
    int total = counts.getOrDefault(shelf, 0);
    List<ListPage.Row> rows = read.alerts().stream().map(a -> row(a, names, reader, now)).toList();
    return new ListPage(
        "My alerts",
        query.path(shelf, number),
        tabs(counts, query),
        ListFilters.of(query, read.census().choices(), directory),
        rows,
        filter.narrows() ? "No alert of yours matches what you chose." : empty(shelf, reader),
        shown(number, rows.size(), total),
        number > 1 ? Optional.of(query.path(shelf, number - 1)) : Optional.empty(),
        number * PER_PAGE < total ? Optional.of(query.path(shelf, number + 1)) : Optional.empty(),
        steward(read.questions()),
        corrections(read.toConfirm(), reader, now),
        overduePlans(read.overduePlans(), names, now),
        copies.lines(read.copies(), names, reader, now),
        toDo(read.toDo(), reader, now),
        summary(counts, filter));
  }

  private static Read read(
      AlertStore view, Reader reader, ListQuery query, Instant now, ListCensus census) {
    ListFilter filter = query.filter();
    int total = census.counts().getOrDefault(filter.shelf(), 0);
    int number = Math.clamp(query.page(), 1, Math.max(1, (total + PER_PAGE - 1) / PER_PAGE));
    List<Alert> alerts =
        view.list(reader, filter, query.order(), now, (number - 1) * PER_PAGE, PER_PAGE);
    List<Alert> overdue = view.overduePlans(reader, now).stream().filter(reader::mayKnow).toList();
    List<Alert> copied = view.copies(reader, COPIES + 1);
    return new Read(
        census,
        number,
        alerts,
        view.toConfirm(reader.personId()),
        overdue,
        copied,
        view.toDo(reader, TO_DO),
        reader.holds("identity-steward") ? view.openIdentityTasks() : 0,
        view.claims(
            Stream.of(concerned(alerts), concerned(overdue), CopyPages.named(copied, reader))
                .flatMap(List::stream)
                .distinct()
                .toList()));
  }

  /** All whom these alerts concern, each once. */
  private static List<String> concerned(List<Alert> alerts) {
    return alerts.stream().flatMap(a -> a.personsConcerned().stream()).distinct().toList();
  }

  private ListPage.Row row(
      Alert alert, Map<String, PersonLabel> names, Reader reader, Instant now) {
    return new ListPage.Row(
        alert.id(),
        "/alerts/" + alert.id(),
        child(alert, names),
        alert.standing().stream().map(Alert.Finding::title).distinct().toList(),
        new Tag(Words.severity(alert.severity()), Words.severityTag(alert.severity())),
        alert.open()
            ? alert
                .dueAt()
                .map(due -> LondonTime.due(due, now))
                // It has gone up the whole ladder, and nobody answered.
                .orElseGet(() -> "not answered since " + LondonTime.when(alert.raisedAt(), now))
            : "",
        alert.open() && alert.dueAt().map(due -> LondonTime.overdue(due, now)).orElse(true),
        Words.state(alert.state()) + AlertPages.aside(alert, Telling.page(now)),
        owner(alert.owner(), directory, reader),
        MinutesParts.summary(alert.minutes(), now),
        !alert.minutes().overdue(now).isEmpty(),
        alert.identityUnconfirmed(),
        AlertReference.of(alert.id()));
  }

  /** Who owns it, as this reader would say it. A desk is called by its role alone. */
  static String owner(Alert.Owner owner, LeadDirectory directory, Reader reader) {
    return owner.personId().equals(reader.personId())
        ? "You, as " + directory.titleOf(owner.role())
        : owner(owner, directory);
  }

  /** The same to anybody. */
  static String owner(Alert.Owner owner, LeadDirectory directory) {
    String title = directory.titleOf(owner.role());
    String name = directory.nameOf(owner.personId());
    return name.equals(title) ? name : name + ", " + title;
  }

  /** Whom an alert is about, in a few words. */
  static String child(Alert alert, Map<String, PersonLabel> names) {
    List<String> known =
        alert.personsConcerned().stream()
            .flatMap(ref -> Optional.ofNullable(names.get(ref)).stream())
            .map(PersonLabel::name)
            .distinct()
            .toList();
    int unnamed = alert.personsConcerned().size() - known.size();
    String who =
        switch (known.size()) {
          case 0 ->
              alert.personsConcerned().size() > 1 ? "Children whose names" : "A child whose name";
          case 1, 2, 3 -> Words.list(known);
          default -> known.getFirst() + " and " + (known.size() - 1) + " other children";
        };
    return switch (alert.subject().scope()) {
      case PLACE -> "Several children at one place";
      case SETTING -> "Children in one setting";
      case ADULT -> "Adults who work with children";
      case ROLE -> "The role " + alert.subject().ref().replace('-', ' ').replace("@", " of ");
      case FEED -> "The feed " + alert.subject().ref();
      case HOUSEHOLD -> known.isEmpty() ? hidden(who) : "Household of " + who;
      case CHILD, UNBORN ->
          known.isEmpty()
              ? hidden(who)
              : known.size() == 1 && unnamed > 0 && alert.personsConcerned().size() > known.size()
                  ? who + others(unnamed)
                  : who;
    };
  }

  private static String hidden(String who) {
    return who + " cannot be shown";
  }

  private static String others(int unnamed) {
    return " and " + Words.count(unnamed, "other person", "other people");
  }

  private static List<ListPage.Tab> tabs(Map<Shelf, Integer> counts, ListQuery query) {
    List<ListPage.Tab> tabs = new ArrayList<>();
    for (Shelf shelf : Shelf.values()) {
      tabs.add(
          new ListPage.Tab(
              shelf.title(),
              query.path(shelf, 1),
              counts.getOrDefault(shelf, 0),
              shelf == query.filter().shelf()));
    }
    return tabs;
  }

  private static Optional<String> shown(int number, int rows, int total) {
    if (total <= PER_PAGE || rows == 0) {
      return Optional.empty();
    }
    int first = (number - 1) * PER_PAGE + 1;
    return Optional.of("Showing %d to %d of %d alerts".formatted(first, first + rows - 1, total));
  }

  private static String empty(Shelf shelf, Reader reader) {
    if (reader.seats().isEmpty() && reader.sharedSeats().isEmpty()) {
      return "You hold no role that alerts are sent to.";
    }
    return switch (shelf) {
      case WAITING -> "Nothing is waiting for you. New alerts appear here.";
      case ACKNOWLEDGED -> "No alert of yours has been acknowledged yet.";
      case ENDED -> "No alert of yours has been withdrawn or closed.";
    };
  }

  private static Optional<String> steward(int open) {
    return open == 0
        ? Optional.empty()
        : Optional.of(
            Words.count(open, "identity question is open.", "identity questions are open."));
  }

  private static List<ListPage.Correction> corrections(
      List<Alert> toConfirm, Reader reader, Instant now) {
    return toConfirm.stream()
        .filter(reader::mayKnow)
        .map(
            alert ->
                new ListPage.Correction(
                    "/alerts/" + alert.id() + "/correction",
                    (alert.state() == Alert.State.WITHDRAWN ? "Withdrawn " : "Corrected ")
                        + LondonTime.when(alert.changedAt(), now)
                        + (alert.knownInPartTo(reader.personId())
                            ? ": something that you know of in part"
                            : ": " + alert.changeReason())))
        .toList();
  }

  /** {@code 3 things that you are to do, 1 of them overdue}. */
  private static String toDo(List<Alert> alerts, Reader reader, Instant now) {
    List<Minutes.Planned> all = alerts.stream().flatMap(one -> reader.toDo(one).stream()).toList();
    long overdue = all.stream().filter(one -> one.overdue(now)).count();
    return all.isEmpty()
        ? ""
        : Words.count(all.size(), "thing that you are to do", "things that you are to do")
            + (overdue == 0 ? "" : ", " + overdue + " overdue");
  }

  private List<ListPage.OverduePlan> overduePlans(
      List<Alert> alerts, Map<String, PersonLabel> names, Instant now) {
    return alerts.stream()
        .flatMap(
            alert ->
                alert.minutes().overdue(now).stream()
                    .map(
                        planned ->
                            new ListPage.OverduePlan(
                                "/alerts/" + alert.id() + "/plan/" + planned.id(),
                                "%s: %s, %s"
                                    .formatted(
                                        child(alert, names),
                                        MinutesParts.who(planned.who(), directory),
                                        LondonTime.due(planned.dueAt(), now)))))
        .toList();
  }

  private static String summary(Map<Shelf, Integer> counts, ListFilter filter) {
    return Words.count(
            counts.getOrDefault(Shelf.WAITING, 0),
            "alert is waiting for an answer",
            "alerts are waiting for an answer")
        + (filter.narrows() ? ", of those that you chose" : "");
  }
}
