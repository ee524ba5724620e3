package org.safeguardinghub.deploy.local.story;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.safeguardinghub.deploy.local.apps.Feed;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.schemas.AlertRecord;

/** Plays stories on a running hub whose clock is a story's. */
public final class StoryRun {
  private StoryRun() {}

  /** What a teller says while the stories are played. */
  public interface Teller {
    void sent(String story, java.time.Instant at, String feed, String type, String fate);

    /** A steward has said whom a message of this type is about. */
    void answered(String story, java.time.Instant at, String type, String fate);

    void alert(AlertRecord alert);

    void judged(StoryReport report);
  }

  /** The stories that come with the project. */
  public static List<Story> shipped() {
    return StoryReader.shipped();
  }

  /** Number of messages in these stories. */
  public static int messages(List<Story> stories) {
    return stories.stream().mapToInt(story -> story.events().size()).sum();
  }

  /** A story file that somebody wrote; throws {@link StoryFault} with file, place and reason. */
  public static Story read(Path file) {
    return StoryReader.read(file);
  }

  /**
   * Plays each story through the pure core, without a hub, each by itself.
   *
   * @param identity whose word it is who is who
   */
  public static List<StoryReport> playPure(List<Story> stories, Policy policy, Identity identity) {
    EventCatalogue catalogue = EventCatalogue.load();
    return stories.stream().map(story -> playPure(story, policy, catalogue, identity)).toList();
  }

  private static StoryReport playPure(
      Story story, Policy policy, EventCatalogue catalogue, Identity identity) {
    StoryJudge judge = new StoryJudge(built(policy), identity);
    return switch (identity) {
      case STORY -> {
        PureHub hub = PureHub.play(policy, catalogue, story);
        yield judge.judge(
            story,
            hub.decisions(),
            hub.alerts(),
            StoryPeople.byThemselves(story),
            Optional.empty());
      }
      case HUB -> {
        HubResolver resolver = new HubResolver(story, catalogue);
        PureHub hub = PureHub.play(policy, catalogue, story, resolver);
        yield judge.judge(
            story,
            hub.decisions(),
            hub.alerts(),
            resolver.book().names(),
            Optional.of(resolver.book().count()));
      }
    };
  }

  private static Set<String> built(Policy policy) {
    return policy.patterns().stream().map(Pattern::id).collect(Collectors.toSet());
  }

  /**
   * Plays stories together on one hub: a school's concerns through its drop folder as far as a
   * concern log can hold them, everything else over HTTP. A file cannot say who is who: the stories
   * must be told so that the hub can find out.
   */
  public static List<StoryReport> play(
      EmbeddedHub hub, List<Story> stories, Policy policy, Teller teller, InstantSource wall) {
    return play(hub, stories, policy, teller, wall, ConcernLogDrop::takes, Identity.HUB);
  }

  /**
   * Plays stories together on one hub over HTTP.
   *
   * @param identity whose word it is who is who
   */
  public static List<StoryReport> playByHttp(
      EmbeddedHub hub,
      List<Story> stories,
      Policy policy,
      Teller teller,
      InstantSource wall,
      Identity identity) {
    return play(hub, stories, policy, teller, wall, _ -> false, identity);
  }

  private static List<StoryReport> play(
      EmbeddedHub hub,
      List<Story> stories,
      Policy policy,
      Teller teller,
      InstantSource wall,
      Predicate<Story.Event> byFile,
      Identity identity) {
    KafkaSettings kafka = hub.kafka(Principals.STORY);
    AvroSerdes serdes = AvroSerdes.of(kafka.registry());
    Map<String, ConcernClient.Agency> agencies = new HashMap<>();
    for (Feed feed : Feed.FABLEWICK) {
      agencies.put(
          feed.name(),
          new ConcernClient.Agency(feed.name(), hub.token(feed.name()), List.of(feed.family())));
    }
    try (FindingsBoard board = new FindingsBoard(kafka, serdes, teller::alert);
        StoryClockHand clock = new StoryClockHand(kafka, serdes, wall)) {
      StoryPlayer player =
          new StoryPlayer(
              identity,
              new ConcernClient(hub.apiUrl(), agencies, EventCatalogue.load()),
              new ConcernLogDrop(hub::dropFolder, byFile, wall),
              board,
              clock,
              steward(hub, wall),
              wall,
              new Listening(teller));
      return player.play(stories, new StoryJudge(built(policy), identity));
    }
  }

  private static StewardHand steward(EmbeddedHub hub, InstantSource wall) {
    KafkaSettings console = hub.kafka(Principals.CONSOLE);
    HubKeys keys =
        HubKeys.load(hub.data().secrets().resolve("keys.json"))
            .subset(Set.of(HubKeys.REASON), false);
    return new StewardHand(console, AvroSerdes.of(console.registry()), keys, wall);
  }

  /** Hands on what happens, without the story's own types. */
  private record Listening(Teller teller) implements StoryPlayer.Listener {
    @Override
    public void sent(Story story, Story.Event event, String feed, String fate) {
      teller.sent(story.id(), event.receivedAt(), feed, event.type(), fate);
    }

    @Override
    public void answered(Story story, Story.Event event, java.time.Instant at, String fate) {
      teller.answered(story.id(), at, event.type(), fate);
    }

    @Override
    public void judged(StoryReport report) {
      teller.judged(report);
    }
  }
}
