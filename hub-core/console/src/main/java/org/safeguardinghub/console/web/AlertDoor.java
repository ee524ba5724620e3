package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.BreakGlass;
import org.safeguardinghub.console.audit.AuditTrail.Action;

/** Lets those in who may open an alert; that others tried is recorded. */
@Singleton
final class AlertDoor {
  private final ConsoleParts parts;
  private final Html html;

  AlertDoor(ConsoleParts parts, Html html) {
    this.parts = parts;
    this.html = html;
  }

  /** Whether the door opens. */
  sealed interface Answer {
    /** The reader may see the alert. */
    record Open(Visit visit, Alert alert) implements Answer {}

    /** The reader may not, and is told so. */
    record Shut(HttpResponse<?> response) implements Answer {}
  }

  Answer knock(HttpRequest<?> request, String id) {
    return knock(request, Visit.of(request), parts.alerts().find(id));
  }

  /** The same for whoever wants to read and nothing else: who broke the glass may for a while. */
  Answer look(HttpRequest<?> request, String id) {
    return look(request, Visit.of(request), parts.alerts().find(id));
  }

  /** The same for the page of the alert: whoever has a copy and nothing else is led to that. */
  Answer lookOrCopy(HttpRequest<?> request, String id) {
    Visit visit = Visit.of(request);
    Optional<Alert> found = parts.alerts().find(id);
    return found.filter(alert -> onlyCopy(visit, alert)).isPresent()
        ? new Answer.Shut(Html.see("/alerts/" + id + "/copy"))
        : look(request, visit, found);
  }

  private Answer look(HttpRequest<?> request, Visit visit, Optional<Alert> found) {
    return found
        .filter(alert -> brokeGlass(visit, alert))
        .<Answer>map(alert -> new Answer.Open(visit, alert))
        .orElseGet(() -> knock(request, visit, found));
  }

  private Answer knock(HttpRequest<?> request, Visit visit, Optional<Alert> found) {
    Optional<Alert> known = found.filter(visit.reader()::mayKnow);
    if (known.isEmpty()) {
      return new Answer.Shut(ErrorPages.notFound(html, request));
    }
    Alert alert = known.get();
    return visit.reader().mayOpen(alert.owner())
        ? new Answer.Open(visit, alert)
        : new Answer.Shut(refused(request, visit, alert));
  }

  /** An alert and the copy of it that somebody may read. */
  record Copied(Alert alert, Alert.Copy copy) {}

  /** For whoever has a copy; for all others there is none. */
  Optional<Copied> copy(Visit visit, String id) {
    return parts
        .alerts()
        .find(id)
        .flatMap(alert -> visit.reader().copyOf(alert).map(copy -> new Copied(alert, copy)));
  }

  private boolean onlyCopy(Visit visit, Alert alert) {
    return visit.reader().copyOf(alert).isPresent()
        && !visit.reader().mayOpen(alert.owner())
        && !brokeGlass(visit, alert);
  }

  /** For whoever may break the glass of an alert that is not in their hands. */
  Answer glass(HttpRequest<?> request, String id) {
    Visit visit = Visit.of(request);
    Optional<Alert> found = parts.alerts().find(id).filter(visit.reader()::mayKnow);
    if (found.isEmpty()) {
      return new Answer.Shut(ErrorPages.notFound(html, request));
    }
    Alert alert = found.get();
    return switch (BreakGlass.of(alert, visit.reader())) {
      case NOT_NEEDED -> new Answer.Shut(Html.see("/alerts/" + alert.id()));
      case CLOSED -> new Answer.Shut(refused(request, visit, alert));
      case WITH_A_REASON -> new Answer.Open(visit, alert);
    };
  }

  private static boolean mayBreak(Visit visit, Alert alert) {
    return BreakGlass.of(alert, visit.reader()) == BreakGlass.Answer.WITH_A_REASON;
  }

  private boolean brokeGlass(Visit visit, Alert alert) {
    return mayBreak(visit, alert)
        && parts
            .glass()
            .openTo(visit.personId(), alert.id(), parts.hubClock().instant())
            .isPresent();
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Visit visit, Alert alert) {
    parts.audit().write(visit.personId(), Action.REFUSED, "alert", alert.id());
    if (mayBreak(visit, alert)) {
      return html.message(
          request,
          HttpStatus.FORBIDDEN,
          "This alert is not in your hands",
          List.of(
              "Only its owner, and those who share the owner's role, open it. That you tried is recorded.",
              "If a child needs that you read it now, you may, with a reason that is reviewed."),
          "/alerts/" + alert.id() + "/break-glass",
          "Open it with a reason");
    }
    return html.message(
        request,
        HttpStatus.FORBIDDEN,
        "You cannot open this alert",
        List.of(
            "It is not in your hands: only its owner, and those who share the owner's role, may open it.",
            "An alert can move on while you hold a link to it. If you think that it should be yours, ask your manager. That you tried is recorded."),
        "/alerts",
        "My alerts");
  }
}
