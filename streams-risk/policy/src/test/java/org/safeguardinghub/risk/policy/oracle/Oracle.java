package org.safeguardinghub.risk.policy.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.safeguardinghub.risk.policy.evaluate.Evaluation;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** Both answers to one history about one pattern, and the smallest history on which they differ. */
final class Oracle {
  private static final Policy POLICY = PolicyFile.shipped(NaiveSets.CATALOGUE);

  private final String pattern;
  private final NaivePattern naive;

  Oracle(String pattern, NaivePattern naive) {
    this.pattern = pattern;
    this.naive = naive;
  }

  /** What the words of the catalogue say, one line for each finding. */
  List<String> words(Generated child) {
    return lines(naive.findings(new NaiveChild(child.subject(), child.entries()), child.now()));
  }

  /** What the evaluator says. */
  List<String> evaluated(Generated child) {
    Findings findings =
        Evaluation.evaluate(
            POLICY,
            child.subject(),
            Timeline.of(child.subject(), child.entries(), NaiveSets.CATALOGUE),
            child.now());
    List<NaiveFinding> all = new ArrayList<>();
    for (Finding finding : findings.findings()) {
      if (finding.pattern().equals(pattern)) {
        all.add(
            new NaiveFinding(
                pattern, finding.stage(), finding.firings().stream().map(Oracle::told).toList()));
      }
    }
    for (Notice notice : findings.notices()) {
      if (notice.pattern().equals(pattern)) {
        all.add(NaiveFinding.notice(pattern, notice.to().words(), notice.at(), notice.severity()));
      }
    }
    return lines(all);
  }

  private static NaiveFinding.Firing told(Firing firing) {
    return NaiveFinding.Firing.on(firing.date(), firing.severity(), firing.how());
  }

  private static List<String> lines(List<NaiveFinding> findings) {
    return findings.stream().map(NaiveFinding::toString).sorted().toList();
  }

  boolean disagree(Generated child) {
    return !words(child).equals(evaluated(child));
  }

  /** The same disagreement with as little as possible. */
  Generated shrunk(Generated child) {
    Generated small = child;
    Generated smaller = step(small);
    while (!smaller.equals(small)) {
      small = smaller;
      smaller = step(small);
    }
    return small;
  }

  private Generated step(Generated child) {
    for (int i = 0; i < child.entries().size(); i++) {
      List<TimelineEntry> without = new ArrayList<>(child.entries());
      TimelineEntry entry = without.remove(i);
      if (disagree(child.with(without))) {
        return child.with(without);
      }
      if (entry instanceof TimelineEntry.Event(AttributedEvent event)) {
        for (AttributedEvent plainer : plainer(event)) {
          List<TimelineEntry> with = new ArrayList<>(child.entries());
          with.set(i, new TimelineEntry.Event(plainer));
          if (!plainer.equals(event) && disagree(child.with(with))) {
            return child.with(with);
          }
        }
      }
    }
    return child;
  }

  private static List<AttributedEvent> plainer(AttributedEvent event) {
    List<AttributedEvent> plainer = new ArrayList<>();
    for (String name : event.attributes().keySet()) {
      Map<String, Object> fewer = new TreeMap<>(event.attributes());
      fewer.remove(name);
      plainer.add(with(event, fewer, event.links()));
    }
    AttributedEvent.Links links = event.links();
    plainer.add(
        with(
            event,
            event.attributes(),
            new AttributedEvent.Links(null, links.derivedFrom(), links.supersedes())));
    plainer.add(
        with(
            event,
            event.attributes(),
            new AttributedEvent.Links(links.incidentRef(), null, links.supersedes())));
    return plainer;
  }

  private static AttributedEvent with(
      AttributedEvent event, Map<String, Object> attributes, AttributedEvent.Links links) {
    return new AttributedEvent(
        event.eventId(),
        event.receiptId(),
        event.subjectIndex(),
        event.feed(),
        event.publisher(),
        event.type(),
        event.role(),
        event.whose(),
        event.places(),
        event.occurredAt(),
        event.receivedAt(),
        links,
        event.level(),
        event.assertion(),
        event.handling(),
        event.countable(),
        attributes,
        event.dateOfBirth());
  }

  /** The history in lines, with both answers. */
  String story(Generated child, long seed) {
    StringBuilder story =
        new StringBuilder("%s, history %d, as of %s%n".formatted(pattern, seed, child.now()));
    child.entries().stream()
        .map(Oracle::line)
        .sorted()
        .forEach(line -> story.append("  ").append(line).append('\n'));
    story.append("the words say      ").append(words(child)).append('\n');
    return story.append("the evaluator says ").append(evaluated(child)).toString();
  }

  private static String line(TimelineEntry entry) {
    if (entry instanceof TimelineEntry.Event(AttributedEvent event)) {
      return event.occurredAt().atZone(NaiveDays.LONDON).toLocalDateTime() + said(event);
    }
    if (entry instanceof TimelineEntry.DateOfBirth(String child, var date, var _)) {
      return child + " born " + date.reveal();
    }
    return entry.toString();
  }

  private static String said(AttributedEvent event) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("incident", String.valueOf(event.links().incidentRef()));
    parts.put("derivedFrom", String.valueOf(event.links().derivedFrom()));
    parts.put("supersedes", String.valueOf(event.links().supersedes()));
    parts.put("children", event.whose().children());
    parts.put("context", event.whose().context());
    parts.put("held back", !event.countable());
    parts.put("adult", String.valueOf(event.places().adult()));
    parts.put("born", event.birth().map(Object::toString).orElse("null"));
    parts.putAll(event.attributes());
    Predicate<Object> silent = value -> value.equals("null") || value.toString().equals("[]");
    StringBuilder text =
        new StringBuilder(
            " %s %s level %d by %s, %s, %s, %s"
                .formatted(
                    event.eventId(),
                    event.type(),
                    event.level(),
                    event.publisher().agency(),
                    event.role(),
                    event.assertion(),
                    event.handling()));
    parts.forEach(
        (name, value) -> {
          boolean ordinary = name.equals("context") || name.equals("held back");
          if (!silent.test(value) && !(ordinary && Boolean.FALSE.equals(value))) {
            text.append(", ").append(name).append('=').append(value);
          }
        });
    return text.toString();
  }
}
