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
import org.safeguardinghub.console.alert.Sharing;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.console.page.MinutesPages;
import org.safeguardinghub.kernel.sealing.Sealed;

/** What is agreed about an alert, what came of it, and what is shared with whom. */
@Controller("/alerts/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MinutesController {
  private static final Agreeing.MarkForm UNMARKED = new Agreeing.MarkForm("", "");

  private final ConsoleParts parts;
  private final Html html;
  private final AlertDoor door;
  private final PageMakers pages;

  MinutesController(ConsoleParts parts, Html html, AlertDoor door, PageMakers pages) {
    this.parts = parts;
    this.html = html;
    this.door = door;
    this.pages = pages;
  }

  @Get("/plan")
  HttpResponse<?> plan(HttpRequest<?> request, @PathVariable String id) {
    return read(
        request,
        id,
        (visit, alert) ->
            plan(
                request,
                HttpStatus.OK,
                alert,
                newId(),
                Agreeing.Form.within48Hours(now()),
                List.of()));
  }

  @Post("/plan")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> agree(
      HttpRequest<?> request, @PathVariable String id, @Body Map<String, Object> body) {
    FormFields fields = new FormFields(body);
    return write(request, id, fields, (visit, alert) -> agree(request, visit, alert, fields));
  }

  private HttpResponse<?> agree(
      HttpRequest<?> request, Visit visit, Alert alert, FormFields fields) {
    Agreeing.Form form =
        new Agreeing.Form(
            fields.text("what"),
            fields.text("who"),
            fields.text("day"),
            fields.text("time"),
            fields.lines("reason"));
    String word = fields.text("actionId");
    if (!Agreeing.possible(alert)) {
      return plan(request, HttpStatus.CONFLICT, alert, word, form, List.of());
    }
    return switch (Agreeing.judge(form, pages.minutes().parties(), now())) {
      case Judged.Faulty<Agreeing.Agreed>(List<Fault> faults) ->
          plan(request, HttpStatus.UNPROCESSABLE_ENTITY, alert, word, form, faults);
      case Judged.Sound<Agreeing.Agreed>(Agreeing.Agreed agreed) -> {
        String actionId = ActionIds.of(word, alert, visit);
        record(
            visit,
            alert,
            Action.PLANNED,
            actionId,
            new SentAction.What.Planned(
                seal(actionId + "/what", agreed.what()),
                agreed.who(),
                agreed.dueAt(),
                seal(actionId, agreed.reason())));
        yield recorded(request, alert, "What was agreed is recorded.", "/plan", "The plan");
      }
    };
  }

  private HttpResponse<?> plan(
      HttpRequest<?> request,
      HttpStatus status,
      Alert alert,
      String actionId,
      Agreeing.Form form,
      List<Fault> faults) {
    MinutesPages made = pages.minutes();
    return html.page(
        status,
        html.templates()
            .plan(
                html.chrome(request),
                made.plan(alert, Visit.of(request).reader(), now(), actionId, form, faults)));
  }

  @Get("/plan/{planned}")
  HttpResponse<?> planned(
      HttpRequest<?> request, @PathVariable String id, @PathVariable String planned) {
    return read(
        request,
        id,
        (visit, alert) ->
            alert
                .minutes()
                .planned(planned)
                .<HttpResponse<?>>map(
                    one -> mark(request, HttpStatus.OK, alert, one, newId(), UNMARKED, List.of()))
                .orElseGet(() -> ErrorPages.notFound(html, request)));
  }

  @Post("/plan/{planned}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> mark(
      HttpRequest<?> request,
      @PathVariable String id,
      @PathVariable String planned,
      @Body Map<String, Object> body) {
    FormFields fields = new FormFields(body);
    return write(
        request,
        id,
        fields,
        (visit, alert) -> {
          Optional<Minutes.Planned> found = alert.minutes().planned(planned);
          return found.isEmpty()
              ? ErrorPages.notFound(html, request)
              : mark(request, visit, alert, found.get(), fields);
        });
  }

  private HttpResponse<?> mark(
      HttpRequest<?> request,
      Visit visit,
      Alert alert,
      Minutes.Planned planned,
      FormFields fields) {
    Agreeing.MarkForm form = new Agreeing.MarkForm(fields.text("outcome"), fields.lines("reason"));
    String word = fields.text("actionId");
    if (!planned.open()) {
      return mark(request, HttpStatus.CONFLICT, alert, planned, word, form, List.of());
    }
    return switch (Agreeing.judge(form)) {
      case Judged.Faulty<Agreeing.Mark>(List<Fault> faults) ->
          mark(request, HttpStatus.UNPROCESSABLE_ENTITY, alert, planned, word, form, faults);
      case Judged.Sound<Agreeing.Mark>(Agreeing.Mark mark) -> {
        String actionId = ActionIds.of(word, alert, visit);
        record(
            visit,
            alert,
            Action.PLANNED,
            actionId,
            new SentAction.What.Marked(planned.id(), mark.done(), seal(actionId, mark.reason())));
        yield recorded(request, alert, "What came of it is recorded.", "/plan", "The plan");
      }
    };
  }

  private HttpResponse<?> mark(
      HttpRequest<?> request,
      HttpStatus status,
      Alert alert,
      Minutes.Planned planned,
      String actionId,
      Agreeing.MarkForm form,
      List<Fault> faults) {
    return html.page(
        status,
        html.templates()
            .planMark(
                html.chrome(request),
                pages
                    .minutes()
                    .mark(
                        alert,
                        planned,
                        Visit.of(request).reader(),
                        now(),
                        actionId,
                        form,
                        faults)));
  }

  @Get("/sharing")
  HttpResponse<?> sharing(HttpRequest<?> request, @PathVariable String id) {
    return read(
        request,
        id,
        (visit, alert) ->
            share(request, HttpStatus.OK, alert, newId(), Sharing.Form.EMPTY, List.of()));
  }

  @Post("/sharing")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(
      HttpRequest<?> request, @PathVariable String id, @Body Map<String, Object> body) {
    FormFields fields = new FormFields(body);
    return write(request, id, fields, (visit, alert) -> decide(request, visit, alert, fields));
  }

  private HttpResponse<?> decide(
      HttpRequest<?> request, Visit visit, Alert alert, FormFields fields) {
    Sharing.Form form =
        new Sharing.Form(
            fields.text("decision"),
            fields.text("withWhom"),
            fields.lines("what"),
            fields.text("gateway"),
            fields.text("ground"),
            fields.lines("reason"));
    String word = fields.text("actionId");
    if (!Sharing.possible(alert)) {
      return share(request, HttpStatus.CONFLICT, alert, word, form, List.of());
    }
    return switch (Sharing.judge(form)) {
      case Judged.Faulty<Sharing.Decided>(List<Fault> faults) ->
          share(request, HttpStatus.UNPROCESSABLE_ENTITY, alert, word, form, faults);
      case Judged.Sound<Sharing.Decided>(Sharing.Decided decided) -> {
        String actionId = ActionIds.of(word, alert, visit);
        record(
            visit,
            alert,
            Action.DECIDED_SHARING,
            actionId,
            new SentAction.What.SharingDecided(
                decided.shared(),
                seal(actionId + "/whom", decided.withWhom()),
                seal(actionId + "/what", decided.what()),
                decided.basis(),
                seal(actionId, decided.reason())));
        yield recorded(
            request, alert, "The decision is recorded.", "/sharing", "Decisions to share");
      }
    };
  }

  private HttpResponse<?> share(
      HttpRequest<?> request,
      HttpStatus status,
      Alert alert,
      String actionId,
      Sharing.Form form,
      List<Fault> faults) {
    return html.page(
        status,
        html.templates()
            .sharing(
                html.chrome(request),
                pages
                    .minutes()
                    .share(alert, Visit.of(request).reader(), now(), actionId, form, faults)));
  }

  /** What to do for whoever may open the alert. */
  private interface Inside {
    HttpResponse<?> answer(Visit visit, Alert alert);
  }

  private HttpResponse<?> read(HttpRequest<?> request, String id, Inside inside) {
    return switch (door.knock(request, id)) {
      case AlertDoor.Answer.Shut(HttpResponse<?> response) -> response;
      case AlertDoor.Answer.Open(Visit visit, Alert alert) -> {
        parts.audit().write(visit.personId(), Action.OPENED, "alert", alert.id());
        yield inside.answer(visit, alert);
      }
    };
  }

  private HttpResponse<?> write(
      HttpRequest<?> request, String id, FormFields fields, Inside inside) {
    if (!Visit.of(request).carriesToken(fields)) {
      return html.staleForm(request);
    }
    return switch (door.knock(request, id)) {
      case AlertDoor.Answer.Shut(HttpResponse<?> response) -> response;
      case AlertDoor.Answer.Open(Visit visit, Alert alert) -> inside.answer(visit, alert);
    };
  }

  private void record(
      Visit visit, Alert alert, Action action, String actionId, SentAction.What what) {
    parts.audit().write(visit.personId(), action, "alert", alert.id());
    parts.actions().record(SentAction.on(alert, actionId, visit.personId(), now(), what));
  }

  private HttpResponse<?> recorded(
      HttpRequest<?> request, Alert alert, String said, String page, String link) {
    return html.message(
        request,
        HttpStatus.OK,
        "Recorded",
        List.of(said, "It shows on the alert in a moment."),
        "/alerts/" + alert.id() + page,
        link);
  }

  private Sealed seal(String actionId, String words) {
    return parts.reasonSeal().seal(actionId, words);
  }

  private Instant now() {
    return parts.hubClock().instant();
  }

  private String newId() {
    return parts.ids().get();
  }
}
