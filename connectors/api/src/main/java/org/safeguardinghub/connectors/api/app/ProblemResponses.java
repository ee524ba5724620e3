package org.safeguardinghub.connectors.api.app;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;

/**
 * Errors that no controller answered. What the framework would say may quote the request, so
 * nothing of it is used.
 */
@Singleton
@Primary
final class ProblemResponses implements ErrorResponseProcessor<Problem> {
  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpStatus status = HttpStatus.valueOf(response.code());
    return response
        .body(Problem.plain(status, status.getReason(), detail(status)))
        .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }

  private static String detail(HttpStatus status) {
    if (status.getCode() >= 500) {
      return "the hub failed: send the same again later; a repeat is harmless";
    }
    return switch (status.getCode()) {
      case 404 -> "there is nothing at this address; /openapi.yaml lists what there is";
      case 405 -> "this address does not take this method; /openapi.yaml lists what there is";
      case 406, 415 ->
          "send application/json, or application/x-ndjson to /v1/concerns/batch, and accept JSON";
      case 413 -> "send at most 256 KB in one concern; documents stay at the source";
      default -> "the request cannot be understood; /openapi.yaml describes what is expected";
    };
  }

  /** The store is away: nothing was recorded, and the sender must know that. */
  @Produces
  @Singleton
  static final class StoreAway implements ExceptionHandler<StoreUnavailable, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes") // the framework's own signature
    public HttpResponse<?> handle(HttpRequest request, StoreUnavailable exception) {
      return Problem.plain(
              HttpStatus.SERVICE_UNAVAILABLE,
              "Nothing was recorded",
              "the hub cannot record anything at the moment: send the same again in a few seconds; a repeat is harmless")
          .response()
          .header(HttpHeaders.RETRY_AFTER, "5");
    }
  }
}
