package org.currawong.channels.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.currawong.domain.people.Person;
import org.junit.jupiter.api.Test;

class PeopleCsvTest {

  private static final String HEADER = "name,phone,language,groups,needs,address,alternate\n";

  @Test
  void aRowBecomesAPersonWithNormalisedNumbers() {
    PeopleCsv.Result read =
        read(
            HEADER
                + "Anna Brook,0400 000 001,VI,north; wardens,uses a wheelchair,1 Weir Rd,(02) 5550 0001\n");
    assertEquals(List.of(), read.faults());
    assertEquals(
        new Person(
            "p1",
            "Anna Brook",
            "+61400000001",
            "vi",
            List.of("north", "wardens"),
            "uses a wheelchair",
            "1 Weir Rd",
            "+61255500001"),
        read.people().getFirst());
  }

  @Test
  void columnsMayStandInAnyOrderAndMostMayBeMissing() {
    Person person = read("Phone,Name\n+44 20 7946 0018,José Núñez\n").people().getFirst();
    assertEquals("+442079460018", person.phone());
    assertEquals("en", person.language());
    assertNull(person.needs());
  }

  @Test
  void quotesSemicolonsTabsAndAByteOrderMarkAreUnderstood() {
    assertEquals(
        "Brook, \"Annie\"",
        read("name,phone\r\n\"Brook, \"\"Annie\"\"\",0400000001\r\n").people().getFirst().name());
    assertEquals(2, read("\uFEFFname;phone\nA;0400000001\nB;0400000002\n").people().size());
    assertEquals(1, read("name\tphone\rA\t0400000001\r").people().size());
  }

  @Test
  void aWrongRowIsToldWithItsLineAndTheOthersAreTaken() {
    PeopleCsv.Result read =
        read(
            HEADER
                + "Anna,0400 000 001\n"
                + ",0400 000 002\n"
                + "\n"
                + "Bob,not a number\n"
                + "\"Two\nlines\",0400 000 003\n"
                + "Cleo,0400 000 004,english\n"
                + "Dan,1,2,3,4,5,6,7,8\n"
                + "Eve,"
                + "9".repeat(301)
                + "\n");
    assertEquals(List.of("Anna", "Two lines"), read.people().stream().map(Person::name).toList());
    assertEquals(
        List.of(
            "line 3: no name",
            "line 5: phone is no telephone number: not a number",
            "line 8: language is a two-letter code such as en, vi or es, not english",
            "line 9: 9 cells where the first line names 7 columns",
            "line 10: a cell has more than 300 characters"),
        read.faults().stream().map(PeopleCsv.Remark::toString).toList());
  }

  @Test
  void aPersonWhoIsThereAlreadyIsShownAndNotTakenTwice() {
    PeopleCsv.Result first = read(HEADER + "Anna,0400 000 001\nANNA,+61 400 000 001\n");
    assertEquals(1, first.people().size());
    assertEquals(
        "line 3: ANNA is in the directory already", first.duplicates().getFirst().toString());
    PeopleCsv.Result again = PeopleCsv.read(HEADER + "Anna,0400 000 001\n", first.people(), ids());
    assertEquals(0, again.people().size());
    assertEquals(1, again.duplicates().size());
  }

  @Test
  void aHouseholdMaySharePhoneAndAddress() {
    assertEquals(2, read(HEADER + "Anna,0400000001\nBob,0400000001\n").people().size());
    assertEquals(2, read("name,address\nAnna,1 Hill\nAnna,2 Hill\n").people().size());
  }

  @Test
  void aFileThatIsNoDirectoryIsRefusedInOneSentence() {
    assertFault("the file is empty; its first line names the columns", " \n\n");
    assertFault("line 1: the column \"name\" is missing", "phone\n0400000001\n");
    assertFault("line 1: column \"name\" stands twice", "name,Name\nA,B\n");
    assertTrue(
        read("name,fone\nA,1\n").faults().getFirst().words().startsWith("line 1: unknown column"));
    assertFault("line 2: a quote is opened and never closed", "name\n\"Anna\n");
    assertFault("the file is not UTF-8 text; save it as CSV UTF-8", "name\nAnn\uFFFD\n");
    assertFault("the file is too large; split it", "name\n" + "a".repeat(5_000_000));
    assertFault("more than 10000 people; split the file", "name\n" + "a\n".repeat(10_001));
  }

  @Test
  void hostileCellsAreMadeHarmless() {
    Person person = read("name,needs\nEve \u202Efdp,\u001b[2J=cmd()\n").people().getFirst();
    assertEquals("Eve \uFFFDfdp", person.name());
    assertEquals("␛[2J=cmd()", person.needs());
  }

  @Test
  void numbersAreShownAsTheyAreDialled() {
    assertEquals("0400 000 001", PhoneNumbers.dialled("+61400000001"));
    assertEquals("+44 20 7946 0018", PhoneNumbers.dialled("+442079460018"));
    assertTrue(PhoneNumbers.normalised("000").isEmpty(), "an emergency number is nobody's own");
    assertTrue(PhoneNumbers.normalised("0400000001 ext 5").isEmpty());
  }

  private static PeopleCsv.Result read(String text) {
    return PeopleCsv.read(text, List.of(), ids());
  }

  private static Supplier<String> ids() {
    AtomicInteger last = new AtomicInteger();
    return () -> "p" + last.incrementAndGet();
  }

  private static void assertFault(String words, String text) {
    PeopleCsv.Result read = read(text);
    assertEquals(List.of(), read.people());
    assertEquals(words, read.faults().getFirst().words());
    assertEquals(0, read.faults().getFirst().line());
  }
}
