package org.safeguardinghub.deploy.local.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Batches over HTTP, some at once. */
final class HttpLoad implements ConnectorLoad {
  private static final int LINES = 1_000;
  private static final int AT_ONCE = 4;

  private final URI api;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  HttpLoad(URI api, String token) {
    this.api = api;
    this.token = token;
  }

  @Override
  public String name() {
    return "HTTP, batches of " + LINES;
  }

  @Override
  public String app() {
    return "api";
  }

  @Override
  public String feed() {
    return "fablewick-nhs";
  }

  @Override
  public int asked() {
    return 3_000;
  }

  @Override
  public long send(int first, int count, IntConsumer progress) throws Exception {
    List<String> bodies = new ArrayList<>();
    for (int from = 0; from < count; from += LINES) {
      bodies.add(
          IntStream.range(first + from, first + Math.min(from + LINES, count))
              .mapToObj(number -> line("bench-" + number, "HV-NEG-01", number))
              .collect(Collectors.joining("\n")));
    }
    AtomicInteger answered = new AtomicInteger();
    List<Callable<Integer>> posts =
        bodies.stream()
            .<Callable<Integer>>map(
                body ->
                    () -> {
                      int taken = post(body);
                      progress.accept(answered.addAndGet(taken));
                      return taken;
                    })
            .toList();
    long begun = System.nanoTime();
    int accepted = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Integer> post : pool.invokeAll(posts)) {
        accepted += post.get();
      }
    }
    long took = System.nanoTime() - begun;
    Answered.all(name(), accepted, count);
    return took;
  }

  private int post(String body) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(api.resolve("/v1/concerns/batch"))
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return (int)
        answer.body().lines().filter(line -> line.contains("\"outcome\":\"accepted\"")).count();
  }

  /** A health visitor's concern about an invented child, as one line. */
  static String line(String id, String type, int number) {
    return """
        {"sourceRecordId":"%s","type":"%s","occurredAt":"2026-03-02T10:00:00Z",\
        "legalGateway":"CA2004-S16LA","narrative":"Bench: the child was hungry and cold, and wore the clothes of last week.",\
        "subjects":[{"role":"HARMED","personRef":"p-%d","claims":{"givenNames":"Bench","familyName":"Child %d",\
        "dateOfBirth":"2019-05-04"}}]}"""
        .formatted(id, type, number, number);
  }
}
