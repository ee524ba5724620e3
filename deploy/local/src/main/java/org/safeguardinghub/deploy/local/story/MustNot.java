package org.safeguardinghub.deploy.local.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.schemas.RiskDecisionKind;

/** What must not follow from a story: each is a check of its own. */
public sealed interface MustNot {
  /** In a reader's words. */
  String text();

  /**
   * A plain sentence. It can be judged by the patterns that it names: of these, exactly what the
   * story lists must have been told.
   */
  record Sentence(String text) implements MustNot {}

  /**
   * Nothing may be told that is all of this.
   *
   * @param kinds ways of telling
   * @param toldBefore told before this local day, whatever its evidence's date
   * @param says one of these words stands in it, in small or capital letters
   * @param lacks none of these words does
   */
  record NotTold(
      String text,
      About about,
      Set<RiskDecisionKind> kinds,
      Optional<LocalDate> toldBefore,
      List<String> says,
      List<String> lacks)
      implements MustNot {
    public NotTold {
      kinds = Set.copyOf(kinds);
      says = List.copyOf(says);
      lacks = List.copyOf(lacks);
    }
  }

  /**
   * No alert about this may be routed so.
   *
   * @param roles owning roles
   * @param others whether every other role is meant instead
   */
  record NotOwned(String text, About about, Set<String> roles, boolean others) implements MustNot {
    public NotOwned {
      roles = Set.copyOf(roles);
    }

    boolean forbids(String role) {
      return roles.contains(role) != others;
    }
  }

  /**
   * What something is about. An empty part says nothing.
   *
   * @param patterns one of these
   * @param subject names this person
   * @param from not before this local day
   * @param to not after this local day
   * @param restsOn rests on one of these events, by their numbers in the telling
   */
  record About(
      Set<String> patterns,
      Optional<String> subject,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Set<Integer> restsOn) {
    public About {
      patterns = Set.copyOf(patterns);
      restsOn = Set.copyOf(restsOn);
    }

    boolean pattern(String id) {
      return patterns.isEmpty() || patterns.contains(id);
    }

    boolean day(LocalDate day) {
      return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
    }
  }
}
