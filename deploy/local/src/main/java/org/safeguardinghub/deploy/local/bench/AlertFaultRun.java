package org.safeguardinghub.deploy.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.safeguardinghub.console.people.DirectoryText;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.people.Ways;
import org.safeguardinghub.deploy.local.directory.DirectoryAccess;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.mail.KeptMails;
import org.safeguardinghub.deploy.local.provision.DatabaseProvisioning;
import org.safeguardinghub.deploy.local.story.StoryClockHand;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.Channel;
import org.safeguardinghub.schemas.NotificationRecord;

/**
 * Kills notifier, risk and console again and again while alerts are raised, nobody answers and the
 * ladder climbs; and then counts what every receiver got and what the ladder did.
 */
public final class AlertFaultRun implements AutoCloseable {
  private static final Set<String> KILLED = Set.of("notifier", "risk", "console");
  private static final Instant BEGIN = Instant.parse("2026-11-02T10:00:00Z");
  private static final Duration JUMP = Duration.ofMinutes(65);
  private static final int ALERTS_PER_JUMP = 10;
  private static final int JUMPS_AFTERWARDS = 6;
  private static final Duration BETWEEN_ALERTS = Duration.ofMillis(1200);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  /** Told of by webhook first, at an address that is gone: the next channel has to do. */
  private static final String UNREACHABLE = "p-head-of-service";

  private final RandomGenerator random;
  private final AlertReceivers receivers;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What a run found. */
  public record Outcome(List<String> killed, int posted, AlertLedger ledger) {
    public Outcome {
      killed = List.copyOf(killed);
    }
  }

  /**
   * Opens the receivers.
   *
   * @param seed of the order and the moments
   */
  public AlertFaultRun(long seed) throws IOException {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    receivers = new AlertReceivers(RandomGeneratorFactory.of("L64X128MixRandom").create(~seed));
  }

  /** Settings of a hub whose notifier sends to these receivers. */
  public Map<String, String> settings(Path folder) throws IOException {
    return receivers.settings(folder);
  }

  /**
   * Runs on a hub with a story clock and these settings.
   *
   * @param kills processes to kill
   */
  public Outcome run(EmbeddedHub hub, int kills, Consumer<String> told, InstantSource wall)
      throws IOException, InterruptedException {
    KafkaSettings story = hub.kafka(Principals.STORY);
    Instant now = BEGIN;
    int posted = 0;
    try (StoryClockHand clock = new StoryClockHand(story, AvroSerdes.of(story.registry()), wall);
        KillingHand hand = new KillingHand(hub, random, KILLED, kills, told)) {
      clock.moveTo(now);
      direct(hub, now);
      hand.start();
      while (!hand.done()) {
        post(hub, now);
        posted++;
        if (posted % ALERTS_PER_JUMP == 0) {
          now = now.plus(JUMP);
          clock.moveTo(now);
        }
        LockSupport.parkNanos(BETWEEN_ALERTS.toNanos());
      }
      List<String> killed = hand.await();
      told.accept("%d alerts asked for; waiting until all is told".formatted(posted));
      for (int i = 0; i < JUMPS_AFTERWARDS; i++) {
        settled(hub, now, posted, wall);
        now = now.plus(JUMP);
        clock.moveTo(now);
      }
      return new Outcome(killed, posted, settled(hub, now, posted, wall));
    }
  }

  /** Persons by mail, webhook and text message in turn, in a new version of the directory. */
  private void direct(EmbeddedHub hub, Instant now) {
    DirectoryAccess access =
        new DirectoryAccess(
            hub.jdbcUrl(), hub.databasePassword(DatabaseProvisioning.DIRECTORY), () -> now);
    DirectoryAccess.Newest newest = access.newest();
    LeadDirectory directory = newest.directory();
    List<Person> persons = new ArrayList<>();
    for (Person person : directory.persons()) {
      persons.add(
          new Person(
              person.id(),
              person.user(),
              person.name(),
              person.mail(),
              person.term(),
              person.leave(),
              ways(person, persons.size())));
    }
    String text = DirectoryText.of(directory.withPersons(persons));
    if (!access.add(newest.number(), text, "bench", "Receivers of a measurement")
        || !access.awaitTaken(newest.number() + 1)) {
      throw new IllegalStateException("the console did not take the directory over");
    }
  }

  private Ways ways(Person person, int number) {
    if (person.id().equals(UNREACHABLE)) {
      return ways(
          List.of(Ways.Way.WEBHOOK, Ways.Way.MAIL), number, receivers.url(AlertReceivers.GONE));
    }
    List<Ways.Way> all = List.of(Ways.Way.values());
    return ways(List.of(all.get(number % all.size())), number, receivers.hookOf(person.id()));
  }

  private static Ways ways(List<Ways.Way> order, int number, String hook) {
    return new Ways(
        order,
        Optional.of("+447700900%03d".formatted(number)),
        Optional.of(new Ways.Webhook(hook, Sensitive.of(SECRET))));
  }

  /** An invented baby with a bruise: urgent, and nobody answers. */
  private void post(EmbeddedHub hub, Instant now) throws IOException, InterruptedException {
    String body = LatencyBench.body(UUID.randomUUID().toString(), now);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hub.apiUrl() + "/v1/concerns"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + hub.token("fablewick-nhs"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "the connector answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  /** The books when they add up, or after a while; passing days raise alerts of their own, too. */
  private AlertLedger settled(EmbeddedHub hub, Instant now, int posted, InstantSource wall) {
    Instant until = wall.instant().plus(PATIENCE);
    AlertLedger ledger = ledger(hub, now);
    while (!(ledger.sound() && ledger.ladder().alerts() >= posted)
        && wall.instant().isBefore(until)) {
      LockSupport.parkNanos(POLL.toNanos());
      ledger = ledger(hub, now);
    }
    return ledger;
  }

  private AlertLedger ledger(EmbeddedHub hub, Instant now) {
    List<NotificationRecord> notifications = new ArrayList<>();
    EndLedger.all(
        hub,
        Principals.NOTIFIER,
        Topics.NOTIFICATIONS,
        NotificationRecord.class,
        (_, one) -> notifications.add(one));
    List<AlertRecord> pictures = new ArrayList<>();
    EndLedger.all(
        hub, Principals.STORY, Topics.ALERTS, AlertRecord.class, (_, one) -> pictures.add(one));
    List<AlertActionRecord> actions = new ArrayList<>();
    EndLedger.all(
        hub,
        Principals.ANALYST,
        Topics.ALERT_ACTIONS,
        AlertActionRecord.class,
        (_, one) -> actions.add(one));
    return AlertLedger.of(notifications, seen(hub), pictures, actions, now);
  }

  private Map<Channel, Map<String, Integer>> seen(EmbeddedHub hub) {
    Map<String, Integer> mails = new HashMap<>();
    for (String id : KeptMails.messageIds(hub.mailboxes())) {
      mails.merge(id.substring(1, id.indexOf('@')), 1, Integer::sum);
    }
    return Map.of(
        Channel.EMAIL,
        mails,
        Channel.WEBHOOK,
        receivers.webhooks(),
        Channel.TEXT,
        receivers.texts());
  }

  @Override
  public void close() {
    receivers.close();
    http.close();
  }
}
