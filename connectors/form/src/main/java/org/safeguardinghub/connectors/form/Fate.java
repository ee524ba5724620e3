package org.safeguardinghub.connectors.form;

import java.util.List;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.kernel.message.Step;

/** What is to be done with an item. */
public sealed interface Fate {
  /** The source's own id of the record, empty where it has none. */
  String recordId();

  /**
   * It goes to the intake.
   *
   * @param leftOut what of the record could not be said in the message, in words for its sender
   */
  record Send(String recordId, String eventType, Submission submission, List<String> leftOut)
      implements Fate {
    public Send {
      leftOut = List.copyOf(leftOut);
    }

    public Send(String recordId, String eventType, Submission submission) {
      this(recordId, eventType, submission, List.of());
    }

    /** The same without what could not be said. */
    public Send leavingOut(List<String> told) {
      return new Send(recordId, eventType, submission, told);
    }

    @Override
    public String toString() {
      return "Send"; // the type may be the sender's own text
    }
  }

  /**
   * Nothing in it concerns the hub.
   *
   * @param why in words for its sender
   */
  record NoEvent(String recordId, String reasonCode, String why) implements Fate {
    @Override
    public String toString() {
      return "NoEvent[" + reasonCode + "]";
    }
  }

  /** The same record with the same content stands further up. */
  record Repeated(String recordId, Place first) implements Fate {
    @Override
    public String toString() {
      return "Repeated[" + first + "]";
    }
  }

  /**
   * It cannot be made into a message. Neither code nor words repeat anything of its content.
   *
   * @param field the field at fault, as its sender calls it; empty where none can be named
   */
  record Refused(String recordId, Step step, String reasonCode, String whatToDo, String field)
      implements Fate {
    public Refused(String recordId, Step step, String reasonCode, String whatToDo) {
      this(recordId, step, reasonCode, whatToDo, "");
    }

    /** The same with the field at fault. */
    public Refused at(String place) {
      return new Refused(recordId, step, reasonCode, whatToDo, place);
    }

    @Override
    public String toString() {
      return "Refused[" + step + ", " + reasonCode + "]";
    }

    public static Refused shape(String recordId, String reasonCode, String whatToDo) {
      return new Refused(recordId, Step.SHAPE, reasonCode, whatToDo);
    }
  }
}
