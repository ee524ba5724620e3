package org.safeguardinghub.deploy.local.story;

/** Whose word it is who is who when a story is played. */
public enum Identity {
  /** The story's own references: nothing has to be found out. */
  STORY,
  /** The hub's: a question that was open for a while explains what came and went. */
  HUB
}
