package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.ChangeSignal;
import org.safeguardinghub.console.alert.Shelf;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/**
 * A reader's alerts for programs: a list without any personal data, and the sign that it has
 * changed. Neither opens anything that is sealed, so neither is written to the access record.
 */
@Controller
final class AlertFeedController {
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final int MOST = 500;

  private final ConsoleParts parts;

  AlertFeedController(ConsoleParts parts) {
    this.parts = parts;
  }

  /** One alert: references and codes only. */
  @Serdeable
  record Line(
      String id,
      List<String> patterns,
      String severity,
      String state,
      @Nullable Instant dueAt,
      Instant raisedAt,
      long version) {}

  @Get("/alerts.json")
  @ExecuteOn(TaskExecutors.BLOCKING)
  List<Line> list(HttpRequest<?> request) {
    Visit visit = Visit.of(request);
    return List.of(Shelf.values()).stream()
        .flatMap(shelf -> parts.alerts().list(visit.reader(), shelf, 0, MOST).stream())
        .map(AlertFeedController::line)
        .toList();
  }

  @Get("/alerts/stream")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<String>> stream(HttpRequest<?> request) {
    Visit visit = Visit.of(request);
    Flux<Event<String>> changes =
        Flux.create(sink -> follow(sink, visit), FluxSink.OverflowStrategy.LATEST);
    Flux<Event<String>> beats =
        Flux.interval(BEAT)
            .onBackpressureDrop()
            .publishOn(Schedulers.boundedElastic())
            .map(beat -> lives(visit) ? Event.of("").name("beat") : Event.of("").name("ended"));
    return Flux.merge(Flux.just(Event.of("").name("beat")), changes, beats)
        .takeUntil(event -> "ended".equals(event.getName()));
  }

  private void follow(FluxSink<Event<String>> sink, Visit visit) {
    AutoCloseable listening =
        parts
            .signal()
            .listen(
                changes -> {
                  String ids =
                      changes.stream()
                          .filter(change -> concerns(change, visit))
                          .map(change -> change.alert().id())
                          .collect(Collectors.joining(" "));
                  if (!ids.isEmpty()) {
                    sink.next(Event.of(ids).name("changed"));
                  }
                });
    sink.onDispose(
        () -> {
          try {
            listening.close();
          } catch (Exception e) {
            throw new IllegalStateException("a listener could not be removed", e);
          }
        });
  }

  /**
   * An alert that left this reader's hands concerns the reader as well: it must go from the list.
   */
  private static boolean concerns(ChangeSignal.Change change, Visit visit) {
    return visit.reader().mayKnow(change.alert())
        && (visit.reader().mayOpen(change.alert().owner())
            || change.previousOwner().filter(visit.reader()::mayOpen).isPresent());
  }

  private boolean lives(Visit visit) {
    return parts.signIn().resume(visit.sessionId(), false).isPresent();
  }

  private static Line line(Alert alert) {
    return new Line(
        alert.id(),
        alert.standing().stream().map(Alert.Finding::pattern).distinct().sorted().toList(),
        alert.severity().name(),
        alert.state().name(),
        alert.dueAt().orElse(null),
        alert.raisedAt(),
        alert.version());
  }
}
