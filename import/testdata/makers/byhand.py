"""Workbooks whose parts are written by hand, and text files in many encodings.

Run in this folder: python3 byhand.py ../made
"""
import sys
import zipfile

FOLDER = sys.argv[1] + "/"
STRICT = "http://purl.oclc.org/ooxml"
LOOSE = "http://schemas.openxmlformats.org"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def save(name, parts):
    with zipfile.ZipFile(FOLDER + name, "w", zipfile.ZIP_DEFLATED) as book:
        for part, content in parts.items():
            if isinstance(content, str):
                content = content.encode("utf-8")
            book.writestr(zipfile.ZipInfo(part), content)


def links(*targets):
    each = "".join(
        f'<Relationship Id="r{i}" Type="{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(targets, 1)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def types(main):
    return (
        f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>'
    )


def inline(ref, text):
    return f'<c r="{ref}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def strict():
    """Strict OOXML, inline texts, no styles, ISO dates."""
    kind = STRICT + "/officeDocument/relationships/"
    rows = [
        inline("A1", "Directory number") + inline("B1", "Branch"),
        inline("A2", " +12125550141 ") + inline("B2", "New York"),
        inline("A3", "212.555.0142") + inline("B3", "New York"),
        '<c r="A4" t="d"><v>2026-08-01</v></c>' + inline("B4", "New York"),
        '<c r="A5" t="n"><v>1.2125550143E10</v></c>',
        '<c r="A6" t="b"><v>1</v></c>',
        '<c r="A7" t="e"><v>#REF!</v></c>',
    ]
    sheet = "".join(f'<row r="{i}">{row}</row>' for i, row in enumerate(rows, 1))
    save("byhand-strict.xlsx", {
        "[Content_Types].xml": types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        "_rels/.rels": links((kind + "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{STRICT}/spreadsheetml/main" xmlns:r="{STRICT}/officeDocument/relationships" conformance="strict"><sheets><sheet name="DNs" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links((kind + "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?><worksheet xmlns="{STRICT}/spreadsheetml/main"><sheetData>{sheet}</sheetData></worksheet>',
    })


def utf16():
    """Parts in UTF-16 with prefixes, shared texts with reading aids, escapes."""
    kind = LOOSE + "/officeDocument/2006/relationships/"
    main = f'xmlns:x="{LOOSE}/spreadsheetml/2006/main"'
    texts = ["T\xe9l\xe9phone", "Bureau", "01 99 00 12 42", "+33_x0020_199001243", "Lyon"]
    shared = "".join(f"<x:si><x:t>{text}</x:t></x:si>" for text in texts)
    shared += '<x:si><x:r><x:t>+33199</x:t></x:r><x:r><x:rPr><x:b/></x:rPr><x:t>001244</x:t></x:r><x:rPh sb="0" eb="1"><x:t>un</x:t></x:rPh></x:si>'
    cells = [("A1", 0), ("B1", 1), ("A2", 2), ("B2", 4), ("A3", 3), ("B3", 4), ("A4", 5), ("B4", 4)]
    rows = "".join(f'<x:row r="{n}">{part}</x:row>' for n, part in enumerate(pairs(cells), 1))
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    save("byhand-utf-16-parts.xlsm", {
        "[Content_Types].xml": types("application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
        "_rels/.rels": links((kind + "officeDocument", "/xl/workbook.xml")),
        "xl/workbook.xml": (head + f'<x:workbook {main} xmlns:rel="{kind[:-1]}"><x:sheets><x:sheet name="Num&#233;ros" sheetId="7" rel:id="r2"/></x:sheets></x:workbook>').encode("utf-16"),
        "xl/_rels/workbook.xml.rels": links((kind + "sharedStrings", "texts.xml"), (kind + "worksheet", "sheets/one.xml")),
        "xl/texts.xml": (head + f"<x:sst {main}>{shared}</x:sst>").encode("utf-16"),
        "xl/sheets/one.xml": (head + f"<x:worksheet {main}><x:sheetData>{rows}</x:sheetData></x:worksheet>").encode("utf-16"),
        "xl/vbaProject.bin": b"no real macro",
    })


def pairs(cells):
    for i in range(0, len(cells), 2):
        yield "".join(f'<x:c r="{ref}" t="s"><x:v>{text}</x:v></x:c>' for ref, text in cells[i:i + 2])


def text(name, content, encoding):
    with open(FOLDER + name, "wb") as file:
        file.write(content.encode(encoding))


def texts():
    text("shift-jis.csv", "拠点名,電話番号,種別\r\n東京,03-1234-5678,固定\r\n大阪,０３－１２３４－５６８０,モバイル\r\n", "cp932")
    text("gb18030.csv", "地点,号码\n上海,+862123456789\n北京,010 8123 4567\n", "gb18030")
    text("big5.csv", "地點;號碼\n台北;+886223456789\n", "big5")
    text("euc-kr.tsv", "지점\t번호\n서울\t02-2123-4567\n", "euc-kr")
    text("koi8-r.csv", "Город;Номер\nМосква;8 (495) 123-45-67\n", "koi8-r")
    text("windows-1251.csv", "Город;Номер\nМосква;+7 495 123 45 68\n", "cp1251")
    text("utf-8-bom-tabs.txt", "\ufeffPhone number\tOffice\n\"+12125550151\t\"\tNew York\n212-555-0152\tNew York\n", "utf-8")
    text("utf-16be-bom.csv", "\ufeffTeléfono;Sede\r\n912 34 56 78;Málaga\r\n", "utf-16-be")
    text("utf-16le-no-bom.csv", "Rufnummer;Büro\r\n030/23125003;Köln\r\n", "utf-16-le")
    text("pipes-and-quoted-breaks.dat", "Site|\"Phone\nnumber\"|Note\nNew York|+12125550153|\"two\r\nlines, | and \"\"quotes\"\"\"\n\nNew York|\"+12125550154\n+12125550155\"|\n", "ascii")
    text("sep-in-quotes.csv", "\"SEP=|\"\r\nPhone|Type\r\n+12125550156|mobile\r\n", "cp1252")
    text("windows-1252-assumed.csv", "Büro;Telefon\nKöln;0221/1234567\n", "cp1252")


strict()
utf16()
texts()
