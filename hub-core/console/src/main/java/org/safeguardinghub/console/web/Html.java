package org.safeguardinghub.console.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.console.desk.DeskReader;
import org.safeguardinghub.console.identity.Steward;
import org.safeguardinghub.console.page.Chrome;
import org.safeguardinghub.console.page.LondonTime;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.referral.Referring;
import org.safeguardinghub.console.templates.StaticTemplates;
import org.safeguardinghub.console.templates.Templates;

/** Pages as responses. */
@Singleton
final class Html {
  private static final String TYPE = MediaType.TEXT_HTML + ";charset=utf-8";

  private final Templates templates = new StaticTemplates();
  private final Assets assets;
  private final ConsoleParts parts;

  Html(Assets assets, ConsoleParts parts) {
    this.assets = assets;
    this.parts = parts;
  }

  Templates templates() {
    return templates;
  }

  Chrome chrome(HttpRequest<?> request) {
    return chrome(Visit.find(request));
  }

  Chrome chrome(Optional<Visit> visit) {
    LeadDirectory directory = parts.directory();
    Optional<Chrome.Viewer> viewer =
        visit.map(
            v ->
                new Chrome.Viewer(
                    directory.nameOf(v.personId()),
                    directory.mainTitleOf(v.personId()),
                    v.session().csrfToken(),
                    v.reader().holds("administrator"),
                    Steward.is(v.reader()),
                    !directory.rolesBelow(v.reader().roles()).isEmpty(),
                    DeskReader.of(directory, v.reader()).works(),
                    GlassController.reviews(v),
                    parts.referring().providerOf(directory, v.personId()).isPresent(),
                    Referring.isAllOf(v.reader())));
    return new Chrome(
        viewer,
        assets.stylesheetPath(),
        assets.scriptPath(),
        LondonTime.full(parts.hubClock().instant()));
  }

  MutableHttpResponse<String> page(HttpStatus status, JteModel model) {
    return HttpResponse.<String>status(status).body(text(model)).contentType(TYPE);
  }

  /** A page by itself. */
  static String text(JteModel model) {
    StringOutput output = new StringOutput();
    model.render(output);
    return output.toString();
  }

  MutableHttpResponse<String> page(JteModel model) {
    return page(HttpStatus.OK, model);
  }

  MutableHttpResponse<String> message(
      HttpRequest<?> request,
      HttpStatus status,
      String title,
      List<String> paragraphs,
      String linkPath,
      String linkText) {
    return page(status, templates.message(chrome(request), title, paragraphs, linkPath, linkText));
  }

  /** The form was opened by another session, or long ago. */
  MutableHttpResponse<String> staleForm(HttpRequest<?> request) {
    return message(
        request,
        HttpStatus.FORBIDDEN,
        "This form can no longer be used",
        List.of(
            "It was opened in another session. Nothing was recorded.",
            "Open the page again and fill it in once more."),
        "/",
        "Go to the start page");
  }

  static MutableHttpResponse<?> see(String path) {
    return HttpResponse.seeOther(URI.create(path));
  }
}
