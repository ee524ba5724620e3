package org.safeguardinghub.deploy.local.story;

/** What is wrong with a story file: where, and what is expected there. */
public final class StoryFault extends RuntimeException {
  StoryFault(String message) {
    super(message);
  }
}
