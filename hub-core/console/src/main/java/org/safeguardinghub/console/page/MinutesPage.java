package org.safeguardinghub.console.page;

import java.util.List;
import java.util.Optional;
import org.safeguardinghub.console.alert.Agreeing;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.alert.Sharing;

/** Pages of what is agreed and decided about an alert. */
public sealed interface MinutesPage {
  List<Fault> faults();

  /** The message of a field, empty where it is sound. */
  default String faultOf(String field) {
    return Fault.of(faults(), field);
  }

  /** Something to choose, in a group of its kind. */
  record Choice(String code, String title, boolean chosen) {}

  /** Choices under one heading. */
  record Group(String title, List<Choice> choices) {
    public Group {
      choices = List.copyOf(choices);
    }
  }

  /**
   * The plan, with a form for one more action.
   *
   * @param form empty where nothing more can be agreed
   */
  record Plan(
      String alertPath,
      String heading,
      MinutesPart minutes,
      String actionId,
      List<Group> parties,
      Optional<Agreeing.Form> form,
      List<Fault> faults)
      implements MinutesPage {
    public Plan {
      parties = List.copyOf(parties);
      faults = List.copyOf(faults);
    }
  }

  /** One action, with a form to say what came of it while that is open. */
  record Mark(
      String alertPath,
      String heading,
      MinutesPart.PlanLine line,
      String actionId,
      boolean open,
      Agreeing.MarkForm form,
      List<Fault> faults)
      implements MinutesPage {
    public Mark {
      faults = List.copyOf(faults);
    }
  }

  /** Decisions to share or not to, with a form for another one where there is room. */
  record Share(
      String alertPath,
      String heading,
      List<MinutesPart.ShareLine> decisions,
      String actionId,
      boolean possible,
      List<String> recipients,
      List<Choice> gateways,
      List<Choice> grounds,
      Sharing.Form form,
      List<Fault> faults)
      implements MinutesPage {
    public Share {
      decisions = List.copyOf(decisions);
      recipients = List.copyOf(recipients);
      gateways = List.copyOf(gateways);
      grounds = List.copyOf(grounds);
      faults = List.copyOf(faults);
    }
  }
}
