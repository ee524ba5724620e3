package org.safeguardinghub.connectors.form.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.FormSource.Offer;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Message;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.form.Reading;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.SubjectRole;

class ConformanceTest {
  private static final Conformance CONFORMANCE =
      new Conformance(
          EventCatalogue.load(),
          List.of(new Offer(new Fixed(), Set.of(OriginFamily.HSG))),
          Instant.parse("2026-03-10T12:00:00Z"));

  /** One item of each fate; the intake refuses one of the messages. */
  private record Fixed() implements Form {
    @Override
    public String name() {
      return "fixed";
    }

    @Override
    public String title() {
      return "Fixed";
    }

    @Override
    public boolean recognises(Received received) {
      return received.bytes().length > 0 && received.bytes()[0] == 'F';
    }

    @Override
    public Reading read(Received received) {
      return Reading.of(
          List.of(
              new Item(Place.row(1), send(LocalDate.of(2026, 3, 2))),
              new Item(Place.row(2), send(LocalDate.of(2027, 3, 2))),
              new Item(Place.row(3), new Fate.NoEvent("", "DULL", "nothing")),
              new Item(Place.row(4), new Fate.Repeated("a", Place.row(1))),
              new Item(Place.row(5), Fate.Refused.shape("", "BAD", "mend it"))));
    }

    private static Fate send(LocalDate day) {
      Message message = Message.of("HSG-DIS-01", "a", "CA2004-S10").on(day);
      message.subject(SubjectRole.HARMED, "p");
      return message.send();
    }
  }

  @Test
  void countsWhatWouldBecomeOfEachItem() {
    assertThat(report("F"))
        .isEqualTo(
            new FileReport(
                "fixed",
                Map.of("HSG-DIS-01", 1),
                Map.of("DULL", 1),
                1,
                Map.of("TIME IN_FUTURE", 1, "SHAPE BAD", 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "<schema xmlns='http://www.w3.org/2001/XMLSchema'/>, a schema",
    "<x/>, XML of an unknown kind",
    "{}, JSON of an unknown kind",
    "Licence: do as you like, a licence",
    "Pony express, text or a table"
  })
  void saysWhatAFileLooksLikeThatNoFormReads(String text, String looks) {
    FileReport report = report(text);
    assertThat(report.form()).isEqualTo(FileReport.NONE);
    assertThat(report.noEvents().keySet()).singleElement().asString().contains("NO_FORM", looks);
    assertThat(report.complete()).isTrue();
  }

  @Test
  void refusesWhatCannotBeRead() {
    assertThat(report("<x>").refused()).containsOnlyKeys("SHAPE MALFORMED_XML");
    assertThat(report("{\"a\":1,\"a\":2}").refused()).containsOnlyKeys("SHAPE DUPLICATE_KEY");
    assertThat(report("").noEvents()).containsOnlyKeys("NO_FORM: empty");
  }

  private static FileReport report(String text) {
    return CONFORMANCE.report(Received.of("", text.getBytes(UTF_8)));
  }
}
