// Files by SheetJS, ExcelJS and xlsx-populate, as programs export them.
//
// Run in a folder with "npm install xlsx exceljs xlsx-populate":
// NODE_PATH=node_modules node path/to/sheets.js path/to/made
const path = require("path");
const XLSX = require("xlsx");
const ExcelJS = require("exceljs");
const Populate = require("xlsx-populate");

const made = (name) => path.join(process.argv[2], name);

function sheetOf(rows) {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "Linhas");
  return book;
}

const portuguese = [
  ["Operadora: exemplo", "", "", ""],
  ["Nº de telefone", "Tipo de número", "Unidade", "Situação"],
  ["+351 212 345 678", "fixo", "Lisboa", "ativo"],
  ["912345678", "telemóvel", "Lisboa", ""],
  ["00351212345679", "fixo", "Lisboa", "inativo"],
  [212345680, "fixo", "Porto", "ativo"],
  ["", "", "", ""],
  ["Soma", 4, "", ""],
];

function sheetJS() {
  const book = sheetOf(portuguese);
  book.vbaraw = Buffer.from("no real macro");
  XLSX.writeFile(book, made("sheetjs-portuguese.xlsm"), { bookType: "xlsm", bookVBA: true });
  XLSX.writeFile(sheetOf(portuguese), made("sheetjs-unicode-text.txt"), { bookType: "txt" });
  XLSX.writeFile(sheetOf(portuguese.slice(1)), made("sheetjs-portuguese.fods"), { bookType: "fods" });
  for (const [ending, type] of Object.entries({
    xlsb: "xlsb", slk: "sylk", xml: "xlml", html: "html", rtf: "rtf", dbf: "dbf",
  })) {
    XLSX.writeFile(sheetOf(portuguese.slice(1)), made("sheetjs-refused." + ending), { bookType: type });
  }
  for (const version of ["biff2", "biff5"]) {
    XLSX.writeFile(sheetOf(portuguese.slice(1)), made(`sheetjs-portuguese.${version}.xls`), { bookType: version });
  }
  const numbers = require("xlsx/dist/xlsx.zahl");
  XLSX.writeFile(sheetOf(portuguese.slice(1)), made("sheetjs-refused.numbers"), { bookType: "numbers", numbers });
}

async function excelJS() {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Blocks");
  sheet.addRow(["Number blocks for London"]);
  sheet.mergeCells("A1:D1");
  sheet.addRow(["Start number", "End number", "Site", "Type"]);
  const rich = { richText: [{ text: "020 7946 " }, { font: { bold: true }, text: "0100" }] };
  sheet.addRow([rich, "020 7946 0109", "London", "DDI"]);
  sheet.addRow(["020 7946 0120", "29", "London", "DDI"]);
  sheet.addRow(["020 7946 0130", "", "London", "DDI"]);
  sheet.addRow(["", "020 7946 0149", "London", "DDI"]);
  sheet.addRow(["020 7946 0150", "020 7946 0140", "London", "DDI"]);
  sheet.addRow([{ text: "+442079460151", hyperlink: "tel:+442079460151" }, "", "London", "DDI"]);
  sheet.addRow([{ formula: '"+44"&"2079460152"', result: "+442079460152" }, "", "London", "DDI"]);
  sheet.addRow([{ formula: "NA()", result: { error: "#N/A" } }, "", "London", "DDI"]);
  sheet.getCell("A3").note = "First block";
  sheet.getRow(8).hidden = true;
  await book.xlsx.writeFile(made("exceljs-blocks.xlsx"));

  const pairs = new ExcelJS.Workbook();
  const list = pairs.addWorksheet("Porting");
  list.addRow(["Old number", "New number", "User", "Location"]);
  list.addRow(["+1 212 555 0171", "+1 212 555 0181", "A. Alvarez", "New York"]);
  list.addRow(["+1 212 555 0172", "+1 212 555 0182", "B. Brown", "New York"]);
  await pairs.xlsx.writeFile(made("exceljs-old-and-new.xlsx"));
}

async function populate() {
  const book = await Populate.fromBlankAsync();
  const rows = [["Phone number", "Location"], ["+12125550161", "New York"], [12125550162, "New York"]];
  book.sheet(0).cell("A1").value(rows);
  await book.toFileAsync(made("populate-password.xlsx"), { password: "Grüße 1!" });
}

sheetJS();
excelJS().then(populate);
