package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.alert.PersonLabels;
import org.safeguardinghub.console.alert.Steps;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.RoleHolding;

/** Makes the pages of what can be done with an alert beside answering it. */
public final class StepsPages {
  /** Roles that answer for no child. */
  private static final Set<String> NO_LEADS = Set.of("analyst", "administrator");

  private final PersonLabels labels;
  private final LeadDirectory directory;

  public StepsPages(PersonLabels labels, LeadDirectory directory) {
    this.labels = labels;
    this.directory = directory;
  }

  /** Roles that an alert may be given to: those that exist once and lead on children. */
  public Set<String> roles(Alert alert) {
    return directory.roles().stream()
        .filter(holding -> holding.agency().isEmpty())
        .map(RoleHolding::role)
        .filter(role -> !NO_LEADS.contains(role) && !role.equals(alert.owner().role()))
        .collect(Collectors.toUnmodifiableSet());
  }

  public StepsPage page(Alert alert, String actionId, Steps.Form form, List<Fault> faults) {
    List<StepsPage.Choice> choices = new ArrayList<>();
    for (Steps.Kind kind : Steps.of(alert)) {
      choices.add(
          new StepsPage.Choice(
              choices.isEmpty() ? "step" : "step-" + (choices.size() + 1),
              kind.code(),
              kind.title(),
              hint(kind),
              kind.code().equals(form.step())));
    }
    return new StepsPage(
        "/alerts/" + alert.id(),
        ListPages.child(alert, labels.of(alert.personsConcerned())),
        actionId,
        alert.nextStage(),
        choices,
        roles(alert).stream()
            .map(
                role ->
                    new StepsPage.Role(role, directory.titleOf(role), role.equals(form.toRole())))
            .sorted(Comparator.comparing(StepsPage.Role::title))
            .toList(),
        form,
        faults);
  }

  private static String hint(Steps.Kind kind) {
    return switch (kind) {
      case NOT_MINE -> "It goes to the next in your role, or up the ladder. Say why.";
      case REASSIGN -> "Choose below who is to lead. They are told at once.";
      case PUT_ASIDE ->
          "It asks you again on the day that you enter below, or on the last day that its urgency"
              + " allows; sooner, if another agency reports, the"
              + " level rises, another child is named or a clock runs out.";
      case CLOSE -> "You have done what there was to do. Say how it ended.";
      case DISAGREE ->
          "You think that what is decided or done is wrong. Talk to each other first; it is watched"
              + " from now on, and goes to managers if nobody settles it in time. The alert itself"
              + " stays as it is.";
      case TAKE_FURTHER ->
          "It was not settled: managers, then senior managers, then the partnership. Say what stands"
              + " against what.";
      case SETTLE -> "Say what was agreed and why. Both sides can read it.";
    };
  }

  /** What changed about an alert that its reader knew of. */
  public CorrectionPage correction(Alert alert, String personId, String actionId, Instant now) {
    return new CorrectionPage(
        "/alerts/" + alert.id() + "/correction",
        alert.state() == Alert.State.WITHDRAWN
            ? "An alert that you know of was withdrawn"
            : "An alert that you know of was corrected",
        ListPages.child(alert, labels.of(alert.personsConcerned())),
        alert.findings().stream()
            .collect(
                Collectors.toMap(
                    Alert.Finding::title,
                    Alert.Finding::standing,
                    Boolean::logicalOr,
                    TreeMap::new))
            .entrySet()
            .stream()
            .map(StepsPages::standing)
            .toList(),
        alert.changeReason(),
        LondonTime.when(alert.changedAt(), now),
        actionId,
        alert.toConfirm().contains(personId));
  }

  /**
   * The same for whoever knows of it in part, by a copy or something that they are to do: what it
   * was raised for, and why it changed, was never theirs to read.
   */
  public CorrectionPage partCorrection(
      Alert alert, String about, String personId, String actionId, Instant now) {
    boolean gone = alert.state() == Alert.State.WITHDRAWN;
    return new CorrectionPage(
        "/alerts/" + alert.id() + "/correction",
        gone
            ? "Something that you know of in part was withdrawn"
            : "Something that you know of in part was corrected",
        about,
        List.of(),
        gone
            ? "What you were told no longer stands."
            : "A part of what it rested on no longer stands. If you have a copy, it says what you may read"
                + " now. What was agreed still stands until whoever answers for it says otherwise.",
        LondonTime.when(alert.changedAt(), now),
        actionId,
        alert.toConfirm().contains(personId));
  }

  private static String standing(Map.Entry<String, Boolean> finding) {
    return finding.getKey() + (finding.getValue() ? ": still stands" : ": no longer stands");
  }
}
