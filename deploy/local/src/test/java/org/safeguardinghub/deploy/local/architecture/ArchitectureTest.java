package org.safeguardinghub.deploy.local.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** The dependency rules of the house. Each says why; an exception stands beside its rule. */
@AnalyzeClasses(
    packages = "org.safeguardinghub",
    importOptions = {ImportOption.DoNotIncludeTests.class})
final class ArchitectureTest {
  private static final String[] PURE = {
    "org.safeguardinghub.kernel.event..",
    "org.safeguardinghub.kernel.subject..",
    "org.safeguardinghub.kernel.calendar..",
    "org.safeguardinghub.kernel.identifiers..",
    "org.safeguardinghub.kernel.catalogue..",
    "org.safeguardinghub.risk.identity..",
    "org.safeguardinghub.risk.policy..",
    "org.safeguardinghub.risk.alert.."
  };

  private static final DescribedPredicate<JavaClass> EDGE =
      resideInAnyPackage(
          "..app..", "org.safeguardinghub.kernel.runtime..", "org.safeguardinghub.deploy..");

  @ArchTest
  static final ArchRule pureCore =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.apache.avro..",
              "io.micronaut..",
              "java.sql..",
              "javax.sql..",
              "java.net.http..",
              "org.slf4j..",
              "org.safeguardinghub.schemas..")
          .because(
              "live processing, replay and tests call the same decisions, which see values only");

  @ArchTest
  static final ArchRule kafkaAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.safeguardinghub.kernel.topics..",
              "org.safeguardinghub.kernel.codec..",
              "org.safeguardinghub.kernel.runtime..",
              "org.safeguardinghub.risk.topology..",
              "org.safeguardinghub.risk.replay..",
              "org.safeguardinghub.connectors.intake..",
              "org.safeguardinghub.deploy..",
              "org.safeguardinghub.schemas..",
              "..app..",
              // The console's projection and its outgoing actions, the notifier's two topics: their
              // edges.
              "org.safeguardinghub.console.codec..",
              "org.safeguardinghub.console.outbox..",
              "org.safeguardinghub.console.projection..",
              "org.safeguardinghub.console.store..",
              "org.safeguardinghub.notifier.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .because(
              "agency connectors hand events to the intake and never see Kafka; the rest only at its edge");

  @ArchTest
  static final ArchRule connectorsNeverMeet =
      slices()
          .matching("org.safeguardinghub.connectors.(*)..")
          .should()
          .notDependOnEachOther()
          // What they share: the intake, the contract of forms, folders.
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(),
              resideInAnyPackage(
                  "org.safeguardinghub.connectors.intake..",
                  "org.safeguardinghub.connectors.form..",
                  "org.safeguardinghub.connectors.drop.."))
          .because("one adapter per agency boundary: connectors share the intake and nothing else");

  @ArchTest
  static final ArchRule replayCannotProduce =
      noClasses()
          .that()
          .resideInAPackage("org.safeguardinghub.risk.replay..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.apache.kafka.clients.producer..")
                  .or(resideInAPackage("org.apache.kafka.streams..")))
          .because("a replay reads history and can write nothing");

  @ArchTest
  static final ArchRule timeIsAnInput =
      noClasses()
          .that(DescribedPredicate.not(EDGE))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callConstructor(Random.class)
          .because("time and ids are inputs: pass an InstantSource and an id source");

  @ArchTest
  static final ArchRule noFieldInjection =
      noFields()
          .should()
          .beAnnotatedWith("jakarta.inject.Inject")
          .because("constructors say what a class needs");

  @ArchTest
  static final ArchRule names =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.safeguardinghub.schemas..")
          .and()
          // Kafka's own word for a table that every task holds.
          .doNotHaveSimpleName("GlobalTable")
          .should()
          .haveNameMatching(
              ".*\\.(\\w*(Manager|Helper|Util|Utils|Impl)|(Abstract|Base|Common|My|Global)[A-Z]\\w*|\\w*(Info|Data))")
          .because("names are the field's terms; these words say nothing");

  @ArchTest
  static final ArchRule wayIn =
      classes()
          .that()
          .resideInAPackage("org.safeguardinghub.kernel..")
          .should()
          .onlyDependOnClassesThat(
              DescribedPredicate.not(
                  resideInAnyPackage(
                      "org.safeguardinghub.connectors..",
                      "org.safeguardinghub.risk..",
                      "org.safeguardinghub.console..",
                      "org.safeguardinghub.notifier..",
                      "org.safeguardinghub.deploy..")))
          .because("the kernel is below everything");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching("org.safeguardinghub.(*).(*)..")
          .should()
          .beFreeOfCycles()
          // The console's stores write the outbox in their own transaction.
          .ignoreDependency(
              resideInAPackage("org.safeguardinghub.console.outbox.."),
              resideInAPackage("org.safeguardinghub.console.store.."))
          // A publisher names its family, the catalogue names handling classes: two halves of one
          // language.
          .ignoreDependency(
              resideInAPackage("org.safeguardinghub.kernel.event.."),
              resideInAPackage("org.safeguardinghub.kernel.catalogue.."));
}
