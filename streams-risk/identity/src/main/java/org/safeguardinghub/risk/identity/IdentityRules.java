package org.safeguardinghub.risk.identity;

import java.time.LocalDate;
import java.util.ArrayList;
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
 * The first cut of identity resolution (domain reference, 7.4): a known reference, then a national
 * identifier that a name or date of birth supports, then the exact name with the date of birth
 * behind its guards; whoever is left is a new child or a question. A wrong link hurts two children,
 * so every doubt becomes a question.
 */
public final class IdentityRules {
  private final KeyedHash hash;

  public IdentityRules(KeyedHash hash) {
    this.hash = hash;
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

  private Outcome byClaims(IndexView index, Request request) {
    return byPersonReference(index, request)
        .or(() -> bySourceReference(index, request))
        .or(() -> byNationalIdentifier(index, request))
        .or(() -> byMother(index, request))
        .or(() -> byDemographics(index, request))
        .orElseGet(() -> unknown(request));
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
          Weighed weighed = Weighed.of(index.candidate(child), request);
          return weighed.name == FieldOutcome.DISAGREE && weighed.born == FieldOutcome.DISAGREE
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
      return Optional.of(ask(request, Why.MANY_MATCH, holders));
    }
    Weighed weighed = Weighed.of(index.candidate(holders.first()), request);
    // A case may be about several children: another name under the same reference may be another
    // child.
    boolean another = weighed.name == FieldOutcome.DISAGREE && weighed.born != FieldOutcome.AGREE;
    return Optional.of(
        another ? ask(request, Why.REVIEW, weighed) : weighed.linked(Basis.KNOWN_REFERENCE));
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
      return Optional.of(ask(request, Why.MANY_MATCH, both));
    }
    Basis basis = byNhs.isEmpty() ? Basis.UPN : Basis.NHS_NUMBER;
    Weighed weighed = Weighed.of(index.candidate(both.first()), request);
    boolean ownDomain =
        (!byNhs.isEmpty() && request.family() == OriginFamily.HLT)
            || (!byUpn.isEmpty() && request.family() == OriginFamily.EDU);
    boolean alone = weighed.name == FieldOutcome.MISSING && weighed.born == FieldOutcome.MISSING;
    return Optional.of(
        weighed.supported() || (alone && ownDomain)
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
      return Optional.of(ask(request, Why.MANY_MATCH, unborn));
    }
    if (unborn.size() == 1) {
      List<Comparison> because = List.of(new Comparison("mother.nhsNumber", FieldOutcome.AGREE));
      return Optional.of(new Linked(unborn.first(), Basis.NHS_NUMBER, because));
    }
    boolean mother = request.claims().mother().filter(m -> m.nhsNumber().isPresent()).isPresent();
    return request.unborn() && mother ? Optional.of(create(request)) : Optional.empty();
  }

  private Optional<Outcome> byDemographics(IndexView index, Request request) {
    SortedSet<String> exact = holders(index, request, request.keys().exact());
    SortedSet<String> close = new TreeSet<>(exact);
    request.keys().near().forEach(key -> close.addAll(index.holders(key, request.personRef())));
    // With a date of birth on both sides the name alone says nothing more.
    SortedSet<String> sameName = holders(index, request, request.keys().name());
    sameName.removeIf(
        child -> Weighed.of(index.candidate(child), request).born == FieldOutcome.DISAGREE);
    close.addAll(sameName);
    // An erased person's hashes lead nowhere: without claims there is nobody to compare with.
    close.removeIf(child -> index.candidate(child).forms().isEmpty());
    exact.retainAll(close);
    if (request.claims().allegedFalse()) {
      return Optional.of(ask(request, Why.REVIEW, close));
    }
    if (close.isEmpty()) {
      return Optional.empty();
    }
    if (close.size() > 1) {
      return Optional.of(ask(request, Why.MANY_MATCH, close));
    }
    Weighed weighed = Weighed.of(index.candidate(close.first()), request);
    return Optional.of(
        !exact.isEmpty() && unguarded(request, weighed)
            ? weighed.linked(Basis.NAME_AND_DATE_OF_BIRTH)
            : ask(request, Why.POTENTIAL, weighed));
  }

  /** Whether nothing forbids linking this event to this child on name and date of birth alone. */
  private static boolean unguarded(Request request, Weighed weighed) {
    // Sensitive services and protected identities are never matched on demographics.
    boolean open =
        request.handling() != HandlingClass.H2
            && request.handling() != HandlingClass.H4
            && !weighed.candidate.walled();
    // The first of January stands in many systems for a date that nobody knew.
    boolean placeholder =
        request.claims().dateOfBirth().map(LocalDate::getDayOfYear).filter(d -> d == 1).isPresent();
    return open && !placeholder && !weighed.contradicted();
  }

  private Outcome unknown(Request request) {
    return request.claims().namesOne()
        ? create(request)
        : ask(request, Why.NO_NAME, new TreeSet<>());
  }

  private Outcome create(Request request) {
    return request.fact()
        ? new Outcome.NotHeld()
        : new Outcome.NewChild(ChildRefs.of(hash, request.personRef()));
  }

  private Outcome ask(Request request, Why why, Weighed weighed) {
    SortedSet<String> one = new TreeSet<>(List.of(weighed.candidate.childRef()));
    return ask(request, new Question(why, one, weighed.comparisons));
  }

  private Outcome ask(Request request, Why why, SortedSet<String> candidates) {
    return ask(request, new Question(why, candidates, new ArrayList<>()));
  }

  private Outcome ask(Request request, Question question) {
    if (request.urgent()) {
      return new Outcome.Provisional(ChildRefs.provisional(hash, request.eventKey()), question);
    }
    return request.fact() && question.candidates().isEmpty()
        ? new Outcome.NotHeld()
        : new Outcome.Task(question);
  }

  private static SortedSet<String> holders(IndexView index, Request request, Optional<String> key) {
    return key.map(k -> new TreeSet<>(index.holders(k, request.personRef())))
        .orElseGet(TreeSet::new);
  }

  /** A candidate with its comparison against the request. */
  private record Weighed(
      Candidate candidate, List<Comparison> comparisons, FieldOutcome name, FieldOutcome born) {
    static Weighed of(Candidate candidate, Request request) {
      List<Comparison> all = candidate.compare(request.claims());
      return new Weighed(candidate, all, outcome(all, "name"), outcome(all, "dateOfBirth"));
    }

    boolean supported() {
      return name == FieldOutcome.AGREE || born == FieldOutcome.AGREE;
    }

    boolean contradicted() {
      return outcome(comparisons, "nhsNumber") == FieldOutcome.DISAGREE
          || outcome(comparisons, "upn") == FieldOutcome.DISAGREE;
    }

    Outcome linked(Basis basis) {
      return new Linked(candidate.childRef(), basis, comparisons);
    }

    private static FieldOutcome outcome(List<Comparison> all, String field) {
      return all.stream()
          .filter(one -> one.field().equals(field))
          .findFirst()
          .map(Comparison::outcome)
          .orElse(FieldOutcome.MISSING);
    }
  }
}
