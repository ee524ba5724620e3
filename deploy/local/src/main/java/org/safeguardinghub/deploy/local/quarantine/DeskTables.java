package org.safeguardinghub.deploy.local.quarantine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.safeguardinghub.kernel.quarantine.DayCount;
import org.safeguardinghub.kernel.quarantine.Quarantined;

/** The desk as lines for a terminal and as JSON. No content. */
public final class DeskTables {
  private static final String COUNTS = "%-26s %9s %9s %9s %9s %9s %9s %9s %11s %9s %9s%n";

  /** What is said of a record that cannot be put right here. */
  public static final String AT_SOURCE =
      "no message was made of it, so nothing can be put right here: it is to be mended in its"
          + " sender's own system and sent again";

  private DeskTables() {}

  /** One record in two lines: what it is, and what to do. */
  public static String line(Quarantined record) {
    return "%s  %s  %s  %s%n    %s %s at %s: %s%n"
        .formatted(
            record.receiptId(),
            record.receivedAt(),
            record.agency(),
            record.state().words(),
            record.reason().step(),
            record.reason().code(),
            record.reason().pointer().orElse("the whole message"),
            record.reason().explanation());
  }

  /** One record with where it comes from and what became of it. */
  public static ObjectNode json(Quarantined record) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("receiptId", record.receiptId())
            .put("feed", record.feed())
            .put("agency", record.agency())
            .put("connector", record.connector())
            .put("receivedAt", record.receivedAt().toString())
            .put("state", record.state().name().toLowerCase(Locale.ROOT))
            .put("step", record.reason().step())
            .put("reasonCode", record.reason().code())
            .put("explanation", record.reason().explanation());
    record.reason().pointer().ifPresent(pointer -> node.put("pointer", pointer));
    record.handling().ifPresent(handling -> node.put("handling", handling.name()));
    record.origin().ifPresent(origin -> node.put("resubmissionOf", origin));
    record.became().ifPresent(became -> node.put("resubmittedAs", became));
    return node;
  }

  /** The counts of a day as a table, with what is out under it. */
  public static String table(List<DayCount> counts) {
    StringBuilder text = new StringBuilder();
    text.append(
        COUNTS.formatted(
            "feed",
            "received",
            "accepted",
            "repeated",
            "refused",
            "waiting",
            "resubm.",
            "at source",
            "attributed",
            "pending",
            "under way"));
    for (DayCount count : counts) {
      text.append(
          COUNTS.formatted(
              count.feed(),
              count.received(),
              count.accepted(),
              count.repeated(),
              count.refused(),
              count.waiting(),
              count.resubmitted(),
              count.atSource(),
              count.attributed(),
              count.pendingIdentity(),
              count.underWay()));
    }
    for (DayCount count : counts) {
      count.faults().forEach(fault -> text.append("%s: %s%n".formatted(count.feed(), fault)));
    }
    return text.toString();
  }

  public static ArrayNode json(List<DayCount> counts) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (DayCount count : counts) {
      ArrayNode faults =
          all.addObject()
              .put("feed", count.feed())
              .put("day", count.day().toString())
              .put("received", count.received())
              .put("accepted", count.accepted())
              .put("repeated", count.repeated())
              .put("refused", count.refused())
              .put("quarantined", count.quarantined())
              .put("waiting", count.waiting())
              .put("resubmitted", count.resubmitted())
              .put("atSource", count.atSource())
              .put("attributed", count.attributed())
              .put("pendingIdentity", count.pendingIdentity())
              .put("underWay", count.underWay())
              .putArray("faults");
      count.faults().forEach(faults::add);
    }
    return all;
  }
}
