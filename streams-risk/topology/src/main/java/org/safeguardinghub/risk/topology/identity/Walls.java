package org.safeguardinghub.risk.topology.identity;

import java.util.List;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.risk.identity.Wall;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.HandlingRecord;
import org.safeguardinghub.schemas.IdentityBasis;
import org.safeguardinghub.schemas.IdentityDecisionKind;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts up the walls around identities (domain reference, 1.3): what is asked about such a child,
 * and what was decided, is for the stewards of protected identities from then on.
 */
final class Walls {
  private static final Logger LOG = LoggerFactory.getLogger(Walls.class);

  private final LinkIndex index;
  private final Outbox outbox;
  private final Ledger ledger;
  private final Decisions decisions;

  Walls(IdentityEdge edge, LinkIndex index, Outbox outbox) {
    this.index = index;
    this.outbox = outbox;
    this.ledger = new Ledger(index, outbox);
    this.decisions = new Decisions(edge);
  }

  /** An event of this child came with a protected location or identity. */
  void protect(String child, ConcernRecord concern) {
    if (index.walled(child)) {
      return;
    }
    index.wall(child, Wall.PROTECTED);
    ledger.write(
        decisions.byHub(
            IdentityDecisionKind.PROTECTED,
            IdentityBasis.KNOWN_REFERENCE,
            child,
            concern,
            List.of(),
            outbox.now()));
    keepQuestions(child);
  }

  /** A steward says that the child is adopted. */
  void adoption(IdentityRulingRecord ruling) {
    String child = ruling.getChildRef().orElse("");
    if (!index.known(child) || index.wall(child) == Wall.ADOPTION) {
      LOG.warn("ruling {} passed over: it names no child without that wall", ruling.getTaskId());
      return;
    }
    index.wall(child, Wall.ADOPTION);
    record(child, IdentityDecisionKind.ADOPTION_WALL, ruling);
    keepQuestions(child);
  }

  /** That ruling is taken back; what was protected stays so. */
  void notAdopted(IdentityDecisionRecord old, IdentityRulingRecord ruling) {
    index.wall(old.getChildRef(), Wall.PROTECTED);
    record(old.getChildRef(), IdentityDecisionKind.UNLINKED, ruling);
  }

  /** Whoever is made of persons of a child stands behind what the child stands behind. */
  void pass(String from, String to) {
    if (index.wall(from).compareTo(index.wall(to)) > 0) {
      index.wall(to, index.wall(from));
    }
  }

  /**
   * An event under another name than the one that an adoption gave, without all that would join the
   * two: the household, the place and the people of before.
   */
  static ConcernRecord across(ConcernRecord concern) {
    HandlingRecord handling = concern.getHandling();
    boolean strict = Requests.handling(concern).compareTo(HandlingClass.H4) >= 0;
    return ConcernRecord.newBuilder(concern)
        .setHouseholdRef(null)
        .setPlaceRef(null)
        .setSettingRef(null)
        .setAdultRef(null)
        .setLocation(null)
        .setHandling(
            strict
                ? handling
                : HandlingRecord.newBuilder(handling)
                    .setHandlingClass(HandlingClassCode.H4)
                    .setExpires(null)
                    .build())
        .build();
  }

  private void record(String child, IdentityDecisionKind kind, IdentityRulingRecord ruling) {
    ledger.keep(decisions.ruled(kind, child, null, List.of(), ruling, outbox.now()));
  }

  private void keepQuestions(String child) {
    for (IdentityTaskRecord task : index.questions().open()) {
      boolean about =
          task.getCandidates().contains(child)
              || task.getChildRef().filter(child::equals).isPresent();
      if (about && !task.getProtectedIdentity()) {
        IdentityTaskRecord kept =
            IdentityTaskRecord.newBuilder(task).setProtectedIdentity(true).build();
        index.questions().put(kept);
        outbox.task(kept);
      }
    }
  }
}
