package org.safeguardinghub.connectors.health.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.safeguardinghub.connectors.form.CodeBook;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/**
 * All tables of the connector.
 *
 * @param messages events of the national services (NEMS, MNS), without their version
 * @param encounters classes of encounters
 * @param appointments states of appointments
 * @param services whose appointment was missed
 * @param flags flag categories of NHS England
 * @param snomed SNOMED CT concepts of conditions, observations, procedures, flags and plans
 * @param resources kinds of resources that never become an event
 * @param triggers trigger events of HL7 version 2
 * @param patientClasses classes of patients in HL7 version 2
 */
public record HealthTables(
    CodeBook.Table messages,
    CodeBook.Table encounters,
    CodeBook.Table appointments,
    CodeBook.Table services,
    CodeBook.Table flags,
    CodeBook.Table snomed,
    CodeBook.Table resources,
    CodeBook.Table triggers,
    CodeBook.Table patientClasses) {
  private static final String FILE = "health-codes.yaml";

  public static HealthTables load() {
    CodeBook book = book();
    return new HealthTables(
        book.table("messages"),
        book.table("encounters"),
        book.table("appointments"),
        book.table("services"),
        book.table("flags"),
        book.table("snomed"),
        book.table("resources"),
        book.table("triggers"),
        book.table("patient-classes"));
  }

  /** The shipped book. */
  public static CodeBook book() {
    return CodeBook.of(FILE, resource(), EventCatalogue.load(), Set.of(OriginFamily.HLT));
  }

  private static String resource() {
    try (InputStream in = HealthTables.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
