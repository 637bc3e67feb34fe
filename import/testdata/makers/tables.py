"""The same tables as workbooks of several formats, written by LibreOffice.

Run in this folder, for 200 tables in a folder of their own:

    python3 tables.py 200 FOLDER xls xlsx ods

A table is what chance makes of its number: numbers as people write them, in
cells of all kinds and formats, with titles, merged and hidden things. Each is
written as a flat OpenDocument file, which LibreOffice saves in the formats.
"""
import random
import subprocess
import sys
from xml.sax.saxutils import escape, quoteattr

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office", "table": "table", "text": "text", "style": "style", "number": "datastyle",
        "fo": "xsl-fo-compatible",
    }.items()
) + ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'

# Styles by name: the kind of number style, and what it is made of.
STYLES = {
    "plus": ("number", '<number:text>+</number:text><number:number number:min-integer-digits="1" number:decimal-places="0"/>'),
    "local": ("number", '<number:number number:min-integer-digits="10" number:decimal-places="0">'
              '<number:embedded-text number:position="7">-</number:embedded-text>'
              '<number:embedded-text number:position="4">-</number:embedded-text></number:number>'),
    "whole": ("number", '<number:number number:min-integer-digits="1" number:decimal-places="0"/>'),
    "zeros": ("number", '<number:number number:min-integer-digits="12" number:decimal-places="0"/>'),
    "groups": ("number", '<number:number number:min-integer-digits="1" number:decimal-places="0" number:grouping="true"/>'),
    "science": ("number", '<number:scientific-number number:decimal-places="2" number:min-integer-digits="1" number:min-exponent-digits="2"/>'),
    "share": ("percentage", '<number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%</number:text>'),
    "day": ("date", '<number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/>'
            '<number:text>-</number:text><number:day number:style="long"/>'),
    "german": ("date", '<number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/>'
               '<number:text>.</number:text><number:year/>'),
    "hour": ("time", '<number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/>'),
    "text": ("text", "<number:text-content/>"),
}


def styles():
    parts = []
    for name, (kind, content) in STYLES.items():
        parts.append(f'<number:{kind}-style style:name="N{name}">{content}</number:{kind}-style>')
        parts.append(f'<style:style style:name="{name}" style:family="table-cell" style:data-style-name="N{name}"/>')
    parts.append('<style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>')
    parts.append('<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>')
    return "".join(parts)


def paragraph(text):
    out = escape(text).replace("\t", "<text:tab/>")
    while "  " in out:
        out = out.replace("  ", " <text:s/>", 1)
    if out.startswith(" "):
        out = "<text:s/>" + out[1:]
    return out


def cell(attributes, text="", spans=""):
    lines = "".join(f"<text:p>{paragraph(line)}</text:p>" for line in text.split("\n")) if text else ""
    return f"<table:table-cell{spans}{attributes}>{lines}</table:table-cell>"


def string(text, spans="", style=""):
    named = f' table:style-name="{style}"' if style else ""
    return cell(f'{named} office:value-type="string"', text, spans)


def number(value, style=""):
    named = f' table:style-name="{style}"' if style else ""
    kind = "percentage" if style == "share" else "float"
    return cell(f'{named} office:value-type="{kind}" office:value="{value}"', str(value))


def formula(code, result):
    return cell(f' table:formula={quoteattr("of:=" + code)} {result}')


class Table:
    """One workbook made by chance."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.pick = self.chance.choice

    def digits(self):
        c = self.chance
        return self.pick([
            f"1212555{c.randint(100, 199):04}", f"4420794601{c.randint(0, 99):02}", f"49302312500{c.randint(0, 9)}",
            f"39023456{c.randint(0, 9999):04}", f"8131234{c.randint(0, 9999):04}", f"2125550{c.randint(100, 199)}",
        ])

    def written(self):
        d = self.digits()
        return self.pick([
            "+" + d, "+" + d, d, "00" + d, f"+{d[:2]} {d[2:5]} {d[5:]}", f"({d[:3]}) {d[3:6]}-{d[6:]}", f"  +{d}  ", f"+{d}\n+{d[:-1]}7",
            f"\u202a+{d}\u202c", f"tel:+{d}", f"{d[:3]}.{d[3:]}", "+" + "".join(chr(0xFF10 + int(x)) for x in d), f"+{d} ext. 12", f"0{d[2:]}/12",
        ])

    def number_cell(self):
        c, d = self.chance, self.digits()
        kinds = [lambda: string(self.written())] * 5 + [
            lambda: number(d), lambda: number(d, "plus"), lambda: number(d, "whole"), lambda: number(d, "zeros"), lambda: number(d, "groups"),
            lambda: number(d, "science"), lambda: number(d[-10:], "local"), lambda: number("-" + d), lambda: number(f"{d}.5"),
            lambda: number("123456789012345000"), lambda: number(f"0.{c.randint(1, 99):02}", "share"), lambda: number("0"),
            lambda: string("+" + d, style="text"),
            lambda: cell(' table:style-name="day" office:value-type="date" office:date-value="2026-08-01"'),
            lambda: cell(' table:style-name="german" office:value-type="date" office:date-value="1999-12-31"'),
            lambda: cell(' table:style-name="hour" office:value-type="time" office:time-value="PT09H30M00S"'),
            lambda: cell(f' office:value-type="boolean" office:boolean-value="{self.pick(["true", "false"])}"'),
            lambda: formula(f'"+{d[:4]}"&"{d[4:]}"', ""),  # with its result, LibreOffice writes 0 into .xls
            lambda: formula(f"{d}+0", f'office:value-type="float" office:value="{d}"'),
            lambda: formula('""', 'office:value-type="string" office:string-value=""'),
            lambda: formula("NA()", 'office:value-type="string" office:string-value=""'),
            lambda: formula("1/0", 'office:value-type="string" office:string-value=""'),
            lambda: formula("TRUE()", 'office:value-type="boolean" office:boolean-value="true"'),
            lambda: cell(""),
            lambda: f'<table:table-cell office:value-type="string"><text:p><text:span text:style-name="bold">+{d[:5]}</text:span>{d[5:]}</text:p></table:table-cell>',
            lambda: string(self.pick(["n/a", "unknown", "siehe Liste", "番号なし", "Ελλάδα 😀", "x" * 300])),
        ]
        return self.pick(kinds)()

    def row(self, columns, attributes=""):
        c = self.chance
        cells = [self.number_cell() for _ in range(columns)]
        cells.append(string(self.pick(["DID", "Toll free", "mobile", "Durchwahl", ""])))
        cells.append(string(self.pick(["Zürich", "São Paulo", "東京", "New York  HQ", "Kraków", "Αθήνα"])))
        cells.append(self.pick([string("active"), string("inactive"), cell(' office:value-type="boolean" office:boolean-value="true"')]))
        if c.random() < 0.3:
            cells.insert(0, cell(""))
        return f"<table:table-row{attributes}>{''.join(cells)}</table:table-row>"

    def rows(self, columns, count):
        c, parts, merged = self.chance, [], 0
        for _ in range(count):
            hidden = self.pick([""] * 8 + [' table:visibility="collapse"', ' table:visibility="filter"'])
            if merged:
                merged -= 1
                covered = "<table:covered-table-cell/>" + "".join(self.number_cell() for _ in range(columns - 1))
                parts.append(f"<table:table-row{hidden}>{covered}{string('DID')}</table:table-row>")
            elif c.random() < 0.06:
                merged = c.randint(1, 3)
                top = string(self.written(), spans=f' table:number-rows-spanned="{merged + 1}"')
                more = "".join(self.number_cell() for _ in range(columns - 1))
                parts.append(f"<table:table-row{hidden}>{top}{more}{string('DID')}</table:table-row>")
            elif c.random() < 0.05:
                parts.append(f'<table:table-row table:number-rows-repeated="{c.randint(1, 40)}"><table:table-cell/></table:table-row>')
            else:
                parts.append(self.row(columns, hidden))
        for _ in range(merged):
            parts.append(f"<table:table-row><table:covered-table-cell/>{string('DID')}</table:table-row>")
        return parts

    def sheet(self, name):
        c, parts = self.chance, []
        columns = self.pick([1, 1, 1, 2])
        if c.random() < 0.4:
            title = string("Numbers of Müller & Söhne <2026>", spans=' table:number-columns-spanned="3"')
            parts.append(f'<table:table-row>{title}<table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>')
            parts.append('<table:table-row><table:table-cell/></table:table-row>')
        if c.random() < 0.8:
            heads = [self.pick(["Phone number", "Rufnummer\n(E.164)", "電話番号"]), "Mobile"][:columns] + ["Type", "Location", "Active"]
            parts.append("<table:table-row>" + "".join(string(h) for h in heads) + "</table:table-row>")
        parts += self.rows(columns, c.randint(3, 60))
        if c.random() < 0.3:
            parts.append(f"<table:table-row>{string('Total: 12')}</table:table-row>")
        hidden = ' table:style-name="hidden"' if name != "Numbers" and c.random() < 0.5 else ""
        return f"<table:table table:name={quoteattr(name)}{hidden}>{''.join(parts)}</table:table>"

    def document(self):
        names = ["Numbers"] + self.chance.sample(["Лист 2", "Alt & neu", "Sheet3"], self.chance.randint(0, 2))
        sheets = "".join(self.sheet(name) for name in names)
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" office:mimetype="{kind}">'
                f"<office:automatic-styles>{styles()}</office:automatic-styles>"
                f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document>")


def main():
    count, folder, formats = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
    files = []
    for seed in range(count):
        files.append(f"{folder}/table{seed:03}.fods")
        with open(files[-1], "w", encoding="utf-8") as file:
            file.write(Table(seed).document())
    for kind in formats:
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", folder]
        subprocess.run(command + files, check=True, stdout=subprocess.DEVNULL)


main()
