package importer

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"numberloader/internal/number"
)

// roles is a set of what a header can say about its column.
type roles uint16

const (
	roleNumber roles = 1 << iota
	roleOtherPhone
	roleFirst
	roleLast
	roleKind
	roleUsage
	roleState
	roleLocation
	roleSubscription
)

// headerWords are the words of docs/number-rules.md, 8, one line a language.
//
//nolint:gochecknoglobals // a constant table, never written
var headerWords = []struct {
	role  roles
	words []string
}{
	{roleNumber, []string{
		"phone number, phone numbers, phone, phone no, phone #, telephone number, telephone numbers, telephone, tel, tel no, number, numbers, new number, did, dids, did number, ddi, ddi number, direct number, direct dial, direct line, dn, directory number, tn, telephone no, msisdn, e164, e164 number, line number, subscriber number",
		"rufnummer, rufnummern, telefonnummer, telefonnummern, telefon, telefonnr, tel nr, nummer, nummern, durchwahl, durchwahlnummer",
		"teléfono, teléfonos, número de teléfono, números de teléfono, número, números, núm teléfono, número telefónico, línea",
		"téléphone, numéro de téléphone, numéros de téléphone, numéro, numéros, n° de téléphone, n° téléphone, ligne, numéro d'appel, sda",
		"telefono, numero di telefono, numeri di telefono, numero, numeri, numero telefonico, utenza",
		"telefone, número de telefone, números de telefone, nº de telefone, nº telefone, linha",
		"電話番号, 電話, 番号, 電話番号一覧, tel番号, 外線番号, 直通番号, ダイヤルイン番号",
	}},
	{roleOtherPhone, []string{
		"mobile, mobile number, mobile phone, cell, cell phone, cellphone, fax, fax number, home phone, work phone, office phone, business phone, alternate number, alternative number, second number, other phone, caller id, caller id number, main number, old number, previous number, current number, contact number",
		"mobil, mobilnummer, mobiltelefon, handy, handynummer, faxnummer, privatnummer, hauptnummer, alte rufnummer, alte nummer",
		"móvil, teléfono móvil, celular, fax, número móvil",
		"mobile, portable, télécopie, numéro de mobile, ancien numéro",
		"cellulare, telefono cellulare, vecchio numero",
		"telemóvel, celular, número antigo",
		"携帯, 携帯電話, 携帯番号, 携帯電話番号, ファックス, fax番号, 旧番号, 代表番号, 内線電話",
	}},
	{roleFirst, []string{
		"start, from, first, start number, first number, range start, number from, from number, block start",
		"von, anfang, erste nummer, erste rufnummer, rufnummer von, nummer von, von nummer",
		"desde, inicio, primer número, número inicial",
		"de, du, début, premier numéro, numéro de début",
		"da, dal, inizio, primo numero, numero iniziale",
		"início, primeiro número",
		"開始, 開始番号, 自",
	}},
	{roleLast, []string{
		"end, to, last, end number, last number, range end, number to, to number, block end",
		"bis, ende, letzte nummer, letzte rufnummer, rufnummer bis, nummer bis, bis nummer",
		"hasta, fin, último número, número final",
		"à, au, fin, dernier numéro, numéro de fin",
		"a, al, fine, ultimo numero, numero finale",
		"até, fim, último número",
		"終了, 終了番号, 至",
	}},
	{roleKind, []string{
		"type, kind, number type, phone type, phone number type, numbertype, line type, number kind",
		"typ, art, nummerntyp, rufnummerntyp, nummernart, rufnummernart",
		"tipo, tipo de número, tipo de teléfono, tipo de línea",
		"type, type de numéro, genre",
		"tipo, tipo di numero, tipo di linea",
		"tipo, tipo de número, tipo de linha",
		"種別, 番号種別, 種類, 番号の種類, タイプ, 番号タイプ",
	}},
	{roleUsage, []string{
		"usage, number usage, usage type, numberusagetype, number usage type, use",
		"verwendung, nutzung, verwendungszweck, nutzungsart",
		"uso, uso del número, tipo de uso",
		"utilisation, usage, type d'utilisation",
		"uso, utilizzo, tipo di utilizzo",
		"uso, utilização, tipo de utilização",
		"用途, 利用用途, 使用用途, 利用種別",
	}},
	{roleState, []string{
		"state, status, number state, number status, activation, active, activated, activate",
		"status, zustand, aktiv, aktivierung",
		"estado, activo, activación",
		"état, statut, actif, activation",
		"stato, attivo, attivazione",
		"estado, situação, ativo, ativação",
		"状態, ステータス, 有効, 有効化",
	}},
	{roleLocation, []string{
		"location, locations, location name, site, site name, office, branch, webex location, calling location",
		"standort, standortname, niederlassung, filiale, büro",
		"ubicación, sede, oficina, sitio, sucursal",
		"site, lieu, emplacement, agence, bureau, établissement",
		"sede, ufficio, posizione, filiale",
		"localização, local, unidade, filial, escritório",
		"拠点, 拠点名, 場所, ロケーション, 事業所, 所在地, オフィス",
	}},
	{roleSubscription, []string{
		"subscription, subscription id, subscriptionid, sub id, webex subscription",
		"abonnement, abo, abonnement id, abo nummer, vertrag",
		"suscripción, id de suscripción, id suscripción",
		"abonnement, id abonnement, identifiant d'abonnement, souscription",
		"abbonamento, id abbonamento, sottoscrizione",
		"assinatura, id da assinatura, subscrição, id de subscrição",
		"サブスクリプション, サブスクリプションid, 契約, 契約id",
	}},
}

// activeWords are the headers under which yes and no are states.
const activeWords = "active, activated, activate, aktiv, activo, actif, attivo, ativo, 有効, activation, aktivierung, activación, attivazione, ativação, 有効化"

// numberPhrases make a number header of any text that holds one of them.
const numberPhrases = "phone number, telephone number, Rufnummer, Telefonnummer, número de teléfono, numéro de téléphone, numero di telefono, número de telefone, 電話番号"

// dictionary knows the header words. It is made for each file and then read only.
type dictionary struct {
	headers map[string]roles
	active  map[string]bool
	phrases []string
}

func newDictionary() *dictionary {
	d := &dictionary{headers: map[string]roles{}, active: map[string]bool{}}
	for _, list := range headerWords {
		for _, words := range list.words {
			for word := range strings.SplitSeq(words, ", ") {
				d.headers[number.Fold(word)] |= list.role
			}
		}
	}
	for word := range strings.SplitSeq(activeWords, ", ") {
		d.active[number.Fold(word)] = true
	}
	for phrase := range strings.SplitSeq(numberPhrases, ", ") {
		d.phrases = append(d.phrases, number.Fold(phrase))
	}
	return d
}

// roles is what a header says, by docs/number-rules.md, 5.4.
func (d *dictionary) roles(header string) roles {
	if len(header) > longestHeader {
		return 0
	}
	found := roles(0)
	for _, form := range forms(header) {
		found |= d.headers[form]
	}
	if found != 0 {
		return found
	}
	whole := number.Fold(header)
	for _, phrase := range d.phrases {
		if strings.Contains(whole, phrase) {
			return roleNumber
		}
	}
	return 0
}

// longestHeader is the longest text, in bytes, that can be a header
// (docs/number-rules.md, 3.5).
const longestHeader = 100_000

// asksActive says that a header asks "active?".
func (d *dictionary) asksActive(header string) bool {
	for _, form := range forms(header) {
		if d.active[form] {
			return true
		}
	}
	return false
}

// forms are the ways in which a header is looked up: folded, as a whole and in
// its pieces, each also without digits at its end.
func forms(header string) []string {
	var all []string
	for _, piece := range append([]string{header}, pieces(header)...) {
		form := number.Fold(piece)
		if form == "" {
			continue
		}
		all = append(all, form)
		if short := strings.TrimRight(form, "0123456789"); short != form && short != "" {
			all = append(all, short)
		}
	}
	return all
}

// pieces are the parts of a header between slashes, bars and line breaks; none
// if it has none of these. Those in brackets do not count: "Notes (site/phone)"
// is about notes.
func pieces(header string) []string {
	text := norm.NFKC.String(header)
	if !strings.ContainsFunc(text, isSeparator) {
		return nil
	}
	closed := strings.Count(text, "(") == strings.Count(text, ")")
	var parts []string
	start, depth := 0, 0
	for i, c := range text {
		switch {
		case closed && c == '(':
			depth++
		case closed && c == ')':
			depth--
		case depth <= 0 && isSeparator(c):
			parts = append(parts, text[start:i])
			start = i + utf8.RuneLen(c)
		}
	}
	return append(parts, text[start:])
}

// isSeparator says that a character separates the pieces of a header.
func isSeparator(c rune) bool { return strings.ContainsRune("/|\n\r\v\f\u0085\u2028\u2029", c) }
