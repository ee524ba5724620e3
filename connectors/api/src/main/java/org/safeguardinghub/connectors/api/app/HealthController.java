package org.safeguardinghub.connectors.api.app;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import org.safeguardinghub.connectors.intake.receipt.ReceiptStore;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;

/** Says whether concerns can be taken. */
@Controller("/health")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HealthController {
  private final ReceiptStore receipts;

  HealthController(ReceiptStore receipts) {
    this.receipts = receipts;
  }

  /** UP or DOWN. */
  @Serdeable
  @Schema(name = "Health")
  record Health(@Schema(description = "UP, or DOWN: nothing can be recorded.") String status) {}

  @Get
  @Operation(summary = "Ask whether concerns can be taken")
  @SecurityRequirements
  HttpResponse<Health> health() {
    try {
      receipts.probe();
      return HttpResponse.ok(new Health("UP"));
    } catch (StoreUnavailable e) {
      return HttpResponse.<Health>status(HttpStatus.SERVICE_UNAVAILABLE).body(new Health("DOWN"));
    }
  }
}
