package org.safeguardinghub.console.identity;

/** Keeps and sends what stewards rule. */
public interface RulingStore {
  /** Stores the ruling with the record that will be published; false if it was taken before. */
  boolean record(Ruling ruling);
}
