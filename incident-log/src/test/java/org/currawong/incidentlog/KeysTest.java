package org.currawong.incidentlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.currawong.incidentlog.disk.DiskFile;
import org.currawong.incidentlog.disk.SimulatedDisk;
import org.junit.jupiter.api.Test;

class KeysTest {

  private static final Path KEYS = Path.of("/data/keys");
  private static final Path LOG = Path.of("/data/log");
  private static final int PER_FILE = 8;

  private static Keyring open(SimulatedDisk disk) throws IOException {
    return Keyring.open(disk, KEYS, PER_FILE);
  }

  @Test
  void aSubjectKeepsItsKeyAndNoTwoShareOne() throws IOException {
    Keyring keyring = open(new SimulatedDisk());
    Set<Integer> slots = new HashSet<>();
    for (int i = 0; i < 3 * PER_FILE; i++) {
      int slot = keyring.slotFor("report:" + i);
      assertEquals(slot, keyring.slotFor("report:" + i));
      assertTrue(slots.add(slot));
    }
  }

  @Test
  void aKeyCostsNoForceWhileTheSupplyLasts() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    Keyring keyring = open(disk);
    long before = disk.operations();
    for (int i = 0; i < PER_FILE / 2 + 1; i++) {
      keyring.slotFor("report:" + i);
    }
    assertEquals(before, disk.operations());
    keyring.topUp();
    long after = disk.operations();
    for (int i = 0; i < PER_FILE; i++) {
      keyring.slotFor("more:" + i);
    }
    assertEquals(after, disk.operations());
  }

  @Test
  void aSlotIsNeverHandedOutAgainAfterARestart() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    int before = open(disk).slotFor("report:lost");
    assertNotEquals(before, open(disk).slotFor("report:new"));
  }

  @Test
  void anErasedKeyIsGoneAlsoAfterARestart() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    Keyring keyring = open(disk);
    int slot = keyring.slotFor("person:p1");
    int other = keyring.slotFor("person:p2");
    byte[] nonce = new byte[Keyring.NONCE_BYTES];
    byte[] sealed = keyring.seal(slot, nonce, nonce, new byte[] {1, 2}).orElseThrow();
    assertArrayEquals(new byte[] {1, 2}, keyring.open(slot, nonce, nonce, sealed).orElseThrow());
    byte[] key = keyring.disclose("person:p1").orElseThrow();
    keyring.erase("person:p1");
    keyring.erase("person:p1");
    keyring.erase("nobody");
    assertFalse(keyring.holds("person:p1"));
    assertTrue(keyring.seal(slot, nonce, nonce, sealed).isEmpty());
    Keyring again = open(disk);
    again.bind("person:p1", slot);
    again.bind("person:p2", other);
    assertFalse(again.holds("person:p1"));
    assertTrue(again.holds("person:p2"));
    String hex = HexFormat.of().formatHex(key);
    for (String name : disk.list(KEYS)) {
      String file = HexFormat.of().formatHex(disk.readAll(KEYS.resolve(name)));
      assertFalse(file.contains(hex), "no copy of it is left in " + name);
    }
  }

  @Test
  void aDamagedKeyIsNoKey() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    int slot = open(disk).slotFor("person:p1");
    String file = disk.list(KEYS).getFirst();
    try (DiskFile open = disk.open(KEYS.resolve(file))) {
      open.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), slot * 64L + 5);
    }
    Keyring again = open(disk);
    again.bind("person:p1", slot);
    assertFalse(again.holds("person:p1"));
    again.bind("person:p9", 1_000_000);
    assertFalse(again.holds("person:p9"));
  }

  @Test
  void theHubsKeysAreMadeOnceAndNoTwoUsesShareOne() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    HubKeys made = HubKeys.open(disk, KEYS, LOG, 1, KeyUse.ofRealHub(), true);
    HubKeys again = HubKeys.open(disk, KEYS, LOG, 1, KeyUse.ofRealHub(), false);
    assertEquals(made.publicLines(), again.publicLines());
    assertEquals(made.publicLines().size(), Set.copyOf(made.publicLines()).size());
    byte[] signature = again.sign(KeyUse.LIVE, KEYS.toString().getBytes(UTF_8));
    assertTrue(
        Ed25519.verifies(made.publicKey(KeyUse.LIVE), KEYS.toString().getBytes(UTF_8), signature));
    assertFalse(
        Ed25519.verifies(made.publicKey(KeyUse.TEST), KEYS.toString().getBytes(UTF_8), signature));
    assertThrows(IllegalArgumentException.class, () -> again.sign(KeyUse.DEMO, new byte[1]));
    assertArrayEquals(made.mac(new byte[] {7}), again.mac(new byte[] {7}));
    assertFalse(Arrays.equals(made.mac(new byte[] {7}), made.mac(new byte[] {8})));
  }

  @Test
  void aMissingOrDamagedHubKeyStopsTheStart() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    HubKeys.open(disk, KEYS, LOG, 1, KeyUse.ofDemo(), true);
    try (DiskFile file = disk.open(KEYS.resolve("demo-1.ed25519"))) {
      file.write(ByteBuffer.wrap(new byte[] {9, 9}), 20);
    }
    assertThrows(IOException.class, () -> HubKeys.open(disk, KEYS, LOG, 1, KeyUse.ofDemo(), false));
    disk.delete(KEYS.resolve("demo-1.ed25519"));
    assertThrows(IOException.class, () -> HubKeys.open(disk, KEYS, LOG, 1, KeyUse.ofDemo(), false));
  }

  @Test
  void artefactsAreWrittenOnceAndSealedWhereTheyNamePeople() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    Path folder = Path.of("/data/artefacts");
    Artefacts artefacts = Artefacts.open(disk, folder, open(disk));
    byte[] list = "Ana Silva, 0491 570 006".getBytes(UTF_8);
    String open = artefacts.put("warning".getBytes(UTF_8), false);
    String sealed = artefacts.put(list, true);
    long before = disk.list(folder).size();
    assertEquals(sealed, artefacts.put(list, true));
    assertEquals(before, disk.list(folder).size());
    for (String name : disk.list(folder)) {
      if (disk.exists(folder.resolve(name)) && name.startsWith(sealed)) {
        assertFalse(new String(disk.readAll(folder.resolve(name)), UTF_8).contains("Ana"));
      }
    }
    Artefacts again = Artefacts.open(disk, folder, open(disk));
    assertArrayEquals(list, again.get(sealed).orElseThrow());
    assertArrayEquals("warning".getBytes(UTF_8), again.get(open).orElseThrow());
    assertTrue(again.get("../keys").isEmpty());
    try (DiskFile file = disk.open(folder.resolve(open))) {
      file.write(ByteBuffer.wrap(new byte[] {'W'}), 0);
    }
    assertTrue(again.get(open).isEmpty(), "a damaged one is not handed out");
    again.put("warning".getBytes(UTF_8), false);
    assertTrue(again.get(open).isPresent(), "and is mended when it is made again");
    again.erase(sealed);
    assertTrue(again.get(sealed).isEmpty());
  }
}
