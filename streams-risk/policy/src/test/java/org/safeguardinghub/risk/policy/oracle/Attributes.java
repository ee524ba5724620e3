package org.safeguardinghub.risk.policy.oracle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeguardinghub.kernel.catalogue.AttributeType;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;

/** What generated events say beside their type: often what the pattern's rule reads. */
final class Attributes {
  // Around the two percentages that a rule names.
  private static final List<Integer> ATTENDANCE = List.of(49, 50, 89, 90);

  private final Recipe recipe;
  private final Dice dice;

  Attributes(Recipe recipe, Dice dice) {
    this.recipe = recipe;
    this.dice = dice;
  }

  /**
   * Attributes that a type may carry.
   *
   * @param events the history so far, which they may name
   */
  Map<String, Object> of(EventType type, List<AttributedEvent> events) {
    Map<String, Object> attributes = new TreeMap<>();
    type.attributes()
        .forEach(
            (name, attribute) -> {
              boolean asked = recipe.attributes().contains(name);
              boolean corrects = name.equals("regrade") || name.equals("retracts");
              if (!corrects && dice.chance(asked ? 55 : 4)) {
                attributes.put(name, value(name, attribute.type(), events));
              }
            });
    return attributes;
  }

  private Object value(String name, AttributeType type, List<AttributedEvent> events) {
    return switch (type) {
      case AttributeType.Flag _ -> dice.chance(65);
      case AttributeType.Whole(int min, int max) ->
          name.startsWith("attendance") && dice.chance(70)
              ? dice.any(ATTENDANCE)
              : min + dice.below(max - min + 1);
      case AttributeType.Code(List<String> values) -> dice.any(values);
      case AttributeType.Codes(List<String> values) -> some(values);
      case AttributeType.LocalCode _ -> "code-" + dice.below(3);
      case AttributeType.Reference _ ->
          name.equals("followUpOf") && !events.isEmpty()
              ? dice.any(events).eventId()
              : "r-" + dice.below(3);
      case AttributeType.Regrade _ -> dice.any(recipe.codes()) + "/2";
    };
  }

  private List<String> some(List<String> values) {
    return values.stream().filter(_ -> dice.below(values.size()) < 2).toList();
  }
}
