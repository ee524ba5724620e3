package org.safeguardinghub.connectors.api.app;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.receipt.Answered;
import org.safeguardinghub.connectors.intake.receipt.ReceiptView;
import org.safeguardinghub.kernel.message.Refusal;

/** Results of the intake as answers over HTTP. */
final class Answers {
  /** The text is not JSON at all: the request is bad, rather than its content. */
  private static final Set<String> UNREADABLE =
      Set.of("MALFORMED_JSON", "NOT_UTF8", "DUPLICATE_KEY", "TOO_DEEP_OR_LONG");

  private static final String OWED = "name the legal gateway within one working day";

  private Answers() {}

  /** A concern that was taken in. */
  @Serdeable
  @Schema(name = "Accepted", description = "The concern is recorded and will not be lost.")
  record Accepted(
      @Schema(description = "Ask with it what became of the concern.") String receiptId,
      @Schema(description = "Id of the event; name it to correct or echo it.") String eventId,
      @Schema(description = "True: the same concern had come before, this is its first receipt.")
          boolean repeat,
      @Schema(description = "What the sender still owes.") @Nullable String owed) {}

  /** What became of one line of a batch. */
  @Serdeable
  @Schema(name = "LineResult", description = "What became of one line of a batch.")
  record Line(
      @Schema(description = "Number of the line, from 1.") int line,
      @Schema(
              description =
                  "accepted, repeat, refused, or stopped: this line and those after it were not taken.")
          String outcome,
      @Nullable String receiptId,
      @Nullable String eventId,
      @Schema(description = "The check that refused; FORM: no message could be made of it.")
          @Nullable String step,
      @Nullable String reasonCode,
      @Schema(description = "What to do.") @Nullable String explanation,
      @Nullable String pointer) {}

  /** A receipt. */
  @Serdeable
  @Schema(
      name = "Receipt",
      description = "What became of a concern, as far as its sender may know.")
  record Receipt(
      String receiptId,
      @Nullable String eventId,
      Instant receivedAt,
      @Schema(
              description =
                  "received, waiting for identity, processed or refused. Processed does not tell whether the child was known.")
          String status,
      @Schema(
              description =
                  "yes, no, or withheld: the handling class (H2 and stricter) does not let the sender know.")
          String ledToAlert,
      @Schema(
              description =
                  "What the person who is responsible for that alert decided: acted on, already known, not relevant, about another child, or more is needed. Absent as long as nobody has decided, and wherever ledToAlert is withheld.")
          @Nullable String answer,
      @Nullable String step,
      @Nullable String reasonCode,
      @Schema(description = "What to do.") @Nullable String explanation,
      @Nullable String pointer,
      @Schema(description = "Receipt of the refused concern that this one puts right.")
          @Nullable String resubmissionOf,
      @Schema(description = "Receipt under which this refused concern was sent in again.")
          @Nullable String resubmittedAs) {}

  static HttpResponse<?> of(Result result) {
    return switch (result) {
      case Result.Accepted accepted -> accepted(accepted);
      case Result.Refused refused -> Problem.refused(refused, status(refused.refusal())).response();
    };
  }

  static Line line(int number, Result result) {
    return switch (result) {
      case Result.Accepted accepted ->
          new Line(
              number,
              accepted.firstTime() ? "accepted" : "repeat",
              accepted.receiptId(),
              accepted.eventId(),
              null,
              null,
              accepted.gatewayOwed() ? OWED : null,
              null);
      case Result.Refused(String receiptId, Refusal refusal) ->
          new Line(
              number,
              "refused",
              receiptId,
              null,
              refusal.step().name(),
              refusal.reasonCode(),
              refusal.explanation(),
              refusal.pointer().orElse(null));
    };
  }

  static Line stopped(int number, String reasonCode, String explanation) {
    return new Line(number, "stopped", null, null, null, reasonCode, explanation, null);
  }

  static Receipt receipt(ReceiptView view) {
    Optional<Refusal> refusal = view.refusal();
    return new Receipt(
        view.receiptId(),
        view.eventId().orElse(null),
        view.receivedAt(),
        view.status().words(),
        view.ledToAlert().name().toLowerCase(Locale.ROOT),
        view.answer().map(Answered.Answer::words).orElse(null),
        refusal.map(r -> r.step().name()).orElse(null),
        refusal.map(Refusal::reasonCode).orElse(null),
        refusal.map(Refusal::explanation).orElse(null),
        refusal.flatMap(Refusal::pointer).orElse(null),
        view.resubmissionOf().orElse(null),
        view.resubmittedAs().orElse(null));
  }

  private static HttpResponse<Accepted> accepted(Result.Accepted accepted) {
    Accepted body =
        new Accepted(
            accepted.receiptId(),
            accepted.eventId(),
            !accepted.firstTime(),
            accepted.gatewayOwed() ? OWED : null);
    HttpStatus status =
        accepted.firstTime()
            ? (accepted.published() ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
            : HttpStatus.OK;
    return HttpResponse.<Accepted>status(status)
        .body(body)
        .header("Location", URI.create("/v1/receipts/" + accepted.receiptId()).toString());
  }

  private static HttpStatus status(Refusal refusal) {
    if (UNREADABLE.contains(refusal.reasonCode())) {
      return HttpStatus.BAD_REQUEST;
    }
    return switch (refusal.reasonCode()) {
      case "TOO_LARGE" -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
      case "ID_REUSED" -> HttpStatus.CONFLICT;
      case String _ -> HttpStatus.UNPROCESSABLE_ENTITY;
    };
  }
}
