package org.safeguardinghub.kernel.topics;

import static org.safeguardinghub.kernel.topics.Principals.ANALYST;
import static org.safeguardinghub.kernel.topics.Principals.CONNECTORS;
import static org.safeguardinghub.kernel.topics.Principals.CONSOLE;
import static org.safeguardinghub.kernel.topics.Principals.IDENTITY;
import static org.safeguardinghub.kernel.topics.Principals.NOTIFIER;
import static org.safeguardinghub.kernel.topics.Principals.POLICY;
import static org.safeguardinghub.kernel.topics.Principals.RISK;
import static org.safeguardinghub.kernel.topics.Principals.STORY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every topic of the hub. Retention periods are those of the architecture's topic table; the rule
 * of the DPIA decides in a live partnership.
 */
public final class Topics {
  /**
   * All topics that carry one subject's history share this count, so that one task owns a subject.
   */
  public static final int SUBJECT_PARTITIONS = 4;

  /** Attribution reads every feed: all feeds have one count. */
  public static final int FEED_PARTITIONS = 4;

  /** What attribution subscribes to, so that a new feed needs no redeployment. */
  public static final Pattern CONCERNS = Pattern.compile("concerns\\.[a-z0-9-]+\\.v1");

  private static final Pattern FEED_NAME = Pattern.compile("[a-z][a-z0-9-]{1,60}");
  private static final String TYPED_SUBJECT = "typed subject reference";
  private static final String ALERT_ID = "alert id";
  private static final Duration YEAR = Duration.ofDays(365);

  public static final Topic INTAKE_REFUSED =
      kept(
          "intake-refused.v1",
          "receipt id",
          "IntakeRefusedRecord",
          1,
          Duration.ofDays(90),
          CONNECTORS,
          Set.of());
  public static final Topic DISPOSITIONS =
      compacted(
          "dispositions.v1",
          "receipt id and subject index",
          "DispositionRecord",
          4,
          with(CONNECTORS, IDENTITY, RISK),
          with(CONNECTORS, STORY));

  /** Persons that are new or changed, on their way to the one ordered linker. */
  public static final Topic IDENTITY_REQUESTS =
      kept(
          "identity-requests.v1",
          "person reference",
          "ConcernRecord",
          1,
          Duration.ofDays(90),
          Set.of(IDENTITY),
          Set.of(IDENTITY));

  public static final Topic IDENTITY_LEDGER =
      kept(
          "identity-ledger.v1",
          "child reference",
          "IdentityDecisionRecord",
          1,
          YEAR.multipliedBy(7),
          Set.of(IDENTITY),
          Set.of(IDENTITY, CONSOLE));
  public static final Topic IDENTITY_LINKS =
      compacted(
          "identity-links.v1",
          "person reference",
          "IdentityLinkRecord",
          1,
          Set.of(IDENTITY),
          Set.of(IDENTITY, CONSOLE));
  public static final Topic IDENTITY_TASKS =
      compacted(
          "identity-tasks.v1",
          "task id",
          "IdentityTaskRecord",
          1,
          Set.of(IDENTITY),
          Set.of(IDENTITY, CONSOLE));
  public static final Topic IDENTITY_RULINGS =
      compacted(
          "identity-rulings.v1",
          "task id",
          "IdentityRulingRecord",
          1,
          Set.of(CONSOLE),
          Set.of(IDENTITY));
  public static final Topic SUBJECT_EVENTS =
      compacted(
          "subject-events.v1",
          "typed subject reference, kind and record id; partitioned by the subject",
          "SubjectEventRecord",
          SUBJECT_PARTITIONS,
          Set.of(IDENTITY, RISK),
          Set.of(RISK, CONSOLE, ANALYST));
  public static final Topic SUBJECTS =
      compacted(
          "subjects.v1",
          TYPED_SUBJECT,
          "SubjectRecord",
          SUBJECT_PARTITIONS,
          Set.of(RISK),
          Set.of(RISK, CONSOLE));
  public static final Topic RISK_POLICY =
      compacted(
          "risk-policy.v1",
          "policy id and version",
          "PolicyVersionRecord",
          1,
          Set.of(RISK, POLICY),
          Set.of(RISK, CONSOLE, ANALYST, POLICY));

  /** What a change of policy found and nobody was told. */
  public static final Topic HELD_FINDINGS =
      compacted(
          "held-findings.v1",
          "typed subject reference and finding id; partitioned by the subject",
          "HeldFindingRecord",
          SUBJECT_PARTITIONS,
          Set.of(RISK),
          Set.of(POLICY, ANALYST));

  /** What an administrator decided about it. */
  public static final Topic HELD_RULINGS =
      kept(
          "held-rulings.v1",
          TYPED_SUBJECT,
          "HeldRulingRecord",
          SUBJECT_PARTITIONS,
          YEAR.multipliedBy(2),
          Set.of(POLICY),
          Set.of(RISK, ANALYST));

  public static final Topic RISK_DECISIONS =
      kept(
          "risk-decisions.v1",
          TYPED_SUBJECT,
          "RiskDecisionRecord",
          SUBJECT_PARTITIONS,
          YEAR.multipliedBy(2),
          Set.of(RISK),
          Set.of(ANALYST, STORY));
  public static final Topic ALERTS =
      kept(
          "alerts.v1",
          TYPED_SUBJECT,
          "AlertRecord",
          SUBJECT_PARTITIONS,
          YEAR.multipliedBy(2),
          Set.of(RISK),
          Set.of(CONSOLE, ANALYST, STORY));
  public static final Topic ALERT_ACTIONS =
      kept(
          "alert-actions.v1",
          TYPED_SUBJECT,
          "AlertActionRecord",
          SUBJECT_PARTITIONS,
          YEAR.multipliedBy(2),
          Set.of(CONSOLE, RISK),
          Set.of(RISK, ANALYST));
  public static final Topic DIRECTORY =
      compacted(
          "directory.v1",
          "role or person",
          "DirectoryEntryRecord",
          1,
          Set.of(CONSOLE),
          Set.of(RISK, NOTIFIER, CONSOLE, ANALYST));
  public static final Topic NOTIFICATIONS =
      kept(
          "notifications.v1",
          ALERT_ID,
          "NotificationRecord",
          2,
          YEAR,
          Set.of(RISK),
          Set.of(NOTIFIER));
  public static final Topic DELIVERIES =
      kept("deliveries.v1", ALERT_ID, "DeliveryRecord", 2, YEAR, Set.of(NOTIFIER), Set.of(CONSOLE));
  public static final Topic ACCESS_AUDIT =
      kept(
          "access-audit.v1",
          "actor",
          "AccessAuditRecord",
          1,
          YEAR.multipliedBy(7),
          Set.of(CONSOLE),
          Set.of(CONSOLE));
  public static final Topic FEED_HEALTH =
      compacted("feed-health.v1", "feed", "FeedHealthRecord", 1, with(CONNECTORS), Set.of(CONSOLE));

  /** The story clock: only moves forward, and only where a data folder was made for stories. */
  public static final Topic CLOCK =
      story(
          compacted(
              "clock.v1",
              "the word clock",
              "ClockRecord",
              1,
              Set.of(STORY),
              with(CONNECTORS, IDENTITY, RISK, NOTIFIER, CONSOLE, POLICY, STORY)));

  /**
   * Each stream task says how far it has followed the story clock, so that a player can wait for
   * it.
   */
  public static final Topic CLOCK_REACHED =
      story(
          compacted(
              "clock-reached.v1",
              "app and partition",
              "ClockReachedRecord",
              1,
              Set.of(RISK),
              Set.of(STORY)));

  private static final List<Topic> FIXED =
      List.of(
          INTAKE_REFUSED,
          DISPOSITIONS,
          IDENTITY_REQUESTS,
          IDENTITY_LEDGER,
          IDENTITY_LINKS,
          IDENTITY_TASKS,
          IDENTITY_RULINGS,
          SUBJECT_EVENTS,
          SUBJECTS,
          RISK_POLICY,
          HELD_FINDINGS,
          HELD_RULINGS,
          RISK_DECISIONS,
          ALERTS,
          ALERT_ACTIONS,
          DIRECTORY,
          NOTIFICATIONS,
          DELIVERIES,
          ACCESS_AUDIT,
          FEED_HEALTH,
          CLOCK,
          CLOCK_REACHED);

  private Topics() {}

  /** The sealed concerns of one feed: written by that feed alone, read by attribution alone. */
  public static Topic concerns(String feed) {
    return kept(
        "concerns." + checked(feed) + ".v1",
        "keyed hash of the feed's person reference",
        "ConcernRecord",
        FEED_PARTITIONS,
        Duration.ofDays(90),
        Set.of(Principals.ofFeed(feed)),
        Set.of(IDENTITY));
  }

  /** What an organisation with its own Kafka client writes, before intake. */
  public static Topic inbox(String feed) {
    return kept(
        "inbox." + checked(feed) + ".v1",
        "event id",
        "InboxConcernRecord",
        1,
        Duration.ofDays(7),
        Set.of(Principals.ofFeed(feed)),
        Set.of(Principals.CONNECTOR_API));
  }

  /** Topics that do not depend on the feeds. */
  public static List<Topic> fixed(boolean stories) {
    return FIXED.stream().filter(topic -> stories || !topic.storyOnly()).toList();
  }

  /** Every topic of a hub with these feeds. */
  public static List<Topic> all(Collection<String> feeds, boolean stories) {
    List<Topic> topics = new ArrayList<>(fixed(stories));
    for (String feed : feeds) {
      topics.add(concerns(feed));
      topics.add(inbox(feed));
    }
    return List.copyOf(topics);
  }

  private static String checked(String feed) {
    if (!FEED_NAME.matcher(feed).matches()) {
      throw new IllegalArgumentException(
          "a feed name is lower-case letters, digits and dashes: " + feed);
    }
    return feed;
  }

  private static Set<String> with(Collection<String> first, String... more) {
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  private static Topic kept(
      String name,
      String key,
      String record,
      int partitions,
      Duration retention,
      Collection<String> writers,
      Set<String> readers) {
    return topic(name, key, record, partitions, retention, writers, readers);
  }

  private static Topic compacted(
      String name,
      String key,
      String record,
      int partitions,
      Set<String> writers,
      Set<String> readers) {
    return topic(name, key, record, partitions, null, writers, readers);
  }

  private static Topic topic(
      String name,
      String key,
      String record,
      int partitions,
      @Nullable Duration retention,
      Collection<String> writers,
      Set<String> readers) {
    return new Topic(
        name,
        key,
        record,
        partitions,
        Optional.ofNullable(retention),
        retention == null,
        Set.copyOf(writers),
        Set.copyOf(readers),
        false);
  }

  private static Topic story(Topic topic) {
    return new Topic(
        topic.name(),
        topic.keyForm(),
        topic.valueRecord(),
        topic.partitions(),
        topic.retention(),
        topic.compacted(),
        topic.writers(),
        topic.readers(),
        true);
  }
}
