package org.safeguardinghub.risk.topology.app;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.HubClock;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.alert.AlertRules;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.topology.risk.PolicyPublication;
import org.safeguardinghub.risk.topology.risk.RiskEdge;
import org.safeguardinghub.risk.topology.risk.RiskSettings;
import org.safeguardinghub.risk.topology.risk.RiskTopology;

/** Policy and alerts in one process, as one Kafka Streams application. */
public final class RiskApp {
  private RiskApp() {}

  public static void main(String[] arguments) throws InterruptedException {
    StreamsProcess.main(arguments, RiskApp::run);
  }

  private static boolean run(AppSettings settings) throws InterruptedException {
    KafkaSettings kafka = KafkaSettings.of(settings);
    HubKeys keys = HubKeys.load(settings.path("keys.file"));
    keys.openText(keys.sealText(HubKeys.DATE_OF_BIRTH, "start", ""));
    EventCatalogue catalogue = EventCatalogue.load();
    Policy shipped = PolicyFile.shipped(catalogue);
    AvroSerdes serdes = AvroSerdes.of(kafka.registry());
    try (HubClock clock = HubClock.of(settings, kafka)) {
      new PolicyPublisher(kafka, serdes, RiskSettings.APPLICATION)
          .publish(
              PolicyPublication.of(
                  shipped, PolicyFile.shippedText(), Topics.SUBJECT_PARTITIONS, clock.instant()));
      RiskEdge edge =
          new RiskEdge(
              serdes,
              keys,
              catalogue,
              AlertRules.load(),
              shipped,
              yaml -> policy(yaml, catalogue),
              clock,
              clock.story(),
              () -> UUID.randomUUID().toString());
      return StreamsProcess.run(
          settings,
          List.of(
              new KafkaStreams(
                  RiskTopology.build(edge),
                  RiskSettings.of(
                      kafka,
                      settings.path("hub.data"),
                      settings.number("risk.threads", RiskSettings.THREADS)))));
    }
  }

  private static Policy policy(String yaml, EventCatalogue catalogue) {
    return switch (PolicyFile.read("risk-policy.v1", yaml, catalogue)) {
      case PolicyFile.Reading.Sound sound -> sound.policy();
      case PolicyFile.Reading.Faulty faulty ->
          throw new IllegalStateException(
              "a published policy cannot be read by this version:\n"
                  + faulty.faults().stream()
                      .map(Object::toString)
                      .collect(Collectors.joining("\n")));
    };
  }
}
