# Signed notes: Ed25519 by RFC 8032, section 6, and the form of a checkpoint. Becomes a part of
# verify.py when that is made for a bundle.
import base64
import hashlib
import re
from datetime import datetime

NOTE_BYTES = 512
NOTE = re.compile(
    "currawong-checkpoint 1 ([a-z0-9.-]{1,64}) ([1-9][0-9]{0,8})\n([1-9][0-9]{0,15})\n"
    "([0-9a-f]{64})\n([0-9TZ:.-]{1,40})\n\n— ([a-z0-9.-]{1,64}) ([A-Za-z0-9+/]{86}==)\n"
    .encode())
TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)((?:\.\d{3}|\.\d{6}|\.\d{9})?)Z")

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    g, h, i, j = f - e, d - c, d + c, f + e
    return (g * h % P, i * j % P, h * i % P, g * j % P)


def times(s, point):
    result = (0, 1, 1, 0)
    while s > 0:
        if s & 1:
            result = add(result, point)
        point = add(point, point)
        s >>= 1
    return result


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P != 0:
        x = x * SQRT_M1 % P
    if (x * x - x2) % P != 0:
        return None
    return P - x if x & 1 != sign else x


def point(b):
    y = int.from_bytes(b, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def same(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def verifies(key, message, signature):
    a, r = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    return same(times(s, BASE), add(r, times(h, a)))


class Checkpoint:
    def __init__(self, text, m, line):
        self.hub, self.epoch, self.count = m[1].decode(), int(m[2]), int(m[3])
        self.head, self.line = bytes.fromhex(m[4].decode()), line
        self.signed = text[:text.index(b"\n\n") + 1]
        self.signature = base64.b64decode(m[7])


def canonical(encoded):
    return base64.b64encode(base64.b64decode(encoded)) == encoded


def checkpoint(text, line):
    m = NOTE.fullmatch(text)
    if not m or m[1] != m[6]:
        return None
    time = TIME.fullmatch(m[5].decode())
    fraction = time[7] if time else None
    if fraction is None or fraction.endswith("000") or not canonical(m[7]):
        return None
    try:
        datetime(*(int(g) for g in time.groups()[:6]))
    except ValueError:
        return None
    return Checkpoint(text, m, line)


def checkpoints(b):
    """The notes, whether a torn one follows, and a fault."""
    notes, at, line = [], 0, 1
    while at < len(b):
        end = at
        for _ in range(6):
            end = b.find(b"\n", end) + 1
            if end == 0:
                break
        note = checkpoint(b[at:end], line) if end else None
        if not note:
            break
        notes.append(note)
        at, line = end, line + 6
    rest = b[at:]
    if not rest:
        return notes, False, None
    terminated = rest.endswith(b"\n")
    torn = len(rest) <= NOTE_BYTES and (
        unwritten_block(rest, terminated)
        or not terminated and not checkpoint(rest[:-1] + b"\n", 1))
    fault = None if torn else ("signature", "checkpoints", line, "this is no checkpoint")
    return notes, torn, fault
