package org.safeguardinghub.kernel.message;

/** Where a message is refused: by the form that was to make one, or by the ordered checks. */
public enum Step {
  /** A form could make no message of a record: nothing of it came as far as the checks. */
  FORM,
  SHAPE,
  CATALOGUE,
  LAWFUL_BASIS,
  HANDLING,
  TIME,
  DUPLICATE
}
