package org.safeguardinghub.risk.policy.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** The six event rules (4.2) and what counts (5.1), one question at a time. */
final class NaiveReading {
  private static final String CORRECTION = "ADM-COR-01";
  private static final Comparator<AttributedEvent> ORDER =
      Comparator.comparing(AttributedEvent::occurredAt)
          .thenComparing(AttributedEvent::eventId)
          .thenComparingInt(AttributedEvent::subjectIndex);

  private final SubjectRef subject;
  private final List<TimelineEntry> entries;
  private final List<AttributedEvent> sent;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, String> incidents = new HashMap<>();

  NaiveReading(SubjectRef subject, List<TimelineEntry> entries) {
    this.subject = subject;
    this.entries = entries;
    this.sent = present();
    sent.forEach(event -> ids.add(event.eventId()));
    join();
  }

  List<NaiveEvent> events() {
    return sent.stream()
        .map(
            event ->
                new NaiveEvent(
                    event,
                    type(event),
                    level(event),
                    incident(event),
                    origin(event),
                    echo(event),
                    readable(event),
                    counts(event)))
        .toList();
  }

  // An event that moved to another person is no more here; the last move decides. A context copy of
  // the subject's own event says nothing new.
  private List<AttributedEvent> present() {
    List<AttributedEvent> all = new ArrayList<>();
    Set<String> own = new HashSet<>();
    for (TimelineEntry entry : entries) {
      if (entry instanceof TimelineEntry.Event(AttributedEvent event)) {
        if (event.whose().context()) {
          all.add(event);
        } else if (!movedAway(event)) {
          all.add(event);
          own.add(event.eventId());
        }
      }
    }
    all.removeIf(event -> event.whose().context() && own.contains(event.eventId()));
    all.sort(ORDER);
    return all;
  }

  private boolean movedAway(AttributedEvent event) {
    Optional<TimelineEntry.Moved> last =
        entries.stream()
            .filter(TimelineEntry.Moved.class::isInstance)
            .map(TimelineEntry.Moved.class::cast)
            .filter(moved -> moved.eventIds().contains(event.eventId()))
            .max(Comparator.comparing(TimelineEntry.Moved::at));
    return last.isPresent() && last.get().direction() == TimelineEntry.Moved.Direction.OUT;
  }

  // Corrections: the last one by occurrence holds, unless it was itself taken back or replaced.
  private List<AttributedEvent> corrections(AttributedEvent event) {
    return sent.stream()
        .filter(other -> event.eventId().equals(other.links().supersedes()))
        .filter(other -> replaces(other) || other.attributes().containsKey("regrade"))
        .filter(other -> !undone(other))
        .toList();
  }

  // A replacement that was replaced goes on replacing: the record changed twice.
  private boolean undone(AttributedEvent correction) {
    List<AttributedEvent> corrections = corrections(correction);
    return !corrections.isEmpty()
        && replaces(corrections.getLast())
        && (correction.type().equals(CORRECTION)
            || corrections.getLast().type().equals(CORRECTION));
  }

  private static boolean replaces(AttributedEvent correction) {
    return !correction.type().equals(CORRECTION)
        || Boolean.TRUE.equals(correction.attributes().get("retracts"));
  }

  private boolean voided(AttributedEvent event) {
    List<AttributedEvent> corrections = corrections(event);
    return !corrections.isEmpty() && replaces(corrections.getLast());
  }

  private Optional<String> regrade(AttributedEvent event) {
    return corrections(event).stream()
        .filter(correction -> !replaces(correction))
        .map(correction -> String.valueOf(correction.attributes().get("regrade")))
        .reduce((_, later) -> later);
  }

  private String type(AttributedEvent event) {
    return regrade(event).map(to -> to.substring(0, to.indexOf('/'))).orElse(event.type());
  }

  private int level(AttributedEvent event) {
    return regrade(event)
        .map(to -> Integer.parseInt(to.substring(to.indexOf('/') + 1)))
        .orElse(event.level());
  }

  // Echoes.
  private boolean echo(AttributedEvent event) {
    if (ruled(event, true)) {
      return true;
    }
    return !ruled(event, false)
        && (event.links().derivedFrom() != null || NaiveSets.ECHO.contains(type(event)));
  }

  private boolean ruled(AttributedEvent event, boolean echo) {
    return rulings().stream()
        .anyMatch(ruling -> ruling.eventId().equals(event.eventId()) && ruling.echo() == echo);
  }

  private List<TimelineEntry.EchoRuling> rulings() {
    return entries.stream()
        .filter(TimelineEntry.EchoRuling.class::isInstance)
        .map(TimelineEntry.EchoRuling.class::cast)
        .toList();
  }

  // Incidents: everybody starts alone, and who is linked takes the smaller name until none changes.
  private void join() {
    sent.forEach(event -> incidents.put(event.eventId(), event.eventId()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (AttributedEvent one : sent) {
        for (AttributedEvent other : sent) {
          if (linked(one, other)) {
            changed |= same(one.eventId(), other.eventId());
          }
        }
      }
    }
  }

  private boolean same(String one, String other) {
    String first = incident(one);
    String second = incident(other);
    if (first.equals(second)) {
      return false;
    }
    incidents.put(
        first.compareTo(second) < 0 ? other : one, first.compareTo(second) < 0 ? first : second);
    return true;
  }

  private String incident(String id) {
    return incidents.getOrDefault(id, id);
  }

  private String incident(AttributedEvent event) {
    return incident(event.eventId());
  }

  private boolean linked(AttributedEvent one, AttributedEvent other) {
    return repeats(one, other) || other.eventId().equals(one.links().supersedes());
  }

  /** Linked as two reports of one incident, not as a report and its correction. */
  private boolean repeats(AttributedEvent one, AttributedEvent other) {
    String incident = one.links().incidentRef();
    boolean sameRef = incident != null && incident.equals(other.links().incidentRef());
    boolean derived = other.eventId().equals(one.links().derivedFrom()) && !ruled(one, false);
    boolean ruledSame =
        rulings().stream()
            .anyMatch(
                ruling ->
                    ruling.echo()
                        && ruling.eventId().equals(one.eventId())
                        && ruling.echoOf().equals(other.eventId()));
    return sameRef || derived || ruledSame;
  }

  private List<AttributedEvent> ofIncident(AttributedEvent event) {
    return sent.stream().filter(other -> incident(other).equals(incident(event))).toList();
  }

  // An echo of nobody knows what belongs to no incident that anybody told of. A correction tells of
  // none either.
  private boolean incidentKnown(AttributedEvent event) {
    List<AttributedEvent> all = ofIncident(event);
    for (AttributedEvent one : all) {
      if (one.links().incidentRef() != null) {
        return true;
      }
      for (AttributedEvent other : all) {
        if (!one.eventId().equals(other.eventId()) && repeats(one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The first publisher who did not echo. A correction is no publisher of what it corrects. */
  private OriginFamily origin(AttributedEvent event) {
    List<AttributedEvent> told =
        ofIncident(event).stream()
            .filter(other -> readable(other) && !other.type().equals(CORRECTION))
            .toList();
    Optional<AttributedEvent> origin = told.stream().filter(other -> !echo(other)).findFirst();
    return NaiveSets.family(type(origin.or(() -> told.stream().findFirst()).orElse(event)));
  }

  // What may be read.
  private boolean readable(AttributedEvent event) {
    boolean lane = subject.scope() == Scope.ADULT || event.handling() != HandlingClass.H5;
    return lane
        && !voided(event)
        && event.assertion() != Assertion.RETRACTED
        && event.assertion() != Assertion.UNFOUNDED
        && (event.countable() || released(event));
  }

  private boolean released(AttributedEvent event) {
    return entries.stream()
        .anyMatch(
            entry ->
                entry instanceof TimelineEntry.Released released
                    && released.eventId().equals(event.eventId()));
  }

  // What counts.
  private boolean counts(AttributedEvent event) {
    return mayCount(event) && inRole(event) && (!echo(event) || standsForItsIncident(event));
  }

  private boolean mayCount(AttributedEvent event) {
    return readable(event) && !event.whose().context() && NaiveSets.concern(type(event));
  }

  // The first event about a child in an incident stands for it, even if it is an echo.
  private boolean standsForItsIncident(AttributedEvent event) {
    List<AttributedEvent> heard =
        ofIncident(event).stream()
            .filter(other -> mayCount(other) && inRole(other) && sameChildren(event, other))
            .toList();
    return incidentKnown(event)
        && heard.stream().allMatch(this::echo)
        && heard.getFirst().eventId().equals(event.eventId())
        && heard.getFirst().subjectIndex() == event.subjectIndex();
  }

  // A place or a setting sees several children: an echo may be the first that was heard of one.
  private boolean sameChildren(AttributedEvent one, AttributedEvent other) {
    return (subject.scope() != Scope.PLACE && subject.scope() != Scope.SETTING)
        || new TreeSet<>(one.whose().children()).equals(new TreeSet<>(other.whose().children()));
  }

  private boolean inRole(AttributedEvent event) {
    if (subject.scope() != Scope.CHILD && subject.scope() != Scope.UNBORN) {
      return true;
    }
    return switch (event.role()) {
      case HARMED, UNBORN, ALLEGED -> true;
      case SIBLING, PARENT -> false;
    };
  }
}
