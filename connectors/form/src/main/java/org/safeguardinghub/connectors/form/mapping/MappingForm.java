package org.safeguardinghub.connectors.form.mapping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Joining;
import org.safeguardinghub.connectors.form.Once;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.form.Reading;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.mapping.Mapping.Otherwise;
import org.safeguardinghub.connectors.form.mapping.Records.Found;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** The form that a mapping describes. */
public final class MappingForm implements Joining {
  private final Mapping mapping;
  private final Applied applied;
  private final Map<String, Tree.Row> beside;

  MappingForm(Mapping mapping) {
    this(mapping, Map.of());
  }

  /**
   * @param beside what another list says of each person, by what names the person in both
   */
  private MappingForm(Mapping mapping, Map<String, Tree.Row> beside) {
    this.mapping = mapping;
    this.applied = new Applied(mapping);
    this.beside = Map.copyOf(beside);
  }

  /** Whose senders may use it. */
  @Override
  public Set<OriginFamily> families() {
    return mapping.families();
  }

  /** What it makes of records, as Markdown, for the README that shows it. */
  public String markdown() {
    return MappingWords.markdown(mapping);
  }

  @Override
  public String name() {
    return mapping.id();
  }

  @Override
  public String title() {
    return mapping.title();
  }

  @Override
  public Optional<String> joins() {
    return mapping.join().map(Mapping.ListBeside::list);
  }

  /** Of a person of whom the list says two things it says nothing: one of them is not theirs. */
  @Override
  public Form with(Form form, Received list) {
    if (mapping.join().isEmpty() || !(form instanceof MappingForm other)) {
      return this;
    }
    Path by = mapping.join().get().by();
    Map<String, Tree.Row> rows = new HashMap<>();
    Set<String> twice = new HashSet<>();
    other
        .records(list)
        .forEachRemaining(
            found -> {
              if (found instanceof Found.One(Place _, Tree.Row row)) {
                String person = by.first(row).orElse("");
                Tree.Row before = rows.putIfAbsent(person, row);
                if (before != null && !before.same(row)) {
                  twice.add(person);
                }
              }
            });
    twice.forEach(rows::remove);
    rows.remove("");
    return new MappingForm(mapping, rows);
  }

  @Override
  public boolean streams(Received received) {
    return mapping.layouts().stream()
        .filter(Mapping.Layout.Csv.class::isInstance)
        .anyMatch(layout -> Records.recognises(layout, received.content()));
  }

  @Override
  public boolean recognises(Received received) {
    return mapping.layouts().stream()
        .anyMatch(layout -> Records.recognises(layout, received.content()));
  }

  @Override
  public Reading read(Received received) {
    return () -> new Items(records(received));
  }

  private Iterator<Found> records(Received received) {
    return Records.of(layout(received), received.content());
  }

  private Mapping.Layout layout(Received received) {
    return mapping.layouts().stream()
        .filter(one -> Records.looksLike(one, received.content()))
        .findFirst()
        .orElse(mapping.layouts().getFirst());
  }

  /** Which places that the mapping names a sample does not have. */
  public NotFound notFound(Received sample) {
    PlaceCheck check = new PlaceCheck(mapping);
    if (layout(sample) instanceof Mapping.Layout.Csv csv) {
      // An empty cell under a heading is no typing error, so the headings are asked, not the rows.
      Records.headings(csv, sample.content())
          .filter(this::fits)
          .map(headings -> headings.stream().map(Tree::column).toList())
          .ifPresent(columns -> check.look(Tree.row(columns, columns)));
      return check.ofHeadings();
    }
    records(sample)
        .forEachRemaining(
            found -> {
              if (found instanceof Found.One(Place _, Tree record)) {
                check.look(record);
              }
            });
    return check.ofRecords();
  }

  private Tree joined(Tree record) {
    if (!(record instanceof Tree.Row row) || mapping.join().isEmpty()) {
      return record;
    }
    Optional<Tree.Row> more =
        mapping.join().get().by().first(row).flatMap(by -> Optional.ofNullable(beside.get(by)));
    return more.map(row::beside).orElse(row);
  }

  /** Whether rows under these headings are its records. */
  public boolean fits(List<String> headings) {
    return switch (mapping.layouts().getFirst()) {
      case Mapping.Layout.Csv csv -> Records.fits(headings, csv.columns(), csv.without());
      case Mapping.Layout.Json _, Mapping.Layout.Xml _ -> false;
    };
  }

  /** The items of one row that was read elsewhere, as of a workbook. */
  public List<Item> row(Place place, List<String> headings, List<String> cells, Once once) {
    List<String> columns = headings.stream().map(Tree::column).toList();
    return items(place, Tree.row(columns, cells), once);
  }

  /**
   * One record may become several events. What of it becomes none is said only where all of it
   * becomes none.
   */
  private List<Item> items(Place place, Tree record, Once once) {
    List<Item> items = new ArrayList<>();
    List<Item> nothing = new ArrayList<>();
    int number = 0;
    for (Item item : applied.to(place, joined(record))) {
      Fate fate = once.check(item.place(), item.fate());
      int event = number++;
      (fate instanceof Fate.NoEvent ? nothing : items)
          .add(new Item(item.place(), fate).ofRecord(() -> content(record, event)));
    }
    if (items.isEmpty() && nothing.isEmpty()) {
      Otherwise otherwise = mapping.otherwise();
      return List.of(
          new Item(place, new Fate.NoEvent("", otherwise.reasonCode(), otherwise.why())));
    }
    return items.isEmpty() ? List.of(nothing.getFirst()) : items;
  }

  /** Several events of one record may be refused for the same reason. */
  private static List<String> content(Tree record, int event) {
    List<String> content = new ArrayList<>(record.content());
    content.add(Integer.toString(event));
    return content;
  }

  private final class Items implements Iterator<Item> {
    private final Iterator<Found> source;
    private final Once once = new Once();
    private final Deque<Item> ready = new ArrayDeque<>();

    Items(Iterator<Found> source) {
      this.source = source;
    }

    @Override
    public boolean hasNext() {
      return !ready.isEmpty() || source.hasNext();
    }

    @Override
    public Item next() {
      if (ready.isEmpty()) {
        if (!source.hasNext()) {
          throw new NoSuchElementException();
        }
        switch (source.next()) {
          case Found.One(Place place, Tree record) -> ready.addAll(items(place, record, once));
          case Found.Refused(Item item) -> ready.add(item);
        }
      }
      return ready.removeFirst();
    }
  }
}
