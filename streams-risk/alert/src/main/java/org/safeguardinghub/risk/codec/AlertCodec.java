package org.safeguardinghub.risk.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.alert.Acknowledgement;
import org.safeguardinghub.risk.alert.Alert;
import org.safeguardinghub.risk.alert.Answer;
import org.safeguardinghub.risk.alert.Audience;
import org.safeguardinghub.risk.alert.Change;
import org.safeguardinghub.risk.alert.Custody;
import org.safeguardinghub.risk.alert.Deadline;
import org.safeguardinghub.risk.alert.Dossier;
import org.safeguardinghub.risk.alert.Finding;
import org.safeguardinghub.risk.alert.Owner;
import org.safeguardinghub.schemas.AcknowledgementDecision;
import org.safeguardinghub.schemas.AcknowledgementRecord;
import org.safeguardinghub.schemas.AlertChange;
import org.safeguardinghub.schemas.AlertFindingRecord;
import org.safeguardinghub.schemas.AlertOwnerRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.AlertStateCode;
import org.safeguardinghub.schemas.FindingState;
import org.safeguardinghub.schemas.SeverityCode;

/**
 * An alert in its stored form: the picture that everybody may read, and beside it what only the
 * alert itself needs to go on.
 */
public final class AlertCodec {
  private AlertCodec() {}

  /** The picture. */
  public static AlertRecord toRecord(Alert alert) {
    Dossier dossier = alert.dossier();
    AlertRecord.Builder record = AlertRecord.newBuilder();
    MinutesCodec.put(dossier.minutes(), record);
    return record
        .setAlertId(dossier.alertId())
        .setSubject(Refs.toRecord(dossier.subject()))
        .setChildren(dossier.children())
        .setState(state(alert))
        .setSeverity(SeverityCode.valueOf(dossier.severity().name()))
        .setFindings(dossier.findings().stream().map(AlertCodec::toRecord).toList())
        .setOwner(toRecord(dossier.owner()))
        .setDirectoryVersion(dossier.custody().directoryVersion())
        .setRung(dossier.custody().rung())
        .setDueAt(alert.due().map(Deadline::dueAt).orElse(null))
        .setIdentityUnconfirmed(dossier.identityUnconfirmed())
        .setRaisedAt(dossier.raisedAt())
        .setChangedAt(dossier.stamp().at())
        .setAcknowledgement(alert.answer().map(AlertCodec::toRecord).orElse(null))
        .setChange(AlertChange.valueOf(dossier.stamp().change().name()))
        .setChangeReason(dossier.stamp().reason())
        .setVersion(dossier.version())
        .setPolicyVersion(dossier.policyVersion())
        .setReceiptKeys(dossier.receiptKeys().stream().sorted().toList())
        .setToConfirm(List.copyOf(dossier.audience().toConfirm()))
        .setCopies(dossier.audience().copies().stream().map(CopyCodec::toRecord).toList())
        .setDisagreement(dossier.disagreement().map(DisagreementCodec::toRecord).orElse(null))
        .build();
  }

  /** What the picture does not show. */
  public static AlertMemory memory(Alert alert) {
    Dossier dossier = alert.dossier();
    return new AlertMemory(
        dossier.custody().ladderRole(),
        dossier.custody().ladderAgency(),
        dossier.owner().agency(),
        dossier.reasonsVersion(),
        dossier.actionsSeen().stream().sorted().toList(),
        alert.due().map(Deadline::id),
        dossier.audience().informed(),
        List.copyOf(dossier.audience().toConfirm()),
        dossier.findings().stream()
            .map(
                finding ->
                    new AlertMemory.FindingMemory(
                        finding.children(),
                        finding.receiptKeys().stream().sorted().toList(),
                        finding.identityUnconfirmed()))
            .toList());
  }

  /** The alert again. */
  public static Alert of(AlertRecord stored, AlertMemory memory) {
    Dossier dossier = dossier(stored, memory);
    Optional<Acknowledgement> answer = stored.getAcknowledgement().map(AlertCodec::answer);
    return switch (stored.getState()) {
      case OPEN -> new Alert.Open(dossier, deadline(stored, memory), answer);
      case ACKNOWLEDGED ->
          new Alert.Acknowledged(dossier, answer.orElseThrow(), deadline(stored, memory));
      case WITHDRAWN -> new Alert.Withdrawn(dossier, answer);
      case CLOSED -> new Alert.Closed(dossier, answer);
      case UNKNOWN -> throw new Unusable("an alert in an unknown state");
    };
  }

  private static Dossier dossier(AlertRecord stored, AlertMemory memory) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < stored.getFindings().size(); i++) {
      findings.add(finding(stored.getFindings().get(i), memory.findings().get(i)));
    }
    Owner owner =
        new Owner(
            stored.getOwner().getRole(),
            memory.ownerAgency(),
            stored.getOwner().getPersonId(),
            stored.getOwner().getRouteRow(),
            stored.getOwner().getBecause());
    return new Dossier(
        stored.getAlertId(),
        Refs.of(stored.getSubject()),
        findings,
        new Custody(
            owner,
            memory.ladderRole(),
            memory.ladderAgency(),
            stored.getRung(),
            stored.getDirectoryVersion()),
        stored.getRaisedAt(),
        new Dossier.Stamp(
            stored.getVersion(),
            stored.getChangedAt(),
            Change.valueOf(stored.getChange().name()),
            stored.getChangeReason()),
        memory.reasonsVersion(),
        stored.getPolicyVersion(),
        new HashSet<>(memory.actionsSeen()),
        Audience.of(
            memory.informed(),
            new HashSet<>(memory.toConfirm()),
            stored.getCopies().stream().flatMap(copy -> CopyCodec.of(copy).stream()).toList()),
        stored.getDisagreement().map(DisagreementCodec::of),
        MinutesCodec.of(stored));
  }

  private static Optional<Deadline> deadline(AlertRecord stored, AlertMemory memory) {
    return memory
        .deadlineId()
        .flatMap(id -> stored.getDueAt().map(dueAt -> new Deadline(id, dueAt)));
  }

  private static AlertStateCode state(Alert alert) {
    return switch (alert) {
      case Alert.Open _ -> AlertStateCode.OPEN;
      case Alert.Acknowledged _ -> AlertStateCode.ACKNOWLEDGED;
      case Alert.Withdrawn _ -> AlertStateCode.WITHDRAWN;
      case Alert.Closed _ -> AlertStateCode.CLOSED;
    };
  }

  private static AlertOwnerRecord toRecord(Owner owner) {
    return AlertOwnerRecord.newBuilder()
        .setRole(owner.role())
        .setPersonId(owner.personId())
        .setRouteRow(owner.routeRow())
        .setBecause(owner.because())
        .build();
  }

  private static AcknowledgementRecord toRecord(Acknowledgement answer) {
    return AcknowledgementRecord.newBuilder()
        .setDecision(AcknowledgementDecision.valueOf(answer.answer().name()))
        .setReason(SealedCodec.toRecord(answer.reason()))
        .setPersonId(answer.personId())
        .setAt(answer.at())
        .build();
  }

  private static Acknowledgement answer(AcknowledgementRecord stored) {
    return new Acknowledgement(
        Answer.valueOf(stored.getDecision().name()),
        SealedCodec.fromRecord(stored.getReason()),
        stored.getPersonId(),
        stored.getAt());
  }

  static AlertFindingRecord toRecord(Finding finding) {
    return AlertFindingRecord.newBuilder()
        .setFindingId(finding.id())
        .setPattern(finding.pattern())
        .setPatternTitle(finding.title())
        .setStage(finding.stage())
        .setDate(finding.date())
        .setSeverity(SeverityCode.valueOf(finding.severity().name()))
        .setBecause(finding.because())
        .setQuestion(finding.question())
        .setWouldBeWrong(finding.wouldBeWrong())
        .setNotKnown(finding.notKnown())
        .setSource(finding.source())
        .setEvidence(EvidenceCodec.toRecords(finding.evidence()))
        .setState(finding.standing() ? FindingState.STANDING : FindingState.WITHDRAWN)
        .setHow(finding.how().orElse(null))
        .setLearnedLate(finding.learnedLate())
        .build();
  }

  static Finding finding(AlertFindingRecord stored, AlertMemory.FindingMemory memory) {
    return new Finding(
        stored.getFindingId(),
        stored.getPattern(),
        stored.getPatternTitle(),
        stored.getStage(),
        stored.getDate(),
        Severity.valueOf(stored.getSeverity().name()),
        stored.getBecause(),
        stored.getQuestion(),
        stored.getWouldBeWrong(),
        stored.getNotKnown(),
        stored.getSource(),
        EvidenceCodec.of(stored.getEvidence()),
        stored.getState() == FindingState.STANDING,
        stored.getHow(),
        stored.getLearnedLate(),
        memory.identityUnconfirmed(),
        memory.children(),
        Set.copyOf(memory.receiptKeys()));
  }
}
