package org.safeguardinghub.risk.identity.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.safeguardinghub.risk.identity.compare.NameClasses;
import org.safeguardinghub.risk.identity.model.Field;
import org.safeguardinghub.risk.identity.model.Kind;
import org.safeguardinghub.risk.identity.model.PairComparator;
import org.safeguardinghub.risk.identity.model.Parameters;
import org.safeguardinghub.risk.identity.model.PersonTable;

/**
 * What each agreement is worth between claims about children, as the hub comes with it: learnt from
 * invented children whose records are spoiled as agencies spoil them, reviewed as a file. A
 * partnership learns its own by {@code ./hub match train}.
 */
public final class HubParameters {
  private static final String FILE = "hub-parameters.yaml";

  private HubParameters() {}

  /** The fields of claims that are compared, each named by its kind. */
  public static List<Field> fields() {
    return Stream.of(
            Kind.GIVEN_NAME,
            Kind.SURNAME,
            Kind.BIRTH_DATE,
            Kind.SEX,
            Kind.NHS_NUMBER,
            Kind.UPN,
            Kind.POSTCODE,
            Kind.ADDRESS,
            Kind.SCHOOL,
            Kind.PARENT_NAME,
            Kind.PHONE)
        .map(kind -> Field.of(kind.written(), kind))
        .toList();
  }

  /** The parameters that the hub comes with. */
  public static Parameters shipped() {
    PersonTable table = new PersonTable(fields(), NameClasses.none());
    return switch (ParametersFile.read(FILE, text(), new PairComparator(table).features())) {
      case ParametersFile.Reading.Sound(Parameters parameters) -> parameters;
      case ParametersFile.Reading.Faulty(var faults) ->
          throw new IllegalStateException("shipped parameters have faults: " + faults);
    };
  }

  private static String text() {
    try (InputStream in = HubParameters.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
