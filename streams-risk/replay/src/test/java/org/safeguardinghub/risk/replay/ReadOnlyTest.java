package org.safeguardinghub.risk.replay;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ReadOnlyTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.safeguardinghub");

  @Test
  void noPathFromReplayLeadsToAProducer() {
    noClasses()
        .that()
        .resideInAPackage("..risk.replay..")
        .should()
        .transitivelyDependOnClassesThat(
            describe(
                "can write to a topic",
                (JavaClass type) ->
                    type.getPackageName().startsWith("org.apache.kafka.clients.producer")
                        || type.getPackageName().startsWith("org.apache.kafka.clients.admin")))
        .because("whoever asks what a rule would have found must not be able to change anything")
        .check(OURS);
  }

  @Test
  void replayKnowsNothingOfTheTopology() {
    noClasses()
        .that()
        .resideInAPackage("..risk.replay..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..risk.topology..", "org.apache.kafka.streams..")
        .because("replay runs the rules themselves, not their host")
        .check(OURS);
  }
}
