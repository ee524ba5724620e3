package org.safeguardinghub.connectors.intake.receipt;

/**
 * How far a record of a source that keeps its record ids has been followed.
 *
 * @param recordId the event id of its first content
 * @param number of its contents, from 1: each other content is a correction of the one before
 */
public record Revision(String recordId, int number) {
  public Revision next() {
    return new Revision(recordId, number + 1);
  }
}
