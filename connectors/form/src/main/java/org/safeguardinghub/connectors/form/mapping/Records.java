package org.safeguardinghub.connectors.form.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.safeguardinghub.connectors.form.Content;
import org.safeguardinghub.connectors.form.CsvFaults;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.form.mapping.Mapping.Layout;
import org.safeguardinghub.connectors.form.read.CsvPiece;
import org.safeguardinghub.connectors.form.read.CsvText;
import org.safeguardinghub.connectors.form.read.JsonText;
import org.safeguardinghub.connectors.form.read.Recoded;
import org.safeguardinghub.connectors.form.read.Unreadable;
import org.safeguardinghub.connectors.form.read.XmlNode;
import org.safeguardinghub.connectors.form.read.XmlText;

/** Finds the records in what came in, and knows what came in by its head. */
final class Records {
  /** Enough for any row of headings. */
  private static final int HEAD = 64 * 1024;

  private Records() {}

  /** A record, or the refusal of what is none. */
  sealed interface Found {
    record One(Place place, Tree record) implements Found {}

    record Refused(Item item) implements Found {}
  }

  static boolean recognises(Layout layout, Content content) {
    return switch (layout) {
      case Layout.Csv csv ->
          headings(csv, content)
              .map(found -> fits(found, csv.columns(), csv.without()))
              .orElse(false);
      case Layout.Json json -> json(json, content.bytes());
      case Layout.Xml xml -> xml(xml, content.bytes());
    };
  }

  /** Whether the first character is that of such a text: no more is read for it. */
  static boolean looksLike(Layout layout, Content content) {
    return switch (layout) {
      case Layout.Csv _ -> true;
      case Layout.Json _ -> JsonText.looksLike(content.head(HEAD));
      case Layout.Xml _ -> !JsonText.looksLike(content.head(HEAD));
    };
  }

  static Iterator<Found> of(Layout layout, Content content) {
    return switch (layout) {
      case Layout.Csv csv -> rows(csv, content);
      case Layout.Json json -> objects(json, content.bytes());
      case Layout.Xml xml -> elements(xml, content.bytes());
    };
  }

  static boolean fits(List<String> headings, List<String> columns, List<String> without) {
    Set<String> found = new HashSet<>();
    headings.forEach(heading -> found.add(Tree.column(heading)));
    return columns.stream().map(Tree::column).allMatch(found::contains)
        && without.stream().map(Tree::column).noneMatch(found::contains);
  }

  static Optional<List<String>> headings(Layout.Csv csv, Content content) {
    Iterator<CsvPiece> pieces = text(csv, Content.of(content.head(HEAD)));
    return pieces.hasNext() && pieces.next() instanceof CsvPiece.Cells(int _, var cells)
        ? Optional.of(cells.reveal())
        : Optional.empty();
  }

  private static Iterator<CsvPiece> text(Layout.Csv csv, Content content) {
    return CsvText.of(utf8(csv, content), new CsvText.Dialect(csv.separator(), true));
  }

  private static Content utf8(Layout.Csv csv, Content content) {
    return csv.encoding().equals("UTF-8")
        ? content
        : new Recoded(content, Charset.forName(csv.encoding()));
  }

  private static Iterator<Found> rows(Layout.Csv csv, Content content) {
    Optional<Item> wrong = CsvFaults.encoding(utf8(csv, content));
    if (wrong.isPresent()) {
      return List.<Found>of(new Found.Refused(wrong.get())).iterator();
    }
    Iterator<CsvPiece> pieces = text(csv, content);
    if (!pieces.hasNext()) {
      return List.<Found>of(new Found.Refused(Item.ofEmptyFile())).iterator();
    }
    CsvPiece first = pieces.next();
    if (!(first instanceof CsvPiece.Cells(int row, var cells))) {
      return List.<Found>of(new Found.Refused(CsvFaults.of(first).orElseThrow())).iterator();
    }
    List<String> headings = cells.reveal();
    if (!fits(headings, csv.columns(), csv.without())) {
      return refused(Place.row(row), "COLUMN_MISSING", Headings.unfit(headings, csv));
    }
    if (!pieces.hasNext()) {
      return refused(
          Place.row(row), "NO_ROWS", "the file has headings and no rows: nothing was taken");
    }
    List<String> columns = headings.stream().map(Tree::column).toList();
    return mapped(pieces, piece -> row(columns, piece, csv.separator()));
  }

  private static Found row(List<String> columns, CsvPiece piece, char separator) {
    if (!(piece instanceof CsvPiece.Cells(int number, var values))) {
      return new Found.Refused(CsvFaults.of(piece).orElseThrow());
    }
    List<String> cells = values.reveal();
    if (cells.stream().allMatch(String::isBlank)) {
      return new Found.Refused(CsvFaults.empty(number));
    }
    return cells.size() == columns.size()
        ? new Found.One(Place.row(number), Tree.row(columns, cells))
        : new Found.Refused(
            CsvFaults.cellCount(number, cells.size(), columns.size(), separator)
                .ofRecord(() -> cells));
  }

  private static boolean json(Layout.Json layout, byte[] bytes) {
    if (!JsonText.looksLike(bytes)
        || !(JsonText.read(bytes) instanceof JsonText.Outcome.Read(JsonNode root))) {
      return false;
    }
    JsonNode head = root.isArray() ? root.path(0) : root;
    return head.isObject()
        && layout.keys().stream().allMatch(head::has)
        && (layout.anyOf().isEmpty() || layout.anyOf().stream().anyMatch(head::has))
        && Condition.all(layout.where(), Tree.of(head));
  }

  private static Iterator<Found> objects(Layout.Json layout, byte[] bytes) {
    return switch (JsonText.read(bytes)) {
      case JsonText.Outcome.Refused(Unreadable fault) ->
          refused(Place.whole(), fault.reasonCode(), fault.advice());
      case JsonText.Outcome.Read(JsonNode root) -> {
        List<Found> found = new ArrayList<>();
        for (JsonNode top : root.isArray() ? root : List.of(root)) {
          for (Tree record : layout.records().all(Tree.of(top))) {
            found.add(new Found.One(Place.entry(found.size() + 1), record));
          }
        }
        yield found.isEmpty() ? noRecords(layout.records()) : found.iterator();
      }
    };
  }

  private static boolean xml(Layout.Xml layout, byte[] bytes) {
    boolean root =
        XmlText.root(bytes)
            .filter(node -> node.name().equals(layout.root()))
            .filter(node -> layout.namespace().map(node.namespace()::equals).orElse(true))
            .isPresent();
    return root && (layout.where().isEmpty() || holds(layout.where(), bytes));
  }

  private static boolean holds(List<Condition> conditions, byte[] bytes) {
    return XmlText.document(bytes) instanceof XmlText.Piece.Element(int _, XmlNode node)
        && Condition.all(conditions, Tree.of(node));
  }

  private static Iterator<Found> elements(Layout.Xml layout, byte[] bytes) {
    Optional<Path> wrapped = layout.unwrap();
    if (wrapped.isPresent()) {
      return switch (XmlText.document(bytes)) {
        case XmlText.Piece.Broken(Unreadable fault) ->
            refused(Place.whole(), fault.reasonCode(), fault.advice());
        case XmlText.Piece.Element(int _, XmlNode root) -> {
          List<String> inner = new ArrayList<>();
          wrapped.get().all(Tree.of(root)).forEach(tree -> inner.add(tree.text()));
          yield inner.isEmpty() || inner.getFirst().isEmpty()
              ? refused(
                  Place.whole(),
                  "NO_RECORDS",
                  "there is no message in this envelope: send it whole")
              : streamed(inner.getFirst().getBytes(UTF_8), layout.records());
        }
      };
    }
    return streamed(bytes, layout.records());
  }

  private static Iterator<Found> streamed(byte[] bytes, Path records) {
    Iterator<XmlText.Piece> pieces = XmlText.elements(bytes, records.steps());
    return pieces.hasNext() ? mapped(pieces, Records::element) : noRecords(records);
  }

  private static Iterator<Found> noRecords(Path records) {
    return refused(
        Place.whole(),
        "NO_RECORDS",
        "there is no record in this file, looked for at '"
            + records.words()
            + "': nothing was taken");
  }

  private static Found element(XmlText.Piece piece) {
    return switch (piece) {
      case XmlText.Piece.Element(int number, XmlNode node) ->
          new Found.One(Place.entry(number), Tree.of(node));
      case XmlText.Piece.Broken(Unreadable fault) ->
          new Found.Refused(
              new Item(Place.whole(), Fate.Refused.shape("", fault.reasonCode(), fault.advice())));
    };
  }

  private static Iterator<Found> refused(Place place, String reason, String whatToDo) {
    return List.<Found>of(
            new Found.Refused(new Item(place, Fate.Refused.shape("", reason, whatToDo))))
        .iterator();
  }

  private static <A, B> Iterator<B> mapped(Iterator<A> source, Function<A, B> mapping) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return source.hasNext();
      }

      @Override
      public B next() {
        return mapping.apply(source.next());
      }
    };
  }
}
