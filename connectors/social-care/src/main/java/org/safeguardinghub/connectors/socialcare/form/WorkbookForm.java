package org.safeguardinghub.connectors.socialcare.form;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Once;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.form.Reading;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.mapping.MappingForm;
import org.safeguardinghub.connectors.form.read.Unreadable;
import org.safeguardinghub.connectors.socialcare.form.Workbook.Line;
import org.safeguardinghub.connectors.socialcare.form.Workbook.Lines;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** A workbook whose sheets are lists that are known by their headings, such as Annex A. */
final class WorkbookForm implements Form {
  private final List<MappingForm> lists;

  WorkbookForm(List<MappingForm> lists) {
    this.lists = List.copyOf(lists);
  }

  @Override
  public String name() {
    return "workbook";
  }

  @Override
  public String title() {
    return "Workbooks with lists of social care, such as Annex A";
  }

  @Override
  public Set<OriginFamily> families() {
    Set<OriginFamily> families = EnumSet.noneOf(OriginFamily.class);
    lists.forEach(list -> families.addAll(list.families()));
    return families;
  }

  @Override
  public boolean recognises(Received received) {
    byte[] bytes = received.bytes();
    if (!Archive.looksLike(bytes)) {
      return false;
    }
    // An archive that must not be opened is said to be one by reading it.
    return Archive.check(bytes).isPresent()
        || Workbook.read(bytes)
            .map(sheets -> sheets.stream().anyMatch(sheet -> list(sheet).isPresent()))
            .orElse(true);
  }

  @Override
  public Reading read(Received received) {
    Optional<Unreadable> fault = Archive.check(received.bytes());
    if (fault.isPresent()) {
      return Reading.refused(Place.whole(), fault.get().reasonCode(), fault.get().advice());
    }
    return Workbook.read(received.bytes())
        .map(this::items)
        .orElseGet(
            () ->
                Reading.refused(
                    Place.whole(),
                    "NOT_A_WORKBOOK",
                    "this workbook cannot be read: save it again"));
  }

  private Optional<MappingForm> list(Lines sheet) {
    return lists.stream().filter(list -> list.fits(sheet.headings())).findFirst();
  }

  private Reading items(List<Lines> sheets) {
    List<Item> items = new ArrayList<>();
    for (Lines sheet : sheets) {
      Place whole = new Place("sheet", sheet.sheet(), "");
      Optional<MappingForm> list = list(sheet);
      if (list.isEmpty()) {
        items.add(new Item(whole, unknown(sheet)));
      } else if (sheet.rows().isEmpty()) {
        items.add(new Item(whole, new Fate.NoEvent("", "NO_ROWS", "there are headings only")));
      } else {
        rows(list.get(), sheet, items);
      }
    }
    return Reading.of(items);
  }

  private static Fate unknown(Lines sheet) {
    return sheet.headings().isEmpty()
        ? new Fate.NoEvent("", "EMPTY_SHEET", "nothing stands on this sheet")
        : Fate.Refused.shape(
            "",
            "UNKNOWN_SHEET",
            "its headings are none of a list that is known: use the headings of the form");
  }

  private static void rows(MappingForm list, Lines sheet, List<Item> items) {
    Once once = new Once();
    for (Line line : sheet.rows()) {
      Place place = new Place("sheet", sheet.sheet(), "row " + line.number());
      if (line.cells().reveal().stream().allMatch(String::isBlank)) {
        items.add(new Item(place, new Fate.NoEvent("", "EMPTY_ROW", "nothing stands in this row")));
      } else {
        items.addAll(list.row(place, sheet.headings(), line.cells().reveal(), once));
      }
    }
  }
}
