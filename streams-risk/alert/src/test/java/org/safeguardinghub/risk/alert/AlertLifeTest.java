package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;

/**
 * The picture of an alert's life in the README: every input is tried in every state that the rules
 * lead to, until nothing new comes.
 */
final class AlertLifeTest {
  private static final Instant MORNING = Desks.at("2026-03-02T10:00:00");
  private static final String BEFORE = "[*]";
  private static final ChildSituation PLAN =
      new ChildSituation(false, Set.of(CaseKind.CHILD_PROTECTION), false, false, false, false);

  /** An input, by the word for it. */
  private record Tried(String word, AlertInput input) {}

  /** A state of the one alert, and the situation of its child. */
  private record Node(AlertState state, Situation situation) {}

  private record Move(String from, String to) {}

  private final Desks desks = new Desks();
  private final Map<Move, Set<String>> moves =
      new TreeMap<>(
          Comparator.comparing((Move move) -> !move.from().equals(BEFORE))
              .thenComparing(Move::from)
              .thenComparing(Move::to));
  private final Set<String> passedOver = new TreeSet<>();
  private final Set<Class<?>> inputs = new HashSet<>();
  private final Set<Class<?>> actions = new HashSet<>();
  private final Set<Class<?>> states = new HashSet<>();
  private Instant now = MORNING;
  private int count;

  @Test
  void theLifeOfAnAlertIsAsPictured() throws IOException {
    explore();
    assertThat(inputs).containsExactlyInAnyOrder(AlertInput.class.getPermittedSubclasses());
    assertThat(actions).containsExactlyInAnyOrder(Action.class.getPermittedSubclasses());
    assertThat(states).containsExactlyInAnyOrder(Alert.class.getPermittedSubclasses());
    Golden.part("README.md", "an alert's life", picture());
  }

  private void explore() {
    Set<String> known = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    open.add(new Node(AlertState.empty(Desks.CHILD), Situation.UNKNOWN));
    while (!open.isEmpty()) {
      Node node = open.removeFirst();
      for (Tried tried : inputs(node)) {
        Node after = tried(node, tried);
        // A second alert has a life of its own.
        if (after.state().alerts().size() == 1 && known.add(key(after))) {
          open.addLast(after);
        }
      }
    }
  }

  private Node tried(Node node, Tried tried) {
    desks.state = node.state();
    desks.fold(tried.input());
    inputs.add(tried.input().getClass());
    if (tried.input() instanceof AlertInput.Acted(Action action, _)) {
      actions.add(action.getClass());
    }
    String from = kind(node.state());
    for (AlertOutput output : desks.outputs) {
      if (output instanceof AlertOutput.PassedOver passed) {
        passedOver.add(from + ": `" + tried.word() + "`, " + words(passed.why()));
      }
    }
    String to = kind(desks.state);
    boolean another = desks.state.alerts().size() > 1;
    if (!another && (!from.equals(to) || !desks.changes().isEmpty())) {
      moves.computeIfAbsent(new Move(from, to), _ -> new TreeSet<>()).add(tried.word());
    }
    desks.state.alerts().values().forEach(alert -> states.add(alert.getClass()));
    return new Node(desks.state, tried.input().moment().situation());
  }

  private List<Tried> inputs(Node node) {
    now = now.plus(Duration.ofMillis(1));
    count++;
    desks.situation = node.situation();
    Moment moment = desks.moment(now);
    if (node.state().alerts().isEmpty()) {
      return beginnings(moment);
    }
    Alert alert = node.state().alerts().values().iterator().next();
    Situation other =
        node.situation().equals(Situation.UNKNOWN) ? Situation.of(PLAN) : Situation.UNKNOWN;
    String due = alert.due().map(Deadline::id).orElse("none");
    List<Tried> all = new ArrayList<>(actions(alert, moment));
    for (String finding : List.of("f-1", "f-2")) {
      Finding reason = reason(finding, severity(alert, finding));
      all.add(new Tried(word("Raised", alert, reason, true), raised(reason, moment)));
      all.add(new Tried(withdrawing(alert, finding), withdrawn(finding, moment)));
    }
    all.add(strengthened(alert, severity(alert, "f-1"), true, moment));
    all.add(strengthened(alert, severity(alert, "f-1"), false, moment));
    all.add(strengthened(alert, Severity.S2, true, moment));
    all.addAll(
        List.of(
            new Tried(
                "DeadlineReached", new AlertInput.DeadlineReached(alert.id(), due, now, moment)),
            new Tried(
                "SurroundingsChanged",
                new AlertInput.SurroundingsChanged(new Moment(now, desks.directory, other))),
            new Tried(
                "Undelivered",
                new AlertInput.Undelivered(
                    "u-" + count,
                    alert.id(),
                    alert.dossier().owner().personId(),
                    "smtp-550",
                    moment)),
            new Tried("MovedOut", new AlertInput.MovedOut(moment))));
    return all;
  }

  /** A first finding, or an alert that comes from another subject in any of its states. */
  private List<Tried> beginnings(Moment moment) {
    List<Tried> all = new ArrayList<>();
    all.add(new Tried("Raised", raised(reason("f-1", Severity.S3), moment)));
    Desks open = new Desks().raise(reason("f-1", Severity.S3), now);
    Desks answered = new Desks().raise(reason("f-1", Severity.S3), now).acknowledge("b-1", now);
    Desks closed = new Desks().raise(reason("f-1", Severity.S3), now).acknowledge("b-1", now);
    closed.act(
        new Action.Close(
            "b-2", closed.only().id(), closed.only().dossier().owner().personId(), now));
    Desks withdrawn = new Desks().raise(reason("f-1", Severity.S3), now).withdraw("f-1", now);
    for (Desks elsewhere : List.of(open, answered, closed, withdrawn)) {
      all.add(
          new Tried(
              "MovedIn",
              new AlertInput.MovedIn(List.of(elsewhere.only()), "the child is born", moment)));
    }
    return all;
  }

  private List<Tried> actions(Alert alert, Moment moment) {
    String id = "a-" + count;
    String by = alert.dossier().owner().personId();
    desks.state = AlertState.empty(Desks.CHILD).with(alert);
    return List.of(
        acted("Opened", new Action.Opened(id, alert.id(), by, now), moment),
        acted("Acknowledge", desks.answer(id, now, OptionalLong.empty()), moment),
        acted(
            "Acknowledge (an earlier picture)", desks.answer(id, now, OptionalLong.of(0)), moment),
        acted("NotMine", new Action.NotMine(id, alert.id(), by, now), moment),
        acted("Reassign", new Action.Reassign(id, alert.id(), by, now, "named-nurse"), moment),
        acted("Close", new Action.Close(id, alert.id(), by, now), moment),
        acted(
            "PutAside",
            new Action.PutAside(id, alert.id(), by, now, now.plus(Duration.ofDays(1))),
            moment),
        acted(
            "PutAside (for years)",
            new Action.PutAside(id, alert.id(), by, now, now.plus(Duration.ofDays(1000))),
            moment),
        acted("Confirm", new Action.Confirm(id, alert.id(), by, now), moment),
        acted("Disagree", new Action.Disagree(id, alert.id(), by, now, 1, Desks.words(id)), moment),
        acted("BrokeGlass", new Action.BrokeGlass(id, alert.id(), by, now), moment),
        acted("Settle", new Action.Settle(id, alert.id(), by, now, Desks.words(id)), moment),
        acted("Plan", Desks.plan(id, alert, now, now.plus(Duration.ofDays(2))), moment),
        acted("Plan (for the past)", Desks.plan(id, alert, now, now), moment),
        acted("MarkPlanned", mark(alert, id, by), moment),
        acted("DecideSharing", Desks.share(id, alert, now, false), moment));
  }

  private Action mark(Alert alert, String id, String by) {
    String planned =
        alert.dossier().minutes().plan().stream()
            .filter(PlannedAction::open)
            .map(PlannedAction::id)
            .findFirst()
            .orElse("nothing");
    return new Action.MarkPlanned(id, alert.id(), by, now, planned, true, Desks.words(id));
  }

  private static Tried acted(String word, Action action, Moment moment) {
    return new Tried(word, new AlertInput.Acted(action, moment));
  }

  private static AlertInput raised(Finding reason, Moment moment) {
    return new AlertInput.Raised(reason, Optional.empty(), 1, moment);
  }

  private Tried strengthened(Alert alert, Severity severity, boolean rings, Moment moment) {
    Finding reason = reason("f-1", severity);
    return new Tried(
        word("Strengthened", alert, reason, rings),
        new AlertInput.Strengthened(reason, Optional.empty(), rings, 1, moment));
  }

  private static AlertInput withdrawn(String finding, Moment moment) {
    return new AlertInput.Withdrawn(finding, "its evidence was corrected", 1, moment);
  }

  /** A reason that rests on something new each time. */
  private Finding reason(String id, Severity severity) {
    return Desks.finding(
        id, "P03", severity, Desks.evidence("e-" + count, OriginFamily.CSC, 3, HandlingClass.H1));
  }

  /** The severity of a reason never falls while it stands. */
  private static Severity severity(Alert alert, String finding) {
    return alert.dossier().finding(finding).map(Finding::severity).orElse(Severity.S3);
  }

  private static String word(String input, Alert alert, Finding reason, boolean rings) {
    Optional<Finding> held = alert.dossier().finding(reason.id());
    if (held.isEmpty()) {
      return input + " (a further reason)";
    }
    if (!held.get().standing()) {
      return input + " (a reason comes back)";
    }
    if (reason.severity().moreUrgentThan(alert.dossier().severity())) {
      return input + " (more urgent)";
    }
    return input + (rings ? " (further evidence)" : " (quietly)");
  }

  private static String withdrawing(Alert alert, String finding) {
    boolean others = alert.dossier().standing().stream().anyMatch(one -> !one.id().equals(finding));
    return others ? "Withdrawn (one of several reasons)" : "Withdrawn (the last reason)";
  }

  private static String kind(AlertState state) {
    return state.alerts().values().stream()
        .findFirst()
        .map(
            alert ->
                switch (alert) {
                  case Alert.Open _ -> "Open";
                  case Alert.Acknowledged _ -> "Acknowledged";
                  case Alert.Withdrawn _ -> "Withdrawn";
                  case Alert.Closed _ -> "Closed";
                })
        .orElse(BEFORE);
  }

  /** What decides about what may come next. */
  private static String key(Node node) {
    Alert alert = node.state().alerts().values().iterator().next();
    Dossier dossier = alert.dossier();
    Set<String> standing = new TreeSet<>();
    dossier.standing().forEach(one -> standing.add(one.id()));
    Set<String> reasons = new TreeSet<>();
    dossier.findings().forEach(one -> reasons.add(one.id()));
    return String.join(
        " ",
        kind(node.state()),
        standing.toString(),
        reasons.toString(),
        standing.isEmpty() ? "" : dossier.severity().name(),
        dossier.owner().role(),
        dossier.custody().rung() + "",
        node.situation().equals(Situation.UNKNOWN) + "",
        alert.due().isPresent() + "",
        dossier.minutes().plan().stream().anyMatch(PlannedAction::open) + "");
  }

  private static String words(AlertOutput.Why why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String picture() {
    StringBuilder picture = new StringBuilder("```mermaid\nstateDiagram-v2\n");
    moves.forEach(
        (move, words) ->
            picture.append(
                "  %s --> %s : %s\n"
                    .formatted(move.from(), move.to(), String.join("<br/>", words))));
    picture.append("```\nPassed over, with the reason:\n");
    passedOver.forEach(line -> picture.append("- ").append(line).append('\n'));
    return picture.toString();
  }
}
