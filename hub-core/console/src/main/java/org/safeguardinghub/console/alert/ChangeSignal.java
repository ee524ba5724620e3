package org.safeguardinghub.console.alert;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells open pages of this process that alerts have changed. Listeners must not block. */
public final class ChangeSignal {
  private final List<Consumer<List<Alert>>> listeners = new CopyOnWriteArrayList<>();

  public AutoCloseable listen(Consumer<List<Alert>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public void changed(List<Alert> alerts) {
    listeners.forEach(listener -> listener.accept(alerts));
  }

  public int listening() {
    return listeners.size();
  }
}
