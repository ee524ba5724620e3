package org.safeguardinghub.console.codec;

import java.util.List;
import java.util.Set;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.CopyFunction;
import org.safeguardinghub.console.alert.Decision;
import org.safeguardinghub.console.alert.Without;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.schemas.AcknowledgementDecision;
import org.safeguardinghub.schemas.AcknowledgementRecord;
import org.safeguardinghub.schemas.AlertCopyRecord;
import org.safeguardinghub.schemas.AlertFindingRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.AlertStateCode;
import org.safeguardinghub.schemas.DisagreementRecord;
import org.safeguardinghub.schemas.EvidenceRecord;
import org.safeguardinghub.schemas.FindingState;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.SeverityCode;
import org.safeguardinghub.schemas.SubjectRefRecord;
import org.safeguardinghub.schemas.WithoutCode;

/**
 * Alerts as published to alerts as shown. A symbol of a later version is read as the strictest of
 * ours.
 */
public final class AlertCodec {
  private AlertCodec() {}

  public static Alert alert(AlertRecord stored) {
    return new Alert(
        stored.getAlertId(),
        subject(stored.getSubject()),
        stored.getChildren(),
        state(stored.getState()),
        severity(stored.getSeverity()),
        stored.getFindings().stream().map(AlertCodec::finding).toList(),
        new Alert.Owner(
            stored.getOwner().getRole(),
            stored.getOwner().getPersonId(),
            stored.getOwner().getRouteRow(),
            stored.getOwner().getBecause()),
        stored.getRung(),
        stored.getDueAt(),
        stored.getIdentityUnconfirmed(),
        stored.getRaisedAt(),
        stored.getChangedAt(),
        stored.getAcknowledgement().map(AlertCodec::acknowledgement),
        stored.getChangeReason(),
        stored.getVersion(),
        stored.getPolicyVersion(),
        Set.copyOf(stored.getToConfirm()),
        stored.getDisagreement().map(AlertCodec::disagreement),
        MinutesCodec.minutes(stored),
        stored.getCopies().stream().map(AlertCodec::copy).toList());
  }

  private static Alert.Copy copy(AlertCopyRecord stored) {
    return new Alert.Copy(
        stored.getRole(),
        stored.getAgency(),
        switch (stored.getFunction()) {
          case SOCIAL_CARE -> CopyFunction.SOCIAL_CARE;
          case HEALTH -> CopyFunction.HEALTH;
          case POLICE -> CopyFunction.POLICE;
          case SCHOOL -> CopyFunction.SCHOOL;
          case HOUSING -> CopyFunction.HOUSING;
          case HOME -> CopyFunction.HOME;
          case YOUTH_JUSTICE -> CopyFunction.YOUTH_JUSTICE;
          case RETURN_INTERVIEW -> CopyFunction.RETURN_INTERVIEW;
          case OPERATION -> CopyFunction.OPERATION;
          case UNKNOWN -> CopyFunction.UNKNOWN;
        },
        stored.getPersonId(),
        Set.copyOf(stored.getChildren()),
        stored.getSince(),
        stored.getOpen());
  }

  private static Alert.Disagreement disagreement(DisagreementRecord stored) {
    return new Alert.Disagreement(
        stored.getStage(),
        stored.getSince(),
        stored.getPersonId(),
        SealedCodec.fromRecord(stored.getReason()),
        stored
            .getSettled()
            .map(
                settled ->
                    new Alert.Settlement(
                        settled.getAt(),
                        settled.getPersonId(),
                        SealedCodec.fromRecord(settled.getReason()))));
  }

  static SubjectRef subject(SubjectRefRecord stored) {
    return new SubjectRef(
        switch (stored.getScope()) {
          case CHILD -> Scope.CHILD;
          case UNBORN -> Scope.UNBORN;
          case HOUSEHOLD -> Scope.HOUSEHOLD;
          case PLACE, UNKNOWN -> Scope.PLACE;
          case SETTING -> Scope.SETTING;
          case ADULT -> Scope.ADULT;
          case ROLE -> Scope.ROLE;
          case FEED -> Scope.FEED;
        },
        stored.getRef());
  }

  static HandlingClass handling(HandlingClassCode code) {
    return switch (code) {
      case H0 -> HandlingClass.H0;
      case H1 -> HandlingClass.H1;
      case H2 -> HandlingClass.H2;
      case H3 -> HandlingClass.H3;
      case H4 -> HandlingClass.H4;
      case H5, UNKNOWN -> HandlingClass.H5;
    };
  }

  private static Alert.State state(AlertStateCode code) {
    return switch (code) {
      case OPEN, UNKNOWN -> Alert.State.OPEN;
      case ACKNOWLEDGED -> Alert.State.ACKNOWLEDGED;
      case WITHDRAWN -> Alert.State.WITHDRAWN;
      case CLOSED -> Alert.State.CLOSED;
    };
  }

  private static Severity severity(SeverityCode code) {
    return switch (code) {
      case S1, UNKNOWN -> Severity.S1;
      case S2 -> Severity.S2;
      case S3 -> Severity.S3;
      case S4 -> Severity.S4;
    };
  }

  private static Alert.Finding finding(AlertFindingRecord stored) {
    List<Alert.Evidence> evidence =
        stored.getEvidence().stream().map(AlertCodec::evidence).toList();
    return new Alert.Finding(
        stored.getFindingId(),
        stored.getPattern(),
        stored.getPatternTitle(),
        stored.getStage(),
        stored.getDate(),
        severity(stored.getSeverity()),
        stored.getBecause(),
        stored.getQuestion(),
        stored.getWouldBeWrong(),
        stored.getNotKnown(),
        stored.getSource(),
        evidence,
        stored.getState() != FindingState.WITHDRAWN,
        stored.getLearnedLate());
  }

  private static Alert.Evidence evidence(EvidenceRecord stored) {
    return new Alert.Evidence(
        stored.getEventId(),
        stored.getType(),
        stored.getAgency(),
        stored.getFamily(),
        stored.getOccurredAt(),
        stored.getReceivedAt(),
        stored.getLevel(),
        handling(stored.getHandlingClass()),
        stored.getWithout().map(AlertCodec::without),
        stored.getInSmallest());
  }

  private static Without without(WithoutCode code) {
    return switch (code) {
      case NOT_RAISED -> Without.NOT_RAISED;
      case ANOTHER_DAY -> Without.ANOTHER_DAY;
      case LESS_URGENT -> Without.LESS_URGENT;
      case MORE_URGENT -> Without.MORE_URGENT;
      case NO_DIFFERENCE -> Without.NO_DIFFERENCE;
      case NO_DIFFERENCE_TOGETHER -> Without.NO_DIFFERENCE_TOGETHER;
      case NOT_TRIED, UNKNOWN -> Without.NOT_TRIED;
    };
  }

  private static Alert.Acknowledgement acknowledgement(AcknowledgementRecord stored) {
    return new Alert.Acknowledgement(
        decision(stored.getDecision()),
        SealedCodec.fromRecord(stored.getReason()),
        stored.getPersonId(),
        stored.getAt());
  }

  private static Decision decision(AcknowledgementDecision code) {
    return switch (code) {
      case ACT -> Decision.ACT;
      case ALREADY_KNOWN -> Decision.ALREADY_KNOWN;
      case NOT_RELEVANT -> Decision.NOT_RELEVANT;
      case WRONG_CHILD -> Decision.WRONG_CHILD;
      case NEED_MORE, UNKNOWN -> Decision.NEED_MORE;
    };
  }
}
