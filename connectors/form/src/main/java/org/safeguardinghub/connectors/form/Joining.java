package org.safeguardinghub.connectors.form;

import java.util.Optional;

/**
 * A form whose records say more of a person once another list of the same sender lies beside them,
 * as a return in several files has one that says who the children are.
 */
public interface Joining extends Form {
  /** Name of the form of that list; empty: it says all by itself. */
  Optional<String> joins();

  /**
   * The same form with the list beside it: what a record leaves out about a person is taken from
   * there.
   *
   * @param list of the form that {@link #joins} names, as {@code form} reads it
   */
  Form with(Form form, Received list);
}
