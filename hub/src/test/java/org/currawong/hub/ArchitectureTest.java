package org.currawong.hub;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the dependencies and habits that ARCHITECTURE.md promises. */
final class ArchitectureTest {
  private static final String OURS = "org.currawong..";

  /** Longest file of code; a longer one is two things in one place. */
  private static final int MOST_LINES = 400;

  /** Goes alone into a bundle, so that a council needs one file and Python: can't be two. */
  private static final String VERIFY_SCRIPT = "verify.py";

  private static final List<String> DRAWERS =
      List.of(
          "util", "utils", "common", "commons", "helper", "helpers", "misc", "api", "spi", "impl");

  /** Module → modules it may use, besides itself. */
  private static final Map<String, List<String>> MAY_USE =
      Map.of(
          "domain", List.of(),
          "incidentlog", List.of("domain"),
          "broker", List.of("domain"),
          "routes", List.of("domain", "broker", "incidentlog"),
          "channels", List.of("domain", "broker"),
          "hardware", List.of("domain", "broker"),
          "radio", List.of("domain", "broker"),
          "inference", List.of("domain", "broker"),
          "console", List.of("domain", "incidentlog"));

  /** Third-party packages → the one module that may use them. */
  private static final Map<String, String> HOMES =
      Map.ofEntries(
          Map.entry("org.apache.activemq..", "broker"),
          Map.entry("org.apache.artemis..", "broker"),
          Map.entry("jakarta.jms..", "broker"),
          Map.entry("org.mapdb..", "incidentlog"),
          Map.entry("io.vertx..", "console"),
          Map.entry("io.netty..", "console"),
          Map.entry("org.apache.shiro..", "console"),
          Map.entry("com.fazecast.jSerialComm..", "hardware"),
          Map.entry("com.github.pemistahl.lingua..", "inference"),
          Map.entry("io.github.ollama4j..", "inference"),
          Map.entry("com.sun.speech..", "radio"),
          Map.entry("de.sciss.jump3r..", "radio"),
          Map.entry("com.google.i18n.phonenumbers..", "channels"),
          Map.entry("com.ibm.icu..", "channels"),
          Map.entry("com.openhtmltopdf..", "channels"),
          Map.entry("org.apache.pdfbox..", "channels"),
          Map.entry("com.google.zxing..", "channels"),
          Map.entry("picocli..", "hub"),
          Map.entry("io.smallrye..", "hub"),
          Map.entry("org.eclipse.microprofile..", "hub"),
          Map.entry("io.micrometer..", "hub"),
          Map.entry("ch.qos.logback..", "hub"));

  private static final Set<String> CLOCKS =
      Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone", "system");

  private static final Set<String> DICE =
      Set.of(
          "java.util.Random",
          "java.security.SecureRandom",
          "java.util.concurrent.ThreadLocalRandom");

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.currawong");

  private static String in(String module) {
    return "org.currawong." + module + "..";
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CODE);
  }

  private static ArchCondition<JavaClass> readAClockOrRollDice() {
    return new ArchCondition<>("read a clock or roll dice") {
      @Override
      public void check(JavaClass code, ConditionEvents events) {
        for (JavaAccess<?> access : code.getAccessesFromSelf()) {
          String owner = access.getTargetOwner().getName();
          boolean clock =
              CLOCKS.contains(access.getTarget().getName())
                  && (owner.startsWith("java.time.") || owner.equals("java.lang.System"));
          if (clock || DICE.contains(owner) || access.getTarget().getName().equals("randomUUID")) {
            events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
          }
        }
      }
    };
  }

  @Test
  void everyModuleIsLookedAt() {
    for (String module : MAY_USE.keySet()) {
      boolean seen = CODE.stream().anyMatch(code -> resideInAPackage(in(module)).test(code));
      assertEquals(
          true, seen, "no class of org.currawong." + module + " was found: was it renamed?");
    }
  }

  @Test
  void everyClassBelongsToAModule() {
    String[] modules =
        Stream.concat(MAY_USE.keySet().stream(), Stream.of("hub"))
            .map(ArchitectureTest::in)
            .toArray(String[]::new);
    check(classes().that().resideInAPackage(OURS).should().resideInAnyPackage(modules));
  }

  @Test
  void theDomainUsesTheJdkAlone() {
    check(
        classes()
            .that()
            .resideInAPackage(in("domain"))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", in("domain")));
  }

  @Test
  void theDomainDoesNoInputOrOutputAndStartsNoThread() {
    check(
        noClasses()
            .that()
            .resideInAPackage(in("domain"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.nio.file..",
                "java.nio.channels..",
                "java.net.http..",
                "java.sql..",
                "java.util.logging..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.FileInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.FileOutputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Thread")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void theDomainReadsNoClockAndMakesNoIds() {
    check(noClasses().that().resideInAPackage(in("domain")).should(readAClockOrRollDice()));
  }

  @Test
  void modulesUseOnlyTheModulesTheyMay() {
    MAY_USE.forEach(
        (module, others) -> {
          String[] allowed =
              Stream.concat(others.stream(), Stream.of(module))
                  .map(ArchitectureTest::in)
                  .toArray(String[]::new);
          check(
              noClasses()
                  .that()
                  .resideInAPackage(in(module))
                  .should()
                  .dependOnClassesThat(
                      resideInAPackage(OURS).and(not(resideInAnyPackage(allowed)))));
        });
  }

  @Test
  void eachLibraryHasOneHome() {
    HOMES.forEach(
        (library, home) ->
            check(
                noClasses()
                    .that()
                    .resideInAPackage(OURS)
                    .and()
                    .resideOutsideOfPackage(in(home))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library)));
  }

  @Test
  void camelStaysOutOfTheDomainAndTheLog() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(in("domain"), in("incidentlog"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel.."));
  }

  @Test
  void codecsArePureFunctions() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Codec")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.apache.camel..",
                "org.slf4j..",
                "java.nio.file..",
                "java.nio.channels..",
                "java.net.http.."));
    check(noClasses().that().haveSimpleNameEndingWith("Codec").should(readAClockOrRollDice()));
  }

  @Test
  void noDrawersForThingsThatHaveNoPlace() {
    for (var code : CODE) {
      for (String part : code.getPackageName().split("\\.", -1)) {
        assertFalse(DRAWERS.contains(part), code.getName());
      }
      assertFalse(
          code.getSimpleName().matches(".*(Utils?|Helpers?|Misc|Impl|Commons?)"), code.getName());
    }
  }

  @Test
  void nothingSerialisesObjects() {
    check(
        noClasses()
            .that()
            .resideInAPackage(OURS)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectOutputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.jms.ObjectMessage"));
  }

  @Test
  void packagesFormNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("org.currawong.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CODE);
  }

  @Test
  void onlyTheHubEndsTheProcessOrPrints() {
    check(
        noClasses()
            .that()
            .resideInAPackage(OURS)
            .and()
            .resideOutsideOfPackages(in("hub"))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void noFileOfCodeIsLongerThanFourHundredLines() throws IOException {
    Map<String, Long> tooLong = new TreeMap<>();
    Path root = Path.of("").toAbsolutePath().getParent();
    int seen = 0;
    for (String module :
        List.of(
            "domain",
            "incident-log",
            "broker",
            "routes",
            "channels",
            "hardware",
            "radio-gateway",
            "inference-worker",
            "operator-console",
            "hub",
            "bench")) {
      Path source = root.resolve(module).resolve("src");
      if (!Files.isDirectory(source)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(source)) {
        for (Path file :
            files.filter(path -> path.toString().matches(".*\\.(java|js|css|py)")).toList()) {
          seen++;
          try (Stream<String> lines = Files.lines(file)) {
            long count = lines.count();
            if (count > MOST_LINES && !file.endsWith(VERIFY_SCRIPT)) {
              tooLong.put(root.relativize(file).toString(), count);
            }
          }
        }
      }
    }
    assertEquals(Map.of(), tooLong);
    assertFalse(seen < 10, "found " + seen + " files under " + root);
  }
}
