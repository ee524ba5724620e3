package org.safeguardinghub.connectors.api.app;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.kernel.message.Refusal;

/**
 * An error as RFC 9457 describes it. It never repeats what was sent.
 *
 * @param type kind of problem
 * @param title the kind in words
 * @param status HTTP status
 * @param detail what to do
 * @param step the check that refused
 * @param reasonCode why, as a code
 * @param pointer where in the message
 * @param receiptId the receipt of a refused message
 */
@Serdeable
@Schema(name = "Problem", description = "An error (RFC 9457). It never repeats what was sent.")
record Problem(
    @Schema(description = "Kind of problem, a URN.") String type,
    @Schema(description = "The kind in words.") String title,
    @Schema(description = "HTTP status.") int status,
    @Schema(description = "What to do.") String detail,
    @Schema(
            description =
                "The check that refused: SHAPE, CATALOGUE, LAWFUL_BASIS, HANDLING, TIME or DUPLICATE.")
        @Nullable String step,
    @Schema(description = "Why, as a code.") @Nullable String reasonCode,
    @Schema(description = "Where in the message: a JSON pointer, or line and column.")
        @Nullable String pointer,
    @Schema(description = "Receipt of the refused message.") @Nullable String receiptId) {

  static Problem plain(HttpStatus status, String title, String detail) {
    return new Problem(urn(status.name()), title, status.getCode(), detail, null, null, null, null);
  }

  static Problem refused(Result.Refused refused, HttpStatus status) {
    Refusal refusal = refused.refusal();
    return new Problem(
        urn(refusal.reasonCode()),
        "The concern was refused by the check " + refusal.step(),
        status.getCode(),
        refusal.explanation(),
        refusal.step().name(),
        refusal.reasonCode(),
        refusal.pointer().orElse(null),
        refused.receiptId());
  }

  MutableHttpResponse<Problem> response() {
    return HttpResponse.<Problem>status(HttpStatus.valueOf(status))
        .body(this)
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }

  private static String urn(String name) {
    return "urn:safeguarding-hub:problem:" + name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
