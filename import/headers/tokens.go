package headers

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"numberloader/internal/number"
)

// The words within a header that is not known as a whole (docs/number-rules.md,
// 5.4): "Phone 1 - Value" is about a phone, "Customer Acct No." about something
// else.
//
//nolint:gochecknoglobals // constant tables, never written
var (
	phoneTokens   = setOf("phone phones telephone tel telefon telefono téléphone telefone telefoon telefonnummer telefonnr telefoonnummer telefoonnr rufnummer puhelin puhelinnumero telefonu telefonní telefonszám телефон телефона τηλέφωνο τηλεφώνου טלפון tn tns did dids ddi ddis dn dns msisdn e164")
	mobileTokens  = setOf("mobile cell cellphone handy mobil celular móvil portable cellulare gsm mobiel komórka komórkowy мобильный κινητό נייד")
	otherTokens   = setOf("fax telefax faks факс פקס")
	plainTokens   = setOf("number numbers no nr num value digit digits line lines primary direct full int international format new nummer número numéro numero numer číslo szám numara номер αριθμός מספר and or the of in for inbound outbound voice assigned list user business work main")
	somethingElse = setOf("account accounts acct invoice invoices order orders customer customers cust client serial imei imsi iccid esn meid vat tax ip mac sim ticket contract employee badge asset uuid guid id ids date time hour amount price cost zip postcode postal reference ref port vlan host hostname license licence po ssn passport circuit project latitude longitude lat lng percent percentage " +
		"breitengrad längengrad konto plz steuer ust datum uhrzeit zeit betrag preis kennung " +
		"cuenta factura pedido cliente serie nif cif dni fecha hora importe contrato " +
		"compte facture commande série siret siren tva heure montant prix matricule contrat " +
		"conto fattura ordine seriale matricola cap partita data ora importo prezzo contratto " +
		"conta fatura cep cpf cnpj valor faktura klant factuur klantnummer ordernummer personeelsnummer btw datum zamówienie zákazník " +
		"kund kunde kundnummer kundnr kundenummer kundenr ordrenummer ordrenr postnummer postnr personnummer organisationsnummer medarbejdernummer anställningsnummer avtal avtale aftale cpr cvr " +
		"tilinumero tilausnumero laskunumero sarjanumero postinumero henkilötunnus päivämäärä " +
		"konta nip pesel regon krs dowodu psč ičo dič účet účtu számlaszám adószám irányítószám dátum hesap müşteri fatura sipariş sözleşme vergi tarih " +
		"iban bic swift ruc rfc curp cédula póliza expediente albarán pasaporte dossier pratica processo encomenda " +
		"инн снилс паспорт договор αφμ ημερομηνία חשבון לקוח חשבונית הזמנה חוזה תאריך מיקוד")
	otherStems   = folded("konto rechnung kunden auftrag bestell serien vertrag personal postleit mitarbeiternr steuernummer aktenzeichen klient bestel rekening faktur factuur factur fattur serienummer seryjn sériov umow zamówien rachunk pocztow pracownik zákazn objedn smlouv ügyfél rendelés szerződés sorozatszám asiakas λογαριασμ πελάτ τιμολογ παραγγελ συμβολα σειριακ ταχυδρομικ")
	otherSymbols = []string{"口座", "顧客", "お客様", "請求", "注文", "受注", "シリアル", "製造番号", "社員", "会員", "郵便", "日付", "時刻", "日時", "管理番号", "契約番号", "账号", "帐号", "客户", "发票", "订单", "序列", "邮编", "日期", "时间", "계좌", "고객", "주문", "송장", "일련", "우편", "날짜", "시간", "счет", "счёт", "клиент", "заказ", "серийн", "индекс", "дата", "время", "договор", "паспорт", "合同", "工号", "身份证", "账户", "帳號", "客戶", "訂單", "發票", "계약", "사번", "사업자"}
)

// folded are these words as they are compared. Like all tables here they are made when
// a header is first looked at, so that the program starts without them.
func folded(words string) func() []string {
	return sync.OnceValue(func() []string {
		all := strings.Fields(words)
		for i, word := range all {
			all[i] = number.Fold(word)
		}
		return all
	})
}

func setOf(words string) func() map[string]bool {
	all := folded(words)
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for _, word := range all() {
			set[word] = true
		}
		return set
	})
}

// tokensOf are the words of a header, folded, without what stands in brackets and
// without digits.
func tokensOf(header string) []string {
	if end := strings.IndexAny(header, "(["); end > 0 {
		header = header[:end]
	}
	var tokens []string
	for _, word := range strings.FieldsFunc(splitCamel(header), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) }) {
		if token := strings.Trim(number.Fold(word), "0123456789"); token != "" {
			tokens = append(tokens, token)
		}
	}
	return tokens
}

// splitCamel parts the words of "accountNumber".
func splitCamel(text string) string {
	var b strings.Builder
	before := ' '
	for _, c := range text {
		if unicode.IsUpper(c) && unicode.IsLower(before) {
			b.WriteByte(' ')
		}
		b.WriteRune(c)
		before = c
	}
	return b.String()
}

// byTokens is what the words of a header say together, 0 if they say nothing.
func byTokens(tokens []string) Roles {
	phone, mobile, other := false, false, false
	for _, token := range tokens {
		switch {
		case phoneTokens()[token]:
			phone = true
		case mobileTokens()[token]:
			mobile = true
		case otherTokens()[token]:
			other = true
		case !plainTokens()[token]:
			return othersIn(tokens)
		}
	}
	switch {
	case other:
		return OtherPhone
	case mobile:
		return OtherPhone | Mobile
	case phone:
		return Number
	}
	return 0
}

// isPlain reports whether all words of a text are plain, such as number and line.
func isPlain(text string) bool {
	return !slices.ContainsFunc(tokensOf(text), func(token string) bool { return !plainTokens()[token] })
}

// othersIn is NotPhone if any word of a header is about something else, and
// none about a phone.
func othersIn(tokens []string) Roles {
	if slices.ContainsFunc(tokens, func(t string) bool { return phoneTokens()[t] || mobileTokens()[t] || otherTokens()[t] }) {
		return 0
	}
	if slices.ContainsFunc(tokens, isOfSomethingElse) {
		return NotPhone
	}
	return 0
}

// IsAboutOthers reports whether any word of a header is known to be about something else
// than a number: "User Status", "Contact type".
func (d *Words) IsAboutOthers(header string) bool {
	return slices.ContainsFunc(tokensOf(header), func(token string) bool {
		return d.headers[token]&(Other|Extension) != 0 || isOfSomethingElse(token)
	})
}

// isOfSomethingElse reports whether a word is about something that is no phone: it is
// one of the stems, or begins with a long one, or holds a sign for it.
func isOfSomethingElse(token string) bool {
	if somethingElse()[token] || slices.ContainsFunc(otherStems(), func(stem string) bool { return strings.HasPrefix(token, stem) }) {
		return true
	}
	return slices.ContainsFunc(otherSymbols, func(sign string) bool { return strings.Contains(token, sign) })
}

// labelWords stand before the numbers of a cover sheet or a letterhead.
//
//nolint:gochecknoglobals // a constant table, never written
var labelWords = setOf("support hotline helpdesk emergency sales switchboard reception billing servicenummer notruf zentrale vertrieb soporte centralita asistencia assistance standard urgences assistenza centralino suporte central サポート お問い合わせ 代表")

// IsLabel reports whether a text is a label before a number of a cover sheet or a
// letterhead, and no name of a column. It may be called from any goroutine.
func IsLabel(text string) bool {
	for _, token := range tokensOf(text) {
		if labelWords()[token] {
			return true
		}
	}
	return false
}
