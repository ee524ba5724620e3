package org.safeguardinghub.connectors.drop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.connectors.intake.Ready;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.Step;

/** An intake that keeps what it received in memory, as the real one does in its database. */
final class Register implements Door {
  /** The process died. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  final Map<String, JsonNode> received = new LinkedHashMap<>();

  /** Of what no message could be made, by receipt: what was said of it first. */
  final Map<String, Refusal> unmade = new LinkedHashMap<>();

  final List<Integer> batches = new ArrayList<>();
  int unavailable;
  Optional<Integer> crashAfterBatch = Optional.empty();

  @Override
  public Ready ready(Feed feed, List<Submission> submissions) {
    return () -> record(submissions);
  }

  private List<Result> record(List<Submission> submissions) {
    if (unavailable > 0) {
      unavailable--;
      throw new StoreUnavailable("08001");
    }
    batches.add(submissions.size());
    List<Result> results = new ArrayList<>();
    for (Submission submission : submissions) {
      results.add(receive(submission));
    }
    if (crashAfterBatch.filter(n -> n == batches.size()).isPresent()) {
      throw new Crash();
    }
    return results;
  }

  private Result receive(Submission submission) {
    if (submission.unreadable().isPresent()) {
      Refusal refusal = submission.unreadable().get();
      String receipt =
          "r-" + Arrays.hashCode(submission.body().reveal()) + "-" + refusal.reasonCode();
      unmade.putIfAbsent(receipt, refusal);
      return new Result.Refused(receipt, refusal);
    }
    JsonNode message = read(submission);
    String id = message.path("sourceRecordId").asText();
    if (message.path("type").asText().equals("EDU-XXX-99")) {
      return new Result.Refused(
          "r-" + id,
          Refusal.at(
              Step.CATALOGUE, "UNKNOWN_TYPE", "use an event type of the catalogue", "/type"));
    }
    boolean first = received.putIfAbsent(id, message) == null;
    return new Result.Accepted("r-" + id, "e-" + id, first, true, false);
  }

  private static JsonNode read(Submission submission) {
    try {
      return new ObjectMapper().readTree(submission.body().reveal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
