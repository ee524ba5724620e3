package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.console.pdf.PackPdf;

/** The story of the persons of an alert, and the pack for a conference about them. */
@Controller("/alerts/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StoryController {
  private final ConsoleParts parts;
  private final Html html;
  private final AlertDoor door;
  private final PageMakers pages;
  private final PackPdf pdf = new PackPdf();

  StoryController(ConsoleParts parts, Html html, AlertDoor door, PageMakers pages) {
    this.parts = parts;
    this.html = html;
    this.door = door;
    this.pages = pages;
  }

  @Get("/story")
  HttpResponse<?> story(HttpRequest<?> request, @PathVariable String id) {
    return switch (door.look(request, id)) {
      case AlertDoor.Answer.Shut(HttpResponse<?> response) -> response;
      case AlertDoor.Answer.Open(Visit visit, Alert alert) -> {
        parts.audit().write(visit.personId(), Action.READ_STORY, "alert", alert.id());
        yield html.page(
            html.templates()
                .story(html.chrome(request), pages.stories().page(alert, visit.reader(), now())));
      }
    };
  }

  @Get("/pack.pdf")
  HttpResponse<?> pack(HttpRequest<?> request, @PathVariable String id) {
    return switch (door.knock(request, id)) {
      case AlertDoor.Answer.Shut(HttpResponse<?> response) -> response;
      case AlertDoor.Answer.Open(Visit visit, Alert alert) -> {
        parts.audit().write(visit.personId(), Action.PRINTED, "alert", alert.id());
        yield HttpResponse.ok(pdf.of(pack(alert, visit)))
            .contentType(MediaType.APPLICATION_PDF_TYPE)
            // Neither the name of the file nor its address names anybody.
            .header("Content-Disposition", "attachment; filename=\"conference-pack.pdf\"");
      }
    };
  }

  private String pack(Alert alert, Visit visit) {
    Instant now = now();
    return Html.text(
        html.templates()
            .pack(
                pages.alerts().paper(alert, visit.reader(), now),
                pages.stories().page(alert, visit.reader(), now)));
  }

  private Instant now() {
    return parts.hubClock().instant();
  }
}
