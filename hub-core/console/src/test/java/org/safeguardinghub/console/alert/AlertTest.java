package org.safeguardinghub.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;

final class AlertTest {
  private static Alert about(Scope scope) {
    return Samples.of(Samples.neglect(), new SubjectRef(scope, "x-1"), List.of("c-1", "c-2"));
  }

  @ParameterizedTest
  @EnumSource(names = {"PLACE", "SETTING", "ADULT"})
  void aPlaceASettingOrAnAdultNamesNoChild(Scope scope) {
    assertThat(about(scope).personsConcerned()).isEmpty();
  }

  @Test
  void aHouseholdNamesItsChildrenAndAChildItself() {
    assertThat(about(Scope.HOUSEHOLD).personsConcerned()).containsExactly("c-1", "c-2");
    assertThat(about(Scope.CHILD).personsConcerned()).containsExactly("x-1", "c-1", "c-2");
  }
}
