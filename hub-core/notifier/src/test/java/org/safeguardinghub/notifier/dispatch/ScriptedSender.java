package org.safeguardinghub.notifier.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.safeguardinghub.notifier.delivery.Answer;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Sender;

/** A way to send that answers as told: accepted, unless something else was asked for. */
final class ScriptedSender implements Sender {
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<String> sent = new ArrayList<>();
  private final Map<String, Integer> underWay = new HashMap<>();
  private final Map<String, Integer> most = new HashMap<>();
  private final CountDownLatch never = new CountDownLatch(1);

  synchronized void answers(String id, Answer... inTurn) {
    answers.put(id, new ArrayDeque<>(List.of(inTurn)));
  }

  synchronized List<String> sent() {
    return List.copyOf(sent);
  }

  /** The largest number of attempts that a person had under way together. */
  synchronized int most(String person) {
    return most.getOrDefault(person, 0);
  }

  @Override
  public Answer send(Notification notification) throws InterruptedException {
    String person = notification.personId();
    synchronized (this) {
      sent.add(notification.id());
      most.merge(person, underWay.merge(person, 1, Integer::sum), Math::max);
    }
    try {
      if (person.startsWith("hanging")) {
        never.await();
      }
      return next(notification.id());
    } finally {
      synchronized (this) {
        underWay.merge(person, -1, Integer::sum);
      }
    }
  }

  private synchronized Answer next(String id) {
    Deque<Answer> mine = answers.getOrDefault(id, new ArrayDeque<>());
    if (id.startsWith("faulty")) {
      throw new IllegalStateException("MARKER lead@tumbledown.example");
    }
    return mine.isEmpty() ? new Answer.Accepted("ok") : mine.removeFirst();
  }
}
