package org.safeguardinghub.kernel.event;

/** What the person was in the event. */
public enum SubjectRole {
  HARMED,
  ALLEGED,
  SIBLING,
  UNBORN,
  PARENT
}
