package org.safeguardinghub.risk.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.safeguardinghub.kernel.identifiers.NhsNumber;
import org.safeguardinghub.kernel.identifiers.Upn;

/**
 * What a sender said about who somebody is, parsed but not judged. Absent texts are empty. Never
 * prints itself.
 *
 * @param name names as sent
 * @param birth date of birth, or what was said of the age
 * @param sex as sent
 * @param identifiers national identifiers with a valid form and check
 * @param sourceRefs references of source systems
 * @param whereabouts where the person lives, learns or was
 * @param unborn present if the person is not born yet
 * @param mother what was said of the mother
 * @param carers names of carers
 * @param household the household that was named
 * @param adult whether the claims are about an adult
 * @param allegedFalse whether the source itself doubts them
 */
public record Claims(
    PersonName name,
    Birth birth,
    String sex,
    Identifiers identifiers,
    List<SourceRef> sourceRefs,
    Whereabouts whereabouts,
    Optional<Unborn> unborn,
    Optional<Mother> mother,
    List<String> carers,
    Optional<Household> household,
    boolean adult,
    boolean allegedFalse) {
  /** Nothing was said. */
  public static final Claims NONE =
      new Claims(
          new PersonName("", "", "", ""),
          new Birth(Optional.empty(), ""),
          "",
          new Identifiers(Optional.empty(), Optional.empty()),
          List.of(),
          new Whereabouts("", "", "", "", "", "", ""),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          false,
          false);

  private static final LocalDate NOT_KNOWN = LocalDate.of(1900, 1, 1);

  public Claims {
    sourceRefs = List.copyOf(sourceRefs);
    carers = List.copyOf(carers);
  }

  /** Names as sent; {@code full} is in unknown order. */
  public record PersonName(String given, String family, String full, String alias) {
    @Override
    public String toString() {
      return "PersonName[withheld]";
    }

    SortedSet<String> tokens() {
      return Names.tokens(given, family, full);
    }

    SortedSet<String> aliasTokens() {
      return Names.tokens(alias);
    }
  }

  /** A date, or words such as an approximate age. */
  public record Birth(Optional<LocalDate> date, String text) {
    @Override
    public String toString() {
      return "Birth[withheld]";
    }
  }

  /** Identifiers whose form and check are right. */
  public record Identifiers(Optional<NhsNumber> nhsNumber, Optional<Upn> upn) {}

  /** A reference of a source system. */
  public record SourceRef(String system, String id) {
    @Override
    public String toString() {
      return "SourceRef[withheld]";
    }
  }

  /** Where the person lives, learns or was. */
  public record Whereabouts(
      String line,
      String postcode,
      String uprn,
      String school,
      String setting,
      String place,
      String phone) {
    @Override
    public String toString() {
      return "Whereabouts[withheld]";
    }
  }

  /** An expected child. */
  public record Unborn(Optional<LocalDate> expected, String familyName) {
    @Override
    public String toString() {
      return "Unborn[withheld]";
    }
  }

  /** A household as senders know it: the number of its property, or their own reference. */
  public record Household(String uprn, String ref) {
    @Override
    public String toString() {
      return "Household[withheld]";
    }
  }

  /** The mother. */
  public record Mother(Optional<NhsNumber> nhsNumber, String name) {
    @Override
    public String toString() {
      return "Mother[withheld]";
    }
  }

  /** The date of birth, unless it is the well-known placeholder for "not known". */
  public Optional<LocalDate> dateOfBirth() {
    return birth.date().filter(date -> !date.equals(NOT_KNOWN));
  }

  /** The NHS number, unless it is the mother's: on records of babies it often is. */
  public Optional<NhsNumber> nhsNumber() {
    Optional<NhsNumber> mothers = mother.flatMap(Mother::nhsNumber);
    return identifiers.nhsNumber().filter(number -> !mothers.equals(Optional.of(number)));
  }

  /** The pupil number. A temporary one is used again for other pupils and identifies nobody. */
  public Optional<Upn> upn() {
    return identifiers.upn().filter(number -> !number.temporary());
  }

  /**
   * Whether a child could be found again by more than its name and date of birth, which twins and
   * namesakes share: something of its own or of its family was said besides.
   */
  public boolean findable() {
    boolean family =
        mother.isPresent() || !carers.isEmpty() || household.isPresent() || unborn.isPresent();
    boolean place =
        !whereabouts.postcode.isBlank()
            || !whereabouts.uprn.isBlank()
            || !whereabouts.school.isBlank()
            || !whereabouts.phone.isBlank()
            || Addresses.tells(whereabouts.line);
    return identified() || family || place;
  }

  /** Whether a number or a reference of its own was said, a temporary or unsound one aside. */
  public boolean identified() {
    return nhsNumber().isPresent() || upn().isPresent() || !sourceRefs.isEmpty();
  }

  /** Whether a given name and a family name were said, each in full. */
  public boolean fullyNamed() {
    SortedSet<String> family = Names.full(Names.tokens(name.family));
    SortedSet<String> given = Names.full(Names.tokens(name.given));
    return (!family.isEmpty() && !given.isEmpty())
        || Names.full(Names.tokens(name.full)).size() > 1;
  }

  /** Whether the claims name one child: more than a family. */
  public boolean namesOne() {
    boolean own =
        !Names.full(Names.tokens(name.given())).isEmpty()
            || !Names.full(Names.tokens(name.full())).isEmpty();
    return own || (!Names.full(name.tokens()).isEmpty() && dateOfBirth().isPresent());
  }

  /** Whether anything at all was said that could tell one child from another. */
  public boolean aboutNobody() {
    return Names.tokens(name.given(), name.family(), name.full(), name.alias()).isEmpty()
        && birth.date().isEmpty()
        && birth.text().isBlank()
        && identifiers.nhsNumber().isEmpty()
        && identifiers.upn().isEmpty()
        && sourceRefs.isEmpty()
        && unborn.isEmpty()
        && mother.isEmpty();
  }

  public Claims named(String given, String family) {
    return with(new PersonName(given, family, name.full(), name.alias()), birth, identifiers);
  }

  public Claims born(LocalDate date) {
    return with(name, new Birth(Optional.of(date), birth.text()), identifiers);
  }

  public Claims with(NhsNumber number) {
    return with(name, birth, new Identifiers(Optional.of(number), identifiers.upn()));
  }

  public Claims with(Upn number) {
    return with(name, birth, new Identifiers(identifiers.nhsNumber(), Optional.of(number)));
  }

  public Claims with(SourceRef ref) {
    return new Claims(
        name,
        birth,
        sex,
        identifiers,
        List.of(ref),
        whereabouts,
        unborn,
        mother,
        carers,
        household,
        adult,
        allegedFalse);
  }

  public Claims with(Mother other) {
    return new Claims(
        name,
        birth,
        sex,
        identifiers,
        sourceRefs,
        whereabouts,
        unborn,
        Optional.of(other),
        carers,
        household,
        adult,
        allegedFalse);
  }

  public Claims with(Unborn expected) {
    return new Claims(
        name,
        birth,
        sex,
        identifiers,
        sourceRefs,
        whereabouts,
        Optional.of(expected),
        mother,
        carers,
        household,
        adult,
        allegedFalse);
  }

  public Claims with(Whereabouts other) {
    return new Claims(
        name,
        birth,
        sex,
        identifiers,
        sourceRefs,
        other,
        unborn,
        mother,
        carers,
        household,
        adult,
        allegedFalse);
  }

  public Claims attending(String school) {
    return with(
        new Whereabouts(
            whereabouts.line,
            whereabouts.postcode,
            whereabouts.uprn,
            school,
            whereabouts.setting,
            whereabouts.place,
            whereabouts.phone));
  }

  public Claims living(String line, String postcode) {
    return with(
        new Whereabouts(
            line,
            postcode,
            whereabouts.uprn,
            whereabouts.school,
            whereabouts.setting,
            whereabouts.place,
            whereabouts.phone));
  }

  /** The same claims, doubted by their own source. */
  public Claims doubted() {
    return new Claims(
        name,
        birth,
        sex,
        identifiers,
        sourceRefs,
        whereabouts,
        unborn,
        mother,
        carers,
        household,
        adult,
        true);
  }

  private Claims with(PersonName otherName, Birth otherBirth, Identifiers otherIdentifiers) {
    return new Claims(
        otherName,
        otherBirth,
        sex,
        otherIdentifiers,
        sourceRefs,
        whereabouts,
        unborn,
        mother,
        carers,
        household,
        adult,
        allegedFalse);
  }

  @Override
  public String toString() {
    return "Claims[withheld]";
  }
}
