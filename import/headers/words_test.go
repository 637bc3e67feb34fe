package headers

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHeadersInBracketsSayNothing(t *testing.T) {
	t.Parallel()
	d := New()
	for header, want := range map[string]Roles{
		"Notes (site/phone)":     Other,
		"Phone (work / home)":    Number,
		"Remarks（電話／拠点）":         Other,
		"Phone (work / home":     OtherPhone,
		"Phone) / (Site":         Number | Location,
		"拠点／Site":                Location,
		"Legacy phone number 1":  Number,
		"Contact (phone number)": Other,
		"":                       0,
		strings.Repeat("x", longestHeader) + "\nTelefonnummer": 0,
		"///":                        0,
		"2":                          0,
		"Standort\u2028Telefon":      Location | Number,
		"Phone number type":          Kind,
		"Number of phones":           Number,
		"Home phone\u000bEvenings 3": OtherPhone,
		"Account\nnumber":            NotPhone,
		"Número\nde cuenta":          NotPhone,
		"Kunden\nNummer":             NotPhone,
		"Phone\nnumber":              Number,
		"Order\nTelephone":           Number,
		"電\n話\n番\n号":                 Number,
		"DID start":                  First,
		"End TN":                     Last,
		"Telefon von":                First,
		"start end":                  0,
		"Phone at end of shift":      0,
		"Phone screen":               0,
	} {
		if got := d.Roles(header); got != want {
			t.Errorf("%q: got %b, want %b", header, got, want)
		}
	}
}

// TestNumbersOfOtherThingsAreNoPhones names accounts, customers, invoices, orders and
// the like in the languages of section 8; of phones the same languages are understood.
func TestNumbersOfOtherThingsAreNoPhones(t *testing.T) {
	t.Parallel()
	d := New()
	for _, header := range []string{
		"Account number", "Customer no.", "VAT ID", "Kontonummer", "Kunden-Nr.", "Steuernummer", "Aktenzeichen", "IBAN",
		"Número de cuenta", "N.º de póliza", "RFC", "Numéro de compte", "N° de dossier", "Numero di conto", "Codice cliente", "Número da fatura", "Nº do processo",
		"口座番号", "お客様番号", "Rekeningnummer", "Klantnummer", "Factuurnr", "Bestelnummer", "Kundnummer", "Kontonr", "Fakturanummer", "Kundenummer", "Ordrenr.",
		"Asiakasnumero", "Tilinumero", "Numer konta", "Nr klienta", "Numer faktury", "Numer umowy", "Numer seryjny", "NIP", "Kod pocztowy",
		"Číslo účtu", "Číslo zákazníka", "Číslo faktury", "Číslo smlouvy", "PSČ", "Ügyfélszám", "Számlaszám", "Müşteri numarası", "Hesap no",
		"Номер счета", "Номер договора", "Номер заказа", "ИНН", "Αριθμός λογαριασμού", "Αριθμός πελάτη", "ΑΦΜ", "מספר חשבון", "מספר לקוח",
		"客户编号", "合同号", "订单号", "계좌번호", "고객 번호", "계약번호",
	} {
		if got := d.Roles(header); got != NotPhone {
			t.Errorf("%q: got %b", header, got)
		}
	}
	for _, header := range []string{
		"Numer telefonu", "Telefoonnummer", "Telefonní číslo", "Телефон клиента", "Kunden-Telefonnummer", "Klant telefoonnummer", "Αριθμός τηλεφώνου", "מספר טלפון", "Customer phone number", "Telefone do cliente",
	} {
		if got := d.Roles(header); got&NotPhone != 0 {
			t.Errorf("%q is said to be no phone", header)
		}
	}
}

func TestAHeaderNamesMobilePhonesAndNoOthers(t *testing.T) {
	t.Parallel()
	d := New()
	for header, want := range map[string]bool{
		"Mobil": true, "Mobile (work)": true, "Handynummer": true, "Cell / Mobile": true, "Mobile\nNumber": true, "Mobile phone number": true,
		"携帯番号": true, "手机": true, "Téléphone portable": true, "mobile 2": true, "numéro de mobile": true, "мобильный": true,
		"Mobile / Fax": false, "Phone": false, "Mobile or fax": false, "Tel / Mobile": false, "Number": false, "": false, "Fax": false,
		"Festnetz": false, "Office": false, "Automobile": false, "Mobile device": false,
	} {
		if got := d.NamesMobile(header); got != want {
			t.Errorf("%q: %v", header, got)
		}
	}
}

// TestHeaderWordsAreThoseOfTheRules holds the words against the document.
func TestHeaderWordsAreThoseOfTheRules(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../../docs/number-rules.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(content), "## 8. Words")
	section, values, _ := strings.Cut(section, "\nValues:\n")
	titles := map[string]Roles{
		"number": Number, "other phone": OtherPhone, "mobile phone": OtherPhone | Mobile, "first number": First, "last number": Last, "kind": Kind,
		"usage": Usage, "state": State, "location": Location, "subscription": Subscription,
		"perhaps kind": MaybeKind, "country": Country, "area code": AreaCode, "exchange": Exchange, "head number": Head, "direct dial": DirectDial,
		"end of a number": Line, "count": Count, "action": Action, "activate on": ActivateOn | NotPhone, "extension": Extension, "place": Place, "others": Other,
	}
	lists := regexp.MustCompile(`(?m)^\*\*(.+)\*\*\n\n((?:- \w\w: .*\n)+)`).FindAllStringSubmatch(section+"\n", -1)
	if len(lists) != len(titles) {
		t.Fatalf("%d lists in the document, want %d", len(lists), len(titles))
	}
	for _, list := range lists {
		var want, got []string
		for line := range strings.Lines(list[2]) {
			want = append(want, strings.TrimSpace(line[len("- en: "):]))
		}
		for _, w := range headerWords {
			if w.role == titles[list[1]] {
				got = w.words
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", list[1], diff)
		}
	}
	if !strings.Contains(values, activeWords) {
		t.Error("the active headers are not those of the document")
	}
}
