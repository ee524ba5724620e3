package org.safeguardinghub.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.Sensitive;

/** What a change of the directory means: for whoever agrees to it, and for the streams. */
final class DirectoryChangesTest {
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 24);
  private static final LeadDirectory SHIPPED = DirectoryFile.shipped();

  private static LeadDirectory edited(String from, String to) {
    String yaml = DirectoryText.of(SHIPPED);
    assertThat(yaml).contains(from);
    return sound(yaml.replace(from, to));
  }

  private static LeadDirectory sound(String yaml) {
    return switch (DirectoryFile.read(yaml)) {
      case DirectoryFile.Reading.Sound(LeadDirectory directory) -> directory;
      case DirectoryFile.Reading.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  private static List<String> faults(String from, String to) {
    String yaml = DirectoryText.of(SHIPPED);
    assertThat(yaml).contains(from);
    return switch (DirectoryFile.read("own.yaml", yaml.replace(from, to), Optional.of(TODAY))) {
      case DirectoryFile.Reading.Sound _ -> List.of();
      case DirectoryFile.Reading.Faulty(var found) ->
          found.stream().map(fault -> fault.reason()).toList();
    };
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    Person odd =
        new Person(
            "p-odd",
            "no",
            "Wren \"W\" O'Dell: # \\ Ünal",
            Optional.of("desk+1@heron.example"),
            new Term(Optional.of(TODAY), Optional.of(TODAY.plusDays(400))),
            List.of(new Leave(TODAY.plusDays(3), TODAY.plusDays(9))),
            new Ways(
                List.of(Ways.Way.TEXT, Ways.Way.MAIL, Ways.Way.WEBHOOK),
                Optional.of("+447700900001"),
                Optional.of(
                    new Ways.Webhook("https://desk.heron.example/in?a=1", Sensitive.of(SECRET)))));
    LeadDirectory all =
        SHIPPED.withPersons(
            java.util.stream.Stream.concat(
                    SHIPPED.persons().stream(), java.util.stream.Stream.of(odd))
                .toList());

    LeadDirectory again = sound(DirectoryText.of(all));

    assertThat(again).isEqualTo(all);
    assertThat(DirectoryDifference.between(all, again, TODAY).none()).isTrue();
  }

  @Test
  void aDifferenceSaysHowSomebodyIsToldAndNeverTheSecret() {
    String told =
        "name: Wren Hollowell, phone: '+447700900002', channels: [text, webhook, mail],"
            + " webhook: {url: 'https://desk.heron.example/in', secret: "
            + SECRET
            + "}";
    LeadDirectory after = sound(DirectoryText.of(SHIPPED).replace("name: Wren Hollowell", told));

    assertThat(DirectoryDifference.between(SHIPPED, after, TODAY).changes())
        .containsExactly(
            "how Wren Hollowell (p-named-nurse) is told: text, webhook, mail, until now mail",
            "the number for text messages of Wren Hollowell (p-named-nurse): +447700900002, until now"
                + " none",
            "the webhook of Wren Hollowell (p-named-nurse): https://desk.heron.example/in, until now"
                + " none",
            "the secret of the webhook of Wren Hollowell (p-named-nurse) is another");
    assertThat(after.toString()).doesNotContain(SECRET);
  }

  @Test
  void aChannelNeedsItsContact() {
    String name = "name: Wren Hollowell";

    assertThat(faults(name, name + ", channels: [text]"))
        .containsExactly("the channel text needs a 'phone'");
    assertThat(faults(name, name + ", channels: [webhook, mail]"))
        .containsExactly("the channel webhook needs a 'webhook'");
    assertThat(faults(name, name + ", channels: [mail, mail]"))
        .containsExactly("'mail' is listed twice in 'channels'");
    assertThat(faults(name, name + ", channels: [pigeon, mail]"))
        .containsExactly("no channel is named pigeon");
    assertThat(faults(name, name + ", phone: '07700900001'"))
        .containsExactly("'phone' must be a number in international form, such as +447700900001");
    assertThat(
            faults(name, name + ", webhook: {url: 'http://desk.heron.example', secret: whsec_x}"))
        .hasSize(1);
  }

  @Test
  void aDifferenceSaysWhoIsAddedChangedAwayAndLeaves() {
    LeadDirectory after =
        sound(
            DirectoryText.of(SHIPPED)
                .replace(
                    "user: corwin.ashgrove, name: Corwin Ashgrove",
                    "user: corwin.ashgrove, name: Corwin Ashgrove, lastDay: 2026-03-23")
                .replace(
                    "name: Wren Hollowell",
                    "name: Wren Hollowell, leave: [{firstDay: 2026-04-01, lastDay: 2026-04-10}]")
                .replace(
                    "  - {id: p-analyst,",
                    "  - {id: p-new, user: a.new, name: A New}\n  - {id: p-analyst,")
                .replace("holders: [p-lado, p-service-manager]", "holders: [p-lado, p-new]"));

    DirectoryDifference difference = DirectoryDifference.between(SHIPPED, after, TODAY);

    assertThat(difference.changes())
        .containsExactly(
            "Corwin Ashgrove (p-mash-deputy) leaves after 2026-03-23",
            "Wren Hollowell (p-named-nurse) is away from 2026-04-01 to 2026-04-10",
            "added: A New (p-new)",
            "who holds lado: p-lado, p-new, until now p-lado, p-service-manager");
    assertThat(difference.gaps())
        .containsExactly(
            "nobody of the role named-nurse can be reached from 2026-04-01 to 2026-04-10;"
                + " its alerts go up to Partnership duty desk");
    assertThat(difference.lost()).containsExactlyInAnyOrder("p-mash-deputy", "p-service-manager");
    assertThat(difference.refusals()).isEmpty();
  }

  @Test
  void aSignInNameCannotChange() {
    LeadDirectory after = edited("user: fern.copperfold", "user: fern.wood");

    assertThat(DirectoryDifference.between(SHIPPED, after, TODAY).refusals())
        .containsExactly(
            "the sign-in name of p-dsl-tumbledown cannot change: end this person and add another");
  }

  @Test
  void aRoleThatNobodyReachesForGoodIsRefusedAndALeaveGoesUpTheLadder() {
    String nurse = "name: Wren Hollowell";
    assertThat(faults(nurse, nurse + ", lastDay: 2026-05-01"))
        .containsExactly("nobody of the role named-nurse can be reached from 2026-05-02 on");
    assertThat(faults(nurse, nurse + ", leave: [{firstDay: 2026-05-01, lastDay: 2026-05-09}]"))
        .isEmpty();
    assertThat(faults(nurse, nurse + ", lastDay: 2026-03-23"))
        .containsExactly("nobody of the role named-nurse can be reached from 2026-03-24 on");
  }

  @Test
  void aDeskIsNeverEmptyNotForADay() {
    String yaml = "holders: [p-edt, p-mash-deputy]";
    String edt = "user: sorrel.nightingale, name: Sorrel Nightingale";
    assertThat(faults(yaml, "holders: [p-edt]")).isEmpty();
    String away =
        DirectoryText.of(SHIPPED)
            .replace(yaml, "holders: [p-edt]")
            .replace(edt, edt + ", leave: [{firstDay: 2026-05-01, lastDay: 2026-05-01}]");
    assertThat(DirectoryFile.read("own.yaml", away, Optional.of(TODAY)))
        .isInstanceOfSatisfying(
            DirectoryFile.Reading.Faulty.class,
            faulty ->
                assertThat(faulty.faults())
                    .extracting(fault -> fault.reason())
                    .containsExactly(
                        "nobody of the role edt can be reached from 2026-05-01 to 2026-05-01"));
  }

  @Test
  void daysAndLaddersAreChecked() {
    assertThat(
            faults(
                "holders: [p-head-of-service], manager: duty-desk",
                "holders: [p-head-of-service], manager: mash-manager"))
        .contains("the ladder above mash-manager comes back to it");
    assertThat(
            faults(
                "name: Wren Hollowell",
                "name: Wren Hollowell, firstDay: 2026-05-02, lastDay: 2026-05-01"))
        .containsExactly("the last day is before the first");
    assertThat(faults("name: Wren Hollowell", "name: Wren Hollowell, mail: nowhere"))
        .containsExactly("'mail' must be a mail address");
  }

  @Test
  void thePublishedStretchIsThatOfTheDayOrTheNext() {
    Person person =
        new Person(
            "p-1",
            "a.b",
            "A B",
            Optional.empty(),
            new Term(Optional.empty(), Optional.of(LocalDate.of(2026, 12, 31))),
            List.of(new Leave(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 10))));
    LocalDate began = LocalDate.of(2026, 1, 1);
    Person.Span before =
        new Person.Span(
            Instant.parse("2026-01-01T00:00:00Z"),
            Optional.of(Instant.parse("2026-06-30T23:00:00Z")));
    Person.Span after =
        new Person.Span(
            Instant.parse("2026-07-10T23:00:00Z"),
            Optional.of(Instant.parse("2027-01-01T00:00:00Z")));

    assertThat(person.span(began, LocalDate.of(2026, 6, 30))).isEqualTo(before);
    assertThat(person.span(began, LocalDate.of(2026, 7, 1))).isEqualTo(after);
    assertThat(person.span(began, LocalDate.of(2027, 5, 1))).isEqualTo(after);
  }

  @Test
  void whoHasLeftHoldsNothingAndKeepsTheirName() {
    LeadDirectory after =
        edited("name: Tamsin Brambleside", "name: Tamsin Brambleside, lastDay: 2026-03-24");

    assertThat(after.heldOn(TODAY).rolesOf("p-health-visitor")).containsExactly("health-visitor");
    LeadDirectory next = after.heldOn(TODAY.plusDays(1));
    assertThat(next.rolesOf("p-health-visitor")).isEmpty();
    assertThat(next.rolesOf("p-named-nurse")).contains("health-visitor");
    assertThat(next.nameOf("p-health-visitor")).isEqualTo("Tamsin Brambleside");
    assertThat(next.belongs("p-health-visitor", TODAY.plusDays(1))).isFalse();
  }

  @Test
  void hoursAndConflictsOfInterestAreReadWrittenAndSaid() {
    LeadDirectory before = DirectoryFile.shipped();
    LeadDirectory after =
        edited(
            "name: Tamsin Brambleside",
            "name: Tamsin Brambleside, hours: \"mon tue 09:00-15:30, fri 22:00-06:00\","
                + " conflicts: [child/c-1a, agency/fablewick-nhs]");

    Person person = after.person("p-health-visitor").orElseThrow();
    assertThat(person.hours().map(Week::words)).contains("mon tue 09:00-15:30, fri 22:00-06:00");
    assertThat(person.conflicts()).containsExactly("agency/fablewick-nhs", "child/c-1a");
    assertThat(DirectoryFile.read(DirectoryText.of(after)))
        .isEqualTo(new DirectoryFile.Reading.Sound(after));
    assertThat(DirectoryDifference.between(before, after, TODAY).changes())
        .containsExactly(
            "the hours of Tamsin Brambleside (p-health-visitor): mon tue 09:00-15:30, fri"
                + " 22:00-06:00, until now whenever they are asked",
            "Tamsin Brambleside (p-health-visitor) may not answer for agency/fablewick-nhs",
            "Tamsin Brambleside (p-health-visitor) may not answer for child/c-1a");
  }

  @Test
  void hoursAndConflictsThatSayNothingAreRefusedAndADeskIsNeverWithoutAnHour() {
    assertThat(faults("name: Wren Hollowell", "name: Wren Hollowell, hours: \"whenever\""))
        .containsExactly("'hours' must be such as \"mon tue 09:00-15:30, fri 22:00-06:00\"");
    assertThat(faults("name: Wren Hollowell", "name: Wren Hollowell, conflicts: [agency/nowhere]"))
        .containsExactly(
            "a conflict of interest is a reference such as child/c-1a2b or agency/<code>, not"
                + " 'agency/nowhere'");
    assertThat(
            faults(
                "name: Odette Fallowmere", "name: Odette Fallowmere, hours: \"mon 09:00-17:00\""))
        .as("the only holder of the police control room")
        .singleElement()
        .asString()
        .startsWith("nobody of the role police-control-room can be reached");
  }
}
