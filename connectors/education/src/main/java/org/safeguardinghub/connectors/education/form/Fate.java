package org.safeguardinghub.connectors.education.form;

import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.envelope.Step;

/** What is to be done with a row. */
public sealed interface Fate {
  /** The row's record id, empty where it has none. */
  String recordId();

  /** It goes to the intake. */
  record Send(String recordId, Submission submission) implements Fate {
    @Override
    public String toString() {
      return "Send";
    }
  }

  /** Nothing in it concerns the hub. */
  record NoEvent(String recordId, String reasonCode) implements Fate {
    @Override
    public String toString() {
      return "NoEvent[" + reasonCode + "]";
    }
  }

  /** The same row stands further up in the file. */
  record Repeated(String recordId, int firstRow) implements Fate {
    @Override
    public String toString() {
      return "Repeated[" + firstRow + "]";
    }
  }

  /** It cannot be made into a message. */
  record Refused(String recordId, Step step, String reasonCode, String whatToDo) implements Fate {
    @Override
    public String toString() {
      return "Refused[" + step + ", " + reasonCode + "]";
    }

    static Refused shape(String recordId, String reasonCode, String whatToDo) {
      return new Refused(recordId, Step.SHAPE, reasonCode, whatToDo);
    }
  }
}
