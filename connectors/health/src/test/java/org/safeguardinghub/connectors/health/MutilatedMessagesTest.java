package org.safeguardinghub.connectors.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Received;

/** Whatever is done to a message, every form gives it a fate and none throws. */
final class MutilatedMessagesTest {
  private static final List<Form> FORMS = HealthForms.of(HealthForms.LEGAL_GATEWAY).all();
  private static final String SIGNS = "<>\"'{}[]|^~\\&\r\n0eE,:;";

  @ParameterizedTest
  @ValueSource(strings = {"/fhir/was-not-brought.json", "/hl7/emergency.hl7"})
  void everyMutilatedMessageHasAFate(String name) throws IOException {
    Random random = new Random(20260302);
    byte[] whole = resource(name);
    for (int i = 0; i < 300; i++) {
      Received received = Received.of("", mutilated(whole, random));
      for (Form form : FORMS) {
        form.recognises(received);
        List<Item> items = form.read(received).stream().toList();
        assertThat(items).as("%s, round %d", form.name(), i).isNotEmpty();
        assertThat(items)
            .allMatch(item -> item.fate().recordId().length() <= 200, "ids that the intake takes");
      }
    }
  }

  private static byte[] mutilated(byte[] whole, Random random) {
    StringBuilder text = new StringBuilder(new String(whole, UTF_8));
    for (int cuts = 1 + random.nextInt(5); cuts > 0 && !text.isEmpty(); cuts--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(80));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, text.substring(at, end));
        case 2 -> text.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        default -> text.setCharAt(at, (char) random.nextInt(0x3000));
      }
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = MutilatedMessagesTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
