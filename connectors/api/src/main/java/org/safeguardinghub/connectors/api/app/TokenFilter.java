package org.safeguardinghub.connectors.api.app;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.feed.Feeds;

/** Who is it? The bearer token alone says. */
@ServerFilter("/v1/**")
final class TokenFilter {
  private static final String FEED = "hub.feed";

  private final Feeds feeds;

  TokenFilter(Feeds feeds) {
    this.feeds = feeds;
  }

  @RequestFilter
  @Nullable HttpResponse<?> identify(HttpRequest<?> request) {
    Optional<Feed> feed =
        feeds.ofAuthorization(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
    if (feed.isPresent()) {
      request.setAttribute(FEED, feed.get());
      return null;
    }
    return Problem.plain(
            HttpStatus.UNAUTHORIZED,
            "Not signed in",
            "send the header Authorization: Bearer with the token that your agency was given")
        .response()
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"safeguarding-hub\"");
  }

  /** The feed that this filter found. */
  static Feed feedOf(HttpRequest<?> request) {
    return request.getAttribute(FEED, Feed.class).orElseThrow();
  }
}
