package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.audit.AuditTrail.Action;

/** Copies of alerts, for whoever is to know of one and does not own it. They are only read. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class CopyController {
  private static final int SHOWN = 500;

  private final ConsoleParts parts;
  private final Html html;
  private final AlertDoor door;
  private final PageMakers pages;

  CopyController(ConsoleParts parts, Html html, AlertDoor door, PageMakers pages) {
    this.parts = parts;
    this.html = html;
    this.door = door;
    this.pages = pages;
  }

  @Get("/copies")
  HttpResponse<?> all(HttpRequest<?> request) {
    Visit visit = Visit.of(request);
    parts.audit().write(visit.personId(), Action.LISTED, "alert-list", "copies");
    return html.page(
        html.templates()
            .copies(
                html.chrome(request),
                pages.copies().lines(visit.reader(), parts.hubClock().instant(), SHOWN)));
  }

  @Get("/alerts/{id}/copy")
  HttpResponse<?> copy(HttpRequest<?> request, @PathVariable String id) {
    Visit visit = Visit.of(request);
    return door.copy(visit, id)
        .<HttpResponse<?>>map(
            found -> {
              Alert alert = found.alert();
              parts.audit().write(visit.personId(), Action.OPENED, "alert", alert.id());
              return html.page(
                  html.templates()
                      .copy(
                          html.chrome(request),
                          pages
                              .copies()
                              .page(
                                  alert,
                                  found.copy(),
                                  visit.reader(),
                                  parts.hubClock().instant())));
            })
        .orElseGet(() -> ErrorPages.notFound(html, request));
  }
}
