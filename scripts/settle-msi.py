"""Gives an .msi that wixl made the package code and the date that it is told.

wixl takes both by chance and from the clock, so that no two builds are equal. They
keep their length, so they are written over in place.

settle-msi.py FILE PACKAGE-CODE SECONDS-SINCE-1970
"""
import re
import sys

# In the summary the code is followed by two dates: VT_FILETIME and eight bytes.
SUMMARY = re.compile(rb"\{[0-9A-F-]{36}\}(\0{1,4})@\0\0\0.{8}@\0\0\0.{8}", re.S)
TO_1970 = 11644473600  # seconds from 1601, where Windows' dates begin


def settle(data: bytes, code: str, seconds: int) -> bytes:
    date = b"@\0\0\0" + ((seconds + TO_1970) * 10**7).to_bytes(8, "little")
    settled, count = SUMMARY.subn(lambda old: b"{%s}" % code.encode() + old[1] + date + date, data)
    if count != 1 or len(settled) != len(data):
        sys.exit(f"The summary of the .msi was found {count} times, and not once.")
    return settled


def main() -> None:
    path, code, seconds = sys.argv[1:]
    with open(path, "rb") as file:
        settled = settle(file.read(), code, int(seconds))
    with open(path, "wb") as file:
        file.write(settled)


if __name__ == "__main__":
    main()
