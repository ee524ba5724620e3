package org.safeguardinghub.risk.topology.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.identity.HomeMove;
import org.safeguardinghub.risk.identity.Households;
import org.safeguardinghub.risk.identity.Request;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.IdentityLinkRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;

/** In which household a child lives, and since when it does not any more. */
final class Homes {
  private final IdentityEdge edge;
  private final LinkIndex index;
  private final Outbox outbox;
  private final SubjectEvents events;
  private final Households households;

  Homes(IdentityEdge edge, LinkIndex index, Outbox outbox) {
    this.edge = edge;
    this.index = index;
    this.outbox = outbox;
    this.events = new SubjectEvents(edge);
    this.households = new Households(edge.keys()::hash);
  }

  /** The household that the sender named, or that its claims or the child's one home tell. */
  Optional<String> of(ConcernRecord concern, Request request, String child, boolean ruled) {
    Optional<Households.Home> found =
        concern.getHouseholdRef().isPresent() || told(request)
            ? concern.getHouseholdRef().map(ref -> new Households.Home(ref, List.of()))
            : households.of(index, child, request.claims(), request.handling(), ruled);
    found.ifPresent(home -> index.lives(concern.getPersonRef(), home.ref(), home.keys()));
    return found.map(Households.Home::ref);
  }

  /**
   * What follows where an event tells that the child lives elsewhere from then on, or with a family
   * again. The event itself still belongs to the home that is left: those who stay there have it as
   * context.
   */
  List<SubjectEventRecord> after(ConcernRecord concern, Request request, SubjectRef subject) {
    Optional<HomeMove> move =
        HomeMove.of(edge.catalogue(), concern.getType(), concern.getOccurredAt())
            .filter(_ -> !told(request))
            .filter(says -> says.after(index.homeMove(subject.ref())));
    move.ifPresent(says -> index.moves(subject.ref(), says));
    return move.filter(HomeMove::away).map(says -> left(concern, subject, says)).orElse(List.of());
  }

  private List<SubjectEventRecord> left(ConcernRecord concern, SubjectRef subject, HomeMove move) {
    List<SubjectEventRecord> left = new ArrayList<>();
    for (String home : index.homes(subject.ref())) {
      left.add(events.left(concern, SubjectRef.household(home), subject, move.at()));
    }
    index.leaves(subject.ref());
    // Attribution must not put later events into the home of before.
    for (String person : index.persons(subject.ref())) {
      index
          .person(person)
          .filter(link -> link.getHouseholdRef().isPresent())
          .map(link -> IdentityLinkRecord.newBuilder(link).setHouseholdRef(null).build())
          .ifPresent(
              link -> {
                index.put(link);
                outbox.link(link);
              });
    }
    return left;
  }

  /** A played story says itself who lives where. */
  private static boolean told(Request request) {
    return request.keys().story().isPresent();
  }
}
