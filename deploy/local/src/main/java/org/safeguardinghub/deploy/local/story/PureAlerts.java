package org.safeguardinghub.deploy.local.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safeguardinghub.kernel.subject.DirectoryKey;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.alert.AlertInput;
import org.safeguardinghub.risk.alert.AlertOutput;
import org.safeguardinghub.risk.alert.AlertRules;
import org.safeguardinghub.risk.alert.AlertState;
import org.safeguardinghub.risk.alert.Channel;
import org.safeguardinghub.risk.alert.Contact;
import org.safeguardinghub.risk.alert.Directory;
import org.safeguardinghub.risk.alert.Moment;
import org.safeguardinghub.risk.alert.PolicyDecisions;
import org.safeguardinghub.risk.alert.RoleHolder;
import org.safeguardinghub.risk.alert.RouteRow;
import org.safeguardinghub.risk.alert.RoutingTable;
import org.safeguardinghub.risk.alert.Situation;
import org.safeguardinghub.risk.alert.Step;
import org.safeguardinghub.risk.codec.AlertCodec;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.schemas.AlertRecord;

/**
 * The alerts to which decisions lead, each for the role to which the shipped table routes it. Every
 * role is held by somebody; nobody answers, and the ladder stands still.
 */
final class PureAlerts {
  private final AlertRules rules = AlertRules.load();
  private final Directory directory = everyRoleHeld(RoutingTable.load());
  private final Map<SubjectRef, AlertState> states = new TreeMap<>();
  private final Map<SubjectRef, Situation> situations = new HashMap<>();
  private final List<AlertRecord> pictures = new ArrayList<>();

  /** What follows from decisions about a subject, whose situation is looked at again. */
  void decided(SubjectRef subject, List<Decision> decisions, Situation situation, Instant at) {
    Moment moment = new Moment(at, directory, situation);
    decisions.forEach(decision -> fold(subject, PolicyDecisions.input(decision, moment)));
    if (!situation.equals(situations.put(subject, situation)) && states.containsKey(subject)) {
      fold(subject, new AlertInput.SurroundingsChanged(moment));
    }
  }

  /** The alerts of one subject go on under another. */
  void moved(SubjectRef from, SubjectRef to, Instant at) {
    AlertState old = states.remove(from);
    if (old != null) {
      Situation situation = situations.getOrDefault(to, Situation.UNKNOWN);
      fold(
          to,
          new AlertInput.MovedIn(
              List.copyOf(old.alerts().values()),
              "the child is born",
              new Moment(at, directory, situation)));
    }
  }

  /** Every picture that was taken, in order. */
  List<AlertRecord> pictures() {
    return List.copyOf(pictures);
  }

  private void fold(SubjectRef subject, AlertInput input) {
    Step step = rules.fold(states.getOrDefault(subject, AlertState.empty(subject)), input);
    states.put(subject, step.state());
    for (AlertOutput output : step.outputs()) {
      if (output instanceof AlertOutput.AlertChanged(var alert)) {
        pictures.add(AlertCodec.toRecord(alert));
      }
    }
  }

  private static Directory everyRoleHeld(RoutingTable table) {
    Set<String> roles = new TreeSet<>();
    for (RouteRow row : table.rows()) {
      roles.add(row.owner());
      row.outOfHours().ifPresent(duty -> roles.add(duty.role()));
    }
    Directory directory = Directory.EMPTY;
    for (String role : roles) {
      String person = "p-" + role;
      directory =
          directory
              .with(
                  1,
                  DirectoryKey.ofRole(role, Optional.empty()),
                  new RoleHolder(
                      role,
                      Optional.empty(),
                      List.of(person),
                      Optional.empty(),
                      Optional.empty(),
                      Instant.EPOCH,
                      Optional.empty()))
              .with(
                  1, new Contact(person, List.of(Channel.EMAIL), Instant.EPOCH, Optional.empty()));
    }
    return directory;
  }
}
