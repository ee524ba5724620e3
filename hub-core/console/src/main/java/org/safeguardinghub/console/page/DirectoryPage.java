package org.safeguardinghub.console.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.console.people.DirectoryEdits.Fault;

/** The lead directory as tables, and the latest changes. */
public record DirectoryPage(List<Role> roles, List<Human> persons, List<Change> changes) {
  public DirectoryPage {
    roles = List.copyOf(roles);
    persons = List.copyOf(persons);
    changes = List.copyOf(changes);
  }

  /** A role with those who hold it, in order; {@code note} says what is wrong with it today. */
  public record Role(
      String path, String title, List<String> holders, String above, String atNight, String note) {
    public Role {
      holders = List.copyOf(holders);
    }
  }

  /** A person. */
  public record Human(String path, String name, String mail, String when) {}

  /** Who changed what, when and why. */
  public record Change(String when, String who, String why) {}

  /**
   * A form about one person or role, and what it would change.
   *
   * @param person the fields of a person; absent for a role
   * @param holders the choices of a role, one list for each place; empty for a person
   * @param preview what would change; absent until somebody has looked
   * @param sent the fields as they were sent, for the second step
   */
  public record Form(
      String path,
      String heading,
      long version,
      boolean leaveOnly,
      Optional<PersonFields> person,
      List<List<Choice>> holders,
      String reason,
      List<Fault> faults,
      Optional<Preview> preview,
      Map<String, String> sent) {
    public Form {
      holders = List.copyOf(holders);
      faults = List.copyOf(faults);
      sent = Map.copyOf(sent);
    }

    /** A form as it is first shown, or as it was sent, before it was judged. */
    public static Form of(
        String path,
        String heading,
        long version,
        boolean leaveOnly,
        Optional<PersonFields> person,
        List<List<Choice>> holders,
        String reason) {
      return new Form(
          path,
          heading,
          version,
          leaveOnly,
          person,
          holders,
          reason,
          List.of(),
          Optional.empty(),
          Map.of());
    }

    /** The same, to be shown again with what is wrong with it. */
    public Form withFaults(List<Fault> found) {
      return new Form(
          path, heading, version, leaveOnly, person, holders, reason, found, preview, sent);
    }

    /** What it would change, with the fields as they were sent in the place of those to fill in. */
    public Form previewed(Preview shown, Map<String, String> fields) {
      return new Form(
          path,
          heading,
          version,
          leaveOnly,
          Optional.empty(),
          List.of(),
          reason,
          List.of(),
          Optional.of(shown),
          fields);
    }

    /** The message of a field, empty where it is sound. */
    public String faultOf(String field) {
      return faults.stream()
          .filter(fault -> fault.field().equals(field))
          .findFirst()
          .map(Fault::message)
          .orElse("");
    }
  }

  /** The fields of a person. */
  public record PersonFields(
      String mail,
      String lastDay,
      List<Away> leave,
      String leaveFirst,
      String leaveLast,
      String hours,
      String conflicts) {
    public PersonFields {
      leave = List.copyOf(leave);
    }
  }

  /** A leave that is known. */
  public record Away(String field, String words, boolean kept) {}

  /** Somebody who may be chosen. */
  public record Choice(String id, String name, boolean chosen) {}

  /** What a change would do. */
  public record Preview(List<String> lines, String alerts) {
    public Preview {
      lines = List.copyOf(lines);
    }
  }
}
