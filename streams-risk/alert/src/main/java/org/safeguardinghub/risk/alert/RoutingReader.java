package org.safeguardinghub.risk.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** Reads a routing table strictly: every fault at once, with its line and reason. */
public final class RoutingReader {
  private static final String SHIPPED = "routing-default.yaml";
  private static final Pattern PERIOD =
      Pattern.compile("([1-9][0-9]?) (clock hour|working hour|working day)s?");

  private final Faults faults;
  private final ConditionsReader conditions;

  private RoutingReader(Faults faults) {
    this.faults = faults;
    this.conditions = new ConditionsReader(faults);
  }

  /** What became of reading a file. */
  public sealed interface Reading {
    /** The file is sound. */
    record Sound(RoutingTable table) implements Reading {}

    /** All of its faults. */
    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reads the text of a file of this name. */
  public static Reading read(String file, String yaml) {
    Faults faults = new Faults(file);
    Optional<YamlNode.Mapping> root = YamlDocument.parse(yaml, faults);
    Optional<RoutingTable> table = root.flatMap(new RoutingReader(faults)::table);
    return faults.none() && table.isPresent()
        ? new Reading.Sound(table.get())
        : new Reading.Faulty(faults.inOrder());
  }

  static RoutingTable shipped() {
    return switch (read(SHIPPED, resource())) {
      case Reading.Sound(RoutingTable table) -> table;
      case Reading.Faulty(List<Fault> found) ->
          throw new IllegalStateException(
              "the routing table is faulty:\n"
                  + found.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    };
  }

  private Optional<RoutingTable> table(YamlNode.Mapping root) {
    Fields fields = Fields.of(root, faults);
    String id = fields.text("id");
    int version = fields.whole("version", 1, 1_000_000);
    List<RouteRow> rows = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlNode node : fields.requiredItems("rows")) {
      RouteRow row = row(node);
      rows.add(row);
      if (!ids.add(row.id())) {
        faults.add(node, "row '" + row.id() + "' is there twice");
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      boolean last = i == rows.size() - 1;
      if (rows.get(i).when().isEmpty() != last) {
        faults.add(fields.line("rows"), "the last row, and only that, has no conditions");
      }
    }
    Set<String> apart = Set.copyOf(fields.texts("apart"));
    Map<String, String> managers = managers(fields);
    Map<Severity, List<Period>> ladder = ladder(fields);
    Map<Severity, Period> aside = aside(fields);
    CopyTable copies = new CopyTableReader(faults, conditions).read(fields, rows);
    fields.close();
    return faults.none()
        ? Optional.of(
            new RoutingTable(id, version, rows, apart, managers, new Ladder(ladder), aside, copies))
        : Optional.empty();
  }

  private RouteRow row(YamlNode node) {
    Fields fields = Fields.of(node, faults);
    RouteRow row =
        new RouteRow(
            fields.text("id"),
            fields.node("when").map(conditions::of).orElse(List.of()),
            fields.text("owner"),
            fields.text("because"),
            fields.texts("copies"),
            fields.node("outOfHours").map(this::outOfHours),
            fields.flag("confined"));
    fields.close();
    if (row.confined() && row.outOfHours().isPresent()) {
      faults.add(fields.line("confined"), "a confined row has no other role out of hours");
    }
    return row;
  }

  private OutOfHours outOfHours(YamlNode node) {
    Fields fields = Fields.of(node, faults);
    OutOfHours outOfHours =
        new OutOfHours(
            fields.text("role"), conditions.constants(fields, "severities", Severity.class));
    fields.close();
    return outOfHours;
  }

  private Map<String, String> managers(Fields root) {
    Map<String, String> managers = new TreeMap<>();
    Optional<YamlNode> node = root.node("managers");
    if (node.isEmpty() || !(node.get() instanceof YamlNode.Mapping mapping)) {
      faults.add(root.line("managers"), "'managers' must be a map of roles to the role above");
      return managers;
    }
    Fields fields = Fields.of(mapping, faults);
    mapping.entries().keySet().forEach(role -> managers.put(role, fields.text(role)));
    for (String role : managers.keySet()) {
      if (!endsAtTheDesk(role, managers)) {
        faults.add(fields.line(role), "going up from '" + role + "' does not end at the duty desk");
      }
    }
    return managers;
  }

  private static boolean endsAtTheDesk(String role, Map<String, String> managers) {
    Set<String> seen = new HashSet<>();
    String current = role;
    while (!current.equals(RoutingTable.DUTY_DESK)) {
      String above = managers.get(current);
      if (above == null || !seen.add(current)) {
        return false;
      }
      current = above;
    }
    return true;
  }

  private Map<Severity, List<Period>> ladder(Fields root) {
    Map<Severity, List<Period>> ladder = new EnumMap<>(Severity.class);
    Optional<YamlNode> node = root.node("ladder");
    if (node.isEmpty()) {
      faults.add(root.line(), "'ladder' is missing");
      return ladder;
    }
    Fields fields = Fields.of(node.get(), faults);
    for (Severity severity : Severity.values()) {
      List<Period> rungs = new ArrayList<>();
      for (YamlNode item : fields.requiredItems(severity.name())) {
        rungs.add(period(item));
      }
      if (rungs.size() != Ladder.LAST) {
        faults.add(fields.line(severity.name()), "a ladder has " + Ladder.LAST + " rungs here");
      }
      ladder.put(severity, rungs);
    }
    fields.close();
    return ladder;
  }

  private Map<Severity, Period> aside(Fields root) {
    Map<Severity, Period> aside = new EnumMap<>(Severity.class);
    Optional<YamlNode> node = root.node("aside");
    if (node.isEmpty()) {
      faults.add(root.line(), "'aside' is missing");
      return aside;
    }
    Fields fields = Fields.of(node.get(), faults);
    for (Severity severity : Severity.values()) {
      fields
          .node(severity.name())
          .ifPresentOrElse(
              period -> aside.put(severity, period(period)),
              () -> faults.add(fields.line(), "'" + severity + "' is missing"));
    }
    fields.close();
    return aside;
  }

  private Period period(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      Matcher matcher = PERIOD.matcher(scalar.text());
      if (matcher.matches()) {
        int count = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
          case "clock hour" -> new Period.ClockHours(count);
          case "working hour" -> new Period.WorkingHours(count);
          default -> new Period.WorkingDays(count);
        };
      }
    }
    faults.add(node, "a period is such as '1 clock hour', '4 working hours' or '1 working day'");
    return new Period.WorkingDays(1);
  }

  private static String resource() {
    try (InputStream in = RoutingReader.class.getResourceAsStream(SHIPPED)) {
      return new String(Objects.requireNonNull(in, SHIPPED).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
