#!/usr/bin/env python3
"""Checks a Currawong log or an exported bundle with Python 3.8+ and nothing else.

    python3 verify.py PATH [--against "eight words"] [--checkpoint FILE]

PATH is a data folder, its log folder, an unpacked bundle, or a bundle's ZIP file.
Exit 0: the log verifies. 1: it does not; each fault names file and line. 2: wrong usage.

The rules, so that you can write your own:
  hash(n) = SHA-256( hash(n-1) as 32 bytes + SHA-256(JSON bytes) ), hash(0) = 32 zero bytes;
  a line is <hash(n) in hex> <JSON starting {"n":n,>; a withheld one is ~ n <SHA-256 of its JSON>.
"""
import hashlib
import os
import re
import sys
import zipfile

WORDS = """@WORDS@""".split()
BATCH_BYTES = 8 * 1024 * 1024
LINE_BYTES = 1024 * 1024
NUL_RUN = 16
ZERO = bytes(32)
HEADER = re.compile(
    rb"# currawong-log 1 hub=([a-z0-9.-]{1,64}) first=([1-9][0-9]{0,15}) prev=([0-9a-f]{64})")
ENTRY = re.compile(rb'.{64} \{"n":([1-9][0-9]{0,15})[,}]', re.S)
WITHHELD = re.compile(rb"~ (?:([1-9][0-9]{0,15}) (.{64})|.*)", re.S)
PUBLIC_KEY = re.compile(rb"([a-z-]{1,32}) ([1-9][0-9]{0,8}) ([A-Za-z0-9+/]{43}=)")

# @NOTES@


# Where the files are.


class Folder:
    def __init__(self, path):
        inside = os.path.join(path, "log")
        self.path = inside if os.path.isdir(inside) else path

    def names(self):
        return sorted(os.listdir(self.path))

    def open(self, name):
        return open(os.path.join(self.path, name), "rb")

    def size(self, name):
        return os.path.getsize(os.path.join(self.path, name))


class Bundle:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)

    def names(self):
        inside = [n[4:] for n in self.zip.namelist() if n.startswith("log/")]
        return sorted(inside)

    def open(self, name):
        return self.zip.open("log/" + name)

    def size(self, name):
        return self.zip.getinfo("log/" + name).file_size


def place(path):
    return Folder(path) if os.path.isdir(path) else Bundle(path)


def small(source, name):
    if name not in source.names():
        return b""
    with source.open(name) as f:
        return f.read()


# The chain.


def unwritten_block(line, terminated):
    """NUL bytes that a power cut leaves: at the line's start, to the file's end, or a run."""
    at = line.find(0)
    while at >= 0:
        run = at
        while run < len(line) and line[run] == 0:
            run += 1
        if at == 0 or run - at >= NUL_RUN or (run == len(line) and not terminated):
            return True
        at = line.find(0, run)
    return False


def json_of(line):
    return None if line[:2] == b"~ " else line[65:]


class Scan:
    """Reads every segment in order; stops at the first fault or at a torn tail."""

    def __init__(self, source, entry):
        self.source, self.entry = source, entry
        self.hub, self.first, self.last, self.head = None, 0, 0, ZERO
        self.withheld, self.segment, self.line = 0, "", 0
        self.tail, self.fault = None, None
        names = source.names()
        self.segments = [n for n in names if re.fullmatch(r"[0-9]{16}\.log", n)]
        self.slice = not self.segments and "slice.log" in names
        if self.slice:
            self.segments = ["slice.log"]
        for index, self.segment in enumerate(self.segments):
            with source.open(self.segment) as f:
                self.read(f, index == len(self.segments) - 1, index == 0)
            if self.fault or self.tail:
                break

    def read(self, f, is_last, is_first):
        self.line, offset = 1, 0
        line = f.readline(LINE_BYTES + 1)
        m = HEADER.fullmatch(line[:-1]) if line.endswith(b"\n") else None
        if not m:
            what = "the first line is no header of this format" if line else "the file is empty"
            return self.unsound("header", what, line, offset, is_last)
        wrong = self.header(m, is_first)
        if not wrong and not self.slice and self.segment != "%016d.log" % int(m[2]):
            wrong = "the file is not named after its first entry %d" % int(m[2])
        if wrong:
            self.fault = ("header", self.segment, 1, wrong)
            return None
        offset += len(line)
        for line in iter(lambda: f.readline(LINE_BYTES + 1), b""):
            self.line += 1
            body = line[:-1] if line.endswith(b"\n") else line
            wrong, head = self.check(body)
            if wrong or not line.endswith(b"\n"):
                what = "the hash is not that of this line after entry %d" % self.last
                if wrong == "gap":
                    what = "entry %d should stand here" % (self.last + 1)
                return self.unsound(wrong or "hash", what, line, offset, is_last)
            self.last, self.head, offset = self.last + 1, head, offset + len(line)
            self.withheld += body[:2] == b"~ "
            self.entry(self, json_of(body))
        return None

    def header(self, m, is_first):
        hub, first, prev = m[1].decode(), int(m[2]), bytes.fromhex(m[3].decode())
        if is_first:
            self.hub, self.first, self.last, self.head = hub, first, first - 1, prev
            if (first == 1) != (prev == ZERO):
                return "the hash before the first entry is not what it must be"
            if first != 1 and not self.slice:
                return "the log begins at entry %d, not at 1" % first
            return None
        if hub != self.hub:
            return "names hub %s, the segment before it %s" % (hub, self.hub)
        if first != self.last + 1:
            return "begins at entry %d, the segment before it ends at %d" % (first, self.last)
        if prev != self.head:
            return "its hash of the entry before it is not that entry's hash"
        return None

    def check(self, line):
        """What is wrong with the next line (None if nothing), and its hash."""
        if line[:2] == b"~ ":
            m = WITHHELD.fullmatch(line)
            if not m or not m[1] or int(m[1]) != self.last + 1:
                return "gap", None
            if not re.fullmatch(rb"[0-9a-f]{64}", m[2]):
                return "hash", None
            digest = bytes.fromhex(m[2].decode())
            return None, hashlib.sha256(self.head + digest).digest()
        if len(line) <= 65:
            return "hash", None
        m = ENTRY.match(line)
        if m and int(m[1]) != self.last + 1:
            return "gap", None
        head = hashlib.sha256(self.head + hashlib.sha256(line[65:]).digest()).digest()
        if line[:64] != head.hex().encode():
            return "hash", None
        return (None, head) if m else ("gap", None)

    def unsound(self, kind, what, line, offset, is_last):
        length = self.source.size(self.segment) - offset
        if (is_last and not self.slice and length <= BATCH_BYTES
                and (length == 0 or self.torn(line))):
            self.tail = (self.segment, self.line, length)
        else:
            self.fault = (kind, self.segment, self.line, what)

    def torn(self, line):
        terminated = line.endswith(b"\n")
        body = line[:-1] if terminated else line
        if unwritten_block(body, terminated):
            return True
        if terminated or len(line) > LINE_BYTES:
            return False
        # A line that verifies without its last byte was whole: its LF was damaged later.
        whole = HEADER.fullmatch(body[:-1]) if self.line == 1 else not self.check(body[:-1])[0]
        return not whole


# Checkpoints, keys, anchors.


class Verifier:
    def __init__(self, source, start=None, given=None):
        self.source, self.start, self.given = source, start, given
        self.faults, self.first_json, self.next = [], None, 0
        self.anchored, self.words_found = 0, False
        self.differs, self.differs_outside = None, None
        self.notes, self.torn_note, bad_note = checkpoints(small(source, "checkpoints"))
        self.scan = Scan(source, self.entry)
        if not self.scan.segments and not self.notes:
            raise FileNotFoundError("there is no log here")
        self.add(self.scan.fault)
        self.public_keys()
        self.add(bad_note)
        self.signatures()
        self.add(self.differs)
        if self.notes and not self.scan.fault and self.scan.last < self.notes[-1].count:
            self.add(self.fewer(self.notes[-1].count))
        self.outside()

    def add(self, fault):
        if fault:
            self.faults.append(fault)

    def entry(self, scan, json):
        if scan.last == 1 and json is not None:
            self.first_json = json
        while self.next < len(self.notes) and self.notes[self.next].count <= scan.last:
            note = self.notes[self.next]
            self.next += 1
            if note.count == scan.last and note.head != scan.head and not self.differs:
                what = "differs from the checkpoint of %d entries" % note.count
                self.differs = ("anchor", scan.segment, scan.line, what)
        if self.given and self.given.count == scan.last:
            if self.given.head == scan.head:
                self.anchored = scan.last
            else:
                what = "differs from the checkpoint given"
                self.differs_outside = ("anchor", scan.segment, scan.line, what)
        if self.start is not None and scan.head[:11] == self.start:
            self.anchored, self.words_found = scan.last, True

    def public_keys(self):
        self.keys, lines = [], small(self.source, "hub.pub").split(b"\n")
        for i, line in enumerate(lines):
            m = PUBLIC_KEY.fullmatch(line)
            if not m or not canonical(m[3]):
                if i != len(lines) - 1 or line:
                    self.add(("signature", "hub.pub", i + 1, "this is no public key"))
                break
            self.keys.append((line, m[1], int(m[2]), base64.b64decode(m[3])))
        else:
            self.add(("signature", "hub.pub", len(lines) + 1, "this is no public key"))
        if self.first_json is None:
            return
        if b'"' + self.scan.hub.encode() + b'"' not in self.first_json:
            what = "entry 1 does not name hub " + self.scan.hub
            self.add(("header", self.scan.segments[0], 1, what))
        for i, key in enumerate(self.keys):
            if b'"' + key[0] + b'"' not in self.first_json:
                self.add(("signature", "hub.pub", i + 1, "entry 1 does not name this key"))
                return

    def wrong(self, note):
        if self.scan.hub is not None and note.hub != self.scan.hub:
            return "is of hub " + note.hub
        for _, use, epoch, key in self.keys:
            if use == b"checkpoint" and epoch == note.epoch:
                if verifies(key, note.signed, note.signature):
                    return None
        return "the signature is not by this hub's checkpoint key"

    def signatures(self):
        count = 0
        for note in self.notes:
            wrong = self.wrong(note)
            if not wrong and note.count < count:
                wrong = "counts fewer entries than the one before it"
            if wrong:
                self.add(("signature", "checkpoints", note.line, wrong))
                return
            count = note.count

    def fewer(self, count):
        what = "ends at entry %d, a checkpoint counts %d" % (self.scan.last, count)
        return ("fewer", self.scan.segment, self.scan.line, what)

    def outside(self):
        if self.given:
            wrong = self.wrong(self.given)
            if wrong:
                self.add(("signature", "the checkpoint given", 0, wrong))
            elif not self.scan.fault and self.given.count > self.scan.last:
                self.add(self.fewer(self.given.count))
            self.add(self.differs_outside)
        if self.start is not None and not self.words_found and not self.scan.fault:
            what = "no entry has the words given as its head"
            self.add(("anchor", self.scan.segment, self.scan.line, what))

    def text(self):
        s = self.scan
        covered = max(self.anchored, s.first - 1)
        counted = self.notes[-1].count if self.notes else 0
        lines = ["hub " + (s.hub or "unknown"),
                 "entries %d to %d, %d withheld" % (s.first, s.last, s.withheld),
                 "head " + s.head.hex(),
                 "words " + words(s.head),
                 "checkpoints %d, the last counts %d entries" % (len(self.notes), counted),
                 "entries that no outside anchor covers: %d" % (s.last - covered)]
        if s.tail:
            lines.append("torn tail: %s line %d: %d bytes never forced" % s.tail)
        elif self.torn_note:
            lines.append("torn tail: the last checkpoint")
        for kind, segment, line, what in self.faults:
            where = "%s line %d" % (segment, line) if line else segment
            lines.append("fault: %s: %s: %s" % (kind, where, what))
        lines.append("the log does not verify" if self.faults else "the log verifies")
        return "\n".join(lines) + "\n"


# Words and the command line.


def words(head):
    bits = int.from_bytes(head[:11], "big")
    return " ".join(WORDS[bits >> (77 - 11 * i) & 2047] for i in range(8))


def start_of(typed):
    given = re.findall(r"[a-z]+", typed.lower())
    unknown = [w for w in given if w not in WORDS]
    if len(given) != 8 or unknown:
        raise ValueError("--against takes the eight check words; not: " + " ".join(unknown or given))
    bits = 0
    for word in given:
        bits = bits << 11 | WORDS.index(word)
    return bits.to_bytes(11, "big")


def main(arguments):
    path, start, given = None, None, None
    rest = list(arguments)
    try:
        while rest:
            argument = rest.pop(0)
            if argument == "--against":
                start = start_of(rest.pop(0))
            elif argument == "--checkpoint":
                with open(rest.pop(0), "rb") as f:
                    given = checkpoint(f.read(), 1)
                if not given:
                    raise ValueError("the file given is no checkpoint")
            elif argument.startswith("-") or path is not None:
                raise ValueError(__doc__)
            else:
                path = argument
        if path is None:
            raise ValueError(__doc__)
    except (ValueError, IndexError) as e:
        print(e or __doc__, file=sys.stderr)
        return 2
    try:
        verifier = Verifier(place(path), start, given)
    except (OSError, zipfile.BadZipFile) as e:
        print(e, file=sys.stderr)
        return 1
    print(verifier.text(), end="")
    return 1 if verifier.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
