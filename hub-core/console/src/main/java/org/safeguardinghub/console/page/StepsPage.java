package org.safeguardinghub.console.page;

import java.util.List;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.alert.Steps;

/**
 * What a lead may do with an alert beside answering it.
 *
 * @param stage to which a disagreement would go
 * @param choices the steps that the alert allows; also of one that has ended
 * @param roles that it may be given to
 * @param form as it was sent, to be shown again with what is wrong with it
 */
public record StepsPage(
    String alertPath,
    String heading,
    String actionId,
    int stage,
    List<Choice> choices,
    List<Role> roles,
    Steps.Form form,
    List<Fault> faults) {
  public StepsPage {
    choices = List.copyOf(choices);
    roles = List.copyOf(roles);
    faults = List.copyOf(faults);
  }

  /** A step to choose. */
  public record Choice(String id, String code, String title, String hint, boolean chosen) {}

  /** A role to choose. */
  public record Role(String code, String title, boolean chosen) {}

  /** Whether a step may be chosen here. */
  public boolean offers(String code) {
    return choices.stream().anyMatch(choice -> choice.code().equals(code));
  }

  /** The message of a field, empty where it is sound. */
  public String faultOf(String field) {
    return Fault.of(faults, field);
  }
}
