package org.safeguardinghub.risk.topology.identity;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.schemas.IdentityRulingDecision;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.safeguardinghub.schemas.MovedRecord;

/** Makes children known, and rules about them. */
final class StewardAtWork {
  private final TwoTopologies hub;
  private int rulings;

  StewardAtWork(TwoTopologies hub) {
    this.hub = hub;
  }

  String known(String event, String person, String claims) {
    hub.receive(hub.sent.concern(event, claims, Sent.person(person)));
    return child(person);
  }

  String child(String person) {
    return hub.links.stream()
        .filter(link -> link.getPersonRef().equals(person))
        .reduce((_, last) -> last)
        .orElseThrow()
        .getChildRef();
  }

  MovedRecord moved() {
    return hub.subjects.stream()
        .map(record -> record.value().getBody())
        .filter(MovedRecord.class::isInstance)
        .map(MovedRecord.class::cast)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  void undo(String decision) {
    rule(IdentityRulingDecision.UNDO, b -> b.setDecisionId(decision));
  }

  void rule(IdentityRulingDecision kind, UnaryOperator<IdentityRulingRecord.Builder> more) {
    rule("ruling-" + ++rulings, kind, more);
  }

  void rule(
      String task, IdentityRulingDecision kind, UnaryOperator<IdentityRulingRecord.Builder> more) {
    hub.rule(
        more.apply(
                IdentityRulingRecord.newBuilder()
                    .setTaskId(task)
                    .setDecision(kind)
                    .setChildRef(null)
                    .setActor("stew.ard")
                    .setReason(
                        SealedCodec.toRecord(
                            hub.keys.sealText(HubKeys.REASON, task, "seen the papers")))
                    .setAt(Instant.parse("2026-03-03T09:00:00Z").plusSeconds(rulings)))
            .build());
  }
}
