package org.safeguardinghub.kernel.catalogue;

/** What became of one attribute value. */
public sealed interface AttributeCheck {
  /** The value fits and was parsed. */
  record Accepted(AttributeValue value) implements AttributeCheck {}

  /**
   * The value was refused.
   *
   * @param attribute name of the attribute, or {@code unknown} where the catalogue has no such name
   * @param reason why, as a code
   * @param explanation what is expected; never repeats the refused value
   */
  record Refused(String attribute, Reason reason, String explanation) implements AttributeCheck {}

  /** Why an attribute was refused. */
  enum Reason {
    UNKNOWN_ATTRIBUTE,
    WRONG_TYPE,
    NOT_IN_CODE_LIST,
    OUT_OF_RANGE,
    UNKNOWN_EVENT_TYPE,
    FORBIDDEN_WHEN_LOCATION_PROTECTED
  }
}
