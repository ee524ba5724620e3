package org.safeguardinghub.risk.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.risk.policy.decide.PublishedFinding;

/** The stored form of what was published about a subject: one finding, or all of it. */
public final class PublishedCodec {
  private PublishedCodec() {}

  /** All of it, as it is carried to another subject. */
  static byte[] toBytes(Published published) {
    ObjectNode json = Json.object();
    ArrayNode findings = json.putArray("findings");
    published.findings().forEach(finding -> write(findings.addObject(), finding));
    Json.put(json, "notices", sorted(published.noticeIds()));
    return Json.bytes(json);
  }

  /**
   * All of it.
   *
   * @param bytes of {@link #toBytes(Published)}, or of a subject's summary as it was kept before
   *     each finding had an entry of its own
   */
  public static Published of(byte[] bytes) {
    JsonNode json = Json.read(bytes);
    List<PublishedFinding> findings = new ArrayList<>();
    json.path("findings").forEach(one -> findings.add(finding(one)));
    return new Published(findings, new HashSet<>(Json.texts(json, "notices")));
  }

  public static byte[] toBytes(PublishedFinding finding) {
    ObjectNode json = Json.object();
    write(json, finding);
    return Json.bytes(json);
  }

  /** One finding. */
  public static PublishedFinding finding(byte[] bytes) {
    return finding(Json.read(bytes));
  }

  private static void write(ObjectNode json, PublishedFinding finding) {
    json.put("findingId", finding.findingId())
        .put("currentId", finding.currentId())
        .put("pattern", finding.pattern())
        .put("title", finding.patternTitle())
        .put("stage", finding.stage())
        .put("subject", finding.subject().typed())
        .put("date", finding.date().toString())
        .put("severity", finding.severity().name())
        .put("content", finding.content());
    Json.put(json, "children", finding.children());
    Json.put(json, "evidence", sorted(finding.evidence()));
    Json.put(json, "told", sorted(finding.told()));
  }

  private static PublishedFinding finding(JsonNode json) {
    return new PublishedFinding(
        json.path("findingId").asText(),
        json.path("currentId").asText(),
        json.path("pattern").asText(),
        json.path("title").asText(),
        json.path("stage").asText(),
        SubjectRef.parse(json.path("subject").asText()),
        Json.texts(json, "children"),
        LocalDate.parse(json.path("date").asText()),
        Severity.valueOf(json.path("severity").asText()),
        new HashSet<>(Json.texts(json, "evidence")),
        new HashSet<>(Json.texts(json, "told")),
        json.path("content").asText());
  }

  private static List<String> sorted(Set<String> texts) {
    return texts.stream().sorted().toList();
  }
}
