package org.safeguardinghub.console.page;

import java.util.List;
import java.util.Optional;
import org.safeguardinghub.console.alert.Answering.Fault;

/** What was opened by people in whose hands it was not, for whoever reviews that. */
public record GlassPage(List<Row> waiting, List<Row> reviewed) {
  public GlassPage {
    waiting = List.copyOf(waiting);
    reviewed = List.copyOf(reviewed);
  }

  /**
   * One of them.
   *
   * @param alert its reference, as notices name it; nobody is named by it
   * @param outcome what a review found; absent while it waits
   */
  public record Row(
      String path,
      String who,
      String role,
      String alert,
      String owner,
      String when,
      String reason,
      Optional<String> outcome) {}

  /** The form that opens an alert. */
  public record Breaking(
      String path, String actionId, String reason, List<Fault> faults, String whom) {
    public Breaking {
      faults = List.copyOf(faults);
    }

    /** The message of the reason, empty where it is sound. */
    public String reasonFault() {
      return faults.stream().map(Fault::message).findFirst().orElse("");
    }
  }

  /** The form that reviews one. */
  public record Reviewing(
      Row row, List<Choice> choices, String note, List<Fault> faults, boolean open) {
    public Reviewing {
      choices = List.copyOf(choices);
      faults = List.copyOf(faults);
    }

    /** The message of a field, empty where it is sound. */
    public String faultOf(String field) {
      return Fault.of(faults, field);
    }
  }

  /** An outcome to choose. */
  public record Choice(String id, String value, String words, boolean chosen) {}
}
