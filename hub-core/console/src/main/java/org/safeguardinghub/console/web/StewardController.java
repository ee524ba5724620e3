package org.safeguardinghub.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.UUID;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.console.identity.LedgerLine;
import org.safeguardinghub.console.identity.Question;
import org.safeguardinghub.console.identity.Ruling;
import org.safeguardinghub.console.identity.Steward;
import org.safeguardinghub.console.page.StewardPages;

/** What identity stewards are asked, what they answer, and what they take back. */
@Controller("/identity")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StewardController {
  private static final String QUEUE = "/identity";
  private static final String CHILD_REF = "c-[A-Za-z0-9_-]{1,64}";

  private final ConsoleParts parts;
  private final Html html;

  StewardController(ConsoleParts parts, Html html) {
    this.parts = parts;
    this.html = html;
  }

  /** Over the directory of this moment. */
  private StewardPages pages() {
    return new StewardPages(parts.questions(), parts.opener(), parts.directory());
  }

  @Get
  HttpResponse<?> queue(HttpRequest<?> request) {
    Visit visit = Visit.of(request);
    if (!Steward.is(visit.reader())) {
      return refused(request, visit, "identity-list", "all");
    }
    parts.audit().write(visit.personId(), Action.LISTED, "identity-list", "all");
    return queue(request, visit, HttpStatus.OK, List.of());
  }

  @Get("/questions/{id}")
  HttpResponse<?> question(HttpRequest<?> request, @PathVariable String id) {
    Visit visit = Visit.of(request);
    Optional<Question> found = parts.questions().question(id);
    if (found.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    Question question = found.get();
    if (!Steward.mayOpen(visit.reader(), question)) {
      return refused(request, visit, "identity-question", id);
    }
    parts.audit().write(visit.personId(), Action.OPENED, "identity-question", id);
    return show(request, HttpStatus.OK, question, new Form(parts.ids().get(), "", ""), List.of());
  }

  @Post("/questions/{id}/answer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> answer(
      HttpRequest<?> request, @PathVariable String id, @Body Map<String, Object> body) {
    Visit visit = Visit.of(request);
    FormFields fields = new FormFields(body);
    if (!visit.carriesToken(fields)) {
      return html.staleForm(request);
    }
    Optional<Question> found = parts.questions().question(id);
    if (found.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    Question question = found.get();
    if (!Steward.mayOpen(visit.reader(), question)) {
      return refused(request, visit, "identity-question", id);
    }
    if (!question.open()) {
      return html.message(
          request,
          HttpStatus.CONFLICT,
          "Your answer was not recorded",
          List.of("Somebody answered this question while you were writing."),
          QUEUE,
          "Questions about identity");
    }
    Form form = Form.of(fields);
    return switch (Steward.judge(question, form.decision(), form.reason())) {
      case Steward.Judged.Faulty(List<Steward.Fault> faults) ->
          show(request, HttpStatus.UNPROCESSABLE_ENTITY, question, form, faults);
      case Steward.Judged.Sound(Ruling.What what, String reason) -> {
        parts.audit().write(visit.personId(), Action.ANSWERED, "identity-question", id);
        record(visit, form.actionId(), id, what, reason);
        yield Html.see(QUEUE);
      }
    };
  }

  @Post("/compare")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> compare(HttpRequest<?> request, @Body Map<String, Object> body) {
    Visit visit = Visit.of(request);
    FormFields fields = new FormFields(body);
    if (!visit.carriesToken(fields)) {
      return html.staleForm(request);
    }
    if (!Steward.is(visit.reader())) {
      return refused(request, visit, "identity-list", "compare");
    }
    String one = fields.text("one").strip();
    String other = fields.text("other").strip();
    List<Steward.Fault> faults = new ArrayList<>();
    childFault("one", one).ifPresent(faults::add);
    childFault("other", other).ifPresent(faults::add);
    if (faults.isEmpty() && one.equals(other)) {
      faults.add(new Steward.Fault("other", "Give the reference of another child"));
    }
    Steward.reasonFault(fields.text("reason")).ifPresent(faults::add);
    if (!faults.isEmpty()) {
      return queue(request, visit, HttpStatus.UNPROCESSABLE_ENTITY, faults);
    }
    parts.audit().write(visit.personId(), Action.ANSWERED, "identity-compare", one + "+" + other);
    String id = "p-" + rulingId(visit, fields.text("actionId"), one + other);
    record(
        visit,
        fields.text("actionId"),
        id,
        new Ruling.What.Compare(one, other),
        fields.text("reason"));
    return Html.see(QUEUE);
  }

  @Post("/adoptions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> adoption(HttpRequest<?> request, @Body Map<String, Object> body) {
    Visit visit = Visit.of(request);
    FormFields fields = new FormFields(body);
    if (!visit.carriesToken(fields)) {
      return html.staleForm(request);
    }
    if (!Steward.ofProtected(visit.reader())) {
      return refused(request, visit, "identity-list", "adoption");
    }
    String child = fields.text("adopted").strip();
    String reason = fields.text("wallReason").replace("\r\n", "\n");
    List<Steward.Fault> faults = new ArrayList<>();
    childFault("adopted", child).ifPresent(faults::add);
    Steward.reasonFault(reason)
        .map(fault -> new Steward.Fault("wallReason", fault.message()))
        .ifPresent(faults::add);
    if (!faults.isEmpty()) {
      return queue(request, visit, HttpStatus.UNPROCESSABLE_ENTITY, faults);
    }
    parts.audit().write(visit.personId(), Action.ANSWERED, "identity-adoption", child);
    String id = "a-" + rulingId(visit, fields.text("actionId"), child);
    record(visit, fields.text("actionId"), id, new Ruling.What.AdoptionWall(child), reason);
    return Html.see(QUEUE);
  }

  @Get("/decisions/{id}")
  HttpResponse<?> decision(HttpRequest<?> request, @PathVariable String id) {
    Visit visit = Visit.of(request);
    Optional<LedgerLine> found = parts.questions().decision(id).filter(LedgerLine::undoable);
    if (found.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    if (!Steward.mayOpen(visit.reader(), found.get())) {
      return refused(request, visit, "identity-decision", id);
    }
    parts.audit().write(visit.personId(), Action.OPENED, "identity-decision", id);
    return takingBack(
        request, HttpStatus.OK, found.get(), new Form(parts.ids().get(), "", ""), List.of());
  }

  @Post("/decisions/{id}/undo")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> undo(
      HttpRequest<?> request, @PathVariable String id, @Body Map<String, Object> body) {
    Visit visit = Visit.of(request);
    FormFields fields = new FormFields(body);
    if (!visit.carriesToken(fields)) {
      return html.staleForm(request);
    }
    Optional<LedgerLine> found = parts.questions().decision(id).filter(LedgerLine::undoable);
    if (found.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    if (!Steward.mayOpen(visit.reader(), found.get())) {
      return refused(request, visit, "identity-decision", id);
    }
    Form form = Form.of(fields);
    Optional<Steward.Fault> fault = Steward.reasonFault(form.reason());
    if (fault.isPresent()) {
      return takingBack(
          request, HttpStatus.UNPROCESSABLE_ENTITY, found.get(), form, fault.stream().toList());
    }
    parts.audit().write(visit.personId(), Action.ANSWERED, "identity-decision", id);
    String ruling = "u-" + rulingId(visit, form.actionId(), id);
    record(visit, form.actionId(), ruling, new Ruling.What.Undo(id), form.reason());
    return Html.see(QUEUE);
  }

  private static Optional<Steward.Fault> childFault(String field, String ref) {
    return ref.matches(CHILD_REF)
        ? Optional.empty()
        : Optional.of(new Steward.Fault(field, "Give the reference of a child, such as c-1a2b3c"));
  }

  /** What a form says, whether it is sound or not. */
  private record Form(String actionId, String decision, String reason) {
    static Form of(FormFields fields) {
      // Browsers send line ends as two characters; the limit counts what people typed.
      return new Form(
          fields.text("actionId"),
          fields.text("decision"),
          fields.text("reason").replace("\r\n", "\n"));
    }
  }

  private HttpResponse<?> queue(
      HttpRequest<?> request, Visit visit, HttpStatus status, List<Steward.Fault> faults) {
    return html.page(
        status,
        html.templates()
            .identity(
                html.chrome(request),
                pages().queue(visit.reader(), parts.hubClock().instant(), faults),
                parts.ids().get()));
  }

  private HttpResponse<?> show(
      HttpRequest<?> request,
      HttpStatus status,
      Question question,
      Form form,
      List<Steward.Fault> faults) {
    return html.page(
        status,
        html.templates()
            .question(
                html.chrome(request),
                pages()
                    .asked(
                        question,
                        parts.hubClock().instant(),
                        form.actionId(),
                        form.decision(),
                        form.reason(),
                        faults)));
  }

  private HttpResponse<?> takingBack(
      HttpRequest<?> request,
      HttpStatus status,
      LedgerLine line,
      Form form,
      List<Steward.Fault> faults) {
    return html.page(
        status,
        html.templates()
            .takingBack(
                html.chrome(request),
                pages()
                    .takingBack(
                        line, parts.hubClock().instant(), form.actionId(), form.reason(), faults)));
  }

  private void record(
      Visit visit, String actionId, String taskId, Ruling.What what, String reason) {
    parts
        .rulings()
        .record(
            new Ruling(
                rulingId(visit, actionId, taskId),
                taskId,
                visit.personId(),
                what,
                parts.reasonSeal().seal(taskId, reason.strip()),
                parts.hubClock().instant()));
  }

  private HttpResponse<?> refused(
      HttpRequest<?> request, Visit visit, String objectKind, String objectId) {
    parts.audit().write(visit.personId(), Action.REFUSED, objectKind, objectId);
    return html.message(
        request,
        HttpStatus.FORBIDDEN,
        "You cannot open this page",
        List.of(
            "It is for identity stewards; what concerns a protected identity is for two of them.",
            "That you tried is recorded."),
        "/alerts",
        "My alerts");
  }

  /** The same form sent twice is one ruling. */
  private static String rulingId(Visit visit, String word, String about) {
    String all = String.join("|", word, about, visit.personId());
    return UUID.nameUUIDFromBytes(all.getBytes(UTF_8)).toString();
  }
}
