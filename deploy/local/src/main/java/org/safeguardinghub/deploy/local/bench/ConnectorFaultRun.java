package org.safeguardinghub.deploy.local.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.quarantine.DayCount;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.DispositionRecord;

/**
 * Kills each connector again and again while its senders send as fast as they are answered; and
 * then counts what went in, what was said of it and what stands on the topics.
 */
public final class ConnectorFaultRun {
  /** The connectors that can be killed. */
  public static final List<String> APPS =
      List.of("api", "education", "social-care", "police", "agency", "health");

  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** A file is taken half a second after it was first seen, and read for a second or two. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final Duration POLL = Duration.ofSeconds(2);

  private final EmbeddedHub hub;
  private final Function<LocalDate, List<DayCount>> days;
  private final Consumer<String> told;
  private final InstantSource wall;

  /**
   * What a run found.
   *
   * @param kills how often each connector was killed
   */
  public record Outcome(Map<String, Integer> kills, ConnectorLedger ledger) {
    public Outcome {
      kills = Map.copyOf(kills);
    }
  }

  /**
   * @param days the counts of a day in London
   */
  public ConnectorFaultRun(
      EmbeddedHub hub,
      Function<LocalDate, List<DayCount>> days,
      Consumer<String> told,
      InstantSource wall) {
    this.hub = hub;
    this.days = days;
    this.told = told;
    this.wall = wall;
  }

  /**
   * Kills all chosen connectors side by side.
   *
   * @param chosen which of {@link #APPS}
   * @param kills of each
   * @param seed of the moments
   */
  public Outcome run(Predicate<String> chosen, int kills, long seed) throws Exception {
    LocalDate begun = WorkingCalendar.localDay(wall.instant());
    Map<ConnectorWay, AnswerBook> books = new LinkedHashMap<>();
    ways(chosen).forEach(way -> books.put(way, new AnswerBook()));
    Map<String, KillingHand> hands = new TreeMap<>();
    RandomGenerator seeds = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (String app : APPS.stream().filter(chosen).toList()) {
      RandomGenerator moments =
          RandomGeneratorFactory.of("L64X128MixRandom").create(seeds.nextLong());
      hands.put(app, new KillingHand(hub, moments, Set.of(app), kills, LONGEST, told));
    }
    try {
      hands.values().forEach(KillingHand::start);
      send(books, hands);
      Map<String, Integer> killed = new TreeMap<>();
      hands.forEach((app, hand) -> killed.put(app, hand.await().size()));
      told.accept("all is sent and answered; waiting until all stands on its topics");
      return new Outcome(killed, settled(books, begun));
    } finally {
      hands.values().forEach(KillingHand::close);
    }
  }

  /** Every way is used until its connector is no longer killed, and at least once after that. */
  private static void send(Map<ConnectorWay, AnswerBook> books, Map<String, KillingHand> hands)
      throws Exception {
    List<Callable<Boolean>> senders = new ArrayList<>();
    books.forEach(
        (way, book) ->
            senders.add(
                () -> {
                  KillingHand hand = Objects.requireNonNull(hands.get(way.app()));
                  while (!hand.done()) {
                    way.round(book);
                  }
                  way.round(book);
                  return true;
                }));
    try (ExecutorService pool = Executors.newFixedThreadPool(senders.size())) {
      for (Future<Boolean> sender : pool.invokeAll(senders)) {
        sender.get();
      }
    }
  }

  private List<ConnectorWay> ways(Predicate<String> chosen) throws Exception {
    List<ConnectorWay> ways = new ArrayList<>();
    if (chosen.test("api")) {
      ways.add(new BatchWay(hub.apiUrl(), hub.token("fablewick-nhs")));
    }
    if (chosen.test("health")) {
      int port = ConnectorsBench.freePort();
      MllpKeys keys = MllpKeys.install(hub.data().app("health"), port, "fablewick-nhs");
      hub.kill("health");
      hub.awaitReady("health", READY_WITHIN);
      URI fhir = hub.fhirUrl();
      ways.add(new FhirWay(fhir, hub.token("fablewick-nhs")));
      ways.add(new MllpWay(keys.sender(), port));
    }
    Stream.of(InventedFiles.values())
        .filter(files -> chosen.test(files.app()))
        .map(
            files ->
                new FolderWay(
                    files, hub.data().app(files.app()).resolve("drop").resolve(files.feed())))
        .forEach(ways::add);
    return ways;
  }

  /** What was recorded and not published is found by a sweep, some seconds later. */
  private ConnectorLedger settled(Map<ConnectorWay, AnswerBook> books, LocalDate begun) {
    Instant until = wall.instant().plus(PATIENCE);
    ConnectorLedger ledger = ledger(books, begun);
    while (!ledger.sound() && wall.instant().isBefore(until)) {
      LockSupport.parkNanos(POLL.toNanos());
      ledger = ledger(books, begun);
    }
    return ledger;
  }

  private ConnectorLedger ledger(Map<ConnectorWay, AnswerBook> books, LocalDate begun) {
    ConnectorLedger.Topics topics = new ConnectorLedger.Topics();
    EndLedger.all(
        hub,
        Principals.CONNECTOR_API,
        Topics.DISPOSITIONS,
        DispositionRecord.class,
        (_, one) -> topics.fate(one.getReceiptId(), one.getFate()));
    books.keySet().stream()
        .map(ConnectorWay::feed)
        .distinct()
        .forEach(
            feed ->
                EndLedger.all(
                    hub,
                    Principals.IDENTITY,
                    Topics.concerns(feed),
                    ConcernRecord.class,
                    (_, one) ->
                        topics.event(
                            one.getReceiptId(), one.getEventId() + "/" + one.getSubjectIndex())));
    return ConnectorLedger.of(books, topics, unreconciled(begun));
  }

  /** A run may go on beyond midnight. */
  private List<String> unreconciled(LocalDate begun) {
    return begun
        .datesUntil(WorkingCalendar.localDay(wall.instant()).plusDays(1))
        .flatMap(day -> days.apply(day).stream())
        .flatMap(count -> count.faults().stream().map(fault -> count.feed() + ": " + fault))
        .toList();
  }
}
