package io.groovejet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.groovejet.protocol.Secret;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The arrows between packages, and what a room may touch. */
@AnalyzeClasses(packages = "io.groovejet", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> VALUES =
      resideInAnyPackage(
              "java.lang",
              "java.util",
              "java.util.function",
              "java.util.stream",
              "java.time",
              "io.groovejet.protocol",
              "io.groovejet.room..",
              "org.jspecify..")
          .as("are plain values");

  /** Sets and maps iterate in an order salted per JVM: two nodes would disagree. */
  private static final DescribedPredicate<JavaClass> UNORDERED =
      assignableTo(Set.class).or(assignableTo(Map.class)).as("are sets or maps");

  private static final DescribedPredicate<JavaClass> CLOCKS_LUCK_AND_THREADS =
      assignableTo(Thread.class)
          .or(type(ThreadLocal.class))
          .or(type(System.class))
          .or(type(Runtime.class))
          .or(type(Clock.class))
          .or(type(InstantSource.class))
          .or(type(UUID.class))
          .or(assignableTo(Random.class))
          .as("are clocks, luck or threads");

  private static final DescribedPredicate<JavaCall<?>> READING_THE_CLOCK =
      describe(
          "it reads the clock",
          call ->
              call.getTargetOwner().getPackageName().startsWith("java.time")
                  && call.getName().equals("now"));

  @ArchTest
  static final ArchRule roomsAreMadeOfValues =
      classes()
          .that()
          .resideInAPackage("io.groovejet.room..")
          .should()
          .onlyDependOnClassesThat(VALUES)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule roomsHoldListsNeverSetsOrMaps =
      noClasses()
          .that()
          .resideInAPackage("io.groovejet.room..")
          .should()
          .dependOnClassesThat(UNORDERED)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule roomsKnowNoClockNoLuckAndNoThread =
      noClasses()
          .that()
          .resideInAPackage("io.groovejet.room..")
          .should()
          .dependOnClassesThat(CLOCKS_LUCK_AND_THREADS)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule roomsAreToldTheTime =
      noClasses()
          .that()
          .resideInAPackage("io.groovejet.room..")
          .should()
          .callMethodWhere(READING_THE_CLOCK)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theVocabularyDependsOnNothing =
      classes()
          .that()
          .resideInAPackage("io.groovejet.protocol..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", "io.groovejet.protocol.."))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheCodecKnowsJackson =
      noClasses()
          .that(DescribedPredicate.not(resideInAPackage("io.groovejet.codec..")))
          .should()
          .dependOnClassesThat(resideInAPackage("com.fasterxml.."))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule luckThatCanBeGuessedIsNowhere =
      noClasses()
          .should()
          .dependOnClassesThat(
              type(Random.class)
                  .or(resideInAPackage("java.util.random"))
                  .or(type(SplittableRandom.class))
                  .or(type(ThreadLocalRandom.class))
                  .as("are guessable luck"))
          .orShould()
          .callMethodWhere(
              JavaCall.Predicates.target(name("random"))
                  .and(JavaCall.Predicates.target(owner(type(Math.class)))))
          .allowEmptyShould(true);

  /** Into the one message or store that carries them, and where they are compared. */
  @ArchTest
  static final ArchRule secretsAreRevealedInFewPlaces =
      noClasses()
          .that(
              DescribedPredicate.not(
                  resideInAnyPackage("io.groovejet.identity", "io.groovejet.codec")))
          .should()
          .callMethod(Secret.class, "reveal")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noPackageDependsOnItselfThroughAnother =
      slices().assignedFrom(new EveryPackage()).should().beFreeOfCycles().allowEmptyShould(true);

  private static final class EveryPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return SliceIdentifier.of(javaClass.getPackageName());
    }

    @Override
    public String getDescription() {
      return "every package";
    }
  }
}
