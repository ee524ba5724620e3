package org.safeguardinghub.risk.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.risk.alert.Alert;
import org.safeguardinghub.risk.alert.AlertRules;
import org.safeguardinghub.risk.alert.Directory;
import org.safeguardinghub.risk.codec.AlertCodec;
import org.safeguardinghub.risk.codec.DirectoryCodec;
import org.safeguardinghub.risk.codec.EntryCodec;
import org.safeguardinghub.risk.codec.NeedsText;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.risk.policy.RiskPolicy;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.schemas.AlertFindingRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.safeguardinghub.schemas.FindingState;
import org.safeguardinghub.schemas.PolicyActivatedRecord;
import org.safeguardinghub.schemas.PolicyVersionRecord;
import org.safeguardinghub.schemas.RiskDecisionRecord;

/** Folds history again and compares it with what was live. It reads; it cannot write. */
public final class Replay {
  private final EventCatalogue catalogue = EventCatalogue.load();
  private final History history;
  private final HubKeys keys;
  private final Optional<Policy> candidate;

  private Replay(History history, HubKeys keys, Optional<Policy> candidate) {
    this.history = history;
    this.keys = keys;
    this.candidate = candidate;
  }

  /**
   * Replays the whole subject log of a running hub.
   *
   * @param analyst the principal that may read and can write nothing
   * @param keys with the key of dates of birth, without which rules about age differ
   * @param from decisions as of this moment or later are reported; null: from the beginning
   * @param to decisions as of before this moment are reported; null: to the end
   * @param policyFile a candidate policy; empty: the versions by which was decided live
   */
  public static ReplayReport run(
      KafkaSettings analyst,
      HubKeys keys,
      @Nullable Instant from,
      @Nullable Instant to,
      Optional<Path> policyFile) {
    Optional<Policy> candidate = policyFile.map(file -> policy(file.toString(), text(file)));
    return over(new HistoryReader(analyst).read(), keys, from, to, candidate);
  }

  /** Replays history that was read before. */
  public static ReplayReport over(
      History history,
      HubKeys keys,
      @Nullable Instant from,
      @Nullable Instant to,
      Optional<Policy> candidate) {
    return new Replay(history, keys, candidate).report(from, to);
  }

  private ReplayReport report(@Nullable Instant from, @Nullable Instant to) {
    List<RiskDecisionRecord> replayed = new ArrayList<>();
    List<RiskDecisionRecord> live = new ArrayList<>();
    Map<String, AlertRecord> alerts = new TreeMap<>();
    long events = 0;
    long unusable = history.unreadable();
    for (History.Partition partition : history.partitions()) {
      PartitionReplay replay =
          new PartitionReplay(
              new EntryCodec(keys), catalogue, AlertRules.load(), directory(), policies(partition));
      replay.run(partition);
      replayed.addAll(replay.decisions());
      live.addAll(partition.decisions());
      replay
          .alerts()
          .values()
          .forEach(state -> state.alerts().values().forEach(alert -> keep(alerts, alert)));
      events += partition.events().size();
      unusable += replay.unusable();
    }
    replayed.removeIf(decision -> outside(decision, from, to));
    live.removeIf(decision -> outside(decision, from, to));
    return new ReplayReport(
        from,
        to,
        candidate
            .map(policy -> "policy " + policy.id() + "/" + policy.version() + " from a file")
            .orElse("the policy versions of that time"),
        events,
        unusable,
        replayed.size(),
        Fingerprint.of(replayed),
        live.size(),
        Fingerprint.of(live),
        replayed.stream().map(Replay::line).sorted().toList(),
        missing(replayed, live),
        missing(live, replayed),
        alerts.values().stream().map(Replay::line).toList(),
        differences(alerts));
  }

  private static void keep(Map<String, AlertRecord> alerts, Alert alert) {
    AlertRecord picture = AlertCodec.toRecord(alert);
    alerts.merge(picture.getAlertId(), picture, Replay::newer);
  }

  // An alert that has moved is known under both subjects.
  private static AlertRecord newer(AlertRecord one, AlertRecord other) {
    return other.getVersion() >= one.getVersion() ? other : one;
  }

  private static boolean outside(
      RiskDecisionRecord decision, @Nullable Instant from, @Nullable Instant to) {
    Instant asOf = decision.getAsOf();
    return (from != null && asOf.isBefore(from)) || (to != null && !asOf.isBefore(to));
  }

  /** Lines of one side that the other lacks, repeats counted. */
  private static List<String> missing(
      List<RiskDecisionRecord> here, List<RiskDecisionRecord> there) {
    List<String> lines = new ArrayList<>(here.stream().map(Replay::line).sorted().toList());
    there.forEach(decision -> lines.remove(line(decision)));
    return lines;
  }

  private static String line(RiskDecisionRecord decision) {
    String needs = NeedsText.of(decision);
    return "%s %s%s %s %s %s %s%s%s"
        .formatted(
            decision.getDate(),
            decision.getPattern(),
            decision.getStage().isEmpty() ? "" : "/" + decision.getStage(),
            decision.getDecision(),
            decision.getSeverity(),
            Refs.of(decision.getSubject()).typed(),
            decision.getFindingId(),
            decision.getHow().map(how -> " (" + how + ")").orElse(""),
            needs.isEmpty() ? "" : ": " + needs);
  }

  private static String line(AlertRecord alert) {
    return "%s %s %s %s %s"
        .formatted(
            alert.getAlertId(),
            alert.getState(),
            alert.getSeverity(),
            Refs.of(alert.getSubject()).typed(),
            alert.getFindings().stream().map(Replay::finding).collect(Collectors.joining(",")));
  }

  private static String finding(AlertFindingRecord finding) {
    String name =
        finding.getPattern() + (finding.getStage().isEmpty() ? "" : "/" + finding.getStage());
    return finding.getState() == FindingState.STANDING ? name : "(" + name + ")";
  }

  /** Owners are compared by nobody here: the directory's entries of an earlier day are gone. */
  private List<String> differences(Map<String, AlertRecord> replayed) {
    if (candidate.isPresent()) {
      return List.of();
    }
    Map<String, AlertRecord> last = new TreeMap<>();
    for (History.Partition partition : history.partitions()) {
      partition.alerts().forEach(alert -> last.merge(alert.getAlertId(), alert, Replay::newer));
    }
    Map<String, String> live = new TreeMap<>();
    last.forEach((id, alert) -> live.put(id, line(alert)));
    List<String> differences = new ArrayList<>();
    replayed.forEach(
        (id, alert) -> {
          String was = live.remove(id);
          if (!line(alert).equals(was)) {
            differences.add("replay: " + line(alert) + "; live: " + (was == null ? "none" : was));
          }
        });
    live.values().forEach(was -> differences.add("replay: none; live: " + was));
    return differences;
  }

  private Directory directory() {
    Directory directory = Directory.EMPTY;
    for (Map.Entry<String, DirectoryEntryRecord> entry :
        new TreeMap<>(history.directory()).entrySet()) {
      directory = DirectoryCodec.with(directory, entry.getKey(), entry.getValue());
    }
    return directory;
  }

  private PartitionReplay.Policies policies(History.Partition partition) {
    if (candidate.isPresent()) {
      return new PartitionReplay.Policies(
          new RiskPolicy(candidate.get(), catalogue), (_, _) -> Optional.empty());
    }
    Map<String, RiskPolicy> versions = new HashMap<>();
    for (Map.Entry<String, PolicyVersionRecord> entry : history.policies().entrySet()) {
      Policy policy = policy(entry.getKey(), entry.getValue().getYaml());
      versions.put(entry.getKey(), new RiskPolicy(policy, catalogue));
    }
    RiskPolicy shipped = new RiskPolicy(PolicyFile.shipped(catalogue), catalogue);
    return new PartitionReplay.Policies(first(partition, versions, shipped), activation(versions));
  }

  /** Before its first marker a partition was evaluated by the version that this marker names. */
  private static RiskPolicy first(
      History.Partition partition, Map<String, RiskPolicy> versions, RiskPolicy shipped) {
    return partition.events().stream()
        .map(record -> record.getBody())
        .filter(PolicyActivatedRecord.class::isInstance)
        .map(marker -> versions.get(name((PolicyActivatedRecord) marker)))
        .filter(policy -> policy != null)
        .findFirst()
        .orElse(shipped);
  }

  private static BiFunction<RiskPolicy, PolicyActivatedRecord, Optional<RiskPolicy>> activation(
      Map<String, RiskPolicy> versions) {
    return (current, marker) -> {
      RiskPolicy next = versions.get(name(marker));
      if (next == null) {
        throw new IllegalStateException("policy " + name(marker) + " is not on its topic");
      }
      boolean same =
          next.policy().id().equals(current.policy().id())
              && next.policy().version() == current.policy().version();
      return same ? Optional.empty() : Optional.of(next);
    };
  }

  private static String name(PolicyActivatedRecord marker) {
    return marker.getPolicyId() + '/' + marker.getVersion();
  }

  private static Policy policy(String name, String yaml) {
    return switch (PolicyFile.read(name, yaml, EventCatalogue.load())) {
      case PolicyFile.Reading.Sound sound -> sound.policy();
      case PolicyFile.Reading.Faulty faulty ->
          throw new FaultyPolicy(
              faulty.faults().stream().map(Object::toString).collect(Collectors.joining("\n")));
    };
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the policy file " + file.getFileName(), e);
    }
  }

  /** A policy that cannot be used; the message has each fault with its line. */
  public static final class FaultyPolicy extends RuntimeException {
    FaultyPolicy(String faults) {
      super(faults);
    }
  }
}
