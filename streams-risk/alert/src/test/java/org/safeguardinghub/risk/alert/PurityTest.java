package org.safeguardinghub.risk.alert;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PurityTest {
  private static final JavaClasses ALERT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.safeguardinghub.risk.alert");

  @Test
  void theAlertKnowsOnlyTheLanguageOfTheKernelAndOfPolicy() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.safeguardinghub.kernel.calendar",
            "org.safeguardinghub.kernel.catalogue",
            "org.safeguardinghub.kernel.event",
            "org.safeguardinghub.kernel.sealing",
            "org.safeguardinghub.kernel.subject",
            "org.safeguardinghub.kernel.yaml",
            "org.safeguardinghub.risk.policy..",
            "org.safeguardinghub.risk.alert..")
        .because("streams, replay and tests must be able to run the same rules anywhere")
        .check(ALERT);
  }

  @Test
  void timeAndIdsComeFromOutside() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .because("a replay must decide what was decided live")
        .check(ALERT);
  }
}
