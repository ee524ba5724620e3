package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.safeguardinghub.deploy.local.story.ConcernClient.Posted;
import org.safeguardinghub.deploy.local.story.Story.Event;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.Fate;

/**
 * Plays stories together on one hub, merged by time of receipt: moves the clock to the moment, lets
 * the agency send, waits until the message has its fate, goes on. A story is judged when the clock
 * passes its end.
 */
final class StoryPlayer {
  /** What the player tells while it plays. */
  interface Listener {
    void sent(Story story, Event event, String feed, String fate);

    /** A steward has said whom a message is about, which is no message. */
    void answered(Story story, Event event, Instant at, String fate);

    void judged(StoryReport report);
  }

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration QUIET = Duration.ofMillis(400);

  private final ConcernClient client;
  private final ConcernLogDrop schools;
  private final FindingsBoard board;
  private final StoryClockHand clock;
  private final StewardHand steward;
  private final InstantSource wall;
  private final Listener listener;
  private final WorkingCalendar calendar = WorkingCalendar.load();
  private final Identity identity;
  private final Map<String, TruthBook> books = new HashMap<>();
  private final Map<String, String> receipts = new HashMap<>();
  private final PriorityQueue<Answer> answers =
      new PriorityQueue<>(Comparator.comparing(Answer::at));

  StoryPlayer(
      Identity identity,
      ConcernClient client,
      ConcernLogDrop schools,
      FindingsBoard board,
      StoryClockHand clock,
      StewardHand steward,
      InstantSource wall,
      Listener listener) {
    this.identity = identity;
    this.client = client;
    this.schools = schools;
    this.board = board;
    this.clock = clock;
    this.steward = steward;
    this.wall = wall;
    this.listener = listener;
  }

  /** One moment of one story: a message, or its end. */
  private record Moment(Instant at, Story story, Optional<Event> event) {}

  /** A question that a steward is going to answer with the truth. */
  private record Answer(Instant at, Story story, Event event, int index, String receiptId) {}

  List<StoryReport> play(List<Story> stories, StoryJudge judge) {
    Map<String, StoryReport> reports = new LinkedHashMap<>();
    for (Moment moment : moments(stories)) {
      answerUntil(moment.at());
      moveClock(moment.at());
      if (moment.event().isPresent()) {
        send(moment.story(), moment.event().get());
      } else {
        StoryReport report = judged(moment.story(), judge);
        reports.put(moment.story().id(), report);
        listener.judged(report);
      }
    }
    return stories.stream()
        .map(story -> java.util.Objects.requireNonNull(reports.get(story.id())))
        .toList();
  }

  private StoryReport judged(Story story, StoryJudge judge) {
    settle();
    Map<String, String> names = StoryPeople.byThemselves(story);
    names.putAll(book(story).names());
    return judge.judge(
        story,
        board.decisions(),
        board.alerts(),
        names,
        identity == Identity.HUB ? Optional.of(book(story).count()) : Optional.empty());
  }

  private TruthBook book(Story story) {
    return books.computeIfAbsent(story.id(), _ -> new TruthBook());
  }

  /** What stewards answer up to a moment, each at its own. */
  private void answerUntil(Instant moment) {
    while (!answers.isEmpty() && answers.peek().at().isBefore(moment)) {
      Answer next = answers.remove();
      boolean open =
          board
              .fate(next.receiptId(), next.index())
              .filter(fate -> fate.getFate() != Fate.ATTRIBUTED)
              .isPresent();
      if (next.at().isAfter(next.story().until())) {
        continue;
      }
      if (open) {
        moveClock(next.at());
        listener.answered(
            next.story(),
            next.event(),
            next.at(),
            answer(
                next.story(),
                next.receiptId(),
                next.index(),
                next.event().subjects().get(next.index()),
                next.at()));
      } else {
        noteAnswer(next);
      }
    }
  }

  /** One answer settled several questions. */
  private void noteAnswer(Answer settled) {
    board
        .fate(settled.receiptId(), settled.index())
        .flatMap(DispositionRecord::getChildRef)
        .ifPresent(
            child ->
                book(settled.story())
                    .answered(settled.event().subjects().get(settled.index()), child));
  }

  private static List<Moment> moments(List<Story> stories) {
    List<Moment> moments = new ArrayList<>();
    for (Story story : stories) {
      for (Event event : story.events()) {
        if (!event.receivedAt().isAfter(story.until())) {
          moments.add(new Moment(event.receivedAt(), story, Optional.of(event)));
        }
      }
      moments.add(new Moment(story.until(), story, Optional.empty()));
    }
    moments.sort(
        Comparator.comparing(Moment::at)
            .thenComparing(moment -> moment.event().isEmpty())
            .thenComparing(moment -> moment.story().id())
            .thenComparing(moment -> moment.event().map(Event::number).orElse(0)));
    return moments;
  }

  private void moveClock(Instant at) {
    if (clock.moveTo(at)) {
      await("the stream tasks follow the clock", () -> board.everyTaskReached(at));
    }
  }

  private void send(Story story, Event event) {
    Optional<JsonNode> ruling = event.node("ruling");
    if (ruling.isPresent()) {
      listener.sent(story, event, "steward", rule(story, event, ruling.get()));
      return;
    }
    Event body = event.flag("dup") ? original(story, event) : event;
    String feed = feedOf(story, body);
    Posted posted =
        schools.sends(body)
            ? schools.send(feed, story, body)
            : client.post(feed, new StoryEnvelope(story, identity).body(body));
    switch (posted) {
      case Posted.Refused refused ->
          listener.sent(
              story, event, refused.feed(), "refused: " + refused.step() + " " + refused.reason());
      case Posted.Received received -> {
        receipts.put(key(story, Integer.toString(body.number())), received.receiptId());
        List<DispositionRecord> fates = new ArrayList<>();
        for (int i = 0; i < body.subjects().size(); i++) {
          int index = i;
          await(
              "the fate of " + received.receiptId(),
              () -> board.fate(received.receiptId(), index).isPresent());
          DispositionRecord fate = board.fate(received.receiptId(), index).orElseThrow();
          fates.add(fate);
          if (!received.repeat()) {
            note(story, body, index, fate);
          }
        }
        listener.sent(
            story,
            event,
            received.feed(),
            (received.repeat() ? "repeat, " : "")
                + fates.getFirst().getFate().name().toLowerCase(java.util.Locale.ROOT));
      }
    }
  }

  /** What the hub made of one subject of a message, and whether somebody is to be asked. */
  private void note(Story story, Event event, int index, DispositionRecord fate) {
    Optional<String> child = fate.getChildRef();
    switch (fate.getFate()) {
      case ATTRIBUTED -> child.ifPresent(ref -> book(story).attributed(event, index, ref));
      case AWAITING_IDENTITY, UNCONFIRMED -> {
        book(story).asked(event, index, child);
        boolean answered =
            identity == Identity.HUB
                && !event.flag("review")
                && !event.subjects().get(index).equals(Story.NOBODY);
        if (answered) {
          Instant at = calendar.endOfWorkingDays(event.receivedAt(), 1);
          answers.add(new Answer(at, story, event, index, fate.getReceiptId()));
        }
      }
      case RECEIVED, REFUSED, NOT_HELD, UNKNOWN -> {
        // Nobody is linked.
      }
    }
  }

  /** A story's own ruling on which child one of its messages is about. */
  private String rule(Story story, Event event, JsonNode ruling) {
    String receipt = receipts.get(key(story, ruling.path("event").asText()));
    // A story's ruling names a message about one person.
    return receipt == null
        ? "a steward's ruling about what the hub does not hold"
        : answer(story, receipt, 0, ruling.path("subject").asText(), event.receivedAt());
  }

  private String answer(Story story, String receipt, int index, String name, Instant at) {
    if (!steward.answer(receipt, index, book(story).childOf(name), at, PATIENCE)) {
      return "a steward's answer to a question that the hub does not ask";
    }
    await(
        "the fate of " + receipt + " after the answer",
        () ->
            board
                .fate(receipt, index)
                .filter(fate -> fate.getFate() == Fate.ATTRIBUTED)
                .isPresent());
    board
        .fate(receipt, index)
        .flatMap(DispositionRecord::getChildRef)
        .ifPresent(child -> book(story).answered(name, child));
    return "a steward's answer: attributed";
  }

  /** A correction finds its target within its own feed only. */
  private String feedOf(Story story, Event event) {
    if (event.optional().containsKey("supersedes")) {
      int target = event.optional().get("supersedes").asInt();
      return story.events().stream()
          .filter(other -> other.number() == target)
          .findFirst()
          .map(other -> client.feedFor(other.type()))
          .orElseGet(() -> client.feedFor(event.type()));
    }
    return client.feedFor(event.type());
  }

  private static Event original(Story story, Event repeat) {
    int number = java.util.Objects.requireNonNull(repeat.optional().get("sameAs")).asInt();
    return story.events().stream()
        .filter(event -> event.number() == number)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Waits until nothing new has come for a moment: decisions follow their events by some
   * milliseconds.
   */
  private void settle() {
    Instant quietSince = wall.instant();
    while (Duration.between(quietSince, wall.instant()).compareTo(QUIET) < 0) {
      if (board.read(Duration.ofMillis(50)) > 0) {
        quietSince = wall.instant();
      }
    }
  }

  private static String key(Story story, String subject) {
    return story.id() + '/' + subject;
  }

  private void await(String what, java.util.function.BooleanSupplier done) {
    Instant begun = wall.instant();
    while (!done.getAsBoolean()) {
      board.read(Duration.ofMillis(50));
      if (Duration.between(begun, wall.instant()).compareTo(PATIENCE) > 0) {
        throw new PlayStopped("waited " + PATIENCE.toSeconds() + " s in vain: " + what);
      }
    }
  }

  /** The hub did not answer in time; the message says what was waited for. */
  static final class PlayStopped extends RuntimeException {
    PlayStopped(String message) {
      super(message);
    }
  }
}
