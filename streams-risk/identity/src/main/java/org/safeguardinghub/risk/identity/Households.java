package org.safeguardinghub.risk.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * In which household an event about a known child happened, where its sender named none by a
 * reference. A household is known by a home together with a family's name: a property number alone
 * joins nobody, since a house has many doors and a home many tenants. A protected location, a
 * placement, a refuge and the like are no household's home: a child who comes to be looked after is
 * a member of none until it is told to live with a family again (domain reference, 7.5).
 */
public final class Households {
  private static final int LENGTH = 22;

  private final KeyedHash hash;

  public Households(KeyedHash hash) {
    this.hash = hash;
  }

  /** What is known of households. */
  public interface View {
    /** The households that a key leads to. */
    SortedSet<String> households(String key);

    /** The households that a child is a member of; several where it has two homes. */
    SortedSet<String> homes(String child);

    /** Whether the child lives elsewhere: looked after, or detained. */
    boolean away(String child);
  }

  /**
   * A household.
   *
   * @param ref its reference
   * @param keys by which it is to be found from now on
   */
  public record Home(String ref, List<String> keys) {
    public Home {
      keys = List.copyOf(keys);
    }
  }

  /**
   * The household; empty where none is told, or where it is in doubt.
   *
   * @param ruled whether a person said whose event it is: then a property that nobody has named
   *     before, without a family's name, is the one home that the child has
   */
  public Optional<Home> of(
      View view, String child, Claims claims, HandlingClass handling, boolean ruled) {
    if (view.away(child)) {
      return Optional.empty();
    }
    boolean secret = handling.compareTo(HandlingClass.H4) >= 0;
    SortedSet<String> homes = view.homes(child);
    List<String> places = secret ? List.of() : places(claims);
    if (places.isEmpty()) {
      return homes.size() == 1 && !secret
          ? Optional.of(new Home(homes.first(), List.of()))
          : Optional.empty();
    }
    List<String> keys = keys(places, families(claims));
    SortedSet<String> known = new TreeSet<>();
    keys.forEach(key -> known.addAll(view.households(key)));
    if (known.isEmpty()) {
      // The same home under another family's name is this child's, and nobody else's by that.
      places.forEach(place -> known.addAll(view.households(own(place, child))));
    }
    if (known.size() > 1) {
      known.retainAll(homes);
    }
    List<String> all = new ArrayList<>(keys);
    places.forEach(place -> all.add(own(place, child)));
    if (known.isEmpty() && keys.isEmpty() && ruled) {
      known.addAll(homes);
    }
    if (known.size() == 1) {
      return Optional.of(new Home(known.first(), all));
    }
    return known.isEmpty() && !keys.isEmpty()
        ? Optional.of(new Home(created(keys.getFirst()), all))
        : Optional.empty();
  }

  private String created(String key) {
    return "h-" + hash.of("household-ref", key).substring(0, LENGTH);
  }

  private String own(String place, String child) {
    return "home/" + hash.of("identity-home", place + "\nchild\n" + child);
  }

  private List<String> keys(List<String> places, Set<String> families) {
    return places.stream()
        .flatMap(
            place ->
                families.stream()
                    .map(f -> "home/" + hash.of("identity-home", place + "\nfamily\n" + f)))
        .toList();
  }

  private static List<String> places(Claims claims) {
    Claims.Whereabouts where = claims.whereabouts();
    if (!where.setting().isBlank()) {
      return List.of();
    }
    List<String> places = new ArrayList<>();
    String line = Addresses.plain(where.line());
    if (!line.isEmpty()) {
      places.add("line " + line);
    }
    for (String uprn : List.of(where.uprn(), claims.household().map(h -> h.uprn()).orElse(""))) {
      if (!uprn.isBlank()) {
        places.add("property " + uprn);
      }
    }
    return places;
  }

  /** Names of the family: the child's, the mother's, those of the carers. */
  private static Set<String> families(Claims claims) {
    Set<String> families = new TreeSet<>(Names.full(Names.tokens(claims.name().family())));
    claims.unborn().ifPresent(u -> families.addAll(Names.full(Names.tokens(u.familyName()))));
    List<String> relatives = new ArrayList<>(claims.carers());
    claims.mother().map(Claims.Mother::name).ifPresent(relatives::add);
    for (String relative : relatives) {
      String[] words = relative.strip().split("\\s+", -1);
      if (words.length > 1) {
        families.addAll(Names.full(Names.tokens(words[words.length - 1])));
      }
    }
    return families;
  }
}
