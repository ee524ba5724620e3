package org.safeguardinghub.deploy.local.bench;

/** One way into the hub, as a sender uses it who sends again until it is answered. */
interface ConnectorWay {
  /** How people call it. */
  String name();

  /** The process that takes the records. */
  String app();

  /** The feed that sends. */
  String feed();

  /** Sends some records that were never sent before and returns when each has its answer. */
  void round(AnswerBook book) throws Exception;
}
