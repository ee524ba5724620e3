package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeguardinghub.console.page.DirectoryPage;
import org.safeguardinghub.console.people.DirectoryDifference;
import org.safeguardinghub.console.people.DirectoryEdits.Fault;
import org.safeguardinghub.console.people.DirectoryEdits.Outcome;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.RoleHolding;

/** What becomes of a change of the directory: first shows what it would change, then does it. */
final class DirectoryChange {
  private static final int REASON_MAX = 500;

  private final ConsoleParts parts;
  private final Html html;

  DirectoryChange(ConsoleParts parts, Html html) {
    this.parts = parts;
    this.html = html;
  }

  HttpResponse<?> judged(
      HttpRequest<?> request,
      Visit visit,
      FormFields fields,
      DirectoryPage.Form form,
      Outcome outcome) {
    List<Fault> faults = new ArrayList<>();
    if (form.reason().isBlank() || form.reason().length() > REASON_MAX) {
      faults.add(new Fault("reason", "Say why, in at most " + REASON_MAX + " characters"));
    }
    return switch (outcome) {
      case Outcome.Faulty(List<Fault> found) -> {
        faults.addAll(0, found);
        yield faulty(request, form, faults);
      }
      case Outcome.Sound(LeadDirectory after) -> {
        DirectoryDifference difference =
            DirectoryDifference.between(parts.wholeDirectory(), after, parts.today());
        if (difference.none()) {
          faults.add(new Fault("", "Nothing is changed by this"));
        }
        if (!faults.isEmpty()) {
          yield faulty(request, form, faults);
        }
        yield fields.text("step").equals("do")
            ? change(request, visit, fields.number("version"), after, form.reason())
            : html.page(
                html.templates()
                    .directoryForm(html.chrome(request), previewed(form, fields, difference)));
      }
    };
  }

  private HttpResponse<?> change(
      HttpRequest<?> request, Visit visit, long version, LeadDirectory after, String reason) {
    boolean done =
        parts.directories().add(version, after, visit.personId(), reason.replace("\r\n", "\n"));
    String back = DirectoryController.administrates(visit) ? "/directory" : "/alerts";
    String backText = DirectoryController.administrates(visit) ? "Directory" : "My alerts";
    return done
        ? html.message(
            request,
            HttpStatus.OK,
            "Changed",
            List.of("It holds from its days on. Open alerts follow it."),
            back,
            backText)
        : html.message(
            request,
            HttpStatus.CONFLICT,
            "Nothing was changed",
            List.of("Somebody changed the directory while you were writing. Look at it again."),
            back,
            backText);
  }

  private HttpResponse<?> faulty(
      HttpRequest<?> request, DirectoryPage.Form form, List<Fault> faults) {
    return html.page(
        HttpStatus.UNPROCESSABLE_ENTITY,
        html.templates().directoryForm(html.chrome(request), form.withFaults(faults)));
  }

  private DirectoryPage.Form previewed(
      DirectoryPage.Form form, FormFields fields, DirectoryDifference difference) {
    List<String> lines = new ArrayList<>(difference.changes());
    lines.addAll(difference.gaps());
    List<String> roles =
        parts.wholeDirectory().roles().stream().map(RoleHolding::role).distinct().toList();
    long moving =
        parts.alerts().waiting(roles).stream()
            .filter(alert -> difference.lost().contains(alert.owner().personId()))
            .count();
    Map<String, String> sent = new TreeMap<>();
    fields.fields().keySet().stream()
        .filter(name -> !List.of("csrf", "step", "version").contains(name))
        .forEach(name -> sent.put(name, fields.text(name)));
    return form.previewed(
        new DirectoryPage.Preview(
            lines,
            moving == 1
                ? "1 open alert would be routed again."
                : moving + " open alerts would be routed again."),
        sent);
  }
}
