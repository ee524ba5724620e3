package org.safeguardinghub.connectors.education.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.read.JsonText;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.message.Refusal;

/** Reads a page of attendance marks as an attendance system answers it. */
public final class MarksPage {
  private static final List<String> NAMES =
      List.of("date", "session", "pupilId", "upn", "forenames", "surname", "dob", "code");

  private final AttendanceMapper marks;

  public MarksPage(EventCatalogue catalogue, String legalGateway) {
    marks = new AttendanceMapper(AttendanceCodes.load(catalogue), legalGateway);
  }

  /**
   * A page that was read.
   *
   * @param submissions what goes to the intake; what cannot be read is among them, to be refused
   *     and kept there
   * @param next the cursor behind this page
   * @param more whether the source has more now
   */
  public record Page(List<Submission> submissions, String next, boolean more) {
    public Page {
      submissions = List.copyOf(submissions);
    }
  }

  /** The page; empty if it is not of the form {@code {"marks": [..], "next": "..", "more": ..}}. */
  public Optional<Page> read(byte[] body) {
    if (!(JsonText.read(body) instanceof JsonText.Outcome.Read(JsonNode root))
        || !root.path("marks").isArray()
        || !root.path("next").isTextual()
        || !root.path("more").isBoolean()) {
      return Optional.empty();
    }
    List<Submission> submissions = new ArrayList<>();
    for (JsonNode mark : root.path("marks")) {
      submission(mark).ifPresent(submissions::add);
    }
    return Optional.of(
        new Page(submissions, root.path("next").asText(), root.path("more").asBoolean()));
  }

  private Optional<Submission> submission(JsonNode mark) {
    List<String> values = NAMES.stream().map(name -> mark.path(name).asText("")).toList();
    return switch (marks.map(new Cells(NAMES, values))) {
      case Fate.Send send -> Optional.of(send.submission());
      case Fate.Refused refused ->
          Optional.of(
              Submission.unreadable(
                  mark.toString().getBytes(UTF_8),
                  Refusal.whole(refused.step(), refused.reasonCode(), refused.whatToDo())));
      case Fate.NoEvent _, Fate.Repeated _ -> Optional.empty();
    };
  }
}
