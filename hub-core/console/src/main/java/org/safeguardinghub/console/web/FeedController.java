package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;
import org.safeguardinghub.console.page.DayRow;
import org.safeguardinghub.console.page.FeedRow;
import org.safeguardinghub.console.page.FeedWords;

/** How the senders are doing, for administrators: counts and times only. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedController {
  private final ConsoleParts parts;
  private final Html html;

  FeedController(ConsoleParts parts, Html html) {
    this.parts = parts;
    this.html = html;
  }

  @Get("/feeds")
  HttpResponse<?> feeds(HttpRequest<?> request) {
    if (!Visit.of(request).reader().holds("administrator")) {
      return html.message(
          request,
          HttpStatus.FORBIDDEN,
          "You cannot open this page",
          List.of("It is for administrators."),
          "/alerts",
          "My alerts");
    }
    Instant now = parts.hubClock().instant();
    List<FeedRow> rows =
        parts.alerts().feeds().stream()
            .map(feed -> FeedWords.row(feed, parts.directory(), now))
            .toList();
    List<DayRow> today =
        parts.desk().day(parts.today()).stream()
            .map(count -> FeedWords.day(count, parts.directory()))
            .toList();
    return html.page(html.templates().feeds(html.chrome(request), rows, today));
  }
}
