package org.safeguardinghub.risk.identity.compare;

import java.util.Arrays;

/**
 * The names of which a word is a form, by their classes. One such object serves all words with the
 * same letters.
 */
public final class NameForms {
  static final NameForms NONE = new NameForms(new int[0], new int[0]);

  private final int[] classes;
  private final int[] full;

  private NameForms(int[] classes, int[] full) {
    this.classes = classes;
    this.full = full;
  }

  /** The same with one class more. */
  NameForms and(int nameClass, boolean fullName) {
    return new NameForms(added(classes, nameClass), fullName ? added(full, nameClass) : full);
  }

  private static int[] added(int[] to, int number) {
    int[] all = Arrays.copyOf(to, to.length + 1);
    all[to.length] = number;
    return all;
  }

  /** The classes, in the order of the lists of names. */
  public int[] classes() {
    return classes.clone();
  }

  /** Whether both are forms of one name. */
  boolean share(NameForms other) {
    return meet(classes, other.classes);
  }

  /**
   * Whether the other is the full name, or one of its spellings. Of two short forms of one name
   * neither is the other's: two children may have them.
   */
  boolean shortOf(NameForms other) {
    return meet(classes, other.full);
  }

  private static boolean meet(int[] some, int[] others) {
    for (int one : some) {
      for (int other : others) {
        if (one == other) {
          return true;
        }
      }
    }
    return false;
  }
}
