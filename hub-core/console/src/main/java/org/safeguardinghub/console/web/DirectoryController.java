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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.console.page.DirectoryPage;
import org.safeguardinghub.console.page.DirectoryPages;
import org.safeguardinghub.console.people.DirectoryEdits;
import org.safeguardinghub.console.people.Leave;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.people.RoleHolding;

/** The lead directory: administrators change it, everybody else their own leave and hours. */
@Controller("/directory")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DirectoryController {
  private static final int CHANGES = 20;

  private final ConsoleParts parts;
  private final Html html;
  private final DirectoryChange change;

  DirectoryController(ConsoleParts parts, Html html) {
    this.parts = parts;
    this.html = html;
    this.change = new DirectoryChange(parts, html);
  }

  @Get
  HttpResponse<?> directory(HttpRequest<?> request) {
    Visit visit = Visit.of(request);
    if (!administrates(visit)) {
      return refused(request, visit, "all");
    }
    parts.audit().write(visit.personId(), Action.LISTED, "directory", "all");
    return html.page(
        html.templates()
            .directory(
                html.chrome(request),
                pages().page(parts.directories().changes(CHANGES), parts.hubClock().instant())));
  }

  /** Everybody's own entry. */
  @Get("/mine")
  HttpResponse<?> mine(HttpRequest<?> request) {
    return Html.see("/directory/persons/" + Visit.of(request).personId());
  }

  @Get("/persons/{id}")
  HttpResponse<?> person(HttpRequest<?> request, @PathVariable String id) {
    return person(request, id, Optional.empty());
  }

  @Post("/persons/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> changePerson(
      HttpRequest<?> request, @PathVariable String id, @Body Map<String, Object> body) {
    return person(request, id, Optional.of(new FormFields(body)));
  }

  @Get("/roles/{key}")
  HttpResponse<?> role(HttpRequest<?> request, @PathVariable String key) {
    return role(request, key, Optional.empty());
  }

  @Post("/roles/{key}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> changeRole(
      HttpRequest<?> request, @PathVariable String key, @Body Map<String, Object> body) {
    return role(request, key, Optional.of(new FormFields(body)));
  }

  private HttpResponse<?> person(HttpRequest<?> request, String id, Optional<FormFields> sent) {
    Visit visit = Visit.of(request);
    if (sent.isPresent() && !visit.carriesToken(sent.get())) {
      return html.staleForm(request);
    }
    if (!administrates(visit) && !visit.personId().equals(id)) {
      return refused(request, visit, "person");
    }
    Optional<Person> found = parts.wholeDirectory().person(id);
    if (found.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    Person person = found.get();
    DirectoryPage.Form form =
        DirectoryPage.Form.of(
            "/directory/persons/" + person.id(),
            person.name(),
            parts.directories().newest().number(),
            !administrates(visit),
            Optional.of(sent.map(fields -> fields(person, fields)).orElse(pages().fields(person))),
            List.of(),
            sent.map(fields -> fields.text("reason")).orElse(""));
    if (sent.isEmpty()) {
      return html.page(html.templates().directoryForm(html.chrome(request), form));
    }
    FormFields fields = sent.get();
    DirectoryEdits.PersonForm wanted =
        new DirectoryEdits.PersonForm(
            fields.text("mail"),
            fields.text("lastDay"),
            kept(person, fields),
            fields.text("leaveFirst"),
            fields.text("leaveLast"),
            fields.text("hours"),
            fields.text("conflicts"));
    return change.judged(
        request,
        visit,
        fields,
        form,
        DirectoryEdits.person(
            parts.wholeDirectory(), person, wanted, form.leaveOnly(), parts.today()));
  }

  private HttpResponse<?> role(HttpRequest<?> request, String key, Optional<FormFields> sent) {
    Visit visit = Visit.of(request);
    if (sent.isPresent() && !visit.carriesToken(sent.get())) {
      return html.staleForm(request);
    }
    if (!administrates(visit)) {
      return refused(request, visit, "role");
    }
    Optional<RoleHolding> found =
        parts.wholeDirectory().roles().stream()
            .filter(holding -> holding.name().equals(key))
            .findFirst();
    if (found.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    RoleHolding role = found.get();
    List<String> holders = sent.map(DirectoryController::holders).orElse(role.holders());
    DirectoryPage.Form form =
        DirectoryPage.Form.of(
            "/directory/roles/" + key,
            pages().titleOf(role),
            parts.directories().newest().number(),
            false,
            Optional.empty(),
            pages().choices(holders),
            sent.map(fields -> fields.text("reason")).orElse(""));
    if (sent.isEmpty()) {
      return html.page(html.templates().directoryForm(html.chrome(request), form));
    }
    return change.judged(
        request,
        visit,
        sent.get(),
        form,
        DirectoryEdits.role(parts.wholeDirectory(), role, holders, parts.today()));
  }

  private static DirectoryPage.PersonFields fields(Person person, FormFields fields) {
    return new DirectoryPage.PersonFields(
        fields.text("mail"),
        fields.text("lastDay"),
        DirectoryPages.leave(person, kept(person, fields)),
        fields.text("leaveFirst"),
        fields.text("leaveLast"),
        fields.text("hours"),
        fields.text("conflicts"));
  }

  private static List<Leave> kept(Person person, FormFields fields) {
    return person.leave().stream()
        .filter(away -> !fields.text(DirectoryPages.field(away)).isEmpty())
        .toList();
  }

  private static List<String> holders(FormFields fields) {
    List<String> holders = new ArrayList<>();
    for (int i = 1; fields.fields().containsKey("holder" + i); i++) {
      if (!fields.text("holder" + i).isEmpty()) {
        holders.add(fields.text("holder" + i));
      }
    }
    return holders;
  }

  private DirectoryPages pages() {
    return new DirectoryPages(parts.wholeDirectory(), parts.today());
  }

  static boolean administrates(Visit visit) {
    return visit.reader().holds("administrator");
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Visit visit, String what) {
    parts.audit().write(visit.personId(), Action.REFUSED, "directory", what);
    return html.message(
        request,
        HttpStatus.FORBIDDEN,
        "You cannot open this page",
        List.of("It is for administrators. Your own leave and hours you may change yourself."),
        "/directory/persons/" + visit.personId(),
        "My leave");
  }
}
