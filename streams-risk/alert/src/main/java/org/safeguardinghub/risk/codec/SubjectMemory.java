package org.safeguardinghub.risk.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.risk.alert.CaseKind;
import org.safeguardinghub.risk.alert.ChildSituation;
import org.safeguardinghub.risk.alert.Situation;
import org.safeguardinghub.risk.policy.finding.Deadline;

/**
 * The small summary of a subject beside its events.
 *
 * @param situation the situation as of its last evaluation
 * @param deadlines what policy waits for
 * @param written ids of deadlines that were written to the log as reached
 * @param asOf the moment as of which it was evaluated last; it never goes back
 * @param members for a household: typed references of its members
 */
public record SubjectMemory(
    Situation situation,
    List<Deadline> deadlines,
    Set<String> written,
    Instant asOf,
    Set<String> members) {
  public static final SubjectMemory NOTHING =
      new SubjectMemory(Situation.UNKNOWN, List.of(), Set.of(), Instant.EPOCH, Set.of());

  public SubjectMemory {
    deadlines = List.copyOf(deadlines);
    written = Set.copyOf(written);
    members = Set.copyOf(members);
  }

  /**
   * The moment as of which the next record is evaluated. Writers' clocks differ a little, and what
   * had run out once must not be found to be running again.
   */
  public Instant next(Instant recordAsOf) {
    return asOf.isAfter(recordAsOf) ? asOf : recordAsOf;
  }

  /** With one deadline written to the log. */
  public SubjectMemory withWritten(String deadlineId) {
    Set<String> all = new HashSet<>(written);
    all.add(deadlineId);
    return new SubjectMemory(situation, deadlines, all, asOf, members);
  }

  /** With one more member. */
  public SubjectMemory withMember(String typed) {
    Set<String> all = new HashSet<>(members);
    all.add(typed);
    return new SubjectMemory(situation, deadlines, written, asOf, all);
  }

  /** With one member less. */
  public SubjectMemory withoutMember(String typed) {
    Set<String> all = new HashSet<>(members);
    all.remove(typed);
    return new SubjectMemory(situation, deadlines, written, asOf, all);
  }

  /** After an evaluation. */
  public SubjectMemory evaluated(Situation seen, List<Deadline> pending, Instant at) {
    // Only what is still waited for can be written again by mistake.
    Set<String> still = new HashSet<>(written);
    still.retainAll(pending.stream().map(Deadline::id).toList());
    return new SubjectMemory(seen, pending, still, at, members);
  }

  public byte[] toBytes() {
    ObjectNode json = Json.object();
    ArrayNode children = json.putArray("situation");
    situation.children().forEach(child -> write(children.addObject(), child));
    ArrayNode waits = json.putArray("deadlines");
    deadlines.forEach(deadline -> write(waits.addObject(), deadline));
    Json.put(json, "written", sorted(written));
    json.put("asOf", asOf.toEpochMilli());
    Json.put(json, "members", sorted(members));
    return Json.bytes(json);
  }

  public static SubjectMemory of(byte[] bytes) {
    JsonNode json = Json.read(bytes);
    List<ChildSituation> children = new ArrayList<>();
    json.path("situation").forEach(one -> children.add(situation(one)));
    List<Deadline> deadlines = new ArrayList<>();
    for (JsonNode one : json.path("deadlines")) {
      deadlines.add(deadline(one));
    }
    return new SubjectMemory(
        new Situation(children),
        deadlines,
        new HashSet<>(Json.texts(json, "written")),
        Instant.ofEpochMilli(json.path("asOf").asLong()),
        new HashSet<>(Json.texts(json, "members")));
  }

  private static void write(ObjectNode json, Deadline deadline) {
    json.put("id", deadline.id())
        .put("pattern", deadline.pattern())
        .put("trigger", deadline.triggerEventId())
        .put("dueAt", deadline.dueAt().toEpochMilli());
    deadline
        .clock()
        .ifPresent(
            clock -> json.put("what", clock.what()).put("since", clock.since().toEpochMilli()));
  }

  private static Deadline deadline(JsonNode json) {
    return new Deadline(
        json.path("id").asText(),
        json.path("pattern").asText(),
        json.path("trigger").asText(),
        Instant.ofEpochMilli(json.path("dueAt").asLong()),
        json.has("what")
            ? Optional.of(
                new Deadline.Clock(
                    json.path("what").asText(), Instant.ofEpochMilli(json.path("since").asLong())))
            : Optional.empty());
  }

  private static void write(ObjectNode json, ChildSituation child) {
    json.put("protected", child.locationProtected())
        .put("closedRecently", child.closedRecently())
        .put("missingNow", child.missingNow())
        .put("unborn", child.unborn())
        .put("underFive", child.underFive());
    json.put("child", child.child());
    Json.put(json, "network", child.network());
    Json.put(json, "open", child.open().stream().map(CaseKind::name).sorted().toList());
  }

  private static ChildSituation situation(JsonNode json) {
    Set<CaseKind> open = new HashSet<>();
    Json.texts(json, "open").forEach(kind -> open.add(CaseKind.valueOf(kind)));
    return new ChildSituation(
        json.path("protected").asBoolean(),
        open,
        json.path("closedRecently").asBoolean(),
        json.path("missingNow").asBoolean(),
        json.path("unborn").asBoolean(),
        json.path("underFive").asBoolean(),
        json.path("child").asText(""),
        Json.texts(json, "network"));
  }

  private static List<String> sorted(Set<String> texts) {
    return texts.stream().sorted().toList();
  }
}
