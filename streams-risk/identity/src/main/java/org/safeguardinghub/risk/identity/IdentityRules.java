package org.safeguardinghub.risk.identity;

import static org.safeguardinghub.risk.identity.FieldOutcome.AGREE;
import static org.safeguardinghub.risk.identity.FieldOutcome.DISAGREE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.risk.identity.Outcome.Basis;
import org.safeguardinghub.risk.identity.Outcome.Linked;
import org.safeguardinghub.risk.identity.Outcome.Question;
import org.safeguardinghub.risk.identity.Outcome.Why;

/**
 * Identity resolution (domain reference, 7.4): a known reference, then a national identifier that a
 * name or date of birth supports, then everything that was said, weighed, behind its guards;
 * whoever is left is a new child or a question. A wrong link hurts two children, so every doubt
 * becomes a question.
 */
public final class IdentityRules {
  private static final Comparator<Weighed> CLOSEST_FIRST =
      Comparator.comparingDouble((Weighed weighed) -> -weighed.compared.bits())
          .thenComparing(weighed -> weighed.candidate.childRef());

  private final KeyedHash hash;
  private final ClaimsScorer scorer;

  public IdentityRules(KeyedHash hash) {
    this.hash = hash;
    this.scorer = ClaimsScorer.shipped();
  }

  /** What can be said without any index. */
  public static Optional<Outcome> withoutIndex(Request request) {
    if (request.handling() == HandlingClass.H5) {
      return Optional.of(new Outcome.AdultLane());
    }
    return request.claims().aboutNobody()
            && !request.unborn()
            && !request.stable()
            && request.scoped()
        ? Optional.of(new Outcome.WithoutChild())
        : Optional.empty();
  }

  /** Whose event it is. */
  public Outcome decide(IndexView index, Request request) {
    return withoutIndex(request)
        .or(() -> byStory(index, request))
        .orElseGet(() -> byClaims(index, request));
  }

  /**
   * Whether an event was said under another name than the one that an adoption gave the child. A
   * person may join it all the same; whatever it claims is then not to be held of the child.
   */
  public boolean acrossAdoption(IndexView index, String childRef, Request request) {
    Candidate candidate = index.candidate(childRef);
    return candidate.wall() == Wall.ADOPTION
        && outcome(candidate.compare(request.claims()), "name") == DISAGREE;
  }

  private Outcome byClaims(IndexView index, Request request) {
    return byPersonReference(index, request)
        .or(() -> bySourceReference(index, request))
        .or(() -> byNationalIdentifier(index, request))
        .or(() -> byMother(index, request))
        .or(() -> byDemographics(index, request))
        .orElseGet(() -> unknown(index, request));
  }

  /**
   * A story's reference is the truth about who somebody is: nothing is compared. One that is new
   * stands for a new child, or for one that only senders without such references have named yet.
   */
  private Optional<Outcome> byStory(IndexView index, Request request) {
    return request
        .keys()
        .story()
        .map(
            key -> {
              SortedSet<String> holders = index.holders(key, request.personRef());
              if (!holders.isEmpty()) {
                return new Linked(holders.first(), Basis.KNOWN_REFERENCE, List.of());
              }
              return byClaims(index, request) instanceof Linked linked
                      && !index.candidate(linked.childRef()).inStory()
                  ? linked
                  : create(request);
            });
  }

  private Optional<Outcome> byPersonReference(IndexView index, Request request) {
    Optional<String> known =
        request.stable() ? index.confirmed(request.personRef()) : Optional.empty();
    return known.map(
        child -> {
          Weighed weighed = weigh(index.candidate(child), request);
          return (weighed.name == DISAGREE && weighed.born == DISAGREE) || weighed.acrossAdoption()
              ? ask(request, Why.REVIEW, weighed)
              : weighed.linked(Basis.KNOWN_REFERENCE);
        });
  }

  private Optional<Outcome> bySourceReference(IndexView index, Request request) {
    SortedSet<String> holders = new TreeSet<>();
    request.keys().references().forEach(k -> holders.addAll(index.holders(k, request.personRef())));
    if (holders.isEmpty()) {
      return Optional.empty();
    }
    if (holders.size() > 1) {
      return Optional.of(ask(index, request, Why.MANY_MATCH, holders));
    }
    Weighed weighed = weigh(index.candidate(holders.first()), request);
    // A case may be about several children: another name under the same reference may be another
    // child.
    boolean another = weighed.name == DISAGREE && weighed.born != AGREE;
    return Optional.of(
        another || weighed.acrossAdoption()
            ? ask(request, Why.REVIEW, weighed)
            : weighed.linked(Basis.KNOWN_REFERENCE));
  }

  private Optional<Outcome> byNationalIdentifier(IndexView index, Request request) {
    SortedSet<String> byNhs = holders(index, request, request.keys().nhsNumber());
    SortedSet<String> byUpn = holders(index, request, request.keys().upn());
    SortedSet<String> both = new TreeSet<>(byNhs);
    both.addAll(byUpn);
    if (both.isEmpty()) {
      return Optional.empty();
    }
    if (both.size() > 1) {
      return Optional.of(ask(index, request, Why.MANY_MATCH, both));
    }
    Basis basis = byNhs.isEmpty() ? Basis.UPN : Basis.NHS_NUMBER;
    Weighed weighed = weigh(index.candidate(both.first()), request);
    boolean ownDomain =
        (!byNhs.isEmpty() && request.family() == OriginFamily.HLT)
            || (!byUpn.isEmpty() && request.family() == OriginFamily.EDU);
    boolean alone = weighed.name == FieldOutcome.MISSING && weighed.born == FieldOutcome.MISSING;
    return Optional.of(
        (weighed.supported() && !weighed.acrossAdoption()) || (alone && ownDomain)
            ? weighed.linked(basis)
            : ask(request, Why.REVIEW, weighed));
  }

  /** The one unborn child of this mother: before its birth, and by the event that tells of it. */
  private Optional<Outcome> byMother(IndexView index, Request request) {
    if (!request.unborn() && !request.birth()) {
      return Optional.empty();
    }
    SortedSet<String> unborn = holders(index, request, request.keys().mother());
    unborn.removeIf(child -> !index.candidate(child).unborn());
    if (unborn.size() > 1) {
      return Optional.of(ask(index, request, Why.MANY_MATCH, unborn));
    }
    if (unborn.size() == 1) {
      List<Comparison> because = List.of(Comparison.of("mother.nhsNumber", AGREE));
      return Optional.of(new Linked(unborn.first(), Basis.NHS_NUMBER, because));
    }
    boolean mother = request.claims().mother().filter(m -> m.nhsNumber().isPresent()).isPresent();
    return request.unborn() && mother ? Optional.of(create(request)) : Optional.empty();
  }

  private Optional<Outcome> byDemographics(IndexView index, Request request) {
    SortedSet<String> exact = holders(index, request, request.keys().exact());
    List<Weighed> close = close(index, request, exact);
    if (request.claims().allegedFalse()) {
      return Optional.of(ask(request, Why.REVIEW, close));
    }
    if (close.isEmpty()) {
      return Optional.empty();
    }
    Weighed closest = close.getFirst();
    if (close.stream().skip(1).anyMatch(other -> rivals(other, closest))) {
      return Optional.of(ask(request, Why.MANY_MATCH, close));
    }
    boolean same = exact.contains(closest.candidate.childRef());
    boolean linked =
        (same || closest.compared.bits() >= ClaimsScorer.MATCH) && unguarded(request, closest);
    return Optional.of(
        linked
            ? closest.linked(same ? Basis.NAME_AND_DATE_OF_BIRTH : Basis.WEIGHED)
            : ask(request, Why.POTENTIAL, close));
  }

  /** The children that may be meant, the closest first. */
  private List<Weighed> close(IndexView index, Request request, SortedSet<String> exact) {
    SortedSet<String> sameDay = new TreeSet<>();
    request.keys().near().forEach(key -> sameDay.addAll(index.holders(key, request.personRef())));
    SortedSet<String> found = new TreeSet<>(exact);
    found.addAll(sameDay);
    found.addAll(holders(index, request, request.keys().name()));
    request.keys().loose().forEach(key -> found.addAll(index.few(key, request.personRef())));
    List<Weighed> close = new ArrayList<>();
    for (String child : found) {
      Candidate candidate = index.candidate(child);
      // An erased person's hashes lead nowhere: without claims there is nobody to compare with.
      if (!candidate.forms().isEmpty()) {
        Weighed weighed = weigh(candidate, request);
        boolean fits = weighed.name == AGREE && weighed.born != DISAGREE;
        // Another home and another family's name are what an adoption brings.
        boolean adopted = candidate.wall() == Wall.ADOPTION && sameDay.contains(child);
        boolean likely = weighed.compared.bits() >= ClaimsScorer.POTENTIAL;
        if (fits || exact.contains(child) || adopted || likely) {
          close.add(weighed);
        }
      }
    }
    close.sort(CLOSEST_FIRST);
    return close;
  }

  /** Whether another candidate stands in the way: nearly as close, or perhaps the twin. */
  private static boolean rivals(Weighed other, Weighed closest) {
    return other.born == AGREE
        || other.compared.bits() > closest.compared.bits() - ClaimsScorer.MARGIN;
  }

  /** Whether nothing forbids linking this event to this child on name and date of birth alone. */
  private static boolean unguarded(Request request, Weighed weighed) {
    // Sensitive services and protected identities are never matched on demographics.
    boolean open =
        request.handling() != HandlingClass.H2
            && request.handling() != HandlingClass.H4
            && weighed.candidate.wall() == Wall.NONE;
    // The first of January stands in many systems for a date that nobody knew.
    boolean placeholder =
        request.claims().dateOfBirth().map(LocalDate::getDayOfYear).filter(d -> d == 1).isPresent();
    // Twins share all but their given names.
    return open && !placeholder && !weighed.contradicted() && weighed.name != DISAGREE;
  }

  private Outcome unknown(IndexView index, Request request) {
    boolean named = request.claims().namesOne();
    if (named && tellsEnough(request)) {
      return create(request);
    }
    boolean asked = request.keys().own().stream().anyMatch(index::asked);
    // Whom a fact is about of whom somebody asks already, the same answer tells.
    boolean ends = request.fact() && !asked && !request.urgent();
    return ends
        ? new Outcome.NotHeld()
        : ask(request, new Question(named ? Why.TOO_LITTLE : Why.NO_NAME, List.of()));
  }

  /**
   * Whether a child that is made of these claims could be told from others, and found again. Name
   * and date of birth alone fit twins and namesakes of whom nobody has heard yet.
   */
  private static boolean tellsEnough(Request request) {
    Claims claims = request.claims();
    boolean known = request.stable() || claims.identified() || request.birth();
    return known || (claims.fullyNamed() && claims.dateOfBirth().isPresent() && claims.findable());
  }

  private Outcome create(Request request) {
    return request.fact()
        ? new Outcome.NotHeld()
        : new Outcome.NewChild(ChildRefs.of(hash, request.personRef()));
  }

  private Outcome ask(Request request, Why why, Weighed weighed) {
    return ask(request, why, List.of(weighed));
  }

  private Outcome ask(Request request, Why why, List<Weighed> candidates) {
    return ask(request, new Question(why, candidates.stream().map(each -> each.compared).toList()));
  }

  private Outcome ask(IndexView index, Request request, Why why, SortedSet<String> candidates) {
    return ask(
        request,
        why,
        candidates.stream()
            .map(child -> weigh(index.candidate(child), request))
            .sorted(CLOSEST_FIRST)
            .toList());
  }

  private Outcome ask(Request request, Question question) {
    return request.urgent()
        ? new Outcome.Provisional(ChildRefs.provisional(hash, request.eventKey()), question)
        : new Outcome.Task(question);
  }

  private Weighed weigh(Candidate candidate, Request request) {
    List<Comparison> plain = candidate.compare(request.claims());
    return new Weighed(
        candidate,
        scorer.compare(request.claims(), candidate),
        plain,
        outcome(plain, "name"),
        outcome(plain, "dateOfBirth"));
  }

  private static FieldOutcome outcome(List<Comparison> all, String field) {
    return all.stream()
        .filter(one -> one.field().equals(field))
        .findFirst()
        .map(Comparison::outcome)
        .orElse(FieldOutcome.MISSING);
  }

  private static SortedSet<String> holders(IndexView index, Request request, Optional<String> key) {
    return key.map(k -> new TreeSet<>(index.holders(k, request.personRef())))
        .orElseGet(TreeSet::new);
  }

  /** A candidate with its comparison against the request: as the rules see it, and weighed. */
  private record Weighed(
      Candidate candidate,
      Outcome.Compared compared,
      List<Comparison> plain,
      FieldOutcome name,
      FieldOutcome born) {
    boolean supported() {
      return name == AGREE || born == AGREE;
    }

    /** Said under another name than the one that an adoption gave. */
    boolean acrossAdoption() {
      return candidate.wall() == Wall.ADOPTION && name == DISAGREE;
    }

    boolean contradicted() {
      return outcome(plain, "nhsNumber") == DISAGREE || outcome(plain, "upn") == DISAGREE;
    }

    Outcome linked(Basis basis) {
      return new Linked(candidate.childRef(), basis, compared.comparisons());
    }
  }
}
