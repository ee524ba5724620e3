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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.Answering;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.alert.BreakGlass;
import org.safeguardinghub.console.alert.Glass;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.console.page.GlassPages;

/** Opening an alert that is not in one's hands, and what information governance says of it. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class GlassController {
  private static final int SHOWN = 200;

  private final ConsoleParts parts;
  private final Html html;
  private final AlertDoor door;

  GlassController(ConsoleParts parts, Html html, AlertDoor door) {
    this.parts = parts;
    this.html = html;
    this.door = door;
  }

  @Get("/alerts/{id}/break-glass")
  HttpResponse<?> ask(HttpRequest<?> request, @PathVariable String id) {
    return switch (door.glass(request, id)) {
      case AlertDoor.Answer.Shut(HttpResponse<?> response) -> response;
      case AlertDoor.Answer.Open(Visit _, Alert alert) ->
          form(request, HttpStatus.OK, alert, parts.ids().get(), "", List.of());
    };
  }

  @Post("/alerts/{id}/break-glass")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> open(
      HttpRequest<?> request, @PathVariable String id, @Body Map<String, Object> body) {
    FormFields fields = new FormFields(body);
    if (!Visit.of(request).carriesToken(fields)) {
      return html.staleForm(request);
    }
    return switch (door.glass(request, id)) {
      case AlertDoor.Answer.Shut(HttpResponse<?> response) -> response;
      case AlertDoor.Answer.Open(Visit visit, Alert alert) -> {
        String reason = fields.text("reason").replace("\r\n", "\n").strip();
        List<Fault> faults = faults("reason", reason);
        if (!reason.isEmpty() && reason.length() < BreakGlass.REASON_MIN) {
          faults.add(
              new Fault(
                  "reason",
                  "Say what is happening to which child, and why you have to read this now: with "
                      + BreakGlass.REASON_MIN
                      + " characters or more"));
        }
        yield faults.isEmpty()
            ? opened(visit, alert, ActionIds.of(fields.text("actionId"), alert, visit), reason)
            : form(
                request,
                HttpStatus.UNPROCESSABLE_ENTITY,
                alert,
                fields.text("actionId"),
                reason,
                faults);
      }
    };
  }

  /** Recorded first, in the chain of accesses too: what cannot be recorded does not open. */
  private HttpResponse<?> opened(Visit visit, Alert alert, String id, String reason) {
    Instant now = parts.hubClock().instant();
    parts.audit().write(visit.personId(), Action.BROKE_GLASS, "alert", alert.id());
    Glass glass =
        new Glass(
            id,
            alert.id(),
            visit.personId(),
            parts.reasonSeal().seal(id, reason),
            now,
            now.plus(BreakGlass.OPEN_FOR),
            Optional.empty());
    parts
        .glass()
        .open(
            glass,
            SentAction.on(alert, id, visit.personId(), now, new SentAction.What.BrokeGlass()));
    return Html.see("/alerts/" + alert.id());
  }

  @Get("/break-glass")
  HttpResponse<?> all(HttpRequest<?> request) {
    Visit visit = Visit.of(request);
    if (!reviews(visit)) {
      return refused(request, visit);
    }
    parts.audit().write(visit.personId(), Action.LISTED, "break-glass", "all");
    return html.page(
        html.templates()
            .glass(
                html.chrome(request),
                pages().page(parts.glass().all(SHOWN), parts.hubClock().instant())));
  }

  @Get("/break-glass/{id}")
  HttpResponse<?> one(HttpRequest<?> request, @PathVariable String id) {
    Visit visit = Visit.of(request);
    if (!reviews(visit)) {
      return refused(request, visit);
    }
    return parts
        .glass()
        .find(id)
        .<HttpResponse<?>>map(
            glass -> {
              parts.audit().write(visit.personId(), Action.OPENED, "break-glass", glass.id());
              return reviewing(request, HttpStatus.OK, glass, "", "", List.of());
            })
        .orElseGet(() -> ErrorPages.notFound(html, request));
  }

  @Post("/break-glass/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> review(
      HttpRequest<?> request, @PathVariable String id, @Body Map<String, Object> body) {
    Visit visit = Visit.of(request);
    FormFields fields = new FormFields(body);
    if (!visit.carriesToken(fields)) {
      return html.staleForm(request);
    }
    if (!reviews(visit)) {
      return refused(request, visit);
    }
    Optional<Glass> found = parts.glass().find(id);
    if (found.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    Optional<Glass.Outcome> outcome = Glass.Outcome.of(fields.text("outcome"));
    String note = fields.text("reason").replace("\r\n", "\n").strip();
    List<Fault> faults = faults("reason", note);
    if (outcome.isEmpty()) {
      faults.addFirst(new Fault("outcome", "Select what you found"));
    }
    if (found.get().personId().equals(visit.personId())) {
      faults.addFirst(new Fault("outcome", "Somebody else has to review what you opened"));
    }
    return faults.isEmpty()
        ? reviewed(request, visit, found.get(), outcome.orElseThrow(), note)
        : reviewing(
            request,
            HttpStatus.UNPROCESSABLE_ENTITY,
            found.get(),
            fields.text("outcome"),
            note,
            faults);
  }

  private HttpResponse<?> reviewed(
      HttpRequest<?> request, Visit visit, Glass glass, Glass.Outcome outcome, String note) {
    parts.audit().write(visit.personId(), Action.REVIEWED, "break-glass", glass.id());
    boolean first =
        parts
            .glass()
            .review(
                glass.id(),
                new Glass.Review(
                    visit.personId(),
                    outcome,
                    parts.reasonSeal().seal("review/" + glass.id(), note),
                    parts.hubClock().instant()));
    return first
        ? Html.see("/break-glass")
        : html.message(
            request,
            HttpStatus.CONFLICT,
            "Your review was not recorded",
            List.of("Somebody else has reviewed it meanwhile."),
            "/break-glass/" + glass.id(),
            "Read what they found");
  }

  private static List<Fault> faults(String field, String text) {
    List<Fault> faults = new ArrayList<>();
    if (text.isEmpty()) {
      faults.add(new Fault(field, "Enter the reason"));
    } else if (text.length() > Answering.REASON_MAX) {
      faults.add(new Fault(field, "Your reason must be 2,000 characters or fewer"));
    }
    return faults;
  }

  static boolean reviews(Visit visit) {
    return visit.reader().holds(BreakGlass.REVIEWERS);
  }

  private GlassPages pages() {
    return new GlassPages(parts.alerts(), parts.directory(), parts.opener());
  }

  private HttpResponse<?> form(
      HttpRequest<?> request,
      HttpStatus status,
      Alert alert,
      String actionId,
      String reason,
      List<Fault> faults) {
    return html.page(
        status,
        html.templates()
            .glassForm(html.chrome(request), pages().breaking(alert, actionId, reason, faults)));
  }

  private HttpResponse<?> reviewing(
      HttpRequest<?> request,
      HttpStatus status,
      Glass glass,
      String outcome,
      String note,
      List<Fault> faults) {
    return html.page(
        status,
        html.templates()
            .glassReview(
                html.chrome(request),
                pages().reviewing(glass, outcome, note, faults, parts.hubClock().instant())));
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Visit visit) {
    parts.audit().write(visit.personId(), Action.REFUSED, "break-glass", "all");
    return html.message(
        request,
        HttpStatus.FORBIDDEN,
        "You cannot open this page",
        List.of("It is for information governance."),
        "/alerts",
        "My alerts");
  }
}
