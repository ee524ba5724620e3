package org.safeguardinghub.risk.topology.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.alert.Alert;
import org.safeguardinghub.risk.alert.AlertInput;
import org.safeguardinghub.risk.alert.HeldNotice;
import org.safeguardinghub.risk.alert.Moment;
import org.safeguardinghub.risk.alert.brake.Brake;
import org.safeguardinghub.risk.alert.brake.BrakeInput;
import org.safeguardinghub.risk.alert.brake.BrakeOutput;
import org.safeguardinghub.risk.alert.brake.BrakeState;
import org.safeguardinghub.risk.alert.brake.BrakeStep;
import org.safeguardinghub.risk.alert.brake.Cause;
import org.safeguardinghub.risk.alert.brake.Held;
import org.safeguardinghub.risk.codec.HeldCodec;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In front of the alerts: holds what only a change of policy found, lets everything else pass. */
final class BrakeDesk {
  private static final Logger LOG = LoggerFactory.getLogger(BrakeDesk.class);

  private final HeldShelf shelf;
  private final AlertDesk desk;
  private final Outlets outlets;

  /** The version of whose urgent findings administrators have been told by this task. */
  private int toldOfVersion;

  BrakeDesk(HeldShelf shelf, AlertDesk desk, Outlets outlets) {
    this.shelf = shelf;
    this.desk = desk;
    this.outlets = outlets;
  }

  /** What an evaluation decided, in order. */
  void decided(
      SubjectRef subject,
      List<AlertInput> inputs,
      Cause cause,
      Collection<TimelineEntry> entries,
      Moment moment) {
    List<BrakeInput> decided = new ArrayList<>();
    inputs.forEach(input -> decided.add(new BrakeInput.Decided(input, cause)));
    fold(subject, decided, entries, moment);
  }

  /** Gives up all alerts of a subject, because they go on under another. */
  List<Alert> giveUp(SubjectRef subject, Moment moment) {
    return desk.giveUp(subject, moment);
  }

  /** What an administrator ruled. */
  void ruled(
      SubjectRef subject, BrakeInput ruling, Collection<TimelineEntry> entries, Moment moment) {
    fold(subject, List.of(ruling), entries, moment);
  }

  private void fold(
      SubjectRef subject,
      List<BrakeInput> inputs,
      Collection<TimelineEntry> entries,
      Moment moment) {
    BrakeState state = shelf.state(subject);
    List<AlertInput> through = new ArrayList<>();
    for (BrakeInput input : inputs) {
      BrakeStep step = Brake.fold(state, input);
      state = step.state();
      for (BrakeOutput output : step.outputs()) {
        switch (output) {
          case BrakeOutput.Through(AlertInput passes) -> through.add(passes);
          case BrakeOutput.Holds(Held held) -> {
            outlets.held(subject, shelf.keep(subject, held, moment.at()));
            tellOfUrgent(held, moment);
          }
          case BrakeOutput.LetGo gone -> {
            shelf.remove(subject, gone.held());
            outlets.held(subject, HeldCodec.gone(subject, gone, moment.at()));
          }
          case BrakeOutput.NotWaiting(String findingId, String rulingId) ->
              LOG.info("ruling passed over: {}, finding {} does not wait", rulingId, findingId);
        }
      }
    }
    if (!through.isEmpty()) {
      desk.fold(subject, through, () -> entries);
    }
  }

  /** Once for each version: how many there are is counted where administrators look. */
  private void tellOfUrgent(Held held, Moment moment) {
    int version = held.found().policyVersion();
    if (held instanceof Held.Waiting
        && held.found().finding().severity() == Severity.S1
        && version != toldOfVersion) {
      toldOfVersion = version;
      HeldNotice.of(version, moment)
          .forEach(notify -> outlets.notification(AlertDesk.notification(notify)));
    }
  }
}
