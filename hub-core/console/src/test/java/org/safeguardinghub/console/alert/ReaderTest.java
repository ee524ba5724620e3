package org.safeguardinghub.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;

final class ReaderTest {
  private static final LeadDirectory DIRECTORY = DirectoryFile.shipped();

  private static Reader reader(String person) {
    return Reader.of(DIRECTORY, person);
  }

  private static Alert.Owner owner(String role, String person) {
    return new Alert.Owner(role, person, "19", "because");
  }

  @Test
  void theOwnerAndWhoeverSharesTheSeatMayOpen() {
    assertThat(reader("p-mash-manager").mayOpen(owner("mash-manager", "p-mash-manager"))).isTrue();
    assertThat(reader("p-mash-deputy").mayOpen(owner("mash-manager", "p-mash-manager"))).isTrue();
    assertThat(reader("p-worker").mayOpen(owner("mash-manager", "p-mash-manager"))).isFalse();
    assertThat(reader("p-administrator").mayOpen(owner("mash-manager", "p-mash-manager")))
        .isFalse();
    assertThat(reader("p-analyst").mayOpen(owner("mash-manager", "p-mash-manager"))).isFalse();
  }

  @Test
  void theLeadOfOneSchoolCannotOpenTheAlertOfAnother() {
    assertThat(reader("p-dsl-tumbledown").mayOpen(owner("dsl", "p-dsl-tumbledown"))).isTrue();
    assertThat(reader("p-dsl-quillmarsh").mayOpen(owner("dsl", "p-dsl-tumbledown"))).isFalse();
  }

  @Test
  void whoeverOwnsAnAlertByNameMayOpenItWithoutTheRole() {
    assertThat(reader("p-worker").mayOpen(owner("some-new-role", "p-worker"))).isTrue();
  }

  @Test
  void someoneOutsideTheDirectoryMayOpenNothing() {
    assertThat(reader("p-nobody").mayOpen(owner("mash-manager", "p-mash-manager"))).isFalse();
  }

  @Test
  void onlyTheLadoMayKnowOfAnAlertAboutAnAdult() {
    Alert alert = Samples.of(Samples.neglect(), new SubjectRef(Scope.ADULT, "adult1"), List.of());
    assertThat(reader("p-lado").mayKnow(alert)).isTrue();
    // Not even as its owner.
    assertThat(reader(alert.owner().personId()).mayKnow(alert)).isFalse();
    assertThat(reader(alert.owner().personId()).mayKnow(Samples.neglect())).isTrue();
  }

  @Test
  void eachHandlingClassHasItsCircle() {
    Reader manager = reader("p-mash-manager");
    Reader nurse = reader("p-named-nurse");
    Reader police = reader("p-police-mash");
    Reader lado = reader("p-lado");
    assertThat(HandlingRule.maySee(HandlingClass.H1, manager)).isTrue();
    assertThat(HandlingRule.maySee(HandlingClass.H2, manager)).isFalse();
    assertThat(HandlingRule.maySee(HandlingClass.H2, nurse)).isTrue();
    assertThat(HandlingRule.maySee(HandlingClass.H3, nurse)).isFalse();
    assertThat(HandlingRule.maySee(HandlingClass.H3, police)).isTrue();
    assertThat(HandlingRule.maySee(HandlingClass.H4, police)).isFalse();
    assertThat(HandlingRule.maySee(HandlingClass.H4, manager)).isTrue();
    assertThat(HandlingRule.maySee(HandlingClass.H5, manager)).isFalse();
    assertThat(HandlingRule.maySee(HandlingClass.H5, lado)).isTrue();
  }
}
