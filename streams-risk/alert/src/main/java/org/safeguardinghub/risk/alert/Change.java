package org.safeguardinghub.risk.alert;

/** After what a picture of an alert was taken. */
public enum Change {
  RAISED,
  STRENGTHENED,
  REROUTED,
  CLIMBED,
  /** It asks again because the time for which it was put aside is over. */
  REOPENED,
  PUT_ASIDE,
  /** Somebody who knew of it has read its correction. */
  CONFIRMED,
  /** Somebody disagrees, or takes a disagreement further. */
  DISAGREED,
  /** A disagreement was settled. */
  SETTLED,
  /** A notice reached its person on no channel. */
  UNDELIVERED,
  /** Something was agreed that somebody is to do. */
  PLANNED,
  /** Something that was agreed was done, or will not be. */
  PLAN_MARKED,
  /** Something that was agreed is overdue, and whoever is to do it has been told. */
  PLAN_OVERDUE,
  /** It was decided to share information, or not to. */
  SHARING_DECIDED,
  /** Somebody read it without its being in their hands. */
  GLASS_BROKEN,
  /** Somebody got a copy, or may read theirs no more. */
  COPIED,
  ACKNOWLEDGED,
  WITHDRAWN,
  CLOSED,
  UPDATED
}
