package org.safeguardinghub.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DirectoryFileTest {
  @Test
  void theShippedDirectoryHasAHolderForEveryRoleAndAnAccountForEveryone() {
    LeadDirectory directory = DirectoryFile.shipped();

    assertThat(directory.roles()).allSatisfy(role -> assertThat(role.holders()).isNotEmpty());
    assertThat(directory.persons())
        .extracting(Person::user)
        .doesNotHaveDuplicates()
        .allMatch(user -> user.matches("[a-z]+\\.[a-z]+"));
    assertThat(directory.rolesOf("p-mash-deputy"))
        .containsExactly(
            "mash-manager",
            "identity-steward",
            "la-missing-coordinator",
            "edt",
            "exploitation-lead");
    assertThat(directory.mainTitleOf("p-named-nurse")).isEqualTo("Named nurse");
    assertThat(directory.mainTitleOf("p-mash-deputy")).isEqualTo("Deputy, MASH manager");
  }

  @Test
  void everyFaultIsReportedWithItsLine() {
    String yaml =
        """
        effectiveFrom: 2015-01-01
        area: fablewick
        mailDomain: fablewick.example
        agencies:
          - {code: a-school, name: A School}
        persons:
          - {id: p-1, user: a.b, name: A B}
          - {id: p-1, user: c.d, name: C D}
        roles:
          - {role: dsl, title: Lead, agency: b-school, holders: [p-2], manager: chief}
        """;

    assertThat(DirectoryFile.read(yaml))
        .isInstanceOfSatisfying(
            DirectoryFile.Reading.Faulty.class,
            faulty ->
                assertThat(faulty.faults())
                    .extracting(Object::toString)
                    .containsExactly(
                        "directory.yaml:8: the person id p-1 is given twice",
                        "directory.yaml:9: there must be a role duty-desk",
                        "directory.yaml:9: there must be a role administrator",
                        "directory.yaml:10: nobody has the person id p-2",
                        "directory.yaml:10: no agency has the code b-school",
                        "directory.yaml:10: there is no role chief"));
  }
}
