package org.safeguardinghub.risk.topology.identity;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.identifiers.NhsNumber;
import org.safeguardinghub.kernel.identifiers.Upn;
import org.safeguardinghub.risk.identity.Claims;

/**
 * Reads the JSON of claims as the intake seals it. Lenient on purpose: a concern is never lost for
 * a badly typed claim, the claim then just says nothing.
 */
public final class ClaimsReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ClaimsReader() {}

  /** The claims; empty if the text is no JSON object. */
  public static Optional<Claims> read(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      return root.isObject() ? Optional.of(claims(root)) : Optional.empty();
    } catch (JacksonException _) {
      // Its message quotes the text, which is personal data.
      return Optional.empty();
    }
  }

  private static Claims claims(JsonNode root) {
    return new Claims(
        new Claims.PersonName(
            text(root, "givenNames"),
            text(root, "familyName"),
            text(root, "fullName"),
            text(root, "alias")),
        new Claims.Birth(date(root, "dateOfBirth"), text(root, "dateOfBirthText")),
        text(root, "sex"),
        new Claims.Identifiers(
            NhsNumber.parse(text(root, "nhsNumber")).valid(), Upn.parse(text(root, "upn")).valid()),
        sourceRefs(root.path("sourceRefs")),
        whereabouts(root),
        root.path("unborn").isObject()
            ? Optional.of(unborn(root.path("unborn")))
            : Optional.empty(),
        root.path("mother").isObject()
            ? Optional.of(mother(root.path("mother")))
            : Optional.empty(),
        texts(root.path("carers")),
        root.path("household").isObject()
            ? Optional.of(
                new Claims.Household(
                    text(root.path("household"), "uprn"), text(root.path("household"), "ref")))
            : Optional.empty(),
        root.path("adult").isObject(),
        root.path("allegedFalse").asBoolean(false));
  }

  private static List<Claims.SourceRef> sourceRefs(JsonNode array) {
    List<Claims.SourceRef> refs = new ArrayList<>();
    for (JsonNode each : array) {
      Claims.SourceRef ref = new Claims.SourceRef(text(each, "system"), text(each, "id"));
      if (!ref.id().isEmpty()) {
        refs.add(ref);
      }
    }
    return refs;
  }

  private static Claims.Whereabouts whereabouts(JsonNode root) {
    JsonNode address = root.path("address");
    return new Claims.Whereabouts(
        text(address, "line"),
        text(address, "postcode"),
        text(address, "uprn"),
        text(root, "school"),
        text(root, "setting"),
        text(root, "place"),
        text(root, "phone"));
  }

  private static Claims.Unborn unborn(JsonNode node) {
    return new Claims.Unborn(date(node, "expectedDate"), text(node, "familyName"));
  }

  private static Claims.Mother mother(JsonNode node) {
    return new Claims.Mother(NhsNumber.parse(text(node, "nhsNumber")).valid(), text(node, "name"));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText("")));
    return texts;
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() ? value.asText("").strip() : "";
  }

  private static Optional<LocalDate> date(JsonNode node, String name) {
    String text = text(node, name);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
