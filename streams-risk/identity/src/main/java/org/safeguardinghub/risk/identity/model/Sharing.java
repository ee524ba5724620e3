package org.safeguardinghub.risk.identity.model;

/** With whom a person shares what a field says. */
public enum Sharing {
  /** With nobody but by chance. */
  OWN,
  /** With a twin. */
  TWINS,
  /** With relatives, a household, a place. */
  HOUSEHOLD
}
