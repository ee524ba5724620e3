package org.safeguardinghub.risk.policy.version;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All published versions, in the order in which they hold. */
public record PolicyVersions(List<PolicyVersion> all) {
  /** Of several that hold from the same moment, the one that was published last. */
  private static final Comparator<PolicyVersion> ORDER =
      Comparator.comparing(PolicyVersion::effectiveFrom)
          .thenComparing(PolicyVersion::publishedAt)
          .thenComparing(PolicyVersion::name);

  public PolicyVersions {
    all = all.stream().sorted(ORDER).toList();
  }

  /** The version that holds at a moment: of those whose date has come, the latest. */
  public Optional<PolicyVersion> inForce(Instant at) {
    return all.stream()
        .filter(version -> !version.effectiveFrom().isAfter(at))
        .reduce((earlier, later) -> later);
  }

  /**
   * What becomes of a version that somebody wants to publish. A date that has passed means now:
   * whoever publishes a version wants it to follow the one that holds, whatever the file's date.
   */
  public Publication publish(PolicyVersion wanted) {
    Optional<PolicyVersion> known =
        all.stream().filter(version -> version.name().equals(wanted.name())).findFirst();
    if (known.isEmpty()) {
      return new Publication.Accepted(notBefore(wanted));
    }
    PolicyVersion there = known.get();
    if (!there.sha256().equals(wanted.sha256())) {
      return new Publication.Refused(
          there,
          wanted.name() + " is published already, with other content.",
          "Give the file a new version number: a published version never changes.");
    }
    boolean begun = !there.effectiveFrom().isAfter(wanted.publishedAt());
    if (there.effectiveFrom().equals(wanted.effectiveFrom()) || begun) {
      return new Publication.ThereAlready(there);
    }
    return new Publication.Accepted(notBefore(wanted));
  }

  private static PolicyVersion notBefore(PolicyVersion wanted) {
    return wanted.effectiveFrom().isAfter(wanted.publishedAt())
        ? wanted
        : new PolicyVersion(
            wanted.policyId(),
            wanted.version(),
            wanted.publishedAt(),
            wanted.sha256(),
            wanted.publishedAt(),
            wanted.publishedBy());
  }

  /** The answer. */
  public sealed interface Publication {
    /** It may be published: it is new, or its date has not come and is another now. */
    record Accepted(PolicyVersion version) implements Publication {}

    /** The same text is there: nothing is written. */
    record ThereAlready(PolicyVersion version) implements Publication {}

    /** It is not published: why, and what to do. */
    record Refused(PolicyVersion there, String why, String whatToDo) implements Publication {}
  }
}
