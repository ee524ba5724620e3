package org.safeguardinghub.risk.policy.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;
import org.safeguardinghub.risk.policy.rule.EpisodeKind;
import org.safeguardinghub.risk.policy.rule.EpisodeRules;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;

/** Reads the parts of a policy that are not patterns, and puts it together. */
final class PolicyReader {
  private static final int MAX_DAYS = 3650;
  private static final int MAX_HOURS = 720;

  private final Faults faults;
  private final SelectorReader selectors;
  private final PatternReader patterns;

  PolicyReader(Faults faults, EventCatalogue catalogue) {
    this.faults = faults;
    this.selectors = new SelectorReader(faults, catalogue);
    this.patterns = new PatternReader(faults, selectors);
  }

  @Nullable Policy read(String yaml) {
    Optional<YamlNode.Mapping> root = YamlDocument.parse(yaml, faults);
    return root.isEmpty() ? null : read(root.get());
  }

  private Policy read(YamlNode.Mapping root) {
    Fields fields = Fields.of(root, faults);
    String id = fields.text("id");
    int version = fields.whole("version", 1, 1_000_000);
    LocalDate effectiveFrom = fields.date("effectiveFrom");
    Set<SubjectRole> counting = constants(fields, "countingRoles", SubjectRole.class);
    Set<SubjectRole> harmed = constants(fields, "harmedRoles", SubjectRole.class);
    Policy.Refire refire = refire(section(fields, "refire"));
    int echoHours = fields.whole("echoHours", 1, MAX_HOURS);
    int lateHours = fields.whole("lateHours", 1, MAX_HOURS);
    int protectiveDays = fields.whole("protectiveDays", 1, MAX_DAYS);
    Policy.UrgentNotice urgent = urgent(section(fields, "urgentNotice"));
    Policy.Load load = load(section(fields, "load"));
    EpisodeRules episodes = episodes(section(fields, "episodes"));
    Policy.Texts texts = texts(section(fields, "texts"));
    List<Pattern> read =
        fields.requiredItems("patterns").stream()
            .map(patterns::read)
            .flatMap(Optional::stream)
            .toList();
    List<Policy.NotBuilt> notBuilt = notBuilt(fields);
    fields.close();
    unique(fields, read, notBuilt);
    inOrder(fields, read);
    return new Policy(
        id,
        version,
        effectiveFrom,
        counting,
        harmed,
        refire,
        echoHours,
        lateHours,
        protectiveDays,
        urgent,
        load,
        episodes,
        texts,
        read,
        notBuilt);
  }

  private Fields section(Fields fields, String key) {
    Optional<YamlNode> node = fields.node(key);
    if (node.isEmpty()) {
      faults.add(fields.line(), "'" + key + "' is missing");
    }
    return node.isPresent()
        ? Fields.of(node.get(), faults)
        // Nothing more is said about what is not there.
        : Fields.of(new YamlNode.Mapping(fields.line(), Map.of()), new Faults(""));
  }

  private <E extends Enum<E>> Set<E> constants(Fields fields, String key, Class<E> type) {
    fields.requiredItems(key);
    return selectors.constants(fields, key, type);
  }

  private static Policy.Refire refire(Fields fields) {
    Policy.Refire refire =
        new Policy.Refire(
            fields.whole("newIncidents", 1, 100),
            fields.whole("daysBetween", 0, MAX_DAYS),
            fields.constant("exempt", Severity.class));
    fields.close();
    return refire;
  }

  private Policy.UrgentNotice urgent(Fields fields) {
    String because = fields.text("because");
    Placeholders.check(
        faults, fields.line("because"), because, Set.of("level", "families", "first"));
    Policy.UrgentNotice notice =
        new Policy.UrgentNotice(
            fields.text("id"),
            fields.text("title"),
            fields.whole("level", 1, 4),
            fields.constant("severity", Severity.class),
            because,
            fields.text("question"),
            fields.text("source"));
    fields.close();
    return notice;
  }

  private Policy.Load load(Fields fields) {
    Map<Integer, Integer> weights = new HashMap<>();
    Fields byLevel = section(fields, "weights");
    for (int level = 1; level <= 4; level++) {
      weights.put(level, byLevel.whole("L" + level, 0, 100));
    }
    byLevel.close();
    Policy.Load load =
        new Policy.Load(
            weights,
            fields.whole("protective", -100, 0),
            fields.whole("protectiveCap", -100, 0),
            fields.whole("floorLevel", 1, 4));
    fields.close();
    return load;
  }

  private EpisodeRules episodes(Fields fields) {
    int stale = fields.whole("staleAfterDays", 1, MAX_DAYS);
    Set<OriginFamily> families = constants(fields, "activityFamilies", OriginFamily.class);
    List<EpisodeRules.Opens> opens = new ArrayList<>();
    for (YamlNode node : fields.requiredItems("opens")) {
      Fields row = Fields.of(node, faults);
      opens.add(
          new EpisodeRules.Opens(
              selectors.required(row, "events"),
              row.constant("kind", EpisodeKind.class),
              row.node("unless").map(selectors::condition)));
      row.close();
    }
    List<EpisodeRules.Closes> closes = new ArrayList<>();
    for (YamlNode node : fields.requiredItems("closes")) {
      Fields row = Fields.of(node, faults);
      row.requiredItems("kinds");
      closes.add(
          new EpisodeRules.Closes(
              selectors.required(row, "events"),
              selectors.constants(row, "kinds", EpisodeKind.class)));
      row.close();
    }
    fields.close();
    return new EpisodeRules(stale, families, opens, closes);
  }

  private Policy.Texts texts(Fields fields) {
    Policy.Texts texts =
        new Policy.Texts(
            text(fields, "ageUnknown", Set.of()),
            text(fields, "mayBeSame", Set.of("date", "family", "otherDate", "otherFamily")),
            text(fields, "identityOpen", Set.of()),
            text(fields, "learnedLate", Set.of("received")),
            text(fields, "caseEvidence", Set.of("open")));
    fields.close();
    return texts;
  }

  private String text(Fields fields, String key, Set<String> placeholders) {
    String text = fields.text(key);
    Placeholders.check(faults, fields.line(key), text, placeholders);
    return text;
  }

  private List<Policy.NotBuilt> notBuilt(Fields fields) {
    List<Policy.NotBuilt> rows = new ArrayList<>();
    for (YamlNode node : fields.items("notBuilt")) {
      Fields row = Fields.of(node, faults);
      rows.add(new Policy.NotBuilt(row.text("id"), row.text("title")));
      row.close();
    }
    return rows;
  }

  private void inOrder(Fields fields, List<Pattern> read) {
    Set<String> before = new HashSet<>();
    for (Pattern pattern : read) {
      for (String other : pattern.rule().restsOn()) {
        if (!before.contains(other)) {
          faults.add(
              fields.line("patterns"),
              "'"
                  + pattern.id()
                  + "' rests on findings of '"
                  + other
                  + "', which must stand before it");
        }
      }
      before.add(pattern.id());
    }
  }

  private void unique(
      Fields fields, Collection<Pattern> read, Collection<Policy.NotBuilt> notBuilt) {
    Set<String> seen = new HashSet<>();
    for (Pattern pattern : read) {
      if (!seen.add(pattern.id())) {
        faults.add(fields.line("patterns"), "pattern '" + pattern.id() + "' is given twice");
      }
    }
    for (Policy.NotBuilt row : notBuilt) {
      if (!seen.add(row.id())) {
        faults.add(fields.line("notBuilt"), "pattern '" + row.id() + "' is given twice");
      }
    }
  }
}
