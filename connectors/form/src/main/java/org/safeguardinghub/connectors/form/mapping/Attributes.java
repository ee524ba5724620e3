package org.safeguardinghub.connectors.form.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Message;
import org.safeguardinghub.connectors.form.mapping.Mapping.AttributeFrom;
import org.safeguardinghub.connectors.form.mapping.Mapping.Rule;
import org.safeguardinghub.kernel.message.Step;

/** The attributes of an event, as a record says them. */
final class Attributes {
  private Attributes() {}

  /** Puts them into a message; gives what is left out as its code is not known, in words. */
  static List<String> put(Message message, Mapping mapping, Rule rule, Tree record) {
    List<String> leftOut = new ArrayList<>();
    for (AttributeFrom attribute : rule.attributes()) {
      String text = attribute.value().of(record);
      if (unknown(attribute, text)) {
        leftOut.add(
            Asked.code(mapping, attribute.value(), attribute.name(), attribute.codes().keySet())
                + "; the event was taken without it");
      } else if (!text.isEmpty() || attribute.codes().containsKey(text)) {
        message.attribute(attribute.name(), meaning(attribute, text));
      }
    }
    return leftOut;
  }

  /** The refusal of a record that says an attribute which it must say, and nobody knows what. */
  static Optional<Fate> fault(Mapping mapping, Rule rule, Tree record, String recordId) {
    return rule.attributes().stream()
        .filter(attribute -> attribute.value() instanceof Value.Needed)
        .filter(attribute -> unknown(attribute, attribute.value().of(record)))
        .findFirst()
        .map(
            attribute ->
                new Fate.Refused(
                    recordId,
                    Step.CATALOGUE,
                    "UNKNOWN_CODE",
                    Asked.code(
                        mapping, attribute.value(), attribute.name(), attribute.codes().keySet()),
                    Asked.where(mapping, attribute.value())));
  }

  private static boolean unknown(AttributeFrom attribute, String text) {
    return !text.isEmpty()
        && !attribute.codes().isEmpty()
        && !attribute.codes().containsKey(text.toUpperCase(Locale.ROOT));
  }

  private static Object meaning(AttributeFrom attribute, String text) {
    return attribute.codes().getOrDefault(text.toUpperCase(Locale.ROOT), text);
  }
}
