package org.safeguardinghub.connectors.health.app;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.feed.Feeds;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** Who is it? The bearer token alone says; it must be that of a health feed. */
@ServerFilter("/fhir/**")
final class TokenFilter {
  private static final String FEED = "hub.feed";

  private final Feeds feeds;

  TokenFilter(Feeds feeds) {
    this.feeds = feeds;
  }

  @RequestFilter
  @Nullable HttpResponse<?> identify(HttpRequest<?> request) {
    Optional<Feed> feed =
        feeds
            .ofAuthorization(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
            .filter(one -> one.families().contains(OriginFamily.HLT));
    if (feed.isPresent()) {
      request.setAttribute(FEED, feed.get());
      return null;
    }
    return FhirController.response(
            FhirAnswer.plain(
                HttpStatus.UNAUTHORIZED.getCode(),
                IssueType.LOGIN,
                "send the header Authorization: Bearer with the token that your agency was given"),
            FhirController.wantsXml(request))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"safeguarding-hub\"");
  }

  /** The feed that this filter found. */
  static Feed feedOf(HttpRequest<?> request) {
    return request.getAttribute(FEED, Feed.class).orElseThrow();
  }
}
