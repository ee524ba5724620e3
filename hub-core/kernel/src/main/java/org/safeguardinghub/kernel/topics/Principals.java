package org.safeguardinghub.kernel.topics;

import java.util.List;

/** The hub's own Kafka principals, one per app. A feed's principal is {@link #ofFeed(String)}. */
public final class Principals {
  /** Makes topics, grants and schemas; reads and writes no data. */
  public static final String PROVISIONER = "hub-provisioner";

  public static final String CONNECTOR_API = "hub-connector-api";
  public static final String CONNECTOR_EDUCATION = "hub-connector-education";
  public static final String CONNECTOR_SOCIAL_CARE = "hub-connector-social-care";
  public static final String CONNECTOR_AGENCY = "hub-connector-agency";
  public static final String CONNECTOR_POLICE = "hub-connector-police";
  public static final String CONNECTOR_HEALTH = "hub-connector-health";
  public static final String IDENTITY = "hub-identity";
  public static final String RISK = "hub-risk";
  public static final String NOTIFIER = "hub-notifier";
  public static final String CONSOLE = "hub-console";

  /** Replay and analysis: reads, can write nothing. */
  public static final String ANALYST = "hub-analyst";

  /** Publishes policy versions and rules on what a change of policy found. */
  public static final String POLICY = "hub-policy";

  /** Moves the story clock; exists on story folders only. */
  public static final String STORY = "hub-story";

  public static final List<String> CONNECTORS =
      List.of(
          CONNECTOR_API,
          CONNECTOR_EDUCATION,
          CONNECTOR_SOCIAL_CARE,
          CONNECTOR_AGENCY,
          CONNECTOR_POLICE,
          CONNECTOR_HEALTH);

  public static final List<String> APPS =
      List.of(
          CONNECTOR_API,
          CONNECTOR_EDUCATION,
          CONNECTOR_SOCIAL_CARE,
          CONNECTOR_AGENCY,
          CONNECTOR_POLICE,
          CONNECTOR_HEALTH,
          IDENTITY,
          RISK,
          NOTIFIER,
          CONSOLE,
          ANALYST,
          POLICY);

  private Principals() {}

  /** The principal with which a connector writes for one feed. */
  public static String ofFeed(String feed) {
    return "feed-" + feed;
  }
}
