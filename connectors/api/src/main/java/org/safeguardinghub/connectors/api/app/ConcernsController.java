package org.safeguardinghub.connectors.api.app;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import org.safeguardinghub.connectors.api.IdempotencyKey;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.kernel.message.StrictJson;

/** Takes concerns, one or many. */
@Controller("/v1/concerns")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConcernsController {
  private static final String KEY = "Idempotency-Key";
  private static final String NDJSON = "application/x-ndjson";

  private final Intake intake;
  private final ObjectMapper json;

  ConcernsController(Intake intake, ObjectMapper json) {
    this.intake = intake;
    this.json = json;
  }

  @Post
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Send one concern",
      parameters =
          @Parameter(
              name = KEY,
              in = ParameterIn.HEADER,
              description =
                  "Stands for an id in the body: 1 to 128 visible characters in double quotes.",
              schema = @Schema(implementation = String.class)),
      description =
          "The sender is who the token says. The same concern again is harmless and gets the first receipt. An id comes"
              + " from eventId, else from sourceRecordId, else from the header Idempotency-Key.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ConcernBody.class)))
  @ApiResponse(
      responseCode = "201",
      description = "Recorded and passed on.",
      content = @Content(schema = @Schema(implementation = Answers.Accepted.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Recorded; it is passed on once the hub's log is reachable again.",
      content = @Content(schema = @Schema(implementation = Answers.Accepted.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The same concern had come before; this is its first receipt.",
      content = @Content(schema = @Schema(implementation = Answers.Accepted.class)))
  @ApiResponse(
      responseCode = "400",
      description =
          "Not readable as JSON: not UTF-8, malformed, a key twice, too deep or too long.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_PROBLEM,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "401",
      description = "No token, or not one of the hub.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_PROBLEM,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "409",
      description = "The id was used for another content.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_PROBLEM,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "413",
      description = "More than 256 KB.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_PROBLEM,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "422",
      description = "Refused by a check; step, reason and place are named.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_PROBLEM,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "503",
      description = "Nothing was recorded: send the same again.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_PROBLEM,
              schema = @Schema(implementation = Problem.class)))
  HttpResponse<?> one(HttpRequest<?> request, @Body InputStream body) throws IOException {
    IdempotencyKey key = IdempotencyKey.parse(request.getHeaders().get(KEY));
    if (key instanceof IdempotencyKey.Unusable) {
      return Problem.plain(
              HttpStatus.BAD_REQUEST,
              "Unusable Idempotency-Key",
              "give 1 to 128 visible characters in double quotes, such as a UUID")
          .response();
    }
    byte[] text = body.readNBytes(StrictJson.MAX_BYTES + 1);
    if (text.length > StrictJson.MAX_BYTES) {
      // Read to the end: a sender that is still writing would see a broken connection instead of
      // the answer.
      body.transferTo(java.io.OutputStream.nullOutputStream());
      return Problem.plain(
              HttpStatus.REQUEST_ENTITY_TOO_LARGE,
              "Too large",
              "send at most 256 KB in one concern; documents stay at the source")
          .response();
    }
    return Answers.of(intake.submit(TokenFilter.feedOf(request), Submission.of(text, key.value())));
  }

  @Post("/batch")
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @Operation(
      summary = "Send many concerns",
      description =
          "One concern in each line, at most 10,000 lines of at most 256 KB. The answer has one result for each line, in"
              + " order; blank lines are passed over. A bad line does not stop the others. Lines need eventId or"
              + " sourceRecordId.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ConcernBody.class)))
  @ApiResponse(
      responseCode = "200",
      description = "One result for each line.",
      content = @Content(mediaType = NDJSON, schema = @Schema(implementation = Answers.Line.class)))
  @ApiResponse(
      responseCode = "401",
      description = "No token, or not one of the hub.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_PROBLEM,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "503",
      description = "Nothing was recorded: send the same again.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_PROBLEM,
              schema = @Schema(implementation = Problem.class)))
  StreamedFile many(HttpRequest<?> request, @Body InputStream body) throws IOException {
    return new StreamedFile(
        new BatchResults(TokenFilter.feedOf(request), intake, body, json).begin(),
        MediaType.of(NDJSON));
  }
}
