package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.moment;
import static org.safeguardinghub.risk.policy.Told.told;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.decide.Decision;

/**
 * The picture of a finding's life in the README: what one decision about a finding may follow
 * another, found by telling the same things in every order.
 */
final class FindingLifeTest {
  private static final Instant NOW = moment("2026-04-10T12:00");
  private static final String BEFORE = "[*]";
  private static final Told DAMP = told("HSG-DIS-01", "2026-02-05T10:30");

  /** Four pieces of a jigsaw, what strengthens and corrects it, and a case that is open late. */
  private static final List<Told> TOLD =
      List.of(
          told("EDU-NEG-01", "2026-01-14T09:10"),
          told("HOS-WNB-02", "2026-01-28T14:00"),
          DAMP,
          told("EDU-NEG-02", "2026-02-12T08:55"),
          told("EDU-BUL-01", "2026-02-02T09:00"),
          told("DEN-NEG-01", "2026-03-25T15:00"),
          told("POL-PPN-02", "2026-03-28T21:00"),
          told("CSC-CIN-01", "2026-03-20T09:00"),
          told("ADM-COR-01", "2026-02-16T09:00")
              .superseding(DAMP.event().eventId())
              .with("retracts", true));

  /** A state of the subject, what was decided last about each finding, and what is not told yet. */
  private record Node(State state, Map<String, String> last, Set<Integer> untold) {}

  /** From one decision to the next, with the words of the second. */
  private record Move(String from, String to) {}

  private final RiskPolicy risk = new RiskPolicy(Story.POLICY.only("P03"), Told.CATALOGUE);
  private final Map<Move, Set<String>> moves =
      new TreeMap<>(
          Comparator.comparing((Move move) -> !move.from().equals(BEFORE))
              .thenComparing(Move::from)
              .thenComparing(Move::to));
  private final Set<Class<?>> seen = new HashSet<>();

  @Test
  void theLifeOfAFindingIsAsPictured() throws IOException {
    explore();
    assertThat(seen).containsExactlyInAnyOrder(Decision.class.getPermittedSubclasses());
    Golden.part("README.md", "a finding's life", picture());
  }

  private void explore() {
    SubjectRef child = SubjectRef.child("c-rowan");
    Set<Integer> all = new TreeSet<>();
    for (int i = 0; i < TOLD.size(); i++) {
      all.add(i);
    }
    // The order of the first two alone shows nowhere: both are known before anything is found.
    Node first = heard(heard(new Node(State.empty(child), Map.of(), all), 0), 1);
    Deque<Node> open = new ArrayDeque<>(List.of(first));
    Set<Node> known = new HashSet<>(open);
    while (!open.isEmpty()) {
      Node node = open.removeFirst();
      for (int next : node.untold()) {
        Node after = heard(node, next);
        if (known.add(after)) {
          open.addLast(after);
        }
      }
    }
  }

  private Node heard(Node node, int next) {
    Told event = TOLD.get(next);
    Step step =
        risk.fold(node.state(), new Input.Recorded(event.entry().key(), NOW, event.entry()));
    Map<String, String> last = new TreeMap<>(node.last());
    for (Decision decision : step.decisions()) {
      seen.add(decision.getClass());
      String before = last.getOrDefault(decision.findingId(), BEFORE);
      String after = name(decision);
      moves.computeIfAbsent(new Move(before, after), _ -> new TreeSet<>()).addAll(words(decision));
      last.put(decision.findingId(), after);
    }
    Set<Integer> untold = new TreeSet<>(node.untold());
    untold.remove(next);
    return new Node(step.state(), last, untold);
  }

  private static String name(Decision decision) {
    return switch (decision) {
      case Decision.Raise _ -> "Raised";
      case Decision.Strengthen _ -> "Strengthened";
      case Decision.Update _ -> "Updated";
      case Decision.Withdraw _ -> "Withdrawn";
      case Decision.Tell _ -> "Notice";
    };
  }

  private static Set<String> words(Decision decision) {
    return switch (decision) {
      case Decision.Strengthen stronger -> Set.of(stronger.how());
      case Decision.Update update -> Set.copyOf(update.changed());
      case Decision.Raise _, Decision.Withdraw _, Decision.Tell _ -> Set.of();
    };
  }

  private String picture() {
    StringBuilder picture = new StringBuilder("```mermaid\nstateDiagram-v2\n");
    moves.forEach(
        (move, words) ->
            picture
                .append("  %s --> %s".formatted(move.from(), move.to()))
                .append(words.isEmpty() ? "" : " : " + String.join(", ", words))
                .append('\n'));
    return picture.append("```\n").toString();
  }
}
