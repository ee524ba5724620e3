package org.safeguardinghub.connectors.education.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.safeguardinghub.connectors.drop.DropSettings;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Reading;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.form.mapping.MappingForm;
import org.safeguardinghub.connectors.form.mapping.ShippedMappings;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/**
 * Every file that a school may drop. What no mapping knows is read as a concern log or as
 * attendance marks, which say what is wrong with their columns; what is XML, as a transfer file.
 */
public final class SchoolFiles implements Form {
  private static final String TRANSFER = "ctf";

  /** More than stands before the first element of any file. */
  private static final int HEAD = 64 * 1024;

  /** In the order in which they are asked: the narrower before the wider. */
  private static final List<String> MAPPINGS =
      List.of("ctf-destination-unknown", TRANSFER, "school-exclusions", "school-leavers");

  private final SchoolCsv csv;
  private final List<MappingForm> mappings;

  public SchoolFiles(EventCatalogue catalogue, String legalGateway) {
    csv = new SchoolCsv(catalogue, legalGateway);
    mappings = mappings(catalogue);
  }

  /** The mappings that are shipped. */
  static List<MappingForm> mappings(EventCatalogue catalogue) {
    return ShippedMappings.load(SchoolFiles.class, MAPPINGS, catalogue);
  }

  /** The folder that takes them. */
  public DropSettings drop() {
    return new DropSettings(
        Set.of(OriginFamily.EDU),
        List.of(this),
        List.of(".csv", ".xml"),
        DropSettings.SIXTEEN_MEBIBYTES,
        SchoolCsv.COLUMNS);
  }

  @Override
  public String name() {
    return "school-files";
  }

  @Override
  public String title() {
    return "Files of schools";
  }

  /** Rows, whatever their headings: what is wrong with these is said without reading on. */
  @Override
  public boolean streams(Received received) {
    return !xml(received);
  }

  @Override
  public boolean recognises(Received received) {
    return csv.recognises(received)
        || mappings.stream().anyMatch(form -> form.recognises(received));
  }

  @Override
  public Reading read(Received received) {
    if (csv.recognises(received)) {
      return csv.read(received);
    }
    Stream<MappingForm> those =
        mappings.stream()
            .filter(
                form ->
                    xml(received)
                        ? form.recognises(received) || form.name().equals(TRANSFER)
                        : form.streams(received));
    return those.findFirst().<Form>map(form -> form).orElse(csv).read(received);
  }

  /** Also XML that breaks off or must not be read: the transfer file's reader says which. */
  private static boolean xml(Received received) {
    byte[] bytes = received.content().head(HEAD);
    int start = bytes.length > 3 && bytes[0] == (byte) 0xEF ? 3 : 0;
    while (start < bytes.length && bytes[start] <= ' ' && bytes[start] >= 0) {
      start++;
    }
    return start < bytes.length && bytes[start] == '<';
  }
}
