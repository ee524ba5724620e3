package org.safeguardinghub.kernel.event;

import java.util.Objects;
import java.util.function.Function;

/**
 * Personal data in memory. It never prints itself, so that a log line, an exception or a metric
 * that catches one says {@code [withheld]}; reading it takes a call that can be searched for.
 */
public final class Sensitive<T> {
  private final T value;

  private Sensitive(T value) {
    this.value = Objects.requireNonNull(value);
  }

  public static <T> Sensitive<T> of(T value) {
    return new Sensitive<>(value);
  }

  /**
   * The clear value, for code that has a reason to hold it: a mapper, a comparison, a page that is
   * audited.
   */
  public T reveal() {
    return value;
  }

  public <R> Sensitive<R> map(Function<T, R> mapping) {
    return new Sensitive<>(mapping.apply(value));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sensitive<?> that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "[withheld]";
  }
}
