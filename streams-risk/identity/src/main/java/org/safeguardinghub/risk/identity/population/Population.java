package org.safeguardinghub.risk.identity.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What agencies write of invented children, with the slips and gaps that people make. About one NHS
 * number in five is missing or wrong; pupil numbers come with school age.
 */
public final class Population {
  private static final List<String> SOURCES =
      List.of("health", "health", "school", "social-care", "police");

  /** Records kept at once to be told in another order, so that a child's are not neighbours. */
  private static final int SHUFFLED = 20_000;

  private final RandomGenerator random;
  private final Slip slip;
  private final List<Told> waiting = new ArrayList<>();
  private String lastNhs = "";
  private long records;

  private Population(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.slip = new Slip(random);
  }

  /**
   * Tells of so many children, on average three records of each.
   *
   * @param seed the same gives the same records in the same order
   */
  public static void tell(long seed, long children, Consumer<Told> to) {
    Population population = new Population(seed);
    new Families(population.random, children).tell(child -> population.records(child, to));
    while (!population.waiting.isEmpty()) {
      population.release(to);
    }
  }

  private void records(Child child, Consumer<Told> to) {
    if (rare(12)) {
      waiting.add(unborn(child));
    }
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      waiting.add(told(child));
      if (waiting.size() > SHUFFLED) {
        release(to);
      }
    }
    lastNhs = child.nhs();
  }

  /** One of those that wait, whichever. */
  private void release(Consumer<Told> to) {
    Told last = waiting.removeLast();
    int at = random.nextInt(waiting.size() + 1);
    Told next = at == waiting.size() ? last : waiting.set(at, last);
    to.accept(new Told(++records, next.source(), next.told(), next.claims(), next.truth()));
  }

  /** So many in a thousand. */
  private boolean rare(int perMille) {
    return random.nextInt(1000) < perMille;
  }

  private Told told(Child child) {
    String source = SOURCES.get(random.nextInt(SOURCES.size()));
    long age = Families.UNTIL.toEpochDay() - child.born().toEpochDay();
    LocalDate day = child.born().plusDays((long) (random.nextDouble() * age));
    boolean pupil = child.born().plusYears(4).isBefore(day);
    Child.Home home = home(child, day);
    String given = given(child);
    String surname = surname(child);
    if (rare(8)) {
      String kept = given;
      given = surname;
      surname = kept;
    }
    boolean school = source.equals("school");
    List<String> claims =
        List.of(
            given,
            surname,
            born(child),
            rare(40) ? "" : child.girl() == rare(997) ? "F" : "M",
            nhs(child),
            pupil && (school ? rare(970) : rare(250)) ? spoiled(child.upn(), 8) : "",
            rare(120) ? "" : spoiled(home.address(), 50),
            rare(60) ? "" : spoiled(home.postcode(), 20),
            pupil && (school || rare(400)) ? home.school() : "",
            rare(350) ? "" : spoiled(child.parents().get(rare(750) ? 0 : last(child)), 40),
            rare(450) ? "" : spoiled(home.phone(), 10));
    return new Told(0, source, day.toString(), claims, truth(child));
  }

  private static int last(Child child) {
    return child.parents().size() - 1;
  }

  private static List<String> truth(Child child) {
    return List.of(
        child.truth(),
        child.birth(),
        child.groups().origin(),
        String.valueOf(child.groups().deprivation()),
        child.groups().lookedAfter() ? "yes" : "no");
  }

  /** Before birth: the mother, her home, and no more. */
  private Told unborn(Child child) {
    Child.Home home = child.homes().getFirst();
    List<String> claims =
        List.of(
            rare(500) ? "" : "unborn",
            child.surnames().getFirst(),
            "",
            "",
            "",
            "",
            home.address(),
            home.postcode(),
            "",
            child.parents().getFirst(),
            home.phone());
    return new Told(0, "health", child.born().minusDays(70).toString(), claims, truth(child));
  }

  private Child.Home home(Child child, LocalDate day) {
    if (child.twoHomes()) {
      return child.homes().get(rare(600) ? 0 : 1);
    }
    // Each home for an equal part of the child's time.
    long lived = day.toEpochDay() - child.born().toEpochDay();
    long all = Math.max(1, Families.UNTIL.toEpochDay() - child.born().toEpochDay());
    int at = (int) (lived * child.homes().size() / (all + 1));
    return child.homes().get(Math.max(0, at));
  }

  private String given(Child child) {
    List<String> forms = child.given();
    boolean other = forms.size() > 1 && rare(child.groups().origin().equals("english") ? 70 : 120);
    String given = other ? forms.get(1 + random.nextInt(forms.size() - 1)) : forms.getFirst();
    String whole = !child.second().isEmpty() && rare(300) ? given + " " + child.second() : given;
    return spoiled(whole, 25);
  }

  private String surname(Child child) {
    List<String> surnames = child.surnames();
    String surname = surnames.get(rare(350) ? random.nextInt(surnames.size()) : 0);
    return spoiled(surname, 30);
  }

  private String born(Child child) {
    if (rare(10)) {
      return "";
    }
    LocalDate born = child.born();
    if (child.bornUnknown() ? rare(500) : rare(3)) {
      return born.getYear() + "-01-01";
    }
    return switch (random.nextInt(1000)) {
      case 0, 1, 2, 3, 4, 5 ->
          "%d-%02d-%02d".formatted(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
      case 6, 7, 8 -> born.plusYears(rare(500) ? 1 : -1).toString();
      case 9, 10, 11, 12, 13, 14, 15, 16 -> slip.digit(born.toString());
      default -> born.toString();
    };
  }

  /** Missing, with a digit wrong, or that of whoever was written down before. */
  private String nhs(Child child) {
    if (child.nhs().isEmpty() || rare(85)) {
      return "";
    }
    return switch (random.nextInt(1000)) {
      case 0, 1, 2, 3 -> lastNhs;
      default -> rare(25) ? slip.digit(child.nhs()) : child.nhs();
    };
  }

  private String spoiled(String value, int perMille) {
    return rare(perMille) ? slip.in(value) : value;
  }
}
