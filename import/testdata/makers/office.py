"""Workbooks by openpyxl and XlsxWriter, as carriers send them.

Run in this folder: python3 office.py ../made
"""
import datetime
import sys

import openpyxl
import xlsxwriter

FOLDER = sys.argv[1] + "/"


def german():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Rufnummern"
    for row in [
        ["Rufnummernblock Standort Berlin"],
        ["Kunde 4711", None, "Blatt 1"],
        [],
        [None, "Anschluss", None, "Verwaltung"],
        ["Lfd. Nr.", "Rufnummer\n(E.164)", "Nummernart", "Standort", "Status"],
        [1, "030/23125003", "Durchwahl", "Berlin", "aktiv"],
        [2, "+49 30 231250-04", "Festnetz", "Berlin", "inaktiv"],
        [3, 3023125005, "Festnetz", "Berlin", None],
        [4, "#N/A", None, "Berlin", None],
        [5, datetime.date(2026, 8, 1), None, "Berlin", None],
        [6, "+49 030 23125006", "Handy", "Berlin", "aktiv"],
        ["Summe: 6"],
        [],
        ["Stand August 2026, alle Angaben ohne Gewähr"],
    ]:
        sheet.append(row)
    for cells in ["A1:E1", "B4:C4", "D4:E4"]:
        sheet.merge_cells(cells)
    sheet.row_dimensions[7].hidden = True
    book.save(FOLDER + "openpyxl-german.xlsx")


def spanish():
    book = openpyxl.Workbook()
    book.active.title = "Portada"
    book.active["B2"] = "Numeración asignada"
    for name, rows in {
        "Antiguos": [["Teléfono"], ["+34912345690"]],
        "Madrid": [
            ["Número de teléfono", "Tipo", "Sede", "Estado"],
            ["912 34 56 78", "Fijo", "Madrid", "Activo"],
            ["912.345.679", "geográfico", "Madrid", "inactivo"],
            ["(+34) 912 34 56 80", "Fijo", "Madrid", None],
            ["34912345681", "Fijo", "Madrid", "de baja"],
            ["+34912345678", "Fijo", "Madrid", "Activo"],
            ["91 234 56", "Fijo", "Madrid", "Activo"],
        ],
        "Barcelona": [["Teléfono"], ["+34934567890"]],
    }.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book["Antiguos"].sheet_state = "hidden"
    book.save(FOLDER + "openpyxl-spanish-sheets.xlsx")


def template():
    book = openpyxl.Workbook()
    book.template = True
    for row in [["+12125550131"], ["+1 (212) 555-0132"], ["2125550133"]]:
        book.active.append(row)
    book.save(FOLDER + "openpyxl-one-column.xltx")


def french():
    book = xlsxwriter.Workbook(FOLDER + "xlsxwriter-french-formats.xlsx")
    sheet = book.add_worksheet("Numéros")
    sheet.write_row(1, 1, ["N° de téléphone", "Type de numéro", "Utilisation", "Site", "Abonnement"])
    formats = ['0#" "##" "##" "##" "##', '"+"0', "#,##0", "0.00E+00", "General", "yyyy-mm-dd"]
    values = [199001236, 33199001234, 33199001237, 33199001238, 199001239, 199001]
    for i, (form, value) in enumerate(zip(formats, values)):
        sheet.write_number(2 + i, 1, value, book.add_format({"num_format": form}))
        sheet.write_row(2 + i, 2, ["fixe", "aucune", "Paris", "SUB-7"])
    sheet.write_formula(8, 1, '="+33"&"199001240"', None, "+33199001240")
    sheet.write_formula(9, 1, '="+33"&"199001241"')
    sheet.write_formula(10, 1, '=IF(A1="","",A1)', None, "")
    for row in (8, 9, 10):
        sheet.write_row(row, 2, ["numéro vert" if row == 8 else "fixe", "", "Paris"])
    sheet.write_number(11, 1, -5)
    sheet.write_boolean(12, 1, True)
    sheet.autofilter("B2:F13")
    sheet.set_row(6, None, None, {"hidden": True})
    sheet.set_column("E:E", None, None, {"hidden": True})
    sheet.freeze_panes(2, 0)
    book.close()


def italian():
    book = xlsxwriter.Workbook(FOLDER + "xlsxwriter-italian-inline.xlsx", {"constant_memory": True})
    sheet = book.add_worksheet("Utenze")
    for i, row in enumerate([
        ["Sede", "Utenza (fissa)", "Tipo di linea", "Attivo"],
        ["Milano", "02 1234 5680", "linea fissa", "sì"],
        ["Milano", "2 1234 5681", "linea fissa", "no"],
        ["Milano", 212345682, "fisso", "sì"],
        ["Milano", "+39 (0)2 1234 5679", "fisso", "forse"],
        ["Milano", "", "fisso", "sì"],
        ["Totale", 5],
    ]):
        sheet.write_row(i, 0, row)
    book.close()


for make in (german, spanish, template, french, italian):
    make()
