package org.safeguardinghub.risk.identity;

/**
 * Child references follow from the first person reference: a rebuild gives the same ones, nothing
 * random is needed.
 */
public final class ChildRefs {
  private static final int LENGTH = 22;

  private ChildRefs() {}

  /** The reference of the child that this person reference would create. */
  public static String of(KeyedHash hash, String personRef) {
    return "c-" + hash.of("child-ref", personRef).substring(0, LENGTH);
  }

  /**
   * The reference under which an urgent event goes on while its identity is open. It follows from
   * the event, so that whoever sends the event on, and however often, uses the same one; it never
   * becomes a child's own.
   */
  public static String provisional(KeyedHash hash, String eventKey) {
    return "c-" + hash.of("provisional-ref", eventKey).substring(0, LENGTH);
  }
}
