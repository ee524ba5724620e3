package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.event.HandlingClass;

/** Takes the story's own word of who is who; what it leaves to a person waits for its ruling. */
final class ToldResolver implements PureHub.Resolver {
  /** A fact about somebody who is not held is kept so long for a concern that may follow. */
  private static final Duration GRACE = Duration.ofDays(14);

  private final EventCatalogue catalogue;
  private final Map<String, List<Story.Event>> notHeld = new LinkedHashMap<>();
  private final Map<Integer, Story.Event> waiting = new HashMap<>();
  private final Set<String> held = new LinkedHashSet<>();

  ToldResolver(EventCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void receive(PureHub hub, Story.Event event) {
    Optional<JsonNode> ruling = event.node("ruling");
    if (ruling.isPresent()) {
      Story.Event settled = waiting.remove(ruling.get().path("event").asInt());
      if (settled != null) {
        take(hub, settled, 0, ruling.get().path("subject").asText());
      }
    } else if (event.flag("review")) {
      waiting.put(event.number(), event);
    } else {
      for (int i = 0; i < event.subjects().size(); i++) {
        take(hub, event, i, event.subjects().get(i));
      }
    }
  }

  @Override
  public Optional<Instant> nextAnswer() {
    return Optional.empty();
  }

  @Override
  public void answer(PureHub hub) {
    throw new IllegalStateException("nobody is asked");
  }

  private void take(PureHub hub, Story.Event event, int index, String name) {
    EventType type = catalogue.find(event.type()).orElseThrow();
    HandlingClass handling = HandlingClass.valueOf(event.handling()).strictest(type.handling());
    if (handling == HandlingClass.H5) {
      hub.adultLane(event, index);
      return;
    }
    if (name.equals(Story.NOBODY)) {
      hub.withoutChild(event, index);
      return;
    }
    if (!held.contains(name) && (type.fact() || type.protective())) {
      notHeld.computeIfAbsent(name, _ -> new ArrayList<>()).add(event);
      return;
    }
    if (held.add(name)) {
      notHeld.getOrDefault(name, List.of()).stream()
          .filter(fact -> !fact.receivedAt().plus(GRACE).isBefore(hub.now()))
          .forEach(fact -> hub.attribute(fact, fact.subjects().indexOf(name), whom(fact, name)));
    }
    hub.attribute(event, index, whom(event, name));
  }

  private static PureHub.Whom whom(Story.Event event, String name) {
    return new PureHub.Whom(name, event.flag("unborn"), event.text("hh"), true);
  }
}
