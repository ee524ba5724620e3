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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.console.page.ReferralPages;
import org.safeguardinghub.console.referral.IntakeDoor;
import org.safeguardinghub.console.referral.Kept;
import org.safeguardinghub.console.referral.Provider;
import org.safeguardinghub.console.referral.ReferralForm;
import org.safeguardinghub.console.referral.Referring;

/**
 * The form of a provider without a system, and what became of what it sent: its own, and no more.
 */
@Controller("/referrals")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReferralController {
  private final ConsoleParts parts;
  private final Html html;

  ReferralController(ConsoleParts parts, Html html) {
    this.parts = parts;
    this.html = html;
  }

  @Get
  HttpResponse<?> all(HttpRequest<?> request) {
    return provided(
        request,
        (visit, provider) -> {
          parts.audit().write(visit.personId(), Action.LISTED, "referral", "own");
          return html.page(
              html.templates()
                  .referrals(
                      html.chrome(request),
                      pages().all(parts.referring().of(visit.personId()), now())));
        });
  }

  @Get("/new")
  HttpResponse<?> form(HttpRequest<?> request) {
    return provided(
        request,
        (visit, provider) ->
            form(
                request,
                HttpStatus.OK,
                provider,
                "/referrals/new",
                parts.ids().get(),
                ReferralForm.empty(),
                "",
                List.of()));
  }

  @Post("/new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> submit(HttpRequest<?> request, @Body Map<String, Object> body) {
    FormFields fields = new FormFields(body);
    if (!Visit.of(request).carriesToken(fields)) {
      return html.staleForm(request);
    }
    return provided(
        request,
        (visit, provider) -> {
          ReferralForm form = ReferralForm.of(fields::lines);
          String word = fields.text("actionId");
          List<Fault> missing = form.missing();
          if (!missing.isEmpty()) {
            return form(
                request,
                HttpStatus.UNPROCESSABLE_ENTITY,
                provider,
                "/referrals/new",
                word,
                form,
                "",
                missing);
          }
          String id = id(word, visit);
          parts.audit().write(visit.personId(), Action.REFERRED, "referral", id);
          return sent(
              request, provider, parts.referring().submit(id, provider, visit.personId(), form));
        });
  }

  @Get("/{id}")
  HttpResponse<?> one(HttpRequest<?> request, @PathVariable String id) {
    return own(
        request,
        id,
        (visit, provider, referral) -> {
          parts.audit().write(visit.personId(), Action.OPENED, "referral", id);
          return show(request, HttpStatus.OK, provider, referral);
        });
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> putRight(
      HttpRequest<?> request, @PathVariable String id, @Body Map<String, Object> body) {
    FormFields fields = new FormFields(body);
    if (!Visit.of(request).carriesToken(fields)) {
      return html.staleForm(request);
    }
    return own(
        request,
        id,
        (visit, provider, referral) -> {
          ReferralForm form = ReferralForm.of(fields::lines);
          List<Fault> missing = form.missing();
          if (!missing.isEmpty() && referral.status() instanceof Kept.Status.Refused) {
            return form(
                request,
                HttpStatus.UNPROCESSABLE_ENTITY,
                provider,
                "/referrals/" + id,
                "",
                form,
                "",
                missing);
          }
          parts.audit().write(visit.personId(), Action.REFERRED, "referral", id);
          return sent(request, provider, parts.referring().putRight(referral, form));
        });
  }

  /** After it was sent: its own page, or the form again where it was refused. */
  private HttpResponse<?> sent(HttpRequest<?> request, Provider provider, Kept referral) {
    return referral.status() instanceof Kept.Status.Refused
        ? show(request, HttpStatus.UNPROCESSABLE_ENTITY, provider, referral)
        : Html.see("/referrals/" + referral.id());
  }

  private HttpResponse<?> show(
      HttpRequest<?> request, HttpStatus status, Provider provider, Kept referral) {
    return switch (referral.status()) {
      case Kept.Status.Refused(IntakeDoor.Refusal refusal) ->
          form(
              request,
              status,
              provider,
              "/referrals/" + referral.id(),
              "",
              parts.referring().form(referral),
              "The hub did not take it in. What you wrote is kept: put it right and send it again.",
              List.of(Referring.fault(refusal)));
      case Kept.Status.Waiting _ ->
          html.page(
              status,
              html.templates().referral(html.chrome(request), pages().waiting(referral, now())));
      case Kept.Status.Received(String receiptId) ->
          html.page(
              status,
              html.templates()
                  .referral(
                      html.chrome(request),
                      pages()
                          .received(
                              referral,
                              receiptId,
                              parts.referring().fate(referral, receiptId),
                              now())));
    };
  }

  private HttpResponse<?> form(
      HttpRequest<?> request,
      HttpStatus status,
      Provider provider,
      String path,
      String actionId,
      ReferralForm form,
      String notice,
      List<Fault> faults) {
    return html.page(
        status,
        html.templates()
            .referralForm(
                html.chrome(request),
                pages().form(path, actionId, provider, form, notice, faults)));
  }

  /** What to do for somebody who reports for a provider. */
  private interface Inside {
    HttpResponse<?> answer(Visit visit, Provider provider);
  }

  /** What to do with one of a person's own referrals. */
  private interface WithOne {
    HttpResponse<?> answer(Visit visit, Provider provider, Kept referral);
  }

  private HttpResponse<?> provided(HttpRequest<?> request, Inside inside) {
    Visit visit = Visit.of(request);
    Optional<Provider> provider = parts.referring().providerOf(parts.directory(), visit.personId());
    return provider.isPresent()
        ? inside.answer(visit, provider.get())
        : html.message(
            request,
            HttpStatus.FORBIDDEN,
            "You cannot open this page",
            List.of("It is for providers that have no system of their own to report from."),
            "/",
            "Go to the start page");
  }

  private HttpResponse<?> own(HttpRequest<?> request, String id, WithOne withOne) {
    return provided(
        request,
        (visit, provider) ->
            parts
                .referring()
                .find(id, visit.personId())
                .<HttpResponse<?>>map(one -> withOne.answer(visit, provider, one))
                .orElseGet(() -> ErrorPages.notFound(html, request)));
  }

  /** The same form sent twice is one referral, and nobody's form can stand in another's way. */
  private static String id(String word, Visit visit) {
    String all = String.join("|", "referral", word, visit.personId());
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private ReferralPages pages() {
    return new ReferralPages(parts.catalogue(), parts.directory());
  }

  private Instant now() {
    return parts.hubClock().instant();
  }
}
