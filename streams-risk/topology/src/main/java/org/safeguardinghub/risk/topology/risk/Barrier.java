package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.topics.SubjectEventKey;
import org.safeguardinghub.schemas.BarrierRecord;
import org.safeguardinghub.schemas.Scope;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectRefRecord;

/**
 * A task writes reached deadlines only after it has read back its own marker from its partition:
 * until then the log may hold deadlines that it wrote in an earlier life, and it would repeat them.
 */
final class Barrier {
  /** One key per partition: the newest marker is the only one that anybody waits for. */
  private static final String KEY_TOKEN = "task";

  private final int partition;
  private final String token;
  private @Nullable Instant writtenAt;
  private boolean passed;

  Barrier(int partition, String token) {
    this.partition = partition;
    this.token = token;
  }

  boolean passed() {
    return passed;
  }

  /** Writes the marker once. */
  void write(Outlets outlets, Instant at) {
    if (writtenAt == null) {
      writtenAt = at;
      outlets.event(SubjectEventKey.barrier(partition, KEY_TOKEN), record(at));
    }
  }

  /** A marker was read: of this task, or of an earlier one. */
  void read(BarrierRecord read) {
    passed |= read.getToken().equals(token);
  }

  private SubjectEventRecord record(Instant at) {
    return SubjectEventRecord.newBuilder()
        .setSubject(partitionSubject(partition))
        .setKind(SubjectEventKind.BARRIER)
        .setRecordId(KEY_TOKEN)
        .setLoggedAt(at)
        .setBody(BarrierRecord.newBuilder().setToken(token).setPartition(partition).build())
        .build();
  }

  /** Markers are about a partition, not about anybody. */
  static SubjectRefRecord partitionSubject(int partition) {
    return SubjectRefRecord.newBuilder()
        .setScope(Scope.UNKNOWN)
        .setRef("partition-" + partition)
        .build();
  }
}
