package org.safeguardinghub.console.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.Minutes;
import org.safeguardinghub.kernel.subject.SubjectRef;

/** A copy of an alert before it is one: what a sample changes is set, everything else stays. */
final class AlertDraft {
  private final Alert of;
  String id;
  SubjectRef subject;
  List<String> children;
  Alert.State state;
  List<Alert.Finding> findings;
  Optional<Instant> dueAt;
  Optional<Alert.Acknowledgement> answer;
  String reason;
  long version;
  Set<String> toConfirm;
  Optional<Alert.Disagreement> disagreement;
  Minutes minutes;
  List<Alert.Copy> copies;

  AlertDraft(Alert of) {
    this.of = of;
    this.id = of.id();
    this.subject = of.subject();
    this.children = of.children();
    this.state = of.state();
    this.findings = of.findings();
    this.dueAt = of.dueAt();
    this.answer = of.acknowledgement();
    this.reason = of.changeReason();
    this.version = of.version();
    this.toConfirm = of.toConfirm();
    this.disagreement = of.disagreement();
    this.minutes = of.minutes();
    this.copies = of.copies();
  }

  Alert alert() {
    return new Alert(
        id,
        subject,
        children,
        state,
        of.severity(),
        findings,
        of.owner(),
        of.rung(),
        dueAt,
        of.identityUnconfirmed(),
        of.raisedAt(),
        of.changedAt(),
        answer,
        reason,
        version,
        of.policyVersion(),
        toConfirm,
        disagreement,
        minutes,
        copies);
  }
}
