package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.safeguardinghub.console.audit.AuditTrail.Action;

/** What was agreed that whoever is signed in is to do. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ActionController {
  private static final int SHOWN = 200;

  private final ConsoleParts parts;
  private final Html html;
  private final PageMakers pages;

  ActionController(ConsoleParts parts, Html html, PageMakers pages) {
    this.parts = parts;
    this.html = html;
    this.pages = pages;
  }

  @Get("/actions")
  HttpResponse<?> all(HttpRequest<?> request) {
    Visit visit = Visit.of(request);
    parts.audit().write(visit.personId(), Action.LISTED, "alert-list", "actions");
    return html.page(
        html.templates()
            .actions(
                html.chrome(request),
                pages.actions().lines(visit.reader(), parts.hubClock().instant(), SHOWN)));
  }
}
