package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.deploy.local.story.HubIdentity.Open;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.identity.Outcome;

/**
 * The hub finds out who is who from what senders claimed. A steward answers each of its questions
 * with the truth at the end of the next working day, except where the story leaves that to a
 * ruling.
 */
final class HubResolver implements PureHub.Resolver {
  private final WorkingCalendar calendar = WorkingCalendar.load();
  private final HubIdentity identity;
  private final Set<String> heard = new HashSet<>();
  private final Set<String> birthTold = new HashSet<>();

  HubResolver(Story story, EventCatalogue catalogue) {
    this.identity = new HubIdentity(new StoryEvents(story, catalogue), catalogue);
  }

  /** Who the hub's children are in truth, and how the hub came to know. */
  TruthBook book() {
    return identity.book();
  }

  @Override
  public void receive(PureHub hub, Story.Event event) {
    Optional<JsonNode> ruling = event.node("ruling");
    if (ruling.isPresent()) {
      int about = ruling.get().path("event").asInt();
      identity.open().stream()
          .filter(open -> open.event().number() == about)
          .findFirst()
          .ifPresent(open -> answer(hub, open, ruling.get().path("subject").asText()));
      return;
    }
    int number = event.node("sameAs").map(JsonNode::asInt).orElse(event.number());
    if (heard.add(Integer.toString(number))) {
      for (int i = 0; i < event.subjects().size(); i++) {
        take(hub, event, i);
      }
    }
  }

  @Override
  public Optional<Instant> nextAnswer() {
    return identity.open().stream()
        .filter(HubResolver::answerable)
        .map(this::answeredAt)
        .min(Instant::compareTo);
  }

  @Override
  public void answer(PureHub hub) {
    identity.open().stream()
        .filter(HubResolver::answerable)
        .filter(open -> !answeredAt(open).isAfter(hub.now()))
        .findFirst()
        .ifPresent(
            first -> identity.settledWith(first).forEach(open -> answer(hub, open, first.name())));
  }

  private static boolean answerable(Open open) {
    return !open.event().flag("review") && !open.name().equals(Story.NOBODY);
  }

  private Instant answeredAt(Open open) {
    return calendar.endOfWorkingDays(open.event().receivedAt(), 1);
  }

  private void take(PureHub hub, Story.Event event, int index) {
    switch (identity.decide(event, index)) {
      case Outcome.Linked(String child, var _, var _) -> attribute(hub, event, index, child);
      case Outcome.NewChild(String child) -> attribute(hub, event, index, child);
      case Outcome.Provisional(String child, var _) -> hub.goOn(event, index, child);
      case Outcome.AdultLane _ -> hub.adultLane(event, index);
      case Outcome.WithoutChild _ -> hub.withoutChild(event, index);
      case Outcome.Task _, Outcome.NotHeld _ -> {
        // It waits, or it ends.
      }
    }
  }

  private void attribute(PureHub hub, Story.Event event, int index, String child) {
    hub.attribute(event, index, whom(event, index, child, false));
    leave(hub, event, child);
  }

  private void leave(PureHub hub, Story.Event event, String child) {
    identity.left(event, child).forEach(home -> hub.leave(home, child, event.occurredAt()));
  }

  private void answer(PureHub hub, Open open, String name) {
    String child = identity.answer(open, name);
    PureHub.Whom whom = whom(open.event(), open.index(), child, true);
    open.provisional()
        .ifPresentOrElse(
            before -> hub.settle(open.event(), open.index(), before, whom),
            () -> hub.attribute(open.event(), open.index(), whom));
    leave(hub, open.event(), child);
  }

  private PureHub.Whom whom(Story.Event event, int index, String child, boolean ruled) {
    identity.born(child, event, index);
    boolean tells = identity.tellsBirth(event, index) && birthTold.add(child);
    return new PureHub.Whom(
        child, identity.unborn(child), identity.household(event, index, child, ruled), tells);
  }
}
