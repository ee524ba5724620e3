package org.safeguardinghub.console.web;

import gg.jte.models.runtime.JteModel;
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
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.Answering;
import org.safeguardinghub.console.alert.Decision;
import org.safeguardinghub.console.alert.ListQuery;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.console.page.AlertPages;

/** The list of alerts, one alert, its answer. */
@Controller("/alerts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AlertController {
  private final ConsoleParts parts;
  private final Html html;
  private final AlertDoor door;
  private final PageMakers pages;
  private final Refreshing refreshing = new Refreshing();

  AlertController(ConsoleParts parts, Html html, AlertDoor door, PageMakers pages) {
    this.parts = parts;
    this.html = html;
    this.door = door;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    Visit visit = Visit.of(request);
    ListQuery query = ListQuery.read(request.getParameters().asMap(String.class, String.class));
    parts
        .audit()
        .write(visit.personId(), Action.LISTED, "alert-list", query.filter().shelf().code());
    return SessionFilter.isLive(request)
        ? html.page(refreshing.make(() -> part(visit, query)))
        : html.page(
            html.templates()
                .list(
                    html.chrome(request),
                    pages.lists().page(visit.reader(), query, parts.hubClock().instant())));
  }

  private JteModel part(Visit visit, ListQuery query) {
    return html.templates()
        .listLive(pages.lists().part(visit.reader(), query, parts.hubClock().instant()));
  }

  @Get("/{id}")
  HttpResponse<?> open(HttpRequest<?> request, @PathVariable String id) {
    return switch (door.lookOrCopy(request, id)) {
      case AlertDoor.Answer.Shut(HttpResponse<?> response) -> response;
      case AlertDoor.Answer.Open(Visit visit, Alert alert) -> {
        parts.audit().write(visit.personId(), Action.OPENED, "alert", alert.id());
        if (alert.open() && visit.reader().mayOpen(alert.owner())) {
          parts.actions().record(opened(alert, visit));
        }
        yield show(request, HttpStatus.OK, alert, parts.ids().get(), Optional.empty());
      }
    };
  }

  @Post("/{id}/answer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> answer(
      HttpRequest<?> request, @PathVariable String id, @Body Map<String, Object> body) {
    Visit visit = Visit.of(request);
    FormFields fields = new FormFields(body);
    if (!visit.carriesToken(fields)) {
      return html.staleForm(request);
    }
    return switch (door.knock(request, id)) {
      case AlertDoor.Answer.Shut(HttpResponse<?> response) -> response;
      case AlertDoor.Answer.Open(Visit _, Alert alert) -> {
        String word = fields.text("actionId");
        Answering.Form form =
            new Answering.Form(
                ActionIds.of(word, alert, visit),
                fields.text("decision"),
                // Browsers send line ends as two characters; the limit counts what people typed.
                fields.text("reason").replace("\r\n", "\n"),
                fields.number("version"));
        yield judged(request, visit, alert, word, form);
      }
    };
  }

  private HttpResponse<?> judged(
      HttpRequest<?> request, Visit visit, Alert alert, String word, Answering.Form form) {
    boolean repeated =
        parts
            .actions()
            .lastAnswer(alert.id(), visit.personId())
            .filter(sent -> sent.actionId().equals(form.actionId()))
            .isPresent();
    if (repeated) {
      return Html.see("/alerts/" + alert.id());
    }
    return switch (Answering.judge(alert, form)) {
      case Answering.Outcome.Sound(Decision decision, String reason) -> {
        record(alert, visit, form, decision, reason);
        yield Html.see("/alerts/" + alert.id());
      }
      case Answering.Outcome.Faulty(List<Answering.Fault> faults) ->
          show(
              request,
              HttpStatus.UNPROCESSABLE_ENTITY,
              alert,
              word,
              Optional.of(new AlertPages.Resubmission(form, faults, Optional.empty())));
      case Answering.Outcome.Changed(String why) ->
          show(
              request,
              HttpStatus.CONFLICT,
              alert,
              word,
              Optional.of(
                  new AlertPages.Resubmission(
                      form,
                      List.of(),
                      Optional.of(
                          "The alert changed while you were writing ("
                              + why
                              + "). Your text is kept; nothing was recorded yet."))));
      case Answering.Outcome.AlreadyAnswered(String by) ->
          conflict(
              request,
              alert,
              parts.directory().nameOf(by) + " answered this alert while you were writing.");
      case Answering.Outcome.Ended _ ->
          conflict(
              request, alert, "The alert ended while you were writing: " + alert.changeReason());
    };
  }

  private void record(
      Alert alert, Visit visit, Answering.Form form, Decision decision, String reason) {
    String actionId = form.actionId();
    parts.audit().write(visit.personId(), Action.ANSWERED, "alert", alert.id());
    parts
        .actions()
        .record(
            new SentAction(
                actionId,
                alert.id(),
                alert.subject(),
                visit.personId(),
                form.expectedVersion(),
                parts.hubClock().instant(),
                new SentAction.What.Acknowledged(
                    decision, parts.reasonSeal().seal(actionId, reason))));
  }

  private HttpResponse<?> show(
      HttpRequest<?> request,
      HttpStatus status,
      Alert alert,
      String actionId,
      Optional<AlertPages.Resubmission> again) {
    Instant now = parts.hubClock().instant();
    return html.page(
        status,
        html.templates()
            .alert(
                html.chrome(request),
                pages.alerts().page(alert, Visit.of(request).reader(), now, actionId, again)));
  }

  private HttpResponse<?> conflict(HttpRequest<?> request, Alert alert, String what) {
    return html.message(
        request,
        HttpStatus.CONFLICT,
        "Your answer was not recorded",
        List.of(what, "If you disagree, speak to them or to your manager."),
        "/alerts/" + alert.id(),
        "Open the alert as it is now");
  }

  /** One id per alert and person: the first opening counts, later ones change nothing. */
  private SentAction opened(Alert alert, Visit visit) {
    return SentAction.on(
        alert,
        ActionIds.of("opened", alert, visit),
        visit.personId(),
        parts.hubClock().instant(),
        new SentAction.What.Opened());
  }
}
