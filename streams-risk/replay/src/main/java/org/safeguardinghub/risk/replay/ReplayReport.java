package org.safeguardinghub.risk.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay found.
 *
 * @param from decisions as of this moment or later are reported
 * @param to decisions as of before this moment are reported
 * @param policy the policy that decided, or that each record's own version did
 * @param events how many records of the subject log were folded
 * @param unusable how many records could not be used
 * @param decisions how many decisions the replay took in the span
 * @param hash SHA-256 of them
 * @param liveDecisions how many decisions were taken live in the span
 * @param liveHash SHA-256 of those
 * @param findings what the replay raised, strengthened or withdrew in the span, in order
 * @param onlyReplayed what only the replay decided
 * @param onlyLive what only was decided live
 * @param alerts every alert of the replay in its last state
 * @param alertDifferences alerts whose last state is another than live
 */
public record ReplayReport(
    @Nullable Instant from,
    @Nullable Instant to,
    String policy,
    long events,
    long unusable,
    int decisions,
    String hash,
    int liveDecisions,
    String liveHash,
    List<String> findings,
    List<String> onlyReplayed,
    List<String> onlyLive,
    List<String> alerts,
    List<String> alertDifferences) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public ReplayReport {
    findings = List.copyOf(findings);
    onlyReplayed = List.copyOf(onlyReplayed);
    onlyLive = List.copyOf(onlyLive);
    alerts = List.copyOf(alerts);
    alertDifferences = List.copyOf(alertDifferences);
  }

  /** Whether the replay decided exactly what was decided live. */
  public boolean same() {
    return hash.equals(liveHash) && alertDifferences.isEmpty();
  }

  /** For a person. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "Replay of " + events + " records of the subject log with " + policy);
    line(
        text,
        "from " + (from == null ? "the beginning" : from) + " to " + (to == null ? "the end" : to));
    if (unusable > 0) {
      line(text, unusable + " records could not be used and were passed over, as live");
    }
    section(text, "Decisions", findings);
    section(text, "Alerts", alerts);
    line(text, "Hash of " + decisions + " decisions: " + hash);
    line(text, "Hash of " + liveDecisions + " live ones: " + liveHash);
    section(text, "Only in the replay", onlyReplayed);
    section(text, "Only live", onlyLive);
    section(text, "Alerts that ended differently", alertDifferences);
    line(text, same() ? "No difference." : "The replay differs from what was live.");
    return text.toString();
  }

  /** For a program. */
  public String json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("from", from == null ? null : from.toString());
    json.put("to", to == null ? null : to.toString());
    json.put("policy", policy);
    json.put("events", events);
    json.put("unusable", unusable);
    json.put("decisions", decisions);
    json.put("hash", hash);
    json.put("liveDecisions", liveDecisions);
    json.put("liveHash", liveHash);
    json.put("same", same());
    put(json, "findings", findings);
    put(json, "alerts", alerts);
    put(json, "onlyReplayed", onlyReplayed);
    put(json, "onlyLive", onlyLive);
    put(json, "alertDifferences", alertDifferences);
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
    }
  }

  private static void put(ObjectNode json, String name, List<String> lines) {
    ArrayNode array = json.putArray(name);
    lines.forEach(array::add);
  }

  private static void section(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      line(text, title + ":");
      lines.forEach(each -> line(text, "  " + each));
    }
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
