package org.safeguardinghub.deploy.local.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.safeguardinghub.console.people.DirectoryText;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.people.RoleHolding;
import org.safeguardinghub.deploy.local.directory.DirectoryAccess;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.provision.DatabaseProvisioning;

/**
 * The console with many open alerts and many leads at once, the hardest way: every lead shares the
 * seat that holds every alert, has the list open with its live stream, and opens it anew now and
 * then; every change is told to all of them at once, and each fetches the list again.
 */
public final class ConsoleBench {
  /** Who holds new alerts, in working hours and outside them. */
  private static final Set<String> SEATS = Set.of("mash-manager", "edt");

  private static final String FEED = "fablewick-nhs";
  private static final int BATCH = 250;
  private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration POLL = Duration.ofMillis(100);

  private final EmbeddedHub hub;
  private final Callable<Map<String, String>> passwords;
  private final InstantSource wall;
  private final RandomGenerator random;
  private final Consumer<String> progress;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Milliseconds.
   *
   * @param count how many were measured
   */
  public record Figures(int count, double p50, double p95, double p99, double max) {
    static Figures of(List<Double> millis) {
      List<Double> sorted = millis.stream().sorted().toList();
      return new Figures(
          sorted.size(),
          rank(sorted, 0.50),
          rank(sorted, 0.95),
          rank(sorted, 0.99),
          rank(sorted, 1.0));
    }

    private static double rank(List<Double> sorted, double share) {
      return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
  }

  /**
   * What was found.
   *
   * @param list from asking for the list to having all of it
   * @param told from the posting of a concern to the live stream's word of its alert
   * @param shown from the posting to the list that was fetched after that word
   * @param cores of this machine
   * @param loadBefore runnable processes in the minute before it was measured, of everybody
   * @param loadAfter the same at its end
   * @param consoleCores how many cores the console's process kept busy
   */
  public record Result(
      int openAlerts,
      int leads,
      int seconds,
      Figures list,
      Figures told,
      Figures shown,
      int cores,
      double loadBefore,
      double loadAfter,
      double consoleCores) {}

  /**
   * On a running hub.
   *
   * @param passwords the first passwords by sign-in name, as far as they are made
   * @param progress what goes on, in words
   */
  public ConsoleBench(
      EmbeddedHub hub,
      Callable<Map<String, String>> passwords,
      InstantSource wall,
      RandomGenerator random,
      Consumer<String> progress) {
    this.hub = hub;
    this.passwords = passwords;
    this.wall = wall;
    this.random = random;
    this.progress = progress;
  }

  /**
   * Fills the hub, signs everybody in, measures.
   *
   * @param think how long a lead waits at most before opening the list anew
   */
  public Result run(int alerts, int leads, Duration warmUp, Duration measured, Duration think)
      throws Exception {
    List<String> users = direct(leads);
    progress.accept(leads + " leads are in the directory");
    List<BenchLead> signedIn = signIn(users);
    progress.accept(leads + " leads are signed in");
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        return measured(pool, signedIn, alerts, warmUp, measured, think);
      } finally {
        pool.shutdownNow(); // the live streams end by nothing else
        http.shutdownNow();
      }
    }
  }

  private Result measured(
      ExecutorService pool,
      List<BenchLead> leads,
      int alerts,
      Duration warmUp,
      Duration measured,
      Duration think)
      throws Exception {
    // The first listens while the alerts are made: what it hears of later for the first time is
    // new.
    follow(pool, leads.getFirst());
    await("the first lead listens", leads.getFirst()::listens);
    int open = fill(alerts, leads.getFirst());
    progress.accept(open + " alerts are open");
    leads.stream().skip(1).forEach(lead -> follow(pool, lead));
    await("everybody listens", () -> leads.stream().allMatch(BenchLead::listens));
    load(pool, leads, warmUp, think);
    progress.accept("warm; measuring for " + measured.toSeconds() + " s");
    double before = systemLoad();
    Duration cpu = cpu();
    Load load = load(pool, leads, measured, think);
    Duration used = cpu().minus(cpu);
    return new Result(
        open,
        leads.size(),
        (int) measured.toSeconds(),
        Figures.of(load.opened()),
        Figures.of(load.told()),
        Figures.of(load.shown()),
        Runtime.getRuntime().availableProcessors(),
        before,
        systemLoad(),
        (double) used.toMillis() / measured.toMillis());
  }

  private static void follow(ExecutorService pool, BenchLead lead) {
    pool.execute(lead::follow);
  }

  /** What was measured, in milliseconds. */
  private record Load(List<Double> opened, List<Double> told, List<Double> shown) {}

  private Load load(ExecutorService pool, List<BenchLead> leads, Duration length, Duration think)
      throws Exception {
    long until = System.nanoTime() + length.toNanos();
    List<Double> opened = Collections.synchronizedList(new ArrayList<>());
    List<Future<?>> readers = new ArrayList<>();
    for (BenchLead lead : leads) {
      long first = random.nextLong(think.toNanos());
      readers.add(
          pool.submit(
              () -> {
                LockSupport.parkNanos(first);
                while (System.nanoTime() < until) {
                  opened.add(lead.open().toNanos() / 1e6);
                  LockSupport.parkNanos(think.toNanos());
                }
                return null;
              }));
    }
    List<Double> told = new ArrayList<>();
    List<Double> shown = new ArrayList<>();
    while (System.nanoTime() + BETWEEN_CHANGES.toNanos() < until) {
      long posted = change(leads, told, shown);
      LockSupport.parkNanos(posted + BETWEEN_CHANGES.toNanos() - System.nanoTime());
    }
    for (Future<?> reader : readers) {
      reader.get();
    }
    return new Load(opened, told, shown);
  }

  /** Posts a concern and waits until every lead has its alert; when it was posted. */
  private long change(List<BenchLead> leads, List<Double> told, List<Double> shown)
      throws Exception {
    Set<String> known = new HashSet<>();
    leads.forEach(lead -> known.addAll(lead.named()));
    long posted = System.nanoTime();
    post("/v1/concerns", "application/json", body());
    String alert = await("an alert was told", () -> fresh(leads.getFirst(), known)).orElseThrow();
    await(
        "everybody has it",
        () -> leads.stream().allMatch(l -> l.listens() && l.shownAt(alert) != Long.MAX_VALUE));
    for (BenchLead lead : leads) {
      told.add((lead.toldAt(alert) - posted) / 1e6);
      shown.add((lead.shownAt(alert) - posted) / 1e6);
    }
    return posted;
  }

  private static Optional<String> fresh(BenchLead lead, Set<String> known) {
    return lead.named().stream().filter(id -> !known.contains(id)).findFirst();
  }

  private String body() {
    Instant now = wall.instant().truncatedTo(ChronoUnit.SECONDS);
    return LatencyBench.body(UUID.randomUUID().toString(), now);
  }

  /** Invented babies with a bruise until that many alerts are open. */
  private int fill(int alerts, BenchLead lead) throws Exception {
    for (int from = 0; from < alerts; from += BATCH) {
      String batch =
          IntStream.range(from, Math.min(from + BATCH, alerts))
              .mapToObj(_ -> body().replace("\n", " "))
              .collect(Collectors.joining("\n"));
      post("/v1/concerns/batch", "application/x-ndjson", batch);
    }
    int[] open = new int[1];
    await(
        "all alerts are open",
        () -> {
          open[0] = lead.waiting();
          return open[0] >= alerts;
        });
    return open[0];
  }

  private void post(String path, String type, String body)
      throws IOException, InterruptedException {
    URI api = URI.create(hub.apiUrl() + path);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(api)
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + hub.token(FEED))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException("the connector answered " + answer.statusCode());
    }
  }

  /** Adds the leads to the directory, behind those who hold the seats; their sign-in names. */
  private List<String> direct(int leads) throws Exception {
    DirectoryAccess access =
        new DirectoryAccess(
            hub.jdbcUrl(), hub.databasePassword(DatabaseProvisioning.DIRECTORY), wall::instant);
    DirectoryAccess.Newest newest = access.newest();
    LeadDirectory directory = newest.directory();
    List<Person> added =
        IntStream.rangeClosed(1, leads)
            .mapToObj(i -> new Person("p-bench-" + i, "bench.lead" + i, "Bench Lead " + i))
            .toList();
    List<String> ids = added.stream().map(Person::id).toList();
    LeadDirectory after =
        directory
            .withPersons(Stream.concat(directory.persons().stream(), added.stream()).toList())
            .withRoles(directory.roles().stream().map(role -> shared(role, ids)).toList());
    if (!access.add(newest.number(), DirectoryText.of(after), "bench", "Leads of a measurement")) {
      throw new IllegalStateException("somebody else changed the directory");
    }
    List<String> users = added.stream().map(Person::user).toList();
    await("the leads have passwords", () -> passwords.call().containsKey(users.getLast()));
    return users;
  }

  private static RoleHolding shared(RoleHolding role, List<String> more) {
    return SEATS.contains(role.role())
        ? role.heldBy(Stream.concat(role.holders().stream(), more.stream()).toList())
        : role;
  }

  private List<BenchLead> signIn(List<String> users) throws Exception {
    Map<String, String> known = passwords.call();
    List<BenchLead> leads = new ArrayList<>();
    for (String user : users) {
      BenchLead lead = new BenchLead(http, hub.consoleUrl());
      lead.signIn(user, Objects.requireNonNull(known.get(user), "awaited above"));
      leads.add(lead);
    }
    return leads;
  }

  private Duration cpu() {
    return ConnectorsBench.cpu(hub, "console");
  }

  private static double systemLoad() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static <T> Optional<T> await(String what, Supplier<Optional<T>> found) throws Exception {
    List<T> kept = new ArrayList<>();
    await(
        what,
        () -> {
          found.get().ifPresent(kept::add);
          return !kept.isEmpty();
        });
    return Optional.of(kept.getFirst());
  }

  private static void await(String what, Callable<Boolean> done) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!done.call()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("not within " + PATIENCE.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
