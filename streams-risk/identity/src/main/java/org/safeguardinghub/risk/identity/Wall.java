package org.safeguardinghub.risk.identity;

/** What stands around a child's identity (domain reference, 1.3 and 7.4), the weakest first. */
public enum Wall {
  NONE,
  /** A place or an identity that is protected: never matched on demographics. */
  PROTECTED,
  /**
   * An adoption: nothing said under another name is joined to it, whatever number or reference came
   * with it, and what a person says of one message tells nothing of the next.
   */
  ADOPTION
}
