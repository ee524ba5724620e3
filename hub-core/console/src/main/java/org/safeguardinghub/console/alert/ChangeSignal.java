package org.safeguardinghub.console.alert;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells open pages of this process that alerts have changed. Listeners must not block. */
public final class ChangeSignal {
  private final List<Consumer<List<Change>>> listeners = new CopyOnWriteArrayList<>();

  /** An alert's new picture, and who had it before. */
  public record Change(Alert alert, Optional<Alert.Owner> previousOwner) {}

  /** Listens until the result is closed. */
  public AutoCloseable listen(Consumer<List<Change>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public void changed(List<Change> changes) {
    listeners.forEach(listener -> listener.accept(changes));
  }

  public int listening() {
    return listeners.size();
  }
}
