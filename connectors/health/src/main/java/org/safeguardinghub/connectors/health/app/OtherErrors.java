package org.safeguardinghub.connectors.health.app;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Errors that the controller did not answer. What the framework would say may quote the request, so
 * nothing of it is used.
 */
@Singleton
@Primary
final class OtherErrors implements ErrorResponseProcessor<String> {
  @Override
  public MutableHttpResponse<String> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpStatus status = HttpStatus.valueOf(response.code());
    IssueType type = status.getCode() >= 500 ? IssueType.EXCEPTION : IssueType.NOTSUPPORTED;
    return response
        .body(FhirAnswer.plain(status.getCode(), type, words(status)).text(false))
        .contentType(FhirController.JSON);
  }

  private static String words(HttpStatus status) {
    if (status.getCode() >= 500) {
      return "the hub failed: send the same again later; a repeat is harmless";
    }
    return switch (status.getCode()) {
      case 404, 405 -> "send a resource or a bundle with POST to /fhir; there is nothing else here";
      case 406, 415 -> "send application/fhir+json or application/fhir+xml, and accept one of them";
      default -> "the request cannot be understood: send a resource or a bundle with POST to /fhir";
    };
  }
}
