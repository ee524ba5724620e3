package org.safeguardinghub.risk.replay;

import java.util.List;
import java.util.Map;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.safeguardinghub.schemas.HeldRulingRecord;
import org.safeguardinghub.schemas.PolicyVersionRecord;
import org.safeguardinghub.schemas.RiskDecisionRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;

/**
 * What the topics hold.
 *
 * @param partitions the subject's topics, partition by partition
 * @param directory the lead directory by topic key
 * @param policies every policy version by topic key
 * @param unreadable how many records could not be read
 */
public record History(
    List<Partition> partitions,
    Map<String, DirectoryEntryRecord> directory,
    Map<String, PolicyVersionRecord> policies,
    long unreadable) {
  public History {
    partitions = List.copyOf(partitions);
    directory = Map.copyOf(directory);
    policies = Map.copyOf(policies);
  }

  /**
   * One partition, each topic in the order of its log.
   *
   * @param events the subject log: the input
   * @param actions what people did, and due times of alerts
   * @param decisions what was decided live
   * @param alerts what became of it live
   * @param rulings what administrators decided about what a change of policy found
   */
  public record Partition(
      List<SubjectEventRecord> events,
      List<AlertActionRecord> actions,
      List<RiskDecisionRecord> decisions,
      List<AlertRecord> alerts,
      List<HeldRulingRecord> rulings) {
    public Partition {
      events = List.copyOf(events);
      actions = List.copyOf(actions);
      decisions = List.copyOf(decisions);
      alerts = List.copyOf(alerts);
      rulings = List.copyOf(rulings);
    }
  }
}
