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
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.alert.Steps;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.console.page.CorrectionPage;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * What is done with an alert beside answering it: given back, passed on, put aside, closed,
 * disagreed with; and, for whoever knew of it, that a correction was read.
 */
@Controller("/alerts/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StepsController {
  private static final Steps.Form EMPTY = new Steps.Form("", "", "", "", "");

  private final ConsoleParts parts;
  private final Html html;
  private final AlertDoor door;
  private final PageMakers pages;

  StepsController(ConsoleParts parts, Html html, AlertDoor door, PageMakers pages) {
    this.parts = parts;
    this.html = html;
    this.door = door;
    this.pages = pages;
  }

  @Get("/steps")
  HttpResponse<?> steps(HttpRequest<?> request, @PathVariable String id) {
    return switch (door.knock(request, id)) {
      case AlertDoor.Answer.Shut(HttpResponse<?> response) -> response;
      case AlertDoor.Answer.Open(Visit _, Alert alert) ->
          form(request, HttpStatus.OK, alert, parts.ids().get(), EMPTY, List.of());
    };
  }

  @Post("/steps")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> step(
      HttpRequest<?> request, @PathVariable String id, @Body Map<String, Object> body) {
    FormFields fields = new FormFields(body);
    if (!Visit.of(request).carriesToken(fields)) {
      return html.staleForm(request);
    }
    return switch (door.knock(request, id)) {
      case AlertDoor.Answer.Shut(HttpResponse<?> response) -> response;
      case AlertDoor.Answer.Open(Visit visit, Alert alert) -> judged(request, visit, alert, fields);
    };
  }

  private HttpResponse<?> judged(
      HttpRequest<?> request, Visit visit, Alert alert, FormFields fields) {
    Steps.Form form =
        new Steps.Form(
            fields.text("step"),
            fields.text("toRole"),
            fields.text("until"),
            fields.text("stage"),
            fields.text("reason").replace("\r\n", "\n"));
    Instant now = parts.hubClock().instant();
    String word = fields.text("actionId");
    return switch (Steps.judge(alert, form, pages.steps().roles(alert), now)) {
      case Steps.Outcome.Faulty(List<Fault> faults) ->
          form(request, HttpStatus.UNPROCESSABLE_ENTITY, alert, word, form, faults);
      case Steps.Outcome.Sound(Steps.Step step) -> {
        parts.audit().write(visit.personId(), Action.ANSWERED, "alert", alert.id());
        String actionId = ActionIds.of(word, alert, visit);
        parts
            .actions()
            .record(SentAction.on(alert, actionId, visit.personId(), now, what(step, actionId)));
        yield html.message(
            request,
            HttpStatus.OK,
            "Recorded",
            List.of(said(step), "It shows on the alert in a moment."),
            "/alerts",
            "My alerts");
      }
    };
  }

  private SentAction.What what(Steps.Step step, String actionId) {
    return switch (step) {
      case Steps.Step.NotMine(String reason) -> new SentAction.What.NotMine(seal(actionId, reason));
      case Steps.Step.Reassign(String role, String reason) ->
          new SentAction.What.Reassigned(role, seal(actionId, reason));
      case Steps.Step.PutAside(Instant until, String reason) ->
          new SentAction.What.PutAside(until, seal(actionId, reason));
      case Steps.Step.Close(String reason) -> new SentAction.What.Closed(seal(actionId, reason));
      case Steps.Step.Disagree(int stage, String reason) ->
          new SentAction.What.Disagreed(stage, seal(actionId, reason));
      case Steps.Step.Settle(String reason) -> new SentAction.What.Settled(seal(actionId, reason));
    };
  }

  private Sealed seal(String actionId, String reason) {
    return parts.reasonSeal().seal(actionId, reason);
  }

  private String said(Steps.Step step) {
    return switch (step) {
      case Steps.Step.NotMine _ -> "The alert goes on to somebody else, who is told.";
      case Steps.Step.Reassign(String role, String _) ->
          "The alert goes to: " + parts.directory().titleOf(role) + ".";
      case Steps.Step.PutAside _ ->
          "The alert asks again on that day, or sooner where it is too urgent to wait so long: its page"
              + " says when.";
      case Steps.Step.Close _ -> "The alert is closed.";
      case Steps.Step.Disagree(int stage, String _) ->
          "The disagreement is recorded at stage "
              + stage
              + ". Whoever answers for the alert, did so before or worked on it is told; who has a copy"
              + " of it is not. What the child needs does not wait for it.";
      case Steps.Step.Settle _ -> "The disagreement is recorded as settled.";
    };
  }

  private HttpResponse<?> form(
      HttpRequest<?> request,
      HttpStatus status,
      Alert alert,
      String actionId,
      Steps.Form form,
      List<Fault> faults) {
    return html.page(
        status,
        html.templates()
            .steps(html.chrome(request), pages.steps().page(alert, actionId, form, faults)));
  }

  @Get("/correction")
  HttpResponse<?> correction(HttpRequest<?> request, @PathVariable String id) {
    Visit visit = Visit.of(request);
    Optional<Alert> found = known(visit, id);
    if (found.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    parts.audit().write(visit.personId(), Action.OPENED, "alert", id);
    return html.page(html.templates().correction(html.chrome(request), page(found.get(), visit)));
  }

  private CorrectionPage page(Alert alert, Visit visit) {
    Instant now = parts.hubClock().instant();
    String actionId = parts.ids().get();
    boolean inPart =
        alert.knownInPartTo(visit.personId()) && !visit.reader().mayOpen(alert.owner());
    return inPart
        ? pages
            .steps()
            .partCorrection(
                alert, pages.copies().about(alert, visit.reader()), visit.personId(), actionId, now)
        : pages.steps().correction(alert, visit.personId(), actionId, now);
  }

  @Post("/correction")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> confirm(
      HttpRequest<?> request, @PathVariable String id, @Body Map<String, Object> body) {
    Visit visit = Visit.of(request);
    FormFields fields = new FormFields(body);
    if (!visit.carriesToken(fields)) {
      return html.staleForm(request);
    }
    Optional<Alert> found = known(visit, id);
    if (found.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    Alert alert = found.get();
    parts
        .actions()
        .record(
            SentAction.on(
                alert,
                ActionIds.of(fields.text("actionId"), alert, visit),
                visit.personId(),
                parts.hubClock().instant(),
                new SentAction.What.Confirmed()));
    return html.message(
        request,
        HttpStatus.OK,
        "Recorded",
        List.of("That you read the correction is recorded."),
        "/alerts",
        "My alerts");
  }

  /** For whoever has still to confirm it, and whoever may open the alert; others learn nothing. */
  private Optional<Alert> known(Visit visit, String id) {
    return parts
        .alerts()
        .find(id)
        .filter(visit.reader()::mayKnow)
        .filter(
            alert ->
                alert.toConfirm().contains(visit.personId())
                    || visit.reader().mayOpen(alert.owner()));
  }
}
