package org.safeguardinghub.risk.topology.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.sealing.CannotOpenException;
import org.safeguardinghub.risk.identity.BlockingKeys;
import org.safeguardinghub.risk.identity.Claims;
import org.safeguardinghub.risk.identity.Request;
import org.safeguardinghub.risk.identity.UrgentContent;
import org.safeguardinghub.schemas.AttributeRecord;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.SubjectRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Concerns as stored to requests as the rules understand them. Clear claims live in memory only.
 */
final class Requests {
  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
  private static final String BIRTH = "MAT-BIR-01";

  private final IdentityEdge edge;
  private final UrgentContent urgent;

  Requests(IdentityEdge edge) {
    this.edge = edge;
    this.urgent = new UrgentContent(edge.catalogue());
  }

  /** The event and the subject's place in it. */
  static String eventKey(ConcernRecord concern) {
    return concern.getEventId() + '.' + concern.getSubjectIndex();
  }

  /** The claims as JSON; empty if they do not open. */
  Optional<String> claimsText(ConcernRecord concern) {
    try {
      return Optional.of(edge.keys().openText(SealedCodec.fromRecord(concern.getClaims())));
    } catch (CannotOpenException | IllegalStateException e) {
      LOG.error(
          "the claims of event {} do not open: {}",
          concern.getEventId(),
          e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /** The claims; empty if they do not open or are no claims. */
  Optional<Claims> claims(ConcernRecord concern) {
    return claimsText(concern).flatMap(ClaimsReader::read);
  }

  Request request(ConcernRecord concern, Claims claims) {
    Optional<EventType> type = edge.catalogue().find(concern.getType());
    return new Request(
        eventKey(concern),
        concern.getPersonRef(),
        concern.getPersonRefStable(),
        claims,
        keys(claims, concern),
        family(concern.getPublisher().getFamily()),
        handling(concern),
        type.filter(t -> t.fact() || t.protective()).isPresent(),
        urgent(concern, claims),
        concern.getSubjectRole() == SubjectRole.UNBORN || claims.unborn().isPresent(),
        concern.getType().equals(BIRTH),
        concern.getHouseholdRef().isPresent()
            || concern.getPlaceRef().isPresent()
            || concern.getSettingRef().isPresent());
  }

  static HandlingClass handling(ConcernRecord concern) {
    return switch (concern.getHandling().getHandlingClass()) {
      case H0 -> HandlingClass.H0;
      case H1 -> HandlingClass.H1;
      case H2 -> HandlingClass.H2;
      case H3 -> HandlingClass.H3;
      case H4 -> HandlingClass.H4;
      case H5 -> HandlingClass.H5;
      // A class that this version does not know: strictest wins, so it stays out of every child's
      // timeline.
      case UNKNOWN -> HandlingClass.H5;
    };
  }

  private BlockingKeys keys(Claims claims, ConcernRecord concern) {
    return BlockingKeys.of(
        edge.keys()::hash, claims, concern.getFeed(), concern.getCaseRefs(), edge.stories());
  }

  private boolean urgent(ConcernRecord concern, Claims claims) {
    Map<String, Object> attributes = new HashMap<>();
    for (AttributeRecord attribute : concern.getAttributes()) {
      attributes.put(attribute.getName(), plain(attribute.getValue()));
    }
    return urgent.is(
        concern.getType(),
        concern.getLevel().getEffective(),
        attributes,
        claims.dateOfBirth(),
        concern.getOccurredAt());
  }

  private static Object plain(Object stored) {
    if (stored instanceof List<?> list) {
      List<String> texts = new ArrayList<>();
      list.forEach(each -> texts.add(each.toString()));
      return texts;
    }
    return stored instanceof CharSequence text ? text.toString() : stored;
  }

  private static OriginFamily family(String code) {
    for (OriginFamily family : OriginFamily.values()) {
      if (family.name().equals(code)) {
        return family;
      }
    }
    return OriginFamily.NONE;
  }
}
