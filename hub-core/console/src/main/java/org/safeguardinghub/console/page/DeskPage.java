package org.safeguardinghub.console.page;

import java.util.List;
import java.util.Optional;
import org.safeguardinghub.console.desk.DeskForm;
import org.safeguardinghub.console.identity.Steward;

/** What the quarantine desk's pages show. */
public final class DeskPage {
  private DeskPage() {}

  /**
   * What was refused, newest first.
   *
   * @param atSource of how many no message was made: their senders mend them
   */
  public record Listed(long waiting, long atSource, List<Row> rows) {}

  /**
   * One record in the list.
   *
   * @param field the field at fault, in words
   * @param sealed whom its content is for, where it is not for this reader
   */
  public record Row(
      String path,
      String agency,
      String why,
      String code,
      String field,
      String received,
      Tag state,
      Optional<String> sealed) {}

  /**
   * One record.
   *
   * @param form what can be done; absent where nothing can
   * @param atSource whether no message was made of it, so that its sender mends it
   * @param fixes what was done, oldest first
   */
  public record Opened(
      Row row,
      String connector,
      Optional<Link> origin,
      Optional<Link> became,
      Optional<Form> form,
      boolean atSource,
      List<Done> fixes) {}

  /** Another record. */
  public record Link(String path, String text) {}

  /** One resubmission. */
  public record Done(String who, String when, String why, String outcome) {}

  /**
   * The form.
   *
   * @param fields the message, where it may be shown and has fields
   * @param missing the field at fault where it is not among them; its name in words
   * @param fixable whether fields may be changed
   * @param text whether it is text without fields: only a whole message puts it right
   */
  public record Form(
      String path,
      List<Field> fields,
      Optional<String> missing,
      boolean fixable,
      boolean text,
      DeskForm typed,
      List<Steward.Fault> faults) {
    public String faultOf(String field) {
      return faults.stream()
          .filter(fault -> fault.field().equals(field))
          .map(Steward.Fault::message)
          .findFirst()
          .orElse("");
    }
  }

  /**
   * One field of the message.
   *
   * @param wrong whether it is the field at fault
   * @param words whether it is long
   */
  public record Field(int number, String label, String value, boolean wrong, boolean words) {}
}
