package org.safeguardinghub.console.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.identity.Steward;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.Shape;
import org.safeguardinghub.kernel.quarantine.MessageFields;
import org.safeguardinghub.kernel.quarantine.MessageFields.Field;

/**
 * What a form says of a refused message. Fields go by their number in the message, so that no
 * content is a name of anything.
 *
 * @param values what was typed for each field, by number; a field that is absent stays
 * @param fault what was typed for the field at fault, where the message does not have it or does
 *     not show it
 * @param place another field
 * @param value and its value
 * @param whole the whole message, where it is no fields
 */
public record DeskForm(
    String actionId,
    Map<Integer, String> values,
    String fault,
    String place,
    String value,
    String whole,
    String reason) {
  private static final int LONGEST = 256 * 1024;

  public DeskForm {
    values = Map.copyOf(values);
  }

  public static DeskForm empty(String actionId) {
    return new DeskForm(actionId, Map.of(), "", "", "", "", "");
  }

  /** What is to be resubmitted. */
  public sealed interface Judged {
    /** The whole message. */
    record Sound(Sensitive<byte[]> body) implements Judged {}

    record Faulty(List<Steward.Fault> faults) implements Judged {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * The message as the form changes it.
   *
   * @param content as it was received
   * @param shown whether its fields were on the form
   * @param pointer the field at fault
   */
  public Judged on(byte[] content, boolean shown, Optional<String> pointer) {
    List<Steward.Fault> faults = new ArrayList<>();
    Optional<MessageFields> fields = MessageFields.of(content);
    Map<String, String> changes =
        fields.map(message -> changes(message, shown, pointer)).orElse(Map.of());
    byte[] body = content;
    if (fields.isPresent()) {
      switch (fields.get().with(changes)) {
        case MessageFields.Changed.Sound sound -> body = sound.body().reveal();
        case MessageFields.Changed.Faulty(String why) ->
            faults.add(new Steward.Fault("place", sentence(why)));
      }
    } else if (!whole.isBlank()) {
      body = whole.getBytes(UTF_8);
    }
    if (body.length > LONGEST) {
      faults.add(new Steward.Fault("whole", "A message has at most 256 KB"));
    }
    // As it is it may be sent again, where the hub has learned to take it.
    boolean changed = fields.isPresent() ? !changes.isEmpty() : !whole.isBlank();
    if (faults.isEmpty() && changed) {
      Shape.fault(body).map(why -> beside(why, fields, shown, pointer)).ifPresent(faults::add);
    }
    Steward.reasonFault(reason).ifPresent(faults::add);
    return faults.isEmpty() ? new Judged.Sound(Sensitive.of(body)) : new Judged.Faulty(faults);
  }

  /** A refusal beside the field of the form that it is about. */
  private Steward.Fault beside(
      Refusal why, Optional<MessageFields> fields, boolean shown, Optional<String> pointer) {
    String explanation = sentence(why.explanation());
    String at = why.pointer().orElse("");
    if (fields.isEmpty()) {
      return new Steward.Fault("whole", at.isEmpty() ? explanation : at + ": " + explanation);
    }
    List<Field> all = shown ? fields.get().all() : List.of();
    for (int i = 0; i < all.size(); i++) {
      String own = all.get(i).pointer();
      if (!at.isEmpty() && (own.equals(at) || own.startsWith(at + '/'))) {
        return new Steward.Fault("field-" + i, explanation);
      }
    }
    return pointer.filter(at::equals).isPresent() && !fault.isBlank()
        ? new Steward.Fault("fault", explanation)
        : new Steward.Fault("place", at.isEmpty() ? explanation : at + ": " + explanation);
  }

  private Map<String, String> changes(
      MessageFields fields, boolean shown, Optional<String> pointer) {
    Map<String, String> changes = new LinkedHashMap<>();
    List<Field> all = fields.all();
    for (int i = 0; i < all.size() && shown; i++) {
      String typed = values.getOrDefault(i, all.get(i).value());
      // Browsers send line ends as two characters.
      if (!typed.replace("\r\n", "\n").equals(all.get(i).value().replace("\r\n", "\n"))) {
        changes.put(all.get(i).pointer(), typed);
      }
    }
    pointer.filter(at -> !fault.isBlank()).ifPresent(at -> changes.put(at, fault.strip()));
    if (!place.isBlank()) {
      changes.put(place.strip(), value.strip());
    }
    return changes;
  }

  private static String sentence(String why) {
    return Character.toUpperCase(why.charAt(0)) + why.substring(1);
  }

  @Override
  public String toString() {
    return "DeskForm[withheld]";
  }
}
