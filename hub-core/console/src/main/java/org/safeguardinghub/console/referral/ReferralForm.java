package org.safeguardinghub.console.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.safeguardinghub.console.alert.Answering.Fault;

/**
 * The form as it was filled in: a text for each field. What it says is about a child and prints as
 * withheld.
 */
public record ReferralForm(Map<String, String> fields) {
  /** In the order in which the page asks. */
  public static final List<String> FIELDS =
      List.of(
          "type",
          "day",
          "time",
          "givenNames",
          "familyName",
          "dateOfBirth",
          "nhsNumber",
          "postcode",
          "ownRef",
          "narrative",
          "childVoice",
          "assertion",
          "familyInformed",
          "gateway");

  private static final ObjectMapper JSON = new ObjectMapper();

  public ReferralForm {
    Map<String, String> known = new LinkedHashMap<>();
    for (String name : FIELDS) {
      known.put(name, fields.getOrDefault(name, ""));
    }
    fields = Collections.unmodifiableMap(known);
  }

  public static ReferralForm empty() {
    return new ReferralForm(Map.of("gateway", "CA2004-S16LA", "assertion", "OBSERVED"));
  }

  /** The form of a page's fields. */
  public static ReferralForm of(Function<String, String> field) {
    Map<String, String> fields = new LinkedHashMap<>();
    FIELDS.forEach(name -> fields.put(name, field.apply(name).strip()));
    return new ReferralForm(fields);
  }

  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** What is missing that no report can do without; everything else the intake judges. */
  public List<Fault> missing() {
    List<Fault> faults = new ArrayList<>();
    need("type", "Select what happened", faults);
    need("day", "Enter the day on which it happened", faults);
    if (field("givenNames").isEmpty() && field("familyName").isEmpty()) {
      faults.add(new Fault("givenNames", "Enter the child's name, as far as you know it"));
    }
    need("narrative", "Enter what you saw or were told", faults);
    need("gateway", "Select the lawful basis on which you share it", faults);
    return faults;
  }

  private void need(String name, String message, List<Fault> faults) {
    if (field(name).isEmpty()) {
      faults.add(new Fault(name, message));
    }
  }

  /** As text, to be sealed. */
  String json() {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts that cannot be written", e);
    }
  }

  static ReferralForm read(String json) {
    try {
      return new ReferralForm(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
    } catch (JsonProcessingException e) {
      // Its message would repeat what the form says.
      throw new IllegalStateException("a kept form that cannot be read");
    }
  }

  @Override
  public String toString() {
    return "[withheld]";
  }
}
