"""Workbooks of Excel 97 that are protected in each of the ways there are.

Run in this folder with a file that LibreOffice made, which is not protected:

    python3 protect.py LIST.xls xor|rc4|cryptoapi PASSWORD PROTECTED.xls

The record with the name of the writer makes room for the one that says how the
file is protected. LibreOffice 7.4 opened what came out of xor and rc4, without
asking where the password was the one for files that are only protected against
changes (VelvetSweatshop); for cryptoapi the test has the salt and the password of
a file that Word made.
"""
import hashlib
import struct
import sys

WRITER, FILEPASS, SHEET, BEGIN = 0x005C, 0x002F, 0x0085, 0x0809
PLAIN = {BEGIN, FILEPASS, 0x0194, 0x0195, 0x00E1, 0x0196, 0x0138}
SALT, RANDOM = bytes(range(16)), bytes(range(100, 116))


def places(book):
    """Where the bytes of the part Workbook stand in the file."""
    def chain(start, table):
        while start < 0xFFFFFFFA:
            yield start
            start = table[start]

    def numbers(sector):
        return struct.unpack_from(f"<{size // 4}I", book, (sector + 1) * size)

    def bytes_of(start):
        return [(n + 1) * size + i for n in chain(start, table) for i in range(size)]

    size = 1 << struct.unpack_from("<H", book, 30)[0]
    table = [n for sector in struct.unpack_from("<109I", book, 76) if sector < 0xFFFFFFFA for n in numbers(sector)]
    small = [n for sector in chain(struct.unpack_from("<I", book, 60)[0], table) for n in numbers(sector)]
    entries = bytes_of(struct.unpack_from("<I", book, 48)[0])[::128]
    parts = {}
    for at in entries:
        name = book[at:at + struct.unpack_from("<H", book, at + 64)[0]].decode("utf-16-le").rstrip("\0")
        parts[name] = struct.unpack_from("<II", book, at + 116)
    start, length = parts["Workbook"]
    if length >= 4096:
        return bytes_of(start)[:length]
    inside = bytes_of(parts["Root Entry"][0])
    return [inside[n * 64 + i] for n in chain(start, small) for i in range(64)][:length]


def rc4(key, size):
    state, out, i, j = list(range(256)), bytearray(), 0, 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 255
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for _ in range(size):
        i = (i + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        out.append(state[(state[i] + state[j]) & 255])
    return out


def by_blocks(key_of):
    known = {}

    def lock(byte, at, _):
        block = at // 1024
        if block not in known:
            known[block] = rc4(key_of(struct.pack("<I", block)), 1024)
        return byte ^ known[block][at % 1024]
    return lock


def locked(lock, data):
    return bytes(lock(b, i, 0) for i, b in enumerate(data))


def with_rc4(password):
    first = hashlib.md5(password.encode("utf-16-le")).digest()[:5]
    base = hashlib.md5((first + SALT) * 16).digest()[:5]
    lock = by_blocks(lambda block: hashlib.md5(base + block).digest())
    check = locked(lock, RANDOM + hashlib.md5(RANDOM).digest())
    return struct.pack("<HHH", 1, 1, 1) + SALT + check, lock


def with_cryptoapi(password):
    base = hashlib.sha1(SALT + password.encode("utf-16-le")).digest()
    lock = by_blocks(lambda block: hashlib.sha1(base + block).digest()[:16])
    check = locked(lock, RANDOM + hashlib.sha1(RANDOM).digest())
    header = struct.pack("<8IH", 4, 0, 0x6801, 0x8004, 128, 1, 0, 0, 0)
    info = struct.pack("<HHHII", 1, 2, 2, 4, len(header)) + header
    return info + struct.pack("<I", 16) + SALT + check[:16] + struct.pack("<I", 20) + check[16:], lock


def with_xor(password):
    def left(byte, n):
        return (byte << n | byte >> 8 - n) & 255

    # [MS-OFFCRYPTO], 2.3.7.2: the last bits of each character choose among the
    # steps of a shift register, of which the specification has a table.
    letters, base, key, end = password.encode("ascii"), 0x8000, 0, 0xFFFF
    check = len(letters) ^ 0xCE4B
    for i, letter in enumerate(letters):
        turned = letter << i + 1
        check ^= turned & 0x7FFF | turned >> 15
    for letter in reversed(letters):
        for bit in range(8):
            base, end = ((r << 1 | r >> 15) & 0xFFFF for r in (base, end))
            base, end = (r ^ 0x1020 if r & 1 else r for r in (base, end))
            if letter >> bit & 1:
                key ^= base
    key ^= end
    filling = bytes.fromhex("BBFFFFBAFFFFB98000BE0F00BF0F00")
    mask = [left(b ^ (key >> 8 * (i % 2) & 255), 2) for i, b in enumerate((letters + filling)[:16])]
    return struct.pack("<HHH", 0, key, check), lambda byte, at, size: left(byte ^ mask[(at + size) % 16], 5)


def main():
    source, scheme, password, target = sys.argv[1:]
    book = bytearray(open(source, "rb").read())
    where = places(book)
    stream = bytearray(book[i] for i in where)
    info, lock = {"rc4": with_rc4, "cryptoapi": with_cryptoapi, "xor": with_xor}[scheme](password)
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == WRITER and size == 112:
            rest = size - 4 - len(info)
            stream[at:at + 4 + size] = struct.pack("<HH", FILEPASS, len(info)) + info + struct.pack("<HH", WRITER, rest) + b" " * rest
            kind, size = FILEPASS, len(info)
        begin = at + 4
        for i in range(begin + (4 if kind == SHEET else 0), begin + size):
            if kind not in PLAIN:
                stream[i] = lock(stream[i], i, size)
        at = begin + size
    for i, byte in zip(where, stream):
        book[i] = byte
    open(target, "wb").write(book)


main()
