package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.alert.Agreeing;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.alert.Judged;
import org.safeguardinghub.console.alert.Minutes;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.audit.AuditTrail.Action;

/**
 * What was agreed that whoever is signed in is to do, and what they say came of it. It opens
 * nothing else of the alert.
 */
@Controller("/actions")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ActionController {
  private static final int SHOWN = 200;
  private static final Agreeing.MarkForm UNMARKED = new Agreeing.MarkForm("", "");

  private final ConsoleParts parts;
  private final Html html;
  private final PageMakers pages;

  ActionController(ConsoleParts parts, Html html, PageMakers pages) {
    this.parts = parts;
    this.html = html;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> all(HttpRequest<?> request) {
    Visit visit = Visit.of(request);
    parts.audit().write(visit.personId(), Action.LISTED, "alert-list", "actions");
    return html.page(
        html.templates()
            .actions(html.chrome(request), pages.actions().lines(visit.reader(), now(), SHOWN)));
  }

  /** Something to do, and the alert about which it was agreed. */
  private record ToDo(Alert alert, Minutes.Planned planned) {}

  @Get("/{id}/{planned}")
  HttpResponse<?> one(
      HttpRequest<?> request, @PathVariable String id, @PathVariable String planned) {
    return find(request, id, planned)
        .<HttpResponse<?>>map(
            one -> form(request, HttpStatus.OK, one, parts.ids().get(), UNMARKED, List.of()))
        .orElseGet(() -> nothing(request));
  }

  @Post("/{id}/{planned}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> mark(
      HttpRequest<?> request,
      @PathVariable String id,
      @PathVariable String planned,
      @Body Map<String, Object> body) {
    FormFields fields = new FormFields(body);
    if (!Visit.of(request).carriesToken(fields)) {
      return html.staleForm(request);
    }
    return find(request, id, planned)
        .<HttpResponse<?>>map(one -> mark(request, one, fields))
        .orElseGet(() -> nothing(request));
  }

  private HttpResponse<?> mark(HttpRequest<?> request, ToDo one, FormFields fields) {
    Agreeing.MarkForm form = new Agreeing.MarkForm(fields.text("outcome"), fields.lines("reason"));
    String word = fields.text("actionId");
    return switch (Agreeing.judge(form)) {
      case Judged.Faulty<Agreeing.Mark>(List<Fault> faults) ->
          form(request, HttpStatus.UNPROCESSABLE_ENTITY, one, word, form, faults);
      case Judged.Sound<Agreeing.Mark>(Agreeing.Mark mark) -> {
        record(Visit.of(request), one, word, mark);
        yield html.message(
            request,
            HttpStatus.OK,
            "Recorded",
            List.of("What came of it is recorded. Whoever answers for the alert reads it there."),
            "/actions",
            "What you are to do");
      }
    };
  }

  private void record(Visit visit, ToDo one, String word, Agreeing.Mark mark) {
    String actionId = ActionIds.of(word, one.alert(), visit);
    parts.audit().write(visit.personId(), Action.PLANNED, "alert", one.alert().id());
    parts
        .actions()
        .record(
            SentAction.on(
                one.alert(),
                actionId,
                visit.personId(),
                now(),
                new SentAction.What.Marked(
                    one.planned().id(),
                    mark.done(),
                    parts.reasonSeal().seal(actionId, mark.reason()))));
  }

  private HttpResponse<?> form(
      HttpRequest<?> request,
      HttpStatus status,
      ToDo one,
      String actionId,
      Agreeing.MarkForm form,
      List<Fault> faults) {
    return html.page(
        status,
        html.templates()
            .action(
                html.chrome(request),
                pages
                    .actions()
                    .page(
                        one.alert(),
                        one.planned(),
                        Visit.of(request).reader(),
                        now(),
                        actionId,
                        form,
                        faults)));
  }

  private Optional<ToDo> find(HttpRequest<?> request, String id, String planned) {
    return parts
        .alerts()
        .find(id)
        .flatMap(
            alert ->
                Visit.of(request).reader().toDo(alert).stream()
                    .filter(one -> one.id().equals(planned))
                    .findFirst()
                    .map(one -> new ToDo(alert, one)));
  }

  private HttpResponse<?> nothing(HttpRequest<?> request) {
    return html.message(
        request,
        HttpStatus.NOT_FOUND,
        "Nothing that you are to do",
        List.of("It is not for you, or it was said already what came of it."),
        "/actions",
        "What you are to do");
  }

  private Instant now() {
    return parts.hubClock().instant();
  }
}
