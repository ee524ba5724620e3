package org.safeguardinghub.deploy.local.apps;

import static org.safeguardinghub.deploy.local.folder.Ports.Use.API;
import static org.safeguardinghub.deploy.local.folder.Ports.Use.CONSOLE;
import static org.safeguardinghub.deploy.local.folder.Ports.Use.FHIR;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.deploy.local.folder.Ports;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Principals;

/**
 * One app as the embedded hub starts it.
 *
 * @param name process name, and {@code hub.app}
 * @param artifact whose jar and class path it runs on
 * @param principal with which it signs in to the broker
 * @param databaseRole with which it signs in to the database, if it does
 * @param keys sealing keys that it may hold
 * @param hashes whether it may hold the key of hashes
 * @param http the port it serves, if it does
 * @param feeds whether it is told the feeds with their credentials
 * @param smtp whether it is told where the mail server is
 */
public record AppSpec(
    String name,
    String artifact,
    String mainClass,
    int heapMb,
    String principal,
    Optional<String> databaseRole,
    Set<String> keys,
    boolean hashes,
    Optional<Ports.Use> http,
    boolean feeds,
    boolean smtp) {
  /** Apps that start only when they are asked for by name. */
  public static final Set<String> OPTIONAL =
      Set.of("social-care", "agency", "police", "health", SftpProcess.NAME);

  /** Every app, those that take longest to start first. */
  public static final List<AppSpec> ALL =
      List.of(
          app("risk", "risk-topology", "risk.topology.app.RiskApp", 256, Principals.RISK)
              .withKeys(true, HubKeys.DATE_OF_BIRTH, HubKeys.REASON),
          app(
                  "identity",
                  "risk-topology",
                  "risk.topology.app.IdentityApp",
                  192,
                  Principals.IDENTITY)
              .withDatabase("hub_identity")
              .withKeys(
                  true, HubKeys.INTAKE, HubKeys.DATE_OF_BIRTH, HubKeys.MASTER, HubKeys.REASON),
          app(
                  "api",
                  "connector-api",
                  "connectors.api.app.ApiConnector",
                  128,
                  Principals.CONNECTOR_API)
              .withDatabase("hub_connector_api")
              .withKeys(true, HubKeys.INTAKE, HubKeys.QUARANTINE)
              .withHttp(API)
              .withFeeds(),
          app(
                  "education",
                  "connector-education",
                  "connectors.education.app.EducationConnector",
                  128,
                  Principals.CONNECTOR_EDUCATION)
              .withDatabase("hub_connector_education")
              .withKeys(true, HubKeys.INTAKE, HubKeys.QUARANTINE)
              .withFeeds(),
          app(
                  "social-care",
                  "connector-social-care",
                  "connectors.socialcare.app.SocialCareConnector",
                  256,
                  Principals.CONNECTOR_SOCIAL_CARE)
              .withDatabase("hub_connector_social_care")
              .withKeys(true, HubKeys.INTAKE, HubKeys.QUARANTINE)
              .withFeeds(),
          app(
                  "agency",
                  "connector-agency",
                  "connectors.agency.app.AgencyConnector",
                  256,
                  Principals.CONNECTOR_AGENCY)
              .withDatabase("hub_connector_agency")
              .withKeys(true, HubKeys.INTAKE, HubKeys.QUARANTINE)
              .withFeeds(),
          app(
                  "police",
                  "connector-police",
                  "connectors.police.app.PoliceConnector",
                  256,
                  Principals.CONNECTOR_POLICE)
              .withDatabase("hub_connector_police")
              .withKeys(true, HubKeys.INTAKE, HubKeys.QUARANTINE)
              .withFeeds(),
          app(
                  "health",
                  "connector-health",
                  "connectors.health.app.HealthConnector",
                  256,
                  Principals.CONNECTOR_HEALTH)
              .withDatabase("hub_connector_health")
              .withKeys(true, HubKeys.INTAKE, HubKeys.QUARANTINE)
              .withHttp(FHIR)
              .withFeeds(),
          app("notifier", "hub-notifier", "notifier.app.NotifierApp", 96, Principals.NOTIFIER)
              .withDatabase("hub_notifier")
              .withKeys(true, HubKeys.DIRECTORY)
              .withSmtp(),
          app("console", "hub-console", "console.app.ConsoleApp", 160, Principals.CONSOLE)
              .withDatabase("hub_console")
              .withKeys(true, HubKeys.DIRECTORY, HubKeys.MASTER, HubKeys.REASON, HubKeys.QUARANTINE)
              .withHttp(CONSOLE));

  /** Whether much may be asked of it at once. */
  boolean busy() {
    return feeds || http.isPresent();
  }

  /** Whether it tells senders what became of their messages; it alone needs to know where. */
  boolean answersReceipts() {
    return http.filter(API::equals).isPresent();
  }

  /** The names of the default profile. */
  public static List<String> defaults() {
    return ALL.stream().map(AppSpec::name).filter(name -> !OPTIONAL.contains(name)).toList();
  }

  private static AppSpec app(
      String name, String artifact, String mainClass, int heapMb, String principal) {
    return new AppSpec(
        name,
        artifact,
        "org.safeguardinghub." + mainClass,
        heapMb,
        principal,
        Optional.empty(),
        Set.of(),
        false,
        Optional.empty(),
        false,
        false);
  }

  private AppSpec withDatabase(String role) {
    return new AppSpec(
        name,
        artifact,
        mainClass,
        heapMb,
        principal,
        Optional.of(role),
        keys,
        hashes,
        http,
        feeds,
        smtp);
  }

  private AppSpec withKeys(boolean withHashes, String... names) {
    return new AppSpec(
        name,
        artifact,
        mainClass,
        heapMb,
        principal,
        databaseRole,
        Set.of(names),
        withHashes,
        http,
        feeds,
        smtp);
  }

  private AppSpec withHttp(Ports.Use use) {
    return new AppSpec(
        name,
        artifact,
        mainClass,
        heapMb,
        principal,
        databaseRole,
        keys,
        hashes,
        Optional.of(use),
        feeds,
        smtp);
  }

  private AppSpec withFeeds() {
    return new AppSpec(
        name, artifact, mainClass, heapMb, principal, databaseRole, keys, hashes, http, true, smtp);
  }

  private AppSpec withSmtp() {
    return new AppSpec(
        name,
        artifact,
        mainClass,
        heapMb,
        principal,
        databaseRole,
        keys,
        hashes,
        http,
        feeds,
        true);
  }
}
