package org.safeguardinghub.risk.topology.app;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.Database;
import org.safeguardinghub.kernel.runtime.HubClock;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.PersonKeys;
import org.safeguardinghub.risk.topology.identity.AttributionTopology;
import org.safeguardinghub.risk.topology.identity.IdentityEdge;
import org.safeguardinghub.risk.topology.identity.IdentitySettings;
import org.safeguardinghub.risk.topology.identity.LinkerTopology;
import org.safeguardinghub.risk.topology.identity.PersonSealing;

/** Attribution and linker in one process, as two Kafka Streams applications. */
public final class IdentityApp {
  private static final int CONNECTIONS = 4;

  private IdentityApp() {}

  public static void main(String[] arguments) throws InterruptedException {
    StreamsProcess.main(arguments, IdentityApp::run);
  }

  private static boolean run(AppSettings settings) throws InterruptedException {
    KafkaSettings kafka = KafkaSettings.of(settings);
    HubKeys keys = HubKeys.load(settings.path("keys.file"));
    Set.of(HubKeys.INTAKE, HubKeys.DATE_OF_BIRTH, HubKeys.MASTER)
        .forEach(name -> keys.openText(keys.sealText(name, "start", "")));
    try (HubClock clock = HubClock.of(settings, kafka);
        HikariDataSource database = Database.open(settings, CONNECTIONS)) {
      IdentityEdge edge =
          new IdentityEdge(
              AvroSerdes.of(kafka.registry()),
              keys,
              PersonSealing.of(new PersonKeys(database, keys)),
              EventCatalogue.load(),
              WorkingCalendar.load(),
              clock,
              clock.story());
      Path folder = settings.path("hub.data");
      int threads = settings.number("identity.threads", 1);
      return StreamsProcess.run(
          settings,
          List.of(
              new KafkaStreams(
                  AttributionTopology.build(edge),
                  IdentitySettings.of(kafka, IdentitySettings.ATTRIBUTION, folder, threads)),
              new KafkaStreams(
                  LinkerTopology.build(edge),
                  IdentitySettings.of(kafka, IdentitySettings.LINKER, folder, 1))));
    }
  }
}
