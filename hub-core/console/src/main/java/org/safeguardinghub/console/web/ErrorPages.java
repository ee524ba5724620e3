package org.safeguardinghub.console.web;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages for what went wrong. They and the log name a reference and the kind of fault, never its
 * message: a message may hold what somebody typed.
 */
@Controller
final class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final Html html;
  private final ConsoleParts parts;

  ErrorPages(Html html, ConsoleParts parts) {
    this.html = html;
    this.parts = parts;
  }

  static HttpResponse<?> notFound(Html html, HttpRequest<?> request) {
    return html.message(
        request,
        HttpStatus.NOT_FOUND,
        "Page not found",
        List.of("If you typed the address, check that it is correct."),
        "/alerts",
        "My alerts");
  }

  @Error(global = true, status = HttpStatus.METHOD_NOT_ALLOWED)
  HttpResponse<?> methodNotAllowed(HttpRequest<?> request) {
    return unreadable(request, HttpStatus.METHOD_NOT_ALLOWED);
  }

  @Error(global = true, status = HttpStatus.BAD_REQUEST)
  HttpResponse<?> badRequest(HttpRequest<?> request) {
    return unreadable(request, HttpStatus.BAD_REQUEST);
  }

  @Error(global = true, status = HttpStatus.UNSUPPORTED_MEDIA_TYPE)
  HttpResponse<?> unsupported(HttpRequest<?> request) {
    return unreadable(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  }

  @Error(global = true, status = HttpStatus.REQUEST_ENTITY_TOO_LARGE)
  HttpResponse<?> tooLarge(HttpRequest<?> request) {
    return unreadable(request, HttpStatus.REQUEST_ENTITY_TOO_LARGE);
  }

  @Error(global = true)
  HttpResponse<?> failed(HttpRequest<?> request, Throwable failure) {
    return switch (failure) {
      // Not as a route for the status: what a controller answers with it after reading a form would
      // come there too, and go round without end.
      case NotFoundException _ -> notFound(html, request);
      case ContentLengthExceededException _ ->
          unreadable(request, HttpStatus.REQUEST_ENTITY_TOO_LARGE);
      case UnsatisfiedRouteException _ -> unreadable(request, HttpStatus.BAD_REQUEST);
      case ConversionErrorException _ -> unreadable(request, HttpStatus.BAD_REQUEST);
      case CodecException _ -> unreadable(request, HttpStatus.BAD_REQUEST);
      default -> broken(request, failure);
    };
  }

  private HttpResponse<?> broken(HttpRequest<?> request, Throwable failure) {
    String reference = parts.ids().get().substring(0, 8);
    StackTraceElement[] trace = failure.getStackTrace();
    LOG.atError()
        .addKeyValue("reference", reference)
        .addKeyValue("kind", failure.getClass().getName())
        .addKeyValue("at", trace.length == 0 ? "?" : trace[0].toString())
        .log("a request failed");
    return html.message(
        request,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Sorry, there is a problem with the console",
        List.of(
            "Nothing that you sent was recorded unless a page said so. Try again in a minute.",
            "Alerts are still sent by e-mail and go up the ladder while the console is away. If you cannot wait, call the duty desk.",
            "Reference for your administrator: " + reference),
        "/alerts",
        "My alerts");
  }

  private HttpResponse<?> unreadable(HttpRequest<?> request, HttpStatus status) {
    return html.message(
        request,
        status,
        "The console cannot read this request",
        List.of("Nothing was recorded. Open the page again and try once more."),
        "/alerts",
        "My alerts");
  }
}
