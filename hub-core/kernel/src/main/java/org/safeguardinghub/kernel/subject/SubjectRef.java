package org.safeguardinghub.kernel.subject;

import java.util.Locale;

/**
 * A typed, pseudonymous subject reference, written {@code child/c-…}, {@code household/…} and so
 * on. It is the key of every topic that is partitioned by subject.
 */
public record SubjectRef(Scope scope, String ref) implements Comparable<SubjectRef> {
  public SubjectRef {
    if (ref.isEmpty() || ref.indexOf('|') >= 0) {
      throw new IllegalArgumentException("a subject reference is not empty and has no '|'");
    }
  }

  public static SubjectRef child(String ref) {
    return new SubjectRef(Scope.CHILD, ref);
  }

  public static SubjectRef household(String ref) {
    return new SubjectRef(Scope.HOUSEHOLD, ref);
  }

  /** The typed form, for example {@code child/c-3F…}. */
  public String typed() {
    return scope.word() + '/' + ref;
  }

  public static SubjectRef parse(String typed) {
    int slash = typed.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not a typed subject reference");
    }
    return new SubjectRef(
        Scope.valueOf(typed.substring(0, slash).toUpperCase(Locale.ROOT)),
        typed.substring(slash + 1));
  }

  @Override
  public int compareTo(SubjectRef other) {
    return typed().compareTo(other.typed());
  }

  @Override
  public String toString() {
    return typed();
  }
}
