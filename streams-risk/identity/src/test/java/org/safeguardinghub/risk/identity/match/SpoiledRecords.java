package org.safeguardinghub.risk.identity.match;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Files of invented people whose records are spoiled: up to nine further records a person with
 * several errors each, households and twins among them; and records of past centuries from several
 * sources. The first line names the columns; the column {@code person} is the truth.
 */
final class SpoiledRecords {
  private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyyMMdd");

  private final RandomGenerator random;
  private final Invented invented;
  private final Slip slip;
  private final List<List<String>> rows = new ArrayList<>();

  private SpoiledRecords(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.invented = new Invented(random);
    this.slip = new Slip(random);
  }

  /**
   * Today's administrative records.
   *
   * @param people how many people
   * @param most how many further records a person may have
   * @param fewest errors of a further record
   * @param errors most errors of a further record
   */
  static List<List<String>> administrative(
      long seed, int people, int most, int fewest, int errors) {
    SpoiledRecords file = new SpoiledRecords(seed);
    List<String> before = List.of();
    for (int person = 0; person < people; person++) {
      List<String> original = file.original(before);
      file.keep(person, original);
      int further = file.random.nextInt(most + 1);
      for (int i = 0; i < further; i++) {
        file.keep(person, file.spoiled(original, fewest, errors));
      }
      before = original;
    }
    return file.finished(
        "person,given,surname,number,street,suburb,postcode,state,born,phone".split(",", -1));
  }

  private void keep(int person, List<String> values) {
    List<String> row = new ArrayList<>();
    row.add("p" + person);
    row.addAll(values);
    rows.add(row);
  }

  private List<List<String>> finished(String[] header) {
    // Shuffled, so that a person's records are not neighbours.
    for (int i = rows.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      List<String> row = rows.get(i);
      rows.set(i, rows.get(j));
      rows.set(j, row);
    }
    rows.addFirst(List.of(header));
    return rows;
  }

  private List<String> original(List<String> before) {
    boolean relative = !before.isEmpty() && random.nextInt(6) == 0;
    boolean girl = random.nextBoolean();
    LocalDate born = LocalDate.of(1930 + random.nextInt(80), 1, 1).plusDays(random.nextInt(365));
    List<String> values = new ArrayList<>();
    values.add(invented.given(girl));
    if (relative) {
      values.addAll(before.subList(1, 7));
      values.add(random.nextInt(4) == 0 ? before.get(7) : born.format(PLAIN));
      values.add(random.nextBoolean() ? before.get(8) : "0" + invented.digits(9));
      return values;
    }
    values.add(invented.surname(500));
    values.add(String.valueOf(1 + random.nextInt(random.nextBoolean() ? 30 : 200)));
    values.add(invented.place(400) + (random.nextInt(3) > 0 ? " street" : " road"));
    int suburb = invented.skewed(200);
    values.add(invented.place(200));
    values.add(String.valueOf(2000 + suburb * 7));
    values.add(List.of("nsw", "vic", "qld", "wa", "sa").get(suburb % 5));
    values.add(born.format(PLAIN));
    values.add("0" + invented.digits(9));
    return values;
  }

  private List<String> spoiled(List<String> original, int fewest, int errors) {
    List<String> values = new ArrayList<>(original);
    int many = fewest + random.nextInt(errors - fewest + 1);
    for (int i = 0; i < many; i++) {
      int field = random.nextInt(values.size());
      switch (random.nextInt(12)) {
        case 0, 1 -> values.set(field, "");
        case 2 -> values.set(field, original(List.of()).get(field));
        case 3 -> exchange(values, field);
        default -> values.set(field, field == 7 ? date(values.get(7)) : slip.in(values.get(field)));
      }
    }
    return values;
  }

  private void exchange(List<String> values, int field) {
    int other = field < 2 ? 1 - field : field == 3 ? 4 : field;
    String kept = values.get(field);
    values.set(field, values.get(other));
    values.set(other, kept);
  }

  private String date(String date) {
    if (date.length() != 8) {
      return date;
    }
    return switch (random.nextInt(4)) {
      case 0 -> date.substring(0, 4) + date.substring(6) + date.substring(4, 6);
      case 1 -> date.substring(0, 4) + "0101";
      case 2 ->
          (Integer.parseInt(date.substring(0, 4)) + 1 - 2 * random.nextInt(2)) + date.substring(4);
      default -> date.substring(0, 7) + random.nextInt(10);
    };
  }

  /**
   * Records of the eighteenth and nineteenth centuries from several sources: names in several
   * spellings, births as dates or years, places and callings that change, much that is missing.
   *
   * @param people how many people
   * @param most how many records a person may have
   * @param noise share of values, in percent, that are spoiled or missing
   */
  static List<List<String>> historical(long seed, int people, int most, int noise) {
    SpoiledRecords file = new SpoiledRecords(seed);
    for (int person = 0; person < people; person++) {
      boolean girl = file.random.nextInt(3) == 0;
      Life life = file.life(girl);
      int records = 1 + file.random.nextInt(most);
      for (int i = 0; i < records; i++) {
        file.keep(person, file.told(life, i == 0 ? noise / 3 : noise));
      }
    }
    return file.finished("person,name,sex,born,place,postcode,calling".split(",", -1));
  }

  private record Life(
      String given,
      String second,
      String surname,
      String married,
      String sex,
      LocalDate born,
      String place,
      String later,
      String postcode,
      String calling) {}

  private Life life(boolean girl) {
    String place = invented.place(250);
    return new Life(
        invented.given(girl),
        random.nextInt(3) == 0 ? invented.given(girl) : "",
        invented.surname(690),
        girl && random.nextInt(3) == 0 ? invented.surname(690) : "",
        girl ? "female" : "male",
        LocalDate.of(1700 + random.nextInt(180), 1, 1)
            .plusDays(random.nextInt(5) == 0 ? 0 : random.nextInt(365)),
        place,
        random.nextInt(4) == 0 ? invented.place(250) : place,
        place.substring(0, 2) + random.nextInt(30) + " " + random.nextInt(10) + "aa",
        invented.calling());
  }

  private List<String> told(Life life, int noise) {
    String surname = bad(50) && !life.married.isEmpty() ? life.married : life.surname;
    String given = bad(noise / 2) ? variant(life.given) : life.given;
    String second = bad(50) ? life.second : "";
    String name =
        bad(noise / 3) ? given + " " + slip.in(surname) : given + " " + second + " " + surname;
    name = bad(noise / 4) ? slip.in(given) + " " + surname : name;
    name = bad(noise / 6) ? surname + " " + given : name;
    name = bad(noise / 8) ? given.charAt(0) + " " + surname : name;
    name = bad(noise / 6) ? "" : name;
    String born = life.born.toString();
    born = bad(noise / 2) ? life.born.getYear() + "" : born;
    born = bad(noise / 4) ? life.born.getYear() + "-01-01" : born;
    born = bad(noise / 3) ? life.born.plusYears(1 - random.nextInt(3)).getYear() + "" : born;
    born = bad(noise / 4) ? slip.in(born) : born;
    born = bad(noise / 2) ? "" : born;
    String place = bad(noise / 2) ? life.later : life.place;
    place = bad(noise / 4) ? slip.in(place) : place;
    String postcode =
        bad(noise / 2)
            ? life.postcode.substring(0, life.postcode.length() - 3) + random.nextInt(10) + "bb"
            : life.postcode;
    return List.of(
        name.replace("  ", " ").strip(),
        bad(noise / 2) ? "" : life.sex,
        born,
        bad(noise / 3) ? "" : place,
        bad(noise) ? "" : postcode,
        bad(noise) ? "" : bad(noise / 3) ? invented.calling() : life.calling);
  }

  private boolean bad(int percent) {
    return random.nextInt(100) < percent;
  }

  private String variant(String given) {
    return switch (given) {
      case "william" -> random.nextBoolean() ? "wm" : "bill";
      case "elizabeth" -> random.nextBoolean() ? "eliza" : "betty";
      case "john" -> random.nextBoolean() ? "jno" : "jack";
      case "margaret" -> "maggie";
      case "mary" -> "polly";
      case "thomas" -> "thos";
      case "george" -> "geo";
      case "charles" -> "chas";
      case "catherine" -> "kate";
      case "sarah" -> "sally";
      case "james" -> "jas";
      case "robert" -> "bob";
      case "henry" -> "harry";
      case "ellen" -> "nellie";
      case "hannah" -> "ann";
      default -> given.length() > 4 ? given.substring(0, 3) : given;
    };
  }
}
