package org.safeguardinghub.connectors.health.app;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.safeguardinghub.connectors.drop.Door;
import org.safeguardinghub.connectors.drop.DropSettings;
import org.safeguardinghub.connectors.drop.DropWatch;
import org.safeguardinghub.connectors.health.HealthForms;
import org.safeguardinghub.connectors.health.mllp.Limits;
import org.safeguardinghub.connectors.health.mllp.MllpServer;
import org.safeguardinghub.connectors.intake.app.IntakeRuntime;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.ReadyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of the health connector. Its only argument is its settings file. */
public final class HealthConnector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthConnector.class);

  private final IntakeRuntime intake;
  private final FhirServer fhir;
  private final Optional<MllpServer<Feed>> mllp;
  private final DropWatch watch;
  private final CountDownLatch closed = new CountDownLatch(1);

  private HealthConnector(
      IntakeRuntime intake, FhirServer fhir, Optional<MllpServer<Feed>> mllp, DropWatch watch) {
    this.intake = intake;
    this.fhir = fhir;
    this.mllp = mllp;
    this.watch = watch;
  }

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    try {
      HealthConnector connector = start(AppSettings.fromArguments(arguments));
      Runtime.getRuntime().addShutdownHook(new Thread(connector::close, "stop"));
      connector.closed.await();
      return 0;
    } catch (AppSettings.SettingsFault fault) {
      LOG.error("{}", fault.getMessage());
      return 2;
    } catch (IOException | GeneralSecurityException | RuntimeException fault) {
      LOG.error("the health connector cannot start", fault);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** Starts everything and returns when messages and files are taken. */
  static HealthConnector start(AppSettings settings) throws IOException, GeneralSecurityException {
    IntakeRuntime intake = IntakeRuntime.start(settings, false);
    try {
      return start(settings, intake);
    } catch (IOException | GeneralSecurityException | RuntimeException fault) {
      intake.close();
      throw fault;
    }
  }

  private static HealthConnector start(AppSettings settings, IntakeRuntime intake)
      throws IOException, GeneralSecurityException {
    HealthForms forms =
        HealthForms.of(settings.text("health.legal.gateway", HealthForms.LEGAL_GATEWAY));
    Desk desk = new Desk(Door.inOneStep(intake.intake()::submitTogether));
    Optional<MllpServer<Feed>> mllp =
        mllp(
            settings,
            intake,
            new Hl7Desk(
                forms.hl7(),
                desk.through(Door.inOneStep(intake.intake()::recordTogether)),
                intake.clock()));
    FhirServer fhir =
        FhirServer.start(
            settings.text("http.host", "127.0.0.1"),
            settings.number("http.port", 0),
            intake.feeds(),
            forms.fhir(),
            desk);
    Path drop = Files.createDirectories(settings.path("hub.data")).resolve("drop");
    DropWatch watch =
        DropWatch.start(
            drop,
            intake.feeds().all(),
            new DropSettings(
                Set.of(OriginFamily.HLT),
                forms.all(),
                List.of(".json", ".xml", ".hl7", ".txt", ".csv"),
                DropSettings.SIXTEEN_MEBIBYTES,
                Map.of()),
            intake.intake()::ready);
    ReadyFile.write(settings, fhir.url());
    LOG.info("takes FHIR at {}/fhir", fhir.url());
    return new HealthConnector(intake, fhir, mllp, watch);
  }

  /**
   * Only where the operator has given keys: without certificates nobody would be who they say. They
   * lie in a folder of their own beside what the connector keeps, with the settings that name them.
   */
  private static Optional<MllpServer<Feed>> mllp(
      AppSettings settings, IntakeRuntime intake, Hl7Desk desk)
      throws IOException, GeneralSecurityException {
    Path folder = settings.path("hub.data").resolve("mllp");
    Path file = folder.resolve("mllp.properties");
    if (!Files.isRegularFile(file)) {
      LOG.info("no MLLP: there is no mllp/mllp.properties in the connector's folder");
      return Optional.empty();
    }
    AppSettings own = AppSettings.load(file);
    Certificates certificates =
        Certificates.load(folder.resolve(own.text("certificates")), intake.feeds());
    SSLContext tls =
        Certificates.tls(
            folder.resolve(own.text("keystore")),
            folder.resolve(own.text("truststore")),
            own.text("password"));
    MllpServer<Feed> server =
        MllpServer.start(
            InetAddress.getByName(own.text("host", "127.0.0.1")),
            own.number("port", 2575),
            tls,
            Limits.standard(),
            certificates::feedOf,
            desk);
    LOG.info("takes HL7 over MLLP at port {}", server.port());
    return Optional.of(server);
  }

  @Override
  public void close() {
    mllp.ifPresent(MllpServer::close);
    fhir.close();
    watch.close();
    intake.close();
    closed.countDown();
  }
}
