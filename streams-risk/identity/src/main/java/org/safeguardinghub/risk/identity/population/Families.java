package org.safeguardinghub.risk.identity.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.safeguardinghub.kernel.identifiers.TestNumbers;

/**
 * Families with one to four children: twins, siblings, moves, two homes, two surnames, adoption.
 */
final class Families {
  /** The last day of which is told. */
  static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);

  private static final int YEARS = 17;
  private static final int AREAS_FOR_EACH = 400;

  private final RandomGenerator random;
  private final NameLists names = NameLists.shipped();
  private final int areas;
  private final long wanted;
  private int numbers;
  private long births;

  Families(RandomGenerator random, long children) {
    this.random = random;
    this.wanted = children;
    this.areas = (int) Math.max(5, children / AREAS_FOR_EACH);
  }

  /** One family after the other, until there are children enough. */
  void tell(Consumer<Child> told) {
    long left = wanted;
    while (left > 0) {
      List<Child> family = family();
      for (Child child : family.subList(0, (int) Math.min(left, family.size()))) {
        told.accept(child);
        left--;
        if (rare(3)) {
          told.accept(adopted(child));
        }
      }
    }
  }

  /** So many in a thousand. */
  private boolean rare(int perMille) {
    return random.nextInt(1000) < perMille;
  }

  private List<Child> family() {
    NameLists.Origin origin = names.origin(random);
    String surname = origin.surname(random);
    List<String> surnames = new ArrayList<>(List.of(surname));
    if (rare(80)) {
      String second = origin.surname(random);
      surnames.add(second);
      surnames.add(rare(500) ? surname + "-" + second : surname + " " + second);
    }
    int deprivation = 1 + random.nextInt(5);
    List<Child.Home> homes = new ArrayList<>(List.of(home()));
    boolean twoHomes = rare(100);
    // Those who have less move more often.
    for (int i = 0; i < 3 && ((twoHomes && i == 0) || rare(360 - 40 * deprivation)); i++) {
      homes.add(home());
    }
    List<String> parents =
        List.of(
            origin.given(random, true).getFirst() + " " + surname,
            origin.given(random, false).getFirst() + " " + surnames.getLast());
    boolean bornUnknown = origin.name().equals("arabic") && rare(60);
    boolean lookedAfter = rare(16 - 2 * deprivation);
    List<Child> family = new ArrayList<>();
    LocalDate born = UNTIL.minusYears(YEARS).plusDays(random.nextInt(YEARS * 365));
    for (int i = 1 + random.nextInt(1 + random.nextInt(4)); i > 0; i--) {
      births++;
      int together = rare(16) ? 2 : 1;
      for (int twin = 0; twin < together; twin++) {
        boolean girl = random.nextBoolean();
        family.add(
            new Child(
                "c" + (numbers + 1),
                "b" + births,
                another(origin, girl, family),
                rare(450) ? origin.given(random, girl).getFirst() : "",
                surnames,
                girl,
                born,
                nhs(),
                TestNumbers.upn(numbers++ % TestNumbers.UPNS).value(),
                homes,
                twoHomes,
                parents,
                new Child.Groups(origin.name(), deprivation, lookedAfter),
                bornUnknown));
      }
      born = born.plusDays(400 + random.nextInt(1200));
      if (born.isAfter(UNTIL)) {
        break;
      }
    }
    return family;
  }

  /** Brothers and sisters have different names. */
  private List<String> another(NameLists.Origin origin, boolean girl, List<Child> family) {
    List<String> given = origin.given(random, girl);
    while (named(given.getFirst(), family)) {
      given = origin.given(random, girl);
    }
    return given;
  }

  private static boolean named(String given, List<Child> family) {
    return family.stream().anyMatch(child -> child.given().contains(given));
  }

  /** One child in ten was never given a number that an agency knows. */
  private String nhs() {
    int index = numbers - numbers / 10;
    return numbers % 10 == 9 || index >= TestNumbers.NHS_NUMBERS
        ? ""
        : TestNumbers.nhsNumber(index).value();
  }

  private Child.Home home() {
    int area = (int) (areas * StrictMath.pow(random.nextDouble(), 1.3));
    int street = random.nextInt(40);
    return new Child.Home(
        (1 + random.nextInt(120)) + " " + names.street(random),
        "%c%c%d %d%c%c"
            .formatted(
                'A' + area / 1700 % 26,
                'A' + area / 60 % 26,
                1 + area % 60,
                street / 8 % 10,
                'A' + street % 8,
                'A' + random.nextInt(20)),
        names.street(random).split(" ", 2)[0] + " primary " + area,
        "01632 %06d".formatted(random.nextInt(1_000_000)));
  }

  /**
   * The same child after an adoption: another name, home, family and number. The wall stands
   * between the two, so the truth calls them two.
   */
  private Child adopted(Child before) {
    NameLists.Origin origin = names.origin(random);
    String surname = origin.surname(random);
    return new Child(
        before.truth() + "-adopted",
        before.birth() + "-adopted",
        rare(700) ? before.given() : origin.given(random, before.girl()),
        "",
        List.of(surname),
        before.girl(),
        before.born(),
        "",
        TestNumbers.upn(TestNumbers.UPNS - 1 - numbers % 1_000_000).value(),
        List.of(home()),
        false,
        List.of(origin.given(random, true).getFirst() + " " + surname),
        before.groups(),
        before.bornUnknown());
  }
}
