package org.safeguardinghub.risk.identity.compare;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.identifiers.NhsNumber;
import org.safeguardinghub.kernel.identifiers.Parsed;
import org.safeguardinghub.kernel.identifiers.Upn;

/** Identifiers, codes, numbers and categories: the same, one character off, the same area. */
public final class CodeComparator implements FieldComparator {
  private static final Set<String> NOTHING =
      Set.of("unknown", "unk", "nk", "na", "none", "null", "nan", "tbc", "notknown");
  private static final Map<String, String> SEXES =
      Map.of(
          "male", "m", "boy", "m", "man", "m", "1", "m", "female", "f", "girl", "f", "woman", "f",
          "2", "f");

  private final Function<String, Form.@Nullable Code> reading;
  private final List<Agreement> scale;
  private final boolean checked;

  private CodeComparator(
      boolean checked, Function<String, Form.@Nullable Code> reading, Agreement... scale) {
    this.reading = reading;
    this.scale = List.of(scale);
    this.checked = checked;
  }

  private CodeComparator(Function<String, Form.@Nullable Code> reading, Agreement... scale) {
    this(false, reading, scale);
  }

  /** An identifier without a check of its own. */
  public static CodeComparator identifiers() {
    return new CodeComparator(
        text -> code(Plain.compact(text)), Agreement.EXACT, Agreement.DIGIT, Agreement.DIFFERENT);
  }

  /** NHS numbers: one that fails its check digit may be a slip, and is worth less. */
  public static CodeComparator nhsNumbers() {
    return checked(text -> NhsNumber.parse(text) instanceof Parsed.Valid<NhsNumber>);
  }

  /** Unique pupil numbers: one that fails its check, or is temporary, is worth less. */
  public static CodeComparator pupilNumbers() {
    return checked(
        text -> Upn.parse(text) instanceof Parsed.Valid<Upn>(Upn upn) && !upn.temporary());
  }

  private static CodeComparator checked(java.util.function.Predicate<String> sound) {
    return new CodeComparator(
        true,
        text -> {
          String plain = Plain.compact(text);
          return plain.isEmpty() ? null : new Form.Code(plain, sound.test(text), null);
        },
        Agreement.EXACT,
        Agreement.SAME_LETTERS,
        Agreement.DIGIT,
        Agreement.DIFFERENT);
  }

  /** Postcodes: the last three characters of a British one, the last two of another, are local. */
  public static CodeComparator postcodes() {
    return new CodeComparator(
        text -> {
          String plain = Plain.compact(text);
          // Codes for no fixed abode and the like are places where nobody lives.
          if (plain.isEmpty() || plain.startsWith("zz99")) {
            return null;
          }
          boolean british = plain.length() >= 5 && Character.isLetter(plain.charAt(0));
          int local = british ? 3 : 2;
          String area = plain.length() <= local ? null : plain.substring(0, plain.length() - local);
          return new Form.Code(plain, true, area);
        },
        Agreement.EXACT,
        Agreement.DIGIT,
        Agreement.AREA,
        Agreement.DIFFERENT);
  }

  /** Telephone numbers by their last nine digits: country and trunk prefixes do not matter. */
  public static CodeComparator phones() {
    return new CodeComparator(
        text -> {
          String digits = Plain.digits(text);
          return digits.length() < 5
              ? null
              : code(digits.substring(Math.max(0, digits.length() - 9)));
        },
        Agreement.EXACT,
        Agreement.DIGIT,
        Agreement.DIFFERENT);
  }

  /** Mail addresses: what stands before the at sign is the area. */
  public static CodeComparator mails() {
    return new CodeComparator(
        text -> {
          String plain = Plain.text(text).strip();
          int at = plain.indexOf('@');
          return plain.isEmpty()
              ? null
              : new Form.Code(plain, true, at > 2 ? plain.substring(0, at) : null);
        },
        Agreement.EXACT,
        Agreement.DIGIT,
        Agreement.AREA,
        Agreement.DIFFERENT);
  }

  /** Sex as recorded. */
  public static CodeComparator sexes() {
    return new CodeComparator(
        text -> {
          String plain = Plain.compact(text);
          return code(SEXES.getOrDefault(plain, plain));
        },
        Agreement.EXACT,
        Agreement.DIFFERENT);
  }

  /** One of a few values. */
  public static CodeComparator categories() {
    return identifiers();
  }

  private static Form.@Nullable Code code(String plain) {
    return plain.isEmpty() || NOTHING.contains(plain) ? null : new Form.Code(plain, true, null);
  }

  @Override
  public List<Agreement> scale() {
    return scale;
  }

  @Override
  public Form.@Nullable Code read(String sent) {
    return reading.apply(sent);
  }

  /** A number that fails its check is worth less, even if both records have the same. */
  @Override
  public Agreement same(long signature) {
    return CodeSignature.trusted(signature) ? Agreement.EXACT : Agreement.SAME_LETTERS;
  }

  @Override
  public @Nullable Agreement bySignatures(long one, long other) {
    // No slip leads from one number that passes its check to another that does: twins may have
    // such.
    boolean both = checked && CodeSignature.trusted(one) && CodeSignature.trusted(other);
    return both || scale.size() == 2 || CodeSignature.apart(one, other)
        ? Agreement.DIFFERENT
        : null;
  }

  @Override
  public Agreement compare(Form one, Form other) {
    return compare((Form.Code) one, (Form.Code) other);
  }

  private Agreement compare(Form.Code one, Form.Code other) {
    if (one.key().equals(other.key())) {
      return one.trusted() && other.trusted() ? Agreement.EXACT : Agreement.SAME_LETTERS;
    }
    if (scale.contains(Agreement.DIGIT)
        && !(checked && one.trusted() && other.trusted())
        && Math.max(one.key().length(), other.key().length()) > 1
        && Slips.oneOff(one.key(), other.key())) {
      return Agreement.DIGIT;
    }
    return one.area() != null && one.area().equals(other.area())
        ? Agreement.AREA
        : Agreement.DIFFERENT;
  }
}
