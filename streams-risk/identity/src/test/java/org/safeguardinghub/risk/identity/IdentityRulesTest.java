package org.safeguardinghub.risk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.identifiers.NhsNumber;
import org.safeguardinghub.kernel.identifiers.TestNumbers;
import org.safeguardinghub.kernel.identifiers.Upn;
import org.safeguardinghub.risk.identity.Outcome.Basis;
import org.safeguardinghub.risk.identity.Outcome.Why;

final class IdentityRulesTest {
  private static final NhsNumber NHS = TestNumbers.nhsNumber(41);
  private static final NhsNumber OTHER_NHS = TestNumbers.nhsNumber(42);
  private static final Upn UPN = TestNumbers.upn(7);
  private static final LocalDate BORN = LocalDate.of(2015, 3, 14);
  private static final Claims ROWAN =
      Claims.NONE.named("Rowan", "Applecrumb").born(BORN).attending("Tumbledown Primary");
  private static final String CHILD = "c-rowan";
  private static final List<String> GIVEN =
      List.of("Rowan", "Tansy", "Jax", "Peregrine", "Willow", "Linden");
  private static final List<String> FAMILY =
      List.of(
          "Applecrumb", "Thimblewick", "Marlinspike", "Doublewhistle", "Moonfield", "Starlantern");

  private final IdentityRules rules = new IdentityRules(Asked.HASH);

  @Test
  void somebodyNobodyKnowsBecomesAChild() {
    assertThat(decide(new MemoryIndex(), Asked.about(ROWAN))).isInstanceOf(Outcome.NewChild.class);
  }

  @Test
  void aNewChildsReferenceFollowsFromThePersonReference() {
    Outcome first = decide(new MemoryIndex(), Asked.about(ROWAN).person("p1"));
    Outcome again = decide(new MemoryIndex(), Asked.about(ROWAN).person("p1").event("e9"));
    assertThat(first).isEqualTo(again).isNotEqualTo(decide(new MemoryIndex(), Asked.about(ROWAN)));
  }

  @Test
  void aKnownReferenceLinksWhateverElseIsMissing() {
    MemoryIndex known = known(Asked.about(ROWAN).person("p1"));
    linked(decide(known, Asked.about(Claims.NONE).person("p1")), Basis.KNOWN_REFERENCE);
  }

  @Test
  void aKnownReferenceWithAnotherNameAndDateOfBirthIsReviewed() {
    MemoryIndex known = known(Asked.about(ROWAN).person("p1"));
    Claims other = Claims.NONE.named("Tansy", "Thimblewick").born(LocalDate.of(2019, 1, 2));
    asked(decide(known, Asked.about(other).person("p1")), Why.REVIEW);
  }

  @Test
  void anUnstableReferenceIsNoEvidence() {
    MemoryIndex known = known(Asked.about(ROWAN));
    asked(decide(known, Asked.about(Claims.NONE)), Why.NO_NAME);
  }

  @Test
  void aCaseReferenceLinksWithinItsFeedOnly() {
    Claims.SourceRef compact = new Claims.SourceRef("COMPACT", "99-1");
    MemoryIndex known = known(Asked.about(ROWAN.with(compact)));
    Asked alone =
        Asked.about(Claims.NONE.with(new Claims.SourceRef("compact", " 99-1 "))).event("e2");
    linked(decide(known, alone), Basis.KNOWN_REFERENCE);
    asked(decide(known, alone.from("elsewhere-police", OriginFamily.POL)), Why.NO_NAME);
  }

  @Test
  void aCaseReferenceWithAnotherNameMayBeABrother() {
    Claims.SourceRef ref = new Claims.SourceRef("LCS", "990102");
    MemoryIndex known = known(Asked.about(ROWAN.with(ref)));
    asked(
        decide(known, Asked.about(Claims.NONE.named("Linden", "Applecrumb").with(ref)).event("e2")),
        Why.REVIEW);
  }

  @ParameterizedTest
  @CsvSource({
    // given, family, born, linked
    "Rowan, Applecrumb, 2015-03-14, true",
    "Rowen, APPLECRUMB-DRAY, 2011-01-02, true",
    "R, Applecrumb, '', true",
    "Tansy, Thimblewick, 2015-03-14, true",
    "Tansy, Thimblewick, 2015-03-15, false",
    "Tansy, Thimblewick, '', false",
    "'', '', 2011-01-02, false",
    "Linden, Applecrumb, 2011-01-02, false"
  })
  void anNhsNumberNeedsANameOrADateOfBirthThatAgrees(
      String given, String family, String born, boolean links) {
    MemoryIndex known = known(Asked.about(ROWAN.with(NHS)));
    Claims claims = Claims.NONE.named(given, family).with(NHS);
    claims = born.isEmpty() ? claims : claims.born(LocalDate.parse(born));
    Outcome outcome = decide(known, Asked.about(claims).event("e2"));
    if (links) {
      linked(outcome, Basis.NHS_NUMBER);
    } else {
      asked(outcome, Why.REVIEW);
    }
  }

  @Test
  void anIdentifierAloneLinksFromItsOwnDomainOnly() {
    MemoryIndex known = known(Asked.about(ROWAN.with(NHS).with(UPN)));
    Asked nhs = Asked.about(Claims.NONE.with(NHS)).event("e2");
    Asked upn = Asked.about(Claims.NONE.with(UPN)).event("e3");
    linked(decide(known, nhs.from("fablewick-nhs", OriginFamily.HLT)), Basis.NHS_NUMBER);
    linked(decide(known, upn.from("tumbledown-primary", OriginFamily.EDU)), Basis.UPN);
    asked(decide(known, nhs.from("tumbledown-primary", OriginFamily.EDU)), Why.REVIEW);
    asked(decide(known, upn), Why.REVIEW);
  }

  @Test
  void oneIdentifierOfTwoChildrenIsAQuestion() {
    MemoryIndex known =
        with(
            known(Asked.about(ROWAN.with(NHS))),
            "c-other",
            Asked.about(ROWAN.with(UPN)).event("e2"));
    asked(decide(known, Asked.about(ROWAN.with(NHS).with(UPN)).event("e3")), Why.MANY_MATCH);
  }

  @Test
  void aBabysRecordWithItsMothersNumberIsNotTheMother() {
    MemoryIndex known = known(Asked.about(ROWAN.with(NHS)));
    Claims baby =
        Claims.NONE
            .named("Tansy", "Applecrumb")
            .born(LocalDate.of(2026, 6, 9))
            .with(NHS)
            .with(new Claims.Mother(Optional.of(NHS), ""));
    assertThat(decide(known, Asked.about(baby).event("e2"))).isInstanceOf(Outcome.NewChild.class);
  }

  @ParameterizedTest
  @CsvSource({"Rowan, Applecrumb", "APPLECRUMB, rowan", "Rówan, 'Apple’crumb'"})
  void exactNameAndDateOfBirthLinkInAnyOrderAndSpelling(String given, String family) {
    Claims claims = Claims.NONE.named(given, family).born(BORN);
    linked(
        decide(known(Asked.about(ROWAN)), Asked.about(claims).event("e2")),
        Basis.NAME_AND_DATE_OF_BIRTH);
  }

  @Test
  void nearNamesWithTheSameDateOfBirthAreAQuestion() {
    Claims near = Claims.NONE.named("Rowan M", "Applecrumb-Dray").born(BORN);
    asked(decide(known(Asked.about(ROWAN)), Asked.about(near).event("e2")), Why.POTENTIAL);
  }

  @Test
  void aTwinMakesExactDemographicsAQuestion() {
    MemoryIndex known =
        with(
            known(Asked.about(ROWAN)),
            "c-twin",
            Asked.about(Claims.NONE.named("Linden", "Applecrumb").born(BORN)).event("e2"));
    asked(decide(known, Asked.about(ROWAN).event("e3")), Why.MANY_MATCH);
  }

  @Test
  void theSameNameWithAnotherDateOfBirthIsAnotherChild() {
    Claims namesake =
        Claims.NONE
            .named("Rowan", "Applecrumb")
            .born(LocalDate.of(2012, 8, 1))
            .attending("Lantern High");
    assertThat(decide(known(Asked.about(ROWAN)), Asked.about(namesake).event("e2")))
        .isInstanceOf(Outcome.NewChild.class);
  }

  @Test
  void theSameNameWithoutADateOfBirthIsAQuestion() {
    Claims nameOnly = Claims.NONE.named("Rowan", "Applecrumb");
    asked(decide(known(Asked.about(ROWAN)), Asked.about(nameOnly).event("e2")), Why.POTENTIAL);
  }

  @Test
  void otherNhsNumbersContradictExactDemographics() {
    MemoryIndex known = known(Asked.about(ROWAN.with(NHS)));
    asked(decide(known, Asked.about(ROWAN.with(OTHER_NHS)).event("e2")), Why.POTENTIAL);
  }

  @Test
  void guardsStandBeforeDemographics() {
    MemoryIndex known = known(Asked.about(ROWAN));
    Asked again = Asked.about(ROWAN).event("e2");
    asked(decide(known, again.handled(HandlingClass.H2)), Why.POTENTIAL);
    asked(decide(known, again.handled(HandlingClass.H4)), Why.POTENTIAL);
    asked(decide(known, Asked.about(ROWAN.doubted()).event("e2")), Why.REVIEW);
    known.wall(CHILD, Wall.PROTECTED);
    asked(decide(known, again), Why.POTENTIAL);
  }

  @Test
  void behindAnAdoptionAnotherNameIsNeverTheChildsWhateverComesWithIt() {
    Claims.SourceRef record = new Claims.SourceRef("LIQUIDLOGIC", "7");
    Claims now = ROWAN.with(NHS).with(record);
    MemoryIndex known = known(Asked.about(now).person("p1"));
    known.wall(CHILD, Wall.ADOPTION);
    Claims before = now.named("Rowan", "Crumblewick");
    Asked asking = Asked.about(before).event("e2");
    asked(decide(known, asking.person("p1")), Why.REVIEW);
    asked(decide(known, asking.person("p2")), Why.REVIEW);
    Claims byNumber = Claims.NONE.named("Rowan", "Crumblewick").born(BORN).with(NHS);
    asked(decide(known, Asked.about(byNumber).event("e3")), Why.REVIEW);
    asked(
        decide(known, Asked.about(ROWAN.named("Rowan", "Crumblewick")).event("e4")), Why.POTENTIAL);

    linked(decide(known, Asked.about(now).event("e5").person("p1")), Basis.KNOWN_REFERENCE);
    linked(decide(known, Asked.about(ROWAN.with(NHS)).event("e6")), Basis.NHS_NUMBER);
  }

  @Test
  void theFirstOfJanuaryIsNoDateOfBirthToLinkOn() {
    Claims placeholder = Claims.NONE.named("Rowan", "Applecrumb").born(LocalDate.of(2015, 1, 1));
    asked(
        decide(known(Asked.about(placeholder)), Asked.about(placeholder).event("e2")),
        Why.POTENTIAL);
  }

  @Test
  void neverLinkedMeansNeverACandidate() {
    MemoryIndex known = known(Asked.about(ROWAN));
    known.never("p2", CHILD);
    assertThat(decide(known, Asked.about(ROWAN).person("p2"))).isInstanceOf(Outcome.NewChild.class);
  }

  @Test
  void aNameAndADateOfBirthAloneMakeNobody() {
    Claims alone = Claims.NONE.named("Rowan", "Applecrumb").born(BORN);
    asked(decide(new MemoryIndex(), Asked.about(alone)), Why.TOO_LITTLE);
    asked(decide(new MemoryIndex(), Asked.about(alone.living("Lantern Row", ""))), Why.TOO_LITTLE);
    Outcome.NewChild made = new Outcome.NewChild(ChildRefs.of(Asked.HASH, "event-person"));
    assertThat(decide(new MemoryIndex(), Asked.about(alone.living("8 Lantern Row", ""))))
        .isEqualTo(made);
    assertThat(decide(new MemoryIndex(), Asked.about(alone.with(UPN)))).isEqualTo(made);
    assertThat(decide(new MemoryIndex(), Asked.about(alone).person("p1")))
        .isEqualTo(new Outcome.NewChild(ChildRefs.of(Asked.HASH, "p1")));
  }

  @Test
  void withoutANameNobodyIsMade() {
    asked(decide(new MemoryIndex(), Asked.about(Claims.NONE.with(NHS))), Why.NO_NAME);
    asked(
        decide(new MemoryIndex(), Asked.about(Claims.NONE.named("", "Marlinspike"))), Why.NO_NAME);
  }

  @Test
  void aFactAboutNobodyWhoIsHeldEnds() {
    Asked fact = Asked.about(ROWAN).fact(true);
    assertThat(decide(new MemoryIndex(), fact)).isEqualTo(new Outcome.NotHeld());
    linked(decide(known(Asked.about(ROWAN)), fact.event("e2")), Basis.NAME_AND_DATE_OF_BIRTH);
  }

  @Test
  void urgentContentGoesOnUnderAReferenceOfItsOwn() {
    Outcome outcome = decide(new MemoryIndex(), Asked.about(Claims.NONE.with(NHS)).urgent(true));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Provisional.class,
            provisional -> {
              assertThat(provisional.childRef())
                  .isEqualTo(ChildRefs.provisional(Asked.HASH, "e1.0"));
              assertThat(provisional.question().why()).isEqualTo(Why.NO_NAME);
            });
  }

  @Test
  void allegationsAboutAdultsNeverReachAChild() {
    MemoryIndex known = known(Asked.about(ROWAN).person("p1"));
    assertThat(decide(known, Asked.about(ROWAN).person("p1").handled(HandlingClass.H5)))
        .isEqualTo(new Outcome.AdultLane());
  }

  @Test
  void anEventAboutAHouseholdAloneNamesNoChild() {
    assertThat(decide(new MemoryIndex(), Asked.about(Claims.NONE).scoped(true)))
        .isEqualTo(new Outcome.WithoutChild());
  }

  @Test
  void anUnbornChildIsItsMothersOneUntilItsBirth() {
    Claims.Mother mother = new Claims.Mother(Optional.of(OTHER_NHS), "");
    Claims unborn = Claims.NONE.with(new Claims.Unborn(Optional.empty(), "")).with(mother);
    MemoryIndex known = known(Asked.about(unborn));
    linked(decide(known, Asked.about(unborn).event("e2")), Basis.NHS_NUMBER);
    Claims born =
        Claims.NONE.named("", "Thimblewick").born(LocalDate.of(2026, 6, 9)).with(NHS).with(mother);
    linked(decide(known, Asked.about(born).event("e3").birth(true).fact(true)), Basis.NHS_NUMBER);
  }

  @Test
  void aStorysReferenceIsTheTruthOnStoryFoldersOnly() {
    Claims played = Claims.NONE.with(NHS).with(new Claims.SourceRef("STORY", "V5/yusuf"));
    Asked first = Asked.about(played).stories(true);
    assertThat(decide(new MemoryIndex(), first)).isInstanceOf(Outcome.NewChild.class);
    Asked elsewhere = first.event("e2").from("fablewick-nhs", OriginFamily.HLT);
    linked(decide(known(first), elsewhere), Basis.KNOWN_REFERENCE);
    asked(decide(new MemoryIndex(), first.stories(false)), Why.NO_NAME);
  }

  @Test
  void aStorysReferenceFindsWhoWasNamedWithoutOneButNeverSomebodyElseOfTheStory() {
    Claims tansy = Claims.NONE.named("Tansy", "Fernwick").born(BORN);
    Asked byFile = Asked.about(tansy).stories(true);
    Asked played = story(tansy, "V5/tansy").event("e2");
    linked(decide(known(byFile), played), Basis.NAME_AND_DATE_OF_BIRTH);
    Asked namesake = story(tansy, "V5/other-tansy").event("e3");
    assertThat(decide(known(played), namesake)).isInstanceOf(Outcome.NewChild.class);
  }

  private static Asked story(Claims claims, String reference) {
    return Asked.about(claims.with(new Claims.SourceRef("STORY", reference))).stories(true);
  }

  /**
   * Whoever comes first: people with agreeing evidence end up as one child, and nobody is joined to
   * another.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderOfArrivalDoesNotDecideWhoIsWho(long seed) {
    List<Asked> arrivals = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Claims child =
          Claims.NONE
              .named(GIVEN.get(i), FAMILY.get(i))
              .born(BORN.plusDays(i))
              .living((i + 3) + " " + FAMILY.get(5 - i) + " Row", "");
      arrivals.add(Asked.about(child).event("a" + i));
      arrivals.add(Asked.about(child.with(TestNumbers.nhsNumber(i))).event("b" + i));
      arrivals.add(Asked.about(child.with(TestNumbers.upn(i))).event("c" + i));
    }
    Collections.shuffle(arrivals, new Random(seed));
    MemoryIndex known = new MemoryIndex();
    for (Asked each : arrivals) {
      take(known, each.request(), decide(known, each));
    }
    for (int i = 0; i < 6; i++) {
      String one = known.confirmed("person-of-a" + i).orElseThrow();
      assertThat(List.of("b" + i, "c" + i))
          .as("seed %d", seed)
          .allSatisfy(id -> assertThat(known.confirmed("person-of-" + id)).contains(one));
    }
    assertThat(
            List.of(0, 1, 2, 3, 4, 5).stream()
                .map(i -> known.confirmed("person-of-a" + i))
                .distinct())
        .hasSize(6);
  }

  @Test
  void nothingPrintsWhatWasClaimed() {
    Request request =
        Asked.about(ROWAN.with(NHS).with(new Claims.Mother(Optional.of(NHS), "Juniper"))).request();
    assertThat(request.toString() + ROWAN.name() + ROWAN.birth() + ROWAN.whereabouts())
        .doesNotContainIgnoringCase("rowan")
        .doesNotContain("2015", NHS.value(), "Juniper");
  }

  private Outcome decide(MemoryIndex known, Asked asked) {
    return rules.decide(known, asked.request());
  }

  private static MemoryIndex with(MemoryIndex index, String child, Asked asked) {
    index.link(child, asked.request());
    return index;
  }

  private static void take(MemoryIndex index, Request request, Outcome outcome) {
    if (outcome instanceof Outcome.Linked(String child, var _, var _)) {
      index.link(child, request);
    } else if (outcome instanceof Outcome.NewChild(String child)) {
      index.link(child, request);
    }
  }

  private static MemoryIndex known(Asked asked) {
    return with(new MemoryIndex(), CHILD, asked);
  }

  private static void linked(Outcome outcome, Basis basis) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Linked.class,
            linked -> {
              assertThat(linked.childRef()).isEqualTo(CHILD);
              assertThat(linked.basis()).isEqualTo(basis);
            });
  }

  private static void asked(Outcome outcome, Why why) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Task.class, task -> assertThat(task.question().why()).isEqualTo(why));
  }
}
