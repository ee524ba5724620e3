package org.safeguardinghub.kernel.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
  @Test
  void allSpellingsOfATreeAreOneText() {
    String one = "{\"b\":{\"d\":[{\"z\":1,\"y\":null},2.50],\"c\":\"é\\\"\"},\"a\":true}";
    String other =
        " { \"a\" : true, \"b\":{\"c\":\"\\u00e9\\\"\",\"d\":[{\"y\":null,\"z\":1},2.50]}}";
    assertThat(CanonicalJson.of(tree(one)))
        .isEqualTo("{\"a\":true,\"b\":{\"c\":\"é\\\"\",\"d\":[{\"y\":null,\"z\":1},2.5]}}")
        .isEqualTo(CanonicalJson.of(tree(other)));
  }

  /** Receipts and event ids are hashes of these texts: another text would be another message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"a\":[1,2]}; {\"a\":[2,1]}",
        "{\"a\":1}; {\"a\":\"1\"}",
        "{\"a\":null}; {}",
        "{\"a\":\"x\"}; {\"a\":\"X\"}"
      })
  void whatSaysSomethingElseHasAnotherText(String one, String other) {
    assertThat(CanonicalJson.of(tree(one))).isNotEqualTo(CanonicalJson.of(tree(other)));
  }

  @Test
  void claimsAreLevelledInCaseSpacingAndWhatIsEmpty() {
    String spelled =
        "{\"upn\":\"A 123-45\",\"givenNames\":\"  ANNE   marie \",\"familyName\":\"\",\"note\":\"may be her aunt\","
            + "\"aliases\":[],\"address\":{\"postcode\":\"zz1  9zz\",\"line\":\"ﬁve\"}}";
    assertThat(CanonicalJson.ofClaims(tree(spelled)))
        .isEqualTo(
            "{\"address\":{\"line\":\"five\",\"postcode\":\"zz19zz\"},\"givenNames\":\"anne marie\",\"upn\":\"a12345\"}");
  }

  private static ObjectNode tree(String json) {
    return switch (StrictJson.read(json.getBytes(UTF_8))) {
      case StrictJson.Reading.Read(ObjectNode tree) -> tree;
      case StrictJson.Reading.Unreadable(Refusal refusal) ->
          throw new IllegalArgumentException(refusal.reasonCode());
    };
  }
}
