package org.safeguardinghub.kernel.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Checks the shape of one subject's claims. Identifiers are kept as sent, right or wrong: a concern
 * is never refused for a bad NHS number, which is itself something that a steward may want to see.
 */
final class ClaimsReader {
  private static final int NAME = 200;
  private static final int IDENTIFIER = 60;
  private static final List<String> NAMES =
      List.of("givenNames", "familyName", "fullName", "alias", "dateOfBirthText");
  private static final List<String> PLACES = List.of("school", "setting", "place");
  private static final List<String> NUMBERS = List.of("nhsNumber", "upn", "phone", "sex");

  private ClaimsReader() {}

  static void check(JsonFields claims) {
    NAMES.forEach(name -> claims.text(name, NAME));
    PLACES.forEach(name -> claims.text(name, NAME));
    NUMBERS.forEach(name -> claims.text(name, IDENTIFIER));
    claims.text("note", 2000);
    claims.flag("allegedFalse");
    date(claims, "dateOfBirth", "put what was said into dateOfBirthText");
    for (JsonFields reference : claims.objects("sourceRefs", 20)) {
      required(reference, "system");
      required(reference, "id");
      reference.close();
    }
    claims.object("address").ifPresent(address -> texts(address, "line", "postcode", "uprn"));
    claims.object("mother").ifPresent(mother -> texts(mother, "nhsNumber", "name"));
    claims.object("household").ifPresent(household -> texts(household, "uprn", "ref"));
    claims.object("adult").ifPresent(adult -> texts(adult, "ref", "name", "role"));
    claims.object("unborn").ifPresent(ClaimsReader::unborn);
    carers(claims);
    claims.close();
  }

  private static void unborn(JsonFields unborn) {
    date(unborn, "expectedDate", "leave it out if it is not known");
    texts(unborn, "familyName");
  }

  private static void carers(JsonFields claims) {
    List<JsonNode> carers = claims.items("carers", 20);
    for (int i = 0; i < carers.size(); i++) {
      if (!carers.get(i).isTextual() || carers.get(i).textValue().length() > NAME) {
        claims.fault(
            "carers/" + i, "WRONG_TYPE", "each carer must be a text of at most 200 characters");
      }
    }
  }

  private static void texts(JsonFields object, String... names) {
    for (String name : names) {
      object.text(name, NAME);
    }
    object.close();
  }

  private static void required(JsonFields object, String name) {
    if (object.text(name, NAME).isEmpty()) {
      object.fault(name, "MISSING_FIELD", "'" + name + "' must be given");
    }
  }

  private static void date(JsonFields object, String name, String otherwise) {
    Optional<String> text = object.text(name, IDENTIFIER);
    if (text.isPresent() && Times.date(text.get()).isEmpty()) {
      object.fault(
          name,
          "IMPOSSIBLE_DATE",
          "'" + name + "' must be a day that exists, as 2016-02-29; " + otherwise);
    }
  }
}
