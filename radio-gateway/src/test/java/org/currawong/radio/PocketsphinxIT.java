package org.currawong.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.PhraseBank;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A speech recogniser that knows nothing of us hears place and action in the recording, among
 * places and actions that were not said.
 */
final class PocketsphinxIT {

  /**
   * Measured over twelve pairs of place and action: at 1e-30 and 1e-40 exactly what was said is
   * heard, nothing missed and nothing more; at 1e-5 three are missed. The hub's name must not hold
   * the place: two common words out of three are taken for the whole from 1e-10 on.
   */
  private static final String THRESHOLD = "/1e-30/";

  private static final int HEADER = 44;
  private static final int BYTES_PER_SECOND = 2 * Kevin.RATE;

  private static final List<String> PLACES =
      List.of(
          "Lower Lantern Bend",
          "Upper Maple Hill",
          "Silver Creek Crossing",
          "North Harbour Road",
          "Cedar Point Village",
          "Eagle Mountain Station",
          "Market Square Gardens",
          "Pine Tree Valley",
          "Golden Beach Heights",
          "Wagon Wheel Flat",
          "Saint Andrews Landing",
          "Copper Mine Junction");

  private static final List<String> ACTIONS =
      List.of(
          "Move to higher ground now.",
          "Stay indoors.",
          "Prepare to leave.",
          "Seek shelter now.",
          "Boil water before you drink it.",
          "Return with caution.",
          "Close windows and doors.",
          "Check on your neighbours.",
          "Leave immediately.",
          "Avoid the area.",
          "Do not drink tap water.",
          "Help others get ready.");

  private static Speech speech;
  private static RadioRenderer renderer;

  @TempDir Path folder;

  @BeforeAll
  static void launch() {
    speech = Speech.launch(Pronunciation.shipped());
    renderer = new RadioRenderer(new ScriptWriter(PhraseBank.shipped()), speech);
  }

  @AfterAll
  static void close() {
    speech.close();
  }

  @Test
  void placeAndActionAreHeardAndNoneOfTheDecoys() throws IOException {
    for (int i = 0; i < 3; i++) {
      Set<String> wanted = Set.of(keyword(PLACES.get(i)), keyword(ACTIONS.get(i)));
      assertEquals(wanted, heard(recording(PLACES.get(i), ACTIONS.get(i))));
    }
  }

  @Test
  void aRecordingOfTheWrongPlaceIsFoundOut() throws IOException {
    Set<String> heard = heard(recording("Upper Maple Hill", "Move to higher ground now."));
    assertFalse(heard.contains(keyword("Lower Lantern Bend")), heard::toString);
  }

  @Test
  void anExerciseIsHeardAsOneBeforeAndAfter() throws IOException {
    Drafts drafts = drafts("Lower Lantern Bend", "Stay indoors.");
    drafts.status = AlertStatus.EXERCISE;
    byte[] wav = Files.readAllBytes(render(drafts, Wording.ALERT));
    String mark = "exercise exercise exercise";
    List<String> words = List.of(mark, "stay indoors", "the next update comes");
    int length = (wav.length - HEADER) / BYTES_PER_SECOND;
    assertEquals(Set.of(mark), found(answer(twice(wav, 0, 8), words)), "its first 8 seconds");
    assertEquals(
        Set.of(mark), found(answer(twice(wav, length - 10, length), words)), "its last 10 seconds");
  }

  @Test
  void aWithdrawalIsHeardAsOne() throws IOException {
    Path wav = render(drafts("Lower Lantern Bend", "Stay indoors."), Wording.WITHDRAWN);
    String about = "the message about lower lantern bend";
    String danger = "act now and call triple zero";
    List<String> decoys =
        List.of("stay indoors", "is replaced by a new one", "the message about upper maple hill");
    List<String> all = Stream.concat(Stream.of(about, danger), decoys.stream()).toList();
    assertEquals(Set.of(about, danger), found(answer(wav, all)));
  }

  /**
   * So much of a recording, from second to second, two times over: the recogniser hears nothing in
   * its first seconds, while it measures the line.
   */
  private Path twice(byte[] wav, int from, int to) throws IOException {
    short[] pcm = new short[(to - from) * BYTES_PER_SECOND / 2];
    ByteBuffer.wrap(wav, HEADER + from * BYTES_PER_SECOND, pcm.length * 2)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(pcm);
    byte[] part = Wav.file(Sound.joined(List.of(pcm, pcm)), Kevin.RATE);
    return Files.write(folder.resolve("part.wav"), part);
  }

  private Path recording(String place, String action) throws IOException {
    return render(drafts(place, action), Wording.ALERT);
  }

  private static Drafts drafts(String place, String action) {
    Drafts drafts = new Drafts();
    drafts.place = place;
    drafts.instruction = action;
    drafts.hubName = "Tarrow Valley Hub";
    drafts.headline = "The river is over its banks.";
    return drafts;
  }

  private Path render(Drafts drafts, Wording wording) throws IOException {
    Rendering made = renderer.render(drafts.input(), wording, "en");
    return Files.write(folder.resolve("said.wav"), made.artefacts().getLast().bytes());
  }

  private Set<String> heard(Path wav) throws IOException {
    List<String> all =
        Stream.concat(PLACES.stream(), ACTIONS.stream()).map(PocketsphinxIT::keyword).toList();
    return found(answer(wav, all));
  }

  private String answer(Path wav, List<String> keywords) throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("keywords"),
            keywords.stream().map(k -> k + " " + THRESHOLD + "\n").collect(Collectors.joining()));
    return Peer.need("pocketsphinx_continuous")
        .answer(
            folder,
            null,
            List.of("-infile", wav.toString(), "-kws", list.toString(), "-logfn", "/dev/null"));
  }

  /** The peer writes what it heard one after another, two spaces between. */
  private static Set<String> found(String answer) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\S+(?: \\S+)*").matcher(answer);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static String keyword(String said) {
    return said.toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z ]", "")
        .replace("neighbours", "neighbors");
  }
}
