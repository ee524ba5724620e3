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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.console.desk.DeskForm;
import org.safeguardinghub.console.desk.DeskReader;
import org.safeguardinghub.console.identity.Steward;
import org.safeguardinghub.console.page.DeskPages;
import org.safeguardinghub.kernel.quarantine.Fix;
import org.safeguardinghub.kernel.quarantine.QuarantineSeal;
import org.safeguardinghub.kernel.quarantine.Quarantined;
import org.safeguardinghub.kernel.sealing.CannotOpenException;

/** What was refused: read why, put it right, send it in again. */
@Controller("/quarantine")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeskController {
  private static final String LIST = "/quarantine";
  private static final String OBJECT = "quarantine";
  private static final String FIELD = "field-";

  private final ConsoleParts parts;
  private final Html html;

  DeskController(ConsoleParts parts, Html html) {
    this.parts = parts;
    this.html = html;
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    Visit visit = Visit.of(request);
    DeskReader reader = reader(visit);
    if (!reader.works()) {
      return refused(request, visit, "all");
    }
    parts.audit().write(visit.personId(), Action.LISTED, OBJECT, "all");
    return html.page(
        html.templates()
            .quarantine(html.chrome(request), pages(reader).list(parts.hubClock().instant())));
  }

  @Get("/{id}")
  HttpResponse<?> record(HttpRequest<?> request, @PathVariable String id) {
    Visit visit = Visit.of(request);
    Optional<Quarantined> found = parts.desk().find(id);
    if (found.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    if (!reader(visit).mayKnow(found.get())) {
      return refused(request, visit, id);
    }
    parts.audit().write(visit.personId(), Action.OPENED, OBJECT, id);
    DeskForm form = DeskForm.empty(parts.ids().get());
    return show(request, HttpStatus.OK, found.get(), form, List.of());
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> resubmit(
      HttpRequest<?> request, @PathVariable String id, @Body Map<String, Object> body) {
    Visit visit = Visit.of(request);
    FormFields fields = new FormFields(body);
    if (!visit.carriesToken(fields)) {
      return html.staleForm(request);
    }
    Optional<Quarantined> found = parts.desk().find(id);
    if (found.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    Quarantined record = found.get();
    DeskReader reader = reader(visit);
    if (!reader.mayKnow(record)) {
      return refused(request, visit, id);
    }
    Optional<byte[]> content = content(id);
    if (record.state() != Quarantined.State.WAITING || content.isEmpty()) {
      return late(request, id);
    }
    DeskForm form = form(fields, reader.mayFix(record));
    return switch (form.on(content.get(), reader.mayOpen(record), record.reason().pointer())) {
      case DeskForm.Judged.Faulty(List<Steward.Fault> faults) ->
          show(request, HttpStatus.UNPROCESSABLE_ENTITY, record, form, faults);
      case DeskForm.Judged.Sound sound -> ask(request, visit, record, form, sound.body().reveal());
    };
  }

  private HttpResponse<?> ask(
      HttpRequest<?> request, Visit visit, Quarantined record, DeskForm form, byte[] body) {
    String id = record.receiptId();
    String fixId = QuarantineSeal.fixId(id, visit.personId(), form.actionId());
    parts.audit().write(visit.personId(), Action.CHANGED, OBJECT, id);
    Fix.Asked asked =
        parts
            .desk()
            .ask(
                fixId,
                id,
                visit.personId(),
                QuarantineSeal.reason(parts.deskKeys(), fixId, form.reason().strip()),
                QuarantineSeal.fixed(parts.deskKeys(), fixId, body));
    return switch (asked) {
      case ASKED, SAME -> Html.see(LIST + "/" + id);
      case BUSY, DONE -> late(request, id);
    };
  }

  private HttpResponse<?> late(HttpRequest<?> request, String id) {
    return html.message(
        request,
        HttpStatus.CONFLICT,
        "Nothing was sent",
        List.of("Somebody sent this message in again meanwhile, or it is no longer kept."),
        LIST + "/" + id,
        "See what became of it");
  }

  private static DeskForm form(FormFields fields, boolean fixes) {
    if (!fixes) {
      // Whoever may not change a message can only ask for it as it is.
      return new DeskForm(fields.text("actionId"), Map.of(), "", "", "", "", reason(fields));
    }
    Map<Integer, String> values = new HashMap<>();
    for (String name : fields.fields().keySet()) {
      if (name.matches(FIELD + "[0-9]{1,5}")) {
        values.put(Integer.parseInt(name.substring(FIELD.length())), fields.text(name));
      }
    }
    return new DeskForm(
        fields.text("actionId"),
        values,
        fields.text("fault"),
        fields.text("place"),
        fields.text("value"),
        fields.text("whole"),
        reason(fields));
  }

  private static String reason(FormFields fields) {
    return fields.text("reason").replace("\r\n", "\n");
  }

  private Optional<byte[]> content(String id) {
    try {
      return parts.desk().content(id).map(parts.deskKeys()::open);
    } catch (CannotOpenException e) {
      return Optional.empty();
    }
  }

  private HttpResponse<?> show(
      HttpRequest<?> request,
      HttpStatus status,
      Quarantined record,
      DeskForm form,
      List<Steward.Fault> faults) {
    return html.page(
        status,
        html.templates()
            .quarantined(
                html.chrome(request),
                pages(reader(Visit.of(request)))
                    .opened(record, form, faults, parts.hubClock().instant())));
  }

  private DeskReader reader(Visit visit) {
    return DeskReader.of(parts.directory(), visit.reader());
  }

  private DeskPages pages(DeskReader reader) {
    return new DeskPages(parts.desk(), parts.deskKeys(), parts.directory(), reader);
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Visit visit, String id) {
    parts.audit().write(visit.personId(), Action.REFUSED, OBJECT, id);
    return html.message(
        request,
        HttpStatus.FORBIDDEN,
        "You cannot open this page",
        List.of(
            "What an agency sent and the hub refused is for that agency's data-quality people.",
            "That you tried is recorded."),
        "/alerts",
        "My alerts");
  }
}
