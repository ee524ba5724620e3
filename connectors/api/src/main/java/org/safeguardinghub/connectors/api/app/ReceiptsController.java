package org.safeguardinghub.connectors.api.app;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safeguardinghub.connectors.intake.receipt.ReceiptStore;
import org.safeguardinghub.connectors.intake.receipt.ReceiptView;

/** Tells a sender what became of its concern. */
@Controller("/v1/receipts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReceiptsController {
  private static final Pattern FORM = Pattern.compile("r-[A-Za-z0-9_-]{10,60}");

  private final ReceiptStore receipts;

  ReceiptsController(ReceiptStore receipts) {
    this.receipts = receipts;
  }

  @Get("/{id}")
  @Operation(
      summary = "Ask what became of a concern",
      description = "Only the feed that sent it may ask.")
  @ApiResponse(
      responseCode = "200",
      description = "Where it stands.",
      content = @Content(schema = @Schema(implementation = Answers.Receipt.class)))
  @ApiResponse(
      responseCode = "401",
      description = "No token, or not one of the hub.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_PROBLEM,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "404",
      description = "No receipt of this feed.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_PROBLEM,
              schema = @Schema(implementation = Problem.class)))
  HttpResponse<?> receipt(HttpRequest<?> request, String id) {
    Optional<ReceiptStore.Stored> found =
        FORM.matcher(id).matches()
            ? receipts.find(TokenFilter.feedOf(request).name(), id)
            : Optional.empty();
    return found
        .<HttpResponse<?>>map(stored -> HttpResponse.ok(Answers.receipt(ReceiptView.of(stored))))
        .orElseGet(
            () ->
                Problem.plain(
                        HttpStatus.NOT_FOUND,
                        "No such receipt",
                        "ask with a receipt that your own feed was given")
                    .response());
  }
}
