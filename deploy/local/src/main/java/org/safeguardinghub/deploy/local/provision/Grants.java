package org.safeguardinghub.deploy.local.provision;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.kernel.topics.Topic;

/**
 * Who may do what on the broker: exactly what the topics' writers and readers say, and each app's
 * own groups.
 */
public final class Grants {
  /** Apps that keep state in Kafka Streams, under topics of their own. */
  private static final List<String> STREAMS = List.of(Principals.IDENTITY, Principals.RISK);

  private static final List<String> APPS =
      List.of(
          Principals.CONNECTOR_API,
          Principals.CONNECTOR_EDUCATION,
          Principals.CONNECTOR_SOCIAL_CARE,
          Principals.CONNECTOR_AGENCY,
          Principals.CONNECTOR_POLICE,
          Principals.CONNECTOR_HEALTH,
          Principals.IDENTITY,
          Principals.RISK,
          Principals.NOTIFIER,
          Principals.CONSOLE);

  private Grants() {}

  /**
   * Every grant of a hub with these topics and feeds; the provisioner's own stand in the broker's
   * first records.
   */
  public static Set<AclBinding> of(Collection<Topic> topics, Collection<String> feeds) {
    Set<AclBinding> grants = new HashSet<>();
    for (Topic topic : topics) {
      topic.writers().forEach(who -> grants.add(grant(who, TOPIC, topic.name(), LITERAL, WRITE)));
      topic.readers().forEach(who -> grants.add(grant(who, TOPIC, topic.name(), LITERAL, READ)));
    }
    for (String app : APPS) {
      // Groups and transactions are named after their principal.
      grants.add(grant(app, GROUP, app, PREFIXED, READ));
      grants.add(grant(app, TRANSACTIONAL_ID, app, PREFIXED, WRITE));
      grants.add(grant(app, TRANSACTIONAL_ID, app, PREFIXED, DESCRIBE));
    }
    for (String app : STREAMS) {
      grants.add(grant(app, GROUP, app, PREFIXED, DELETE));
      for (AclOperation operation :
          List.of(READ, WRITE, CREATE, DELETE, DESCRIBE, DESCRIBE_CONFIGS)) {
        grants.add(grant(app, TOPIC, app, PREFIXED, operation));
      }
    }
    for (String feed : feeds) {
      String who = Principals.ofFeed(feed);
      // The dot ends the name: without it, feed-heron could use the transactions of
      // feed-heron-house.
      grants.add(grant(who, TRANSACTIONAL_ID, who + ".", PREFIXED, WRITE));
      grants.add(grant(who, TRANSACTIONAL_ID, who + ".", PREFIXED, DESCRIBE));
    }
    return Set.copyOf(grants);
  }

  /** Every principal that signs in. */
  public static Set<String> principals(Collection<String> feeds, boolean stories) {
    Set<String> all = new HashSet<>(Principals.APPS);
    all.add(Principals.PROVISIONER);
    if (stories) {
      all.add(Principals.STORY);
    }
    feeds.forEach(feed -> all.add(Principals.ofFeed(feed)));
    return Set.copyOf(all);
  }

  private static AclBinding grant(
      String principal,
      ResourceType type,
      String resource,
      PatternType pattern,
      AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(type, resource, pattern),
        new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
  }
}
