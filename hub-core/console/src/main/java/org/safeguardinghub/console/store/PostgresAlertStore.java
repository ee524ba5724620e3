package org.safeguardinghub.console.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeguardinghub.console.alert.Agreeing;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.AlertStore;
import org.safeguardinghub.console.alert.DeliveryLine;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.FeedExpectations;
import org.safeguardinghub.console.alert.FeedLine;
import org.safeguardinghub.console.alert.ListCensus;
import org.safeguardinghub.console.alert.ListChoices;
import org.safeguardinghub.console.alert.ListFilter;
import org.safeguardinghub.console.alert.ListOrder;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.alert.RunningClock;
import org.safeguardinghub.console.alert.Shelf;
import org.safeguardinghub.console.codec.StoredValues;
import org.safeguardinghub.console.people.Term;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Reads the projection. A row keeps the record as it came from its topic. */
public final class PostgresAlertStore implements AlertStore {
  /**
   * One event stands in several rows: under each child that its message names, under household and
   * place (without the words), and once more where it went on before its identity was settled.
   */
  private static final String BEST_FIRST =
      " split_part(subject, '/', 1) in ('child', 'unborn') desc,"
          + " record_key like '%.unconfirmed', record_key";

  private static final String PLAN_OVERDUE = "plan_due_at < ? order by plan_due_at, alert_id";

  private final Transactions transactions;
  private final StoredValues values;
  private final FeedExpectations expectations;
  private final RecentAlerts recent;

  /**
   * @param expectations what is expected of feeds beside what they say of themselves
   */
  public PostgresAlertStore(
      Transactions transactions, StoredValues values, FeedExpectations expectations) {
    this(transactions, values, expectations, new RecentAlerts(values));
  }

  private PostgresAlertStore(
      Transactions transactions,
      StoredValues values,
      FeedExpectations expectations,
      RecentAlerts recent) {
    this.transactions = transactions;
    this.values = values;
    this.expectations = expectations;
    this.recent = recent;
  }

  @Override
  public <T> T together(Function<AlertStore, T> work) {
    return transactions.together(
        one -> work.apply(new PostgresAlertStore(one, values, expectations, recent)));
  }

  @Override
  public List<Alert> list(Reader reader, Shelf shelf, int offset, int limit) {
    // No time matters to a shelf with everything on it.
    return list(reader, ListFilter.of(shelf), ListOrder.URGENT, Instant.EPOCH, offset, limit);
  }

  @Override
  public List<Alert> list(
      Reader reader, ListFilter filter, ListOrder order, Instant now, int offset, int limit) {
    AlertLists.Where chosen =
        AlertLists.chosen(reader, filter, now).then("and state = any(?)", states(filter.shelf()));
    AlertLists.Where page =
        AlertLists.ordered(chosen, order, reader, now).then("offset ? limit ?", offset, limit);
    return transactions.call(
        sql ->
            recent.of(
                sql,
                sql.query(
                    "select " + RecentAlerts.Row.COLUMNS + " from console.alert where" + page.sql(),
                    RecentAlerts.Row::of,
                    page.and())));
  }

  @Override
  public Map<Shelf, Integer> counts(Reader reader, ListFilter filter, Instant now) {
    AlertLists.Where where = AlertLists.chosen(reader, filter, now);
    Map<String, Integer> byState = new LinkedHashMap<>();
    transactions.run(
        sql ->
            sql.query(
                "select state, count(*) from console.alert where" + where.sql() + "group by state",
                row -> byState.put(row.getString(1), row.getInt(2)),
                where.and()));
    return byShelf(byState);
  }

  private static Map<Shelf, Integer> byShelf(Map<String, Integer> byState) {
    Map<Shelf, Integer> counts = new EnumMap<>(Shelf.class);
    for (Shelf shelf : Shelf.values()) {
      counts.put(
          shelf, states(shelf).stream().mapToInt(state -> byState.getOrDefault(state, 0)).sum());
    }
    return counts;
  }

  @Override
  public ListCensus census(Reader reader) {
    AlertLists.Where mine = AlertLists.mine(reader);
    Map<String, Integer> byState = new LinkedHashMap<>();
    SortedMap<String, String> patterns = new TreeMap<>();
    Set<String> agencies = new TreeSet<>();
    // All in one pass over the reader's alerts; most of them are like others.
    transactions.run(
        sql ->
            sql.query(
                "select state, patterns, pattern_titles, agencies, count(*) from console.alert where"
                    + mine.sql()
                    + "group by state, patterns, pattern_titles, agencies",
                row -> {
                  List<String> titles = Statements.texts(row, 3);
                  List<String> codes = Statements.texts(row, 2);
                  for (int i = 0; i < codes.size(); i++) {
                    patterns.put(codes.get(i), titles.get(i));
                  }
                  Statements.texts(row, 4)
                      .forEach(word -> agencies.addAll(AlertLists.seen(word, reader)));
                  return byState.merge(row.getString(1), row.getInt(5), Integer::sum);
                },
                mine.and()));
    return new ListCensus(byShelf(byState), new ListChoices(patterns, List.copyOf(agencies)));
  }

  @Override
  public List<Alert> waiting(Collection<String> roles) {
    return transactions
        .call(
            sql ->
                sql.query(
                    "select value from console.alert where owner_role = any(?) and state = ?",
                    row -> values.alert(row.getBytes(1)),
                    roles,
                    Alert.State.OPEN.name()))
        .stream()
        .sorted(Comparator.comparing(Alert::raisedAt).thenComparing(Alert::id))
        .toList();
  }

  @Override
  public List<Alert> toConfirm(String personId) {
    return transactions
        .call(
            sql ->
                sql.query(
                    "select value from console.alert where to_confirm @> array[?]::text[]",
                    row -> values.alert(row.getBytes(1)),
                    personId))
        .stream()
        .sorted(Comparator.comparing(Alert::changedAt).reversed().thenComparing(Alert::id))
        .toList();
  }

  @Override
  public List<Alert> copies(Reader reader, int limit) {
    return transactions.call(
        sql ->
            sql.query(
                "select value from console.alert where copies && ?::text[] and state = any(?)"
                    + " and not (concerns && ?::text[])"
                    + " order by raised_at desc, alert_id collate \"C\" limit ?",
                row -> values.alert(row.getBytes(1)),
                reader.desks(),
                List.of(Alert.State.OPEN.name(), Alert.State.ACKNOWLEDGED.name()),
                reader.conflicts(),
                limit));
  }

  @Override
  public List<Alert> toDo(Reader reader, int limit) {
    return transactions.call(
        sql ->
            sql.query(
                "select value from console.alert where plan_for && ?::text[]"
                    + " and not (concerns && ?::text[])"
                    + " order by plan_due_at, alert_id collate \"C\" limit ?",
                row -> values.alert(row.getBytes(1)),
                reader.parties().stream().map(Agreeing::word).toList(),
                reader.conflicts(),
                limit));
  }

  @Override
  public List<Alert> overduePlans(Reader reader, Instant now) {
    AlertLists.Where mine = AlertLists.mine(reader);
    return transactions.call(
        sql ->
            sql.query(
                "select value from console.alert where" + mine.sql() + "and " + PLAN_OVERDUE,
                row -> values.alert(row.getBytes(1)),
                mine.and(now)));
  }

  @Override
  public List<Alert> overduePlans(Collection<String> roles, Instant now) {
    return transactions.call(
        sql ->
            sql.query(
                "select value from console.alert where owner_role = any(?) and " + PLAN_OVERDUE,
                row -> values.alert(row.getBytes(1)),
                roles,
                now));
  }

  @Override
  public Optional<Alert> find(String alertId) {
    return transactions.call(
        sql ->
            sql.one(
                "select value from console.alert where alert_id = ?",
                row -> values.alert(row.getBytes(1)),
                alertId));
  }

  @Override
  public List<Alert> others(Alert alert, int limit) {
    return transactions.call(
        sql ->
            sql.query(
                "select value from console.alert where concerns && ?::text[] and alert_id <> ?"
                    + " order by state = any(?) desc, raised_at desc, alert_id collate \"C\" limit ?",
                row -> values.alert(row.getBytes(1)),
                alert.about(),
                alert.id(),
                List.of(Alert.State.OPEN.name(), Alert.State.ACKNOWLEDGED.name()),
                limit));
  }

  @Override
  public List<EventDetail> events(Collection<String> eventIds, Collection<String> persons) {
    return transactions.call(
        sql ->
            sql.query(
                "select distinct on (event_id) value from console.subject_event"
                    + " where event_id = any(?) order by event_id, subject = any(?) desc,"
                    + BEST_FIRST,
                row -> values.event(row.getBytes(1)),
                eventIds,
                subjects(persons)));
  }

  @Override
  public List<EventDetail> protective(Collection<String> persons, Collection<String> types) {
    return transactions.call(
        sql ->
            sql.query(
                "select distinct on (event_id) value from console.subject_event"
                    + " where subject = any(?) and type = any(?) order by event_id,"
                    + BEST_FIRST,
                row -> values.event(row.getBytes(1)),
                subjects(persons),
                types));
  }

  @Override
  public List<EventDetail> chronology(Collection<String> persons) {
    return transactions.call(
        sql ->
            sql.query(
                "select distinct on (event_id) value from console.subject_event"
                    + " where subject = any(?) order by event_id,"
                    + BEST_FIRST,
                row -> values.event(row.getBytes(1)),
                subjects(persons)));
  }

  @Override
  public int othersAtHome(Collection<String> persons) {
    Set<String> others =
        transactions.call(
            sql -> {
              List<String> homes =
                  sql
                      .query(
                          "select value from console.subject where subject = any(?)",
                          row -> values.homes(row.getBytes(1)),
                          subjects(persons))
                      .stream()
                      .flatMap(List::stream)
                      .toList();
              return sql
                  .query(
                      "select value from console.subject where subject = any(?)",
                      row -> values.members(row.getBytes(1)),
                      homes)
                  .stream()
                  .flatMap(List::stream)
                  .collect(Collectors.toSet());
            });
    others.removeAll(persons);
    return others.size();
  }

  @Override
  public List<DeliveryLine> deliveries(String alertId) {
    return transactions.call(
        sql ->
            sql.query(
                "select value from console.delivery where alert_id = ? order by notification_id, channel",
                row -> values.delivery(row.getBytes(1)),
                alertId));
  }

  @Override
  public Map<String, List<Sealed>> claims(Collection<String> persons) {
    return transactions.call(sql -> claims(sql, persons));
  }

  private Map<String, List<Sealed>> claims(Statements sql, Collection<String> persons)
      throws SQLException {
    List<Map.Entry<String, Optional<Sealed>>> found =
        sql.query(
            "select child_ref, value from console.person_link where child_ref = any(?)"
                + " order by child_ref, confirmed desc, decided_at desc, person_ref",
            row -> Map.entry(row.getString(1), values.claims(row.getBytes(2))),
            persons);
    return found.stream()
        .filter(entry -> entry.getValue().isPresent())
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(entry -> entry.getValue().orElseThrow(), Collectors.toList())));
  }

  @Override
  public int openIdentityTasks() {
    return transactions.call(
        sql ->
            sql.one("select count(*) from console.identity_task where open", row -> row.getInt(1))
                .orElse(0));
  }

  @Override
  public List<FeedLine> feeds() {
    return transactions
        .call(
            sql ->
                sql.query(
                    "select value from console.feed order by feed",
                    row -> values.feed(row.getBytes(1))))
        .stream()
        .map(line -> line.expecting(expectations, Term.dayOf(line.at())))
        .toList();
  }

  @Override
  public List<RunningClock> clocks(Alert alert) {
    List<String> concerned = new ArrayList<>(subjects(alert.personsConcerned()));
    concerned.add(alert.subject().typed());
    return transactions
        .call(
            sql ->
                sql.query(
                    "select value from console.subject where subject = any(?) order by subject",
                    row -> values.clocks(row.getBytes(1)),
                    concerned))
        .stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(RunningClock::dueAt).thenComparing(RunningClock::what))
        .toList();
  }

  private static List<String> subjects(Collection<String> persons) {
    return persons.stream().flatMap(ref -> Stream.of("child/" + ref, "unborn/" + ref)).toList();
  }

  private static List<String> states(Shelf shelf) {
    return shelf.states().stream().map(Alert.State::name).toList();
  }
}
