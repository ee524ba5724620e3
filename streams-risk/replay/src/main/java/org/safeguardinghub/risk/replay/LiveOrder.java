package org.safeguardinghub.risk.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertChange;
import org.safeguardinghub.schemas.AlertRecord;

/**
 * In which order decisions and actions reached a subject's alerts. They come by two topics, and
 * times do not tell: both may bear one moment, and a due time is applied when it has been read
 * back, not when it was reached. What the alerts became, one picture after another, tells.
 */
final class LiveOrder {
  /** What a record of the subject's log can do to an alert. */
  private static final Set<AlertChange> BY_RECORD =
      EnumSet.of(
          AlertChange.RAISED,
          AlertChange.STRENGTHENED,
          AlertChange.UPDATED,
          AlertChange.WITHDRAWN,
          AlertChange.REROUTED,
          AlertChange.COPIED);

  private final Map<SubjectRef, List<AlertRecord>> pictures = new HashMap<>();

  LiveOrder(List<AlertRecord> alerts) {
    alerts.forEach(
        picture ->
            pictures
                .computeIfAbsent(Refs.of(picture.getSubject()), _ -> new ArrayList<>())
                .add(picture));
  }

  /** Whether an action was applied before a record that was evaluated at a moment. */
  boolean before(AlertActionRecord action, SubjectRef subject, Instant evaluatedAt) {
    if (Refs.of(action.getSubject()).equals(subject)) {
      OptionalInt acted = position(subject, action.getAt(), changes(action.getKind()));
      OptionalInt evaluated = position(subject, evaluatedAt, BY_RECORD);
      if (acted.isPresent() && evaluated.isPresent()) {
        return acted.getAsInt() < evaluated.getAsInt();
      }
    }
    return action.getAt().isBefore(evaluatedAt);
  }

  private static Set<AlertChange> changes(AlertActionKind kind) {
    return switch (kind) {
      case DEADLINE_REACHED ->
          EnumSet.of(AlertChange.CLIMBED, AlertChange.REOPENED, AlertChange.PLAN_OVERDUE);
      case ACKNOWLEDGED -> EnumSet.of(AlertChange.ACKNOWLEDGED);
      case CLOSED -> EnumSet.of(AlertChange.CLOSED);
      case REASSIGNED, NOT_MINE -> EnumSet.of(AlertChange.REROUTED);
      case PUT_ASIDE -> EnumSet.of(AlertChange.PUT_ASIDE);
      case CONFIRMED -> EnumSet.of(AlertChange.CONFIRMED);
      case DISAGREED -> EnumSet.of(AlertChange.DISAGREED);
      case SETTLED -> EnumSet.of(AlertChange.SETTLED);
      case PLANNED -> EnumSet.of(AlertChange.PLANNED);
      case PLAN_MARKED -> EnumSet.of(AlertChange.PLAN_MARKED);
      case SHARING_DECIDED -> EnumSet.of(AlertChange.SHARING_DECIDED);
      case UNDELIVERED -> EnumSet.of(AlertChange.UNDELIVERED);
      case GLASS_BROKEN -> EnumSet.of(AlertChange.GLASS_BROKEN);
      // A role of the directory has no log.
      case OPENED, ROLE_UNREACHED, ROLE_REACHED, FEED_SILENT, FEED_HEARD, UNKNOWN ->
          EnumSet.noneOf(AlertChange.class);
    };
  }

  private OptionalInt position(SubjectRef subject, Instant at, Set<AlertChange> changes) {
    List<AlertRecord> of = pictures.getOrDefault(subject, List.of());
    return IntStream.range(0, of.size())
        .filter(i -> of.get(i).getChangedAt().equals(at) && changes.contains(of.get(i).getChange()))
        .findFirst();
  }
}
