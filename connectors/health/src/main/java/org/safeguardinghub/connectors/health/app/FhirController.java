package org.safeguardinghub.connectors.health.app;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.health.fhir.FhirForm;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;

/** Takes one resource or bundle at a time. */
@Controller("/fhir")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FhirController {
  static final String JSON = "application/fhir+json";
  static final String XML = "application/fhir+xml";

  /** One byte more shows that there is more. */
  static final int LARGEST = 5 * 1024 * 1024;

  private final FhirForm form;
  private final Desk desk;

  FhirController(FhirForm form, Desk desk) {
    this.form = form;
    this.desk = desk;
  }

  @Post
  @Consumes({JSON, XML, "application/json", "application/xml", "text/xml"})
  @Produces({JSON, XML})
  HttpResponse<String> take(HttpRequest<?> request, @Body InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LARGEST + 1);
    boolean xml = wantsXml(request);
    if (bytes.length > LARGEST) {
      // Read to the end: a sender that is still writing would see a broken connection.
      body.transferTo(OutputStream.nullOutputStream());
      return response(
          FhirAnswer.plain(
              HttpStatus.REQUEST_ENTITY_TOO_LARGE.getCode(),
              IssueType.TOOLONG,
              "send at most 5 MiB at a time; documents stay at the source"),
          xml);
    }
    try {
      FhirForm.Taken taken = desk.oneOfFew(() -> form.take(bytes));
      return response(
          answer(desk.take(TokenFilter.feedOf(request), bytes, taken.items()), taken.bundleType()),
          xml);
    } catch (StoreUnavailable e) {
      return response(
              FhirAnswer.plain(
                  HttpStatus.SERVICE_UNAVAILABLE.getCode(),
                  IssueType.TRANSIENT,
                  "nothing was recorded: send the same again in a few seconds; a repeat is harmless"),
              xml)
          .header(HttpHeaders.RETRY_AFTER, "5");
    }
  }

  private static FhirAnswer answer(List<Desk.Outcome> outcomes, String bundleType) {
    boolean entries = outcomes.stream().allMatch(one -> one.item().place().unit().equals("entry"));
    return entries
        ? FhirAnswer.entries(outcomes, bundleType.equals("transaction"))
        : FhirAnswer.whole(outcomes);
  }

  /** The form of the answer is that which is asked for, else that which was sent. */
  static boolean wantsXml(HttpRequest<?> request) {
    String accept = or(request.getHeaders().get(HttpHeaders.ACCEPT));
    if (accept.contains("xml") || accept.contains("json")) {
      return accept.contains("xml") && !accept.contains("json");
    }
    return or(request.getHeaders().get(HttpHeaders.CONTENT_TYPE)).contains("xml");
  }

  private static String or(@Nullable String header) {
    return header == null ? "" : header;
  }

  static MutableHttpResponse<String> response(FhirAnswer answer, boolean xml) {
    return HttpResponse.<String>status(HttpStatus.valueOf(answer.status()))
        .body(answer.text(xml))
        .contentType(xml ? XML : JSON);
  }
}
