package org.safeguardinghub.risk.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.safeguardinghub.kernel.identifiers.NhsNumber;
import org.safeguardinghub.kernel.identifiers.Upn;

/**
 * Keyed hashes by which the index finds children that may be meant, without knowing any of them in
 * clear.
 *
 * @param story the reference of a played story, if any: it stands for one true person throughout
 *     the hub
 * @param references source and case references, within their feed
 * @param nhsNumber own NHS number
 * @param upn own permanent pupil number
 * @param exact all names and the date of birth
 * @param name all names
 * @param near the date of birth, as said and with day and month swapped, with each single name
 * @param loose each name by itself, as written and as it sounds: weak, and of use only where few
 *     hold it
 * @param mother the mother's NHS number
 */
public record BlockingKeys(
    Optional<String> story,
    List<String> references,
    Optional<String> nhsNumber,
    Optional<String> upn,
    Optional<String> exact,
    Optional<String> name,
    List<String> near,
    List<String> loose,
    Optional<String> mother) {
  /** The system name of a story's own references. */
  public static final String STORY = "STORY";

  private static final int MONTHS = 12;
  private static final DoubleMetaphone SOUNDS = new DoubleMetaphone();

  public BlockingKeys {
    references = List.copyOf(references);
    near = List.copyOf(near);
    loose = List.copyOf(loose);
  }

  /**
   * The keys of these claims.
   *
   * @param feed references mean nothing outside the feed that sent them: two forces count from 1
   * @param caseRefs hashes of case references that the intake made
   * @param stories whether references of a story are honoured
   */
  public static BlockingKeys of(
      KeyedHash hash, Claims claims, String feed, List<String> caseRefs, boolean stories) {
    List<String> references = new ArrayList<>();
    Optional<String> story = Optional.empty();
    for (Claims.SourceRef ref : claims.sourceRefs()) {
      String system = ref.system().strip().toUpperCase(Locale.ROOT);
      String id = ref.id().strip().toUpperCase(Locale.ROOT);
      if (stories && system.equals(STORY)) {
        story = Optional.of("story/" + hash.of("identity-story", id));
      } else {
        references.add("ref/" + hash.of("identity-source", feed + '\n' + system + '\n' + id));
      }
    }
    caseRefs.forEach(ref -> references.add("case/" + hash.of("identity-case", feed + '\n' + ref)));
    SortedSet<String> names =
        Names.tokens(claims.name().given(), claims.name().family(), claims.name().full());
    SortedSet<String> full = Names.full(names);
    Optional<LocalDate> born = claims.dateOfBirth();
    // One name alone is a family's or a very common one: too weak to look a person up by.
    Optional<String> all =
        full.size() < 2 ? Optional.empty() : Optional.of(String.join(" ", names));
    return new BlockingKeys(
        story,
        references,
        claims.nhsNumber().map(NhsNumber::value).map(v -> "nhs/" + hash.of("identity-nhs", v)),
        claims.upn().map(Upn::value).map(v -> "upn/" + hash.of("identity-upn", v)),
        all.flatMap(n -> born.map(b -> "exact/" + hash.of("identity-exact", n + '\n' + b))),
        all.map(n -> "name/" + hash.of("identity-name", n)),
        near(hash, full, born),
        loose(hash, claims, full, born),
        claims
            .mother()
            .flatMap(Claims.Mother::nhsNumber)
            .map(number -> "mother/" + hash.of("identity-mother", number.value())));
  }

  private static List<String> near(KeyedHash hash, Set<String> names, Optional<LocalDate> born) {
    Set<LocalDate> days = new TreeSet<>();
    born.ifPresent(
        day -> {
          days.add(day);
          if (day.getDayOfMonth() <= MONTHS) {
            days.add(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
          }
        });
    return days.stream()
        .flatMap(day -> names.stream().map(n -> "near/" + hash.of("identity-near", day + "\n" + n)))
        .toList();
  }

  private static List<String> loose(
      KeyedHash hash, Claims claims, Set<String> full, Optional<LocalDate> born) {
    Set<String> names = new TreeSet<>(full);
    names.addAll(Names.full(claims.name().aliasTokens()));
    Set<String> keys = new TreeSet<>();
    for (String name : names) {
      String sound = SOUNDS.doubleMetaphone(name);
      keys.add("word/" + hash.of("identity-word", name));
      keys.add("sound/" + hash.of("identity-sound", sound));
      born.ifPresent(
          day -> keys.add("year/" + hash.of("identity-year", day.getYear() + "\n" + sound)));
    }
    return List.copyOf(keys);
  }

  /** The keys of what one person has and nobody else: references and numbers. */
  public List<String> own() {
    List<String> own = new ArrayList<>(references);
    nhsNumber.ifPresent(own::add);
    upn.ifPresent(own::add);
    return List.copyOf(own);
  }

  /** Every key under which a child with these claims is to be found. */
  public List<String> all() {
    List<String> all = new ArrayList<>(references);
    story.ifPresent(all::add);
    nhsNumber.ifPresent(all::add);
    upn.ifPresent(all::add);
    exact.ifPresent(all::add);
    name.ifPresent(all::add);
    all.addAll(near);
    all.addAll(loose);
    mother.ifPresent(all::add);
    return List.copyOf(all);
  }
}
