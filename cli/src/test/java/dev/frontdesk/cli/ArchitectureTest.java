package dev.frontdesk.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// What the poms cannot say about the walls between rooms. Each rule is first shown something it
/// must reject, since a rule that never fires protects nothing.
class ArchitectureTest {
  private static final JavaClasses FRONTDESK =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.frontdesk");
  private static final JavaClasses WRONG =
      new ClassFileImporter().importPackages("wrong.frontdesk");

  @Test
  void rooms_form_no_cycle() {
    holds("(*)..", pattern -> slices().matching(pattern).should().beFreeOfCycles());
  }

  @Test
  void vocabulary_needs_nothing_but_the_jdk() {
    holds(
        "vocabulary..",
        room ->
            noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(room, "java..", "org.jspecify.."));
  }

  @Test
  void booking_touches_neither_database_nor_network_nor_files() {
    holds(
        "booking..",
        room ->
            noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.nio.file.."));
  }

  @Test
  void spring_stays_in_the_server() {
    holds(
        "server..",
        room ->
            noClasses()
                .that()
                .resideOutsideOfPackages(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.."));
  }

  @Test
  void vendors_are_known_to_the_server_and_the_lab_alone() {
    holds(
        "integrations..",
        room -> {
          String root = room.substring(0, room.length() - "integrations..".length());
          return classes()
              .that()
              .resideInAPackage(room)
              .should()
              .onlyHaveDependentClassesThat()
              .resideInAnyPackage(
                  room, root + "server..", root + "lab..");
        });
  }

  @Test
  void the_wall_clock_is_never_read_in_rooms_that_decide() {
    holds(
        "booking..",
        room ->
            noClasses()
                .that()
                .resideInAnyPackage(
                    room, room.replace("booking", "dialog"), room.replace("booking", "voice"))
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
  }

  private static void holds(String rooms, java.util.function.Function<String, ArchRule> rule) {
    assertThat(rule.apply("wrong.frontdesk." + rooms).evaluate(WRONG).hasViolation())
        .as("the rule fires on the examples kept for it")
        .isTrue();
    rule.apply("dev.frontdesk." + rooms).check(FRONTDESK);
  }
}
