package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.console.page.TeamPage;

/** What waits below a manager. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class TeamController {
  private final ConsoleParts parts;
  private final Html html;
  private final PageMakers pages;

  TeamController(ConsoleParts parts, Html html, PageMakers pages) {
    this.parts = parts;
    this.html = html;
    this.pages = pages;
  }

  @Get("/team")
  HttpResponse<?> team(HttpRequest<?> request) {
    Visit visit = Visit.of(request);
    Optional<TeamPage> page = pages.team().page(visit.reader(), parts.hubClock().instant());
    if (page.isEmpty()) {
      return html.message(
          request,
          HttpStatus.FORBIDDEN,
          "You cannot open this page",
          List.of("It is for those to whose role alerts go up when nobody answers them."),
          "/alerts",
          "My alerts");
    }
    parts.audit().write(visit.personId(), Action.LISTED, "alert-list", "team");
    return html.page(html.templates().team(html.chrome(request), page.get()));
  }
}
