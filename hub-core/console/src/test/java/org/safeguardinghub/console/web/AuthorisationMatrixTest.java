package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.testing.MatrixHub;
import org.safeguardinghub.console.testing.MatrixHub.Case;
import org.safeguardinghub.console.testing.MatrixHub.Seat;

/**
 * Every route of the console, asked by every role about every handling class, over the real server.
 * What each was answered is a reviewed file; {@code -Dgolden.update} rewrites it.
 */
final class AuthorisationMatrixTest {
  private static final Path REVIEWED = Path.of("AUTHORISATION.md");

  @Test
  void everyRouteAnswersEveryRoleAsReviewedAndNoFormWithoutItsToken(@TempDir Path folder)
      throws Exception {
    String actual;
    try (MatrixHub hub = MatrixHub.start(folder)) {
      checkTokens(hub);
      actual = matrix(hub);
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(REVIEWED, actual);
    }
    assertThat(actual).isEqualTo(reviewed());
  }

  private static void checkTokens(MatrixHub hub) throws Exception {
    Seat seat = hub.seats().getFirst();
    for (String route : hub.routes()) {
      if (route.startsWith("POST ")) {
        Case first = hub.cases(route).getFirst();
        assertThat(
                seat.browser()
                    .post(seat.path(first), Map.of("csrf", "of-another-session"))
                    .statusCode())
            .as(route)
            .isEqualTo(403);
      }
    }
  }

  private static String reviewed() throws IOException {
    return Files.exists(REVIEWED) ? Files.readString(REVIEWED) : "";
  }

  private static String matrix(MatrixHub hub) throws Exception {
    StringBuilder text = new StringBuilder(MatrixHub.HEADING);
    List<String> routes = new ArrayList<>(hub.routes());
    // Whoever has signed out is nobody any more.
    routes.remove("POST /sign-out");
    routes.add("POST /sign-out");
    for (String route : routes) {
      List<Case> cases = hub.cases(route);
      assertThat(cases)
          .as("the route %s is new: say in MatrixHub what is asked", route)
          .isNotEmpty();
      Map<String, List<String>> aboutByAnswers = new LinkedHashMap<>();
      for (Case each : cases) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        List<Seat> seats = hub.seats();
        List<String> asked = seats.parallelStream().map(seat -> seat.ask(route, each)).toList();
        for (int i = 0; i < seats.size(); i++) {
          answers
              .computeIfAbsent(asked.get(i), answer -> new ArrayList<>())
              .add(seats.get(i).name());
        }
        aboutByAnswers.computeIfAbsent(words(answers), same -> new ArrayList<>()).add(each.about());
      }
      aboutByAnswers.forEach(
          (answers, about) ->
              text.append("| `%s` | %s | %s |\n".formatted(route, together(about), answers)));
    }
    return text.toString();
  }

  /** "own, item of H0, H1" where each says "own, item of ". */
  private static String together(List<String> about) {
    String of = ", item of ";
    Map<String, String> byOwner = new LinkedHashMap<>();
    for (String one : about) {
      int at = one.indexOf(of);
      String owner = at < 0 ? one : one.substring(0, at);
      byOwner.merge(owner, one, (all, next) -> all + ", " + next.substring(at + of.length()));
    }
    return String.join("; ", byOwner.values());
  }

  /** The commonest answer last, as that of all others. */
  private static String words(Map<String, List<String>> answers) {
    int most = answers.values().stream().mapToInt(List::size).max().orElse(0);
    Map<String, String> few = new TreeMap<>();
    String others = "";
    for (Map.Entry<String, List<String>> answer : answers.entrySet()) {
      if (answer.getValue().size() == most && others.isEmpty()) {
        others =
            answers.size() == 1
                ? "**%s**: everybody".formatted(answer.getKey())
                : "**%s**: all others (%d)".formatted(answer.getKey(), most);
      } else {
        few.put(answer.getKey(), String.join(", ", answer.getValue()));
      }
    }
    String first =
        few.entrySet().stream()
            .map(answer -> "**%s**: %s; ".formatted(answer.getKey(), answer.getValue()))
            .collect(Collectors.joining());
    return first + others;
  }
}
