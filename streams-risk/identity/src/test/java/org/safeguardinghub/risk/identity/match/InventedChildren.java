package org.safeguardinghub.risk.identity.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.safeguardinghub.kernel.identifiers.TestNumbers;

/**
 * Invented children as agencies tell of them: brothers, sisters and twins, numbers that only some
 * agencies have, moves, slips. The truth first, then the fields as the hub compares them.
 */
public final class InventedChildren {
  private final RandomGenerator random;
  private final Invented invented;
  private final Slip slip;
  private final List<List<String>> rows = new ArrayList<>();
  private int children;

  private InventedChildren(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.invented = new Invented(random);
    this.slip = new Slip(random);
  }

  /** One child with a home that may change. */
  private record Child(
      String given,
      String surname,
      LocalDate born,
      String sex,
      String nhs,
      String upn,
      List<Home> homes,
      String school,
      String parent,
      String phone) {}

  private record Home(String postcode, String address) {}

  /** The records of so many families. */
  public static List<List<String>> of(long seed, int families) {
    InventedChildren file = new InventedChildren(seed);
    for (int family = 0; family < families; family++) {
      file.family();
    }
    return file.rows;
  }

  private void family() {
    String surname = invented.surname(500);
    List<Home> homes = new ArrayList<>(List.of(home()));
    if (random.nextInt(5) == 0) {
      homes.add(home());
    }
    String school = invented.place(60) + " school";
    String parent = invented.given(true) + " " + surname;
    String phone = "01632 " + invented.digits(6);
    LocalDate born = LocalDate.of(2009, 1, 1).plusDays(random.nextInt(6000));
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      boolean girl = random.nextBoolean();
      born = random.nextInt(30) == 0 ? born : born.plusDays(400 + random.nextInt(900));
      String nhs = TestNumbers.nhsNumber(children).value();
      String upn = TestNumbers.upn(children++).value();
      String own = random.nextInt(10) == 0 ? invented.surname(500) : surname;
      String given = invented.given(girl);
      tell(new Child(given, own, born, girl ? "F" : "M", nhs, upn, homes, school, parent, phone));
    }
  }

  private Home home() {
    int area = invented.skewed(90);
    return new Home(
        "XA%d %dAA".formatted(area, random.nextInt(10)),
        (1 + random.nextInt(90)) + " " + invented.place(300) + " street");
  }

  private void tell(Child child) {
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      int agency = random.nextInt(4);
      Home home = child.homes.get(random.nextInt(child.homes.size()));
      rows.add(
          List.of(
              "c" + children,
              spoiled(child.given, 4),
              spoiled(child.surname, 4),
              rare(2) ? child.born.withDayOfMonth(1).toString() : spoiled(child.born.toString(), 3),
              child.sex,
              agency == 0 || (agency == 1 && rare(30)) ? spoiled(child.nhs, 1) : "",
              agency == 2 ? spoiled(child.upn, 1) : "",
              known(spoiled(home.postcode, 3), 80),
              known(spoiled(home.address, 8), 70),
              known(child.school, agency == 2 ? 100 : 30),
              known(spoiled(child.parent, 6), 50),
              known(child.phone, 40)));
    }
  }

  private String spoiled(String value, int percent) {
    return rare(percent) ? slip.in(value) : value;
  }

  private String known(String value, int percent) {
    return rare(percent) ? value : "";
  }

  private boolean rare(int percent) {
    return random.nextInt(100) < percent;
  }
}
