// Package headers knows what the header of a column says about it, in many
// languages (docs/number-rules.md, 5.4 and 8): that it holds phone numbers, those
// of other phones, types, countries, or something that is no phone number however
// much it looks like one.
//
// It imports internal/number.
package headers

import (
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"numberloader/internal/number"
)

// Roles is a set of what a header can say about its column; 0 of a text that is
// not known.
type Roles uint32

// The roles.
const (
	Number       Roles = 1 << iota
	OtherPhone         // numbers of phones that may not be the ones to add
	First              // the first number of a block
	Last               // its last one
	Kind               // a type of numbers
	Usage              // what a number is for
	State              // whether it is active
	Location           // where it is used
	Subscription       // what it is paid by
	Country            // which country it is of
	AreaCode           // how it begins
	Exchange           // the part between area code and Line
	Count              // how many numbers a block has
	Action             // what is to be done with it
	ActivateOn         // the day from which it takes calls
	Extension          // a short number of the same phone
	MaybeKind          // a kind, if the words are known
	Line               // the end of a number whose start stands in other columns
	Place              // may be a location
	NotPhone           // something else, however much it looks like numbers
	Other              // known, and bears on nothing
	Head               // main numbers to which extensions are added
	DirectDial         // numbers or, beside main numbers, what they end in
	Mobile             // those of mobile phones, among OtherPhone
)

// Phones are those of columns that hold phone numbers.
const Phones = Number | First | OtherPhone

// Bearing are those of columns that bear on numbers (docs/number-rules.md,
// 5.5).
const Bearing = Last | Kind | MaybeKind | Usage | State | Location | Subscription | Country |
	AreaCode | Exchange | Count | Action | ActivateOn | Extension | DirectDial

// headerWords are the words of docs/number-rules.md, 8, one line a language.
//
//nolint:gochecknoglobals,misspell // a constant table of words of many languages
var headerWords = []struct {
	role  Roles
	words []string
}{
	{Number, []string{
		"phone number, phone numbers, phone, phone no, phone #, telephone number, telephone numbers, telephone, tel, tel no, number, numbers, new number, did, dids, did number, ddi, ddi number, direct number, direct dial, direct line, dn, directory number, tn, telephone no, wtn, working telephone number, msisdn, e164, e164 number, line number, subscriber number, full number, service number",
		"rufnummer, rufnummern, telefonnummer, telefonnummern, telefon, telefonnr, tel nr, nummer, nummern, durchwahl, durchwahlnummer",
		"teléfono, teléfonos, número de teléfono, números de teléfono, número, números, núm teléfono, número telefónico, línea",
		"téléphone, numéro de téléphone, numéros de téléphone, numéro, numéros, n° de téléphone, n° téléphone, ligne, numéro d'appel, sda",
		"telefono, numero di telefono, numeri di telefono, numero, numeri, numero telefonico, utenza",
		"telefone, número de telefone, números de telefone, nº de telefone, nº telefone, linha",
		"電話番号, 電話, 番号, 電話番号一覧, tel番号, 外線番号, 直通番号, ダイヤルイン番号",
		"telefoonnummer, telefoonnummers, telefoon, nummer, nummers, doorkiesnummer",
		"telefonnummer, telefon, telefonnumre, puhelinnumero, puhelin, numer telefonu, telefon, numer, telefonní číslo, telefonszám",
		"电话, 直线电话, 电话号码, 號碼, 号码, 電話號碼, 전화번호, 전화, 번호, телефон, номер телефона, номер, τηλέφωνο, αριθμός τηλεφώνου, טלפון, מספר טלפון",
	}},
	{OtherPhone, number.OtherPhoneWords()},
	{OtherPhone | Mobile, number.MobilePhoneWords()},
	{First, []string{
		"start, from, first, start number, first number, range start, number from, from number, block start, starting number, beginning number, range from, first did, pilot start",
		"von, ab, anfang, beginn, start, durchwahl von, dw von, erste nummer, erste rufnummer, rufnummer von, nummer von, von nummer",
		"desde, inicio, primer número, número inicial, del",
		"de, du, début, premier numéro, numéro de début",
		"da, dal, inizio, primo numero, numero iniziale",
		"início, primeiro número",
		"開始, 開始番号, 自",
		"van, eerste nummer, beginnummer, från, första numret, startnummer, fra, første nummer, alku, alkunumero, ensimmäinen numero, od, pierwszy numer, numer początkowy, numer od, první číslo, počáteční číslo, číslo od, első szám, kezdő szám, başlangıç, başlangıç numarası, ilk numara, 开始, 起始, 起始号码, 起, 시작, 시작번호, начало, с номера, первый номер, начальный номер, από, πρώτος αριθμός, מ, מספר ראשון",
	}},
	{Last, []string{
		"end, to, last, end number, last number, range end, number to, to number, block end, thru, through, until, ending number, range to, last did",
		"bis, ende, durchwahl bis, dw bis, letzte nummer, letzte rufnummer, rufnummer bis, nummer bis, bis nummer",
		"hasta, fin, último número, número final, al",
		"à, au, fin, dernier numéro, numéro de fin",
		"a, al, fine, ultimo numero, numero finale",
		"até, fim, último número",
		"終了, 終了番号, 至",
		"tot, tot en met, laatste nummer, eindnummer, till, sista numret, slutnummer, til, sidste nummer, siste nummer, loppu, loppunumero, viimeinen numero, do, ostatni numer, numer końcowy, numer do, poslední číslo, koncové číslo, číslo do, utolsó szám, záró szám, bitiş, bitiş numarası, son numara, 结束, 结束号码, 止, 끝, 끝번호, конец, по номер, последний номер, конечный номер, έως, τελευταίος αριθμός, עד, מספר אחרון",
	}},
	{Kind, []string{
		"type, kind, number type, phone type, phone number type, numbertype, line type, number kind",
		"typ, art, nummerntyp, rufnummerntyp, nummernart, rufnummernart",
		"tipo, tipo de número, tipo de teléfono, tipo de línea",
		"type, type de numéro, genre",
		"tipo, tipo di numero, tipo di linea",
		"tipo, tipo de número, tipo de linha",
		"種別, 番号種別, 種類, 番号の種類, タイプ, 番号タイプ",
	}},
	{Usage, []string{
		"usage, number usage, usage type, numberusagetype, number usage type, use",
		"verwendung, nutzung, verwendungszweck, nutzungsart",
		"uso, uso del número, tipo de uso",
		"utilisation, usage, type d'utilisation",
		"uso, utilizzo, tipo di utilizzo",
		"uso, utilização, tipo de utilização",
		"用途, 利用用途, 使用用途, 利用種別",
	}},
	{State, []string{
		"state, status, number state, number status, activation, active, activated, activate, enabled, enable",
		"status, zustand, aktiv, aktivierung, aktiviert, freigeschaltet",
		"estado, activo, activación, activado, habilitado",
		"état, statut, actif, activation, activé",
		"stato, attivo, attivazione, attivato, abilitato",
		"estado, situação, ativo, ativação, ativado, habilitado",
		"状態, ステータス, 有効, 有効化",
		"toestand, actief, geactiveerd, tillstånd, aktiverad, tilstand, aktiveret, aktivert, tila, aktiivinen, stan, aktywny, aktywna, aktywne, stav, aktivní, állapot, státusz, aktív, durum, etkin, 状态, 狀態, 启用, 激活, 啟用, 상태, 활성, 활성화, статус, состояние, стан, активен, активный, активна, активно, κατάσταση, ενεργό, סטטוס, מצב, פעיל",
	}},
	{Location, []string{
		"location, locations, location name, site, site name, office, branch, webex location, calling location",
		"standort, standortname, niederlassung, filiale, büro",
		"ubicación, sede, oficina, sitio, sucursal",
		"site, lieu, emplacement, agence, bureau, établissement",
		"sede, ufficio, posizione, filiale",
		"localização, local, unidade, filial, escritório",
		"拠点, 拠点名, 場所, ロケーション, 事業所, 所在地, オフィス",
		"locatie, vestiging, kantoor, filiaal, plats, sted, toimipiste, toimipaikka, lokalizacja, oddział, lokalita, pobočka, telephely, şube, konum, 地点, 地點, 位置, 地址, 위치, 지점, местоположение, офис, филиал, τοποθεσία, γραφείο, מיקום, סניף, אתר",
	}},
	{Subscription, []string{
		"subscription, subscription id, subscriptionid, sub id, webex subscription",
		"abonnement, abo, abonnement id, abo nummer, vertrag",
		"suscripción, id de suscripción, id suscripción",
		"abonnement, id abonnement, identifiant d'abonnement, souscription",
		"abbonamento, id abbonamento, sottoscrizione",
		"assinatura, id da assinatura, subscrição, id de subscrição",
		"サブスクリプション, サブスクリプションid, 契約, 契約id",
	}},
	{MaybeKind, []string{
		"service type, tn type, did type, category, class, product, did mobile, type of number, service class, line class, number class",
		"kategorie, produkt, klasse, diensttyp, leistung, anschlussart",
		"categoría, producto, clase, tipo de servicio",
		"catégorie, produit, classe, type de service",
		"categoria, prodotto, classe, tipo di servizio",
		"categoria, produto, classe, tipo de serviço",
		"区分, 分類, サービス種別, 商品",
		"soort, categorie, kategoria, typ numeru, 类型, 類型, 号码类型, 유형, 종류, тип, категория, τύπος, κατηγορία, סוג",
	}},
	{Country, []string{
		"country, country name, country code, iso country, calling code, dial code, dialing code, dialling code, international code, country calling code, nation",
		"land, ländername, staat, länderkennung, ländercode, landesvorwahl, ländervorwahl, länderkennzahl, internationale vorwahl",
		"país, código de país, código del país, prefijo internacional",
		"pays, code pays, indicatif pays, indicatif du pays, indicatif international",
		"paese, nazione, codice paese, prefisso internazionale",
		"país, código do país, código internacional",
		"国, 国名, 国コード, 国番号",
		"landcode, land code, landnummer, landskod, landekode, landkode, maa, maakoodi, kraj, kod kraju, země, kód země, ország, országkód, ülke, ülke kodu, 国家, 國家, 국가, страна, код страны, χώρα, κωδικός χώρας, מדינה, קוד מדינה",
	}},
	{AreaCode, []string{
		"area code, area, npa, city code, std code, std, trunk code, area prefix",
		"vorwahl, ortsvorwahl, ortsnetzkennzahl, onkz, ortskennzahl, ortsnetz",
		"código de área, prefijo, prefijo provincial, indicativo, lada",
		"indicatif, indicatif régional, préfixe",
		"prefisso, prefisso teledistrettuale",
		"ddd, código de área, indicativo, prefixo",
		"市外局番",
		"netnummer, kengetal, riktnummer, retningsnummer, suuntanumero, kierunkowy, numer kierunkowy, předvolba, körzetszám, alan kodu, 区号, 區碼, 지역번호, код города, κωδικός περιοχής, קידומת",
	}},
	{Exchange, []string{"nxx, exchange, exchange code, central office code, co code, office code, 市内局番"}},
	{Line, []string{"line, line no, station, station number, xxxx, suffix, last four, last 4, extension digits, anschluss, teilnehmernummer, abonado, abonné, 加入者番号"}},
	{Count, []string{
		"count, qty, quantity, block size, size, range size, number of numbers, numbers in block, no of numbers, total numbers, how many, amount of numbers",
		"anzahl, menge, stückzahl, blockgröße, anzahl nummern, anzahl rufnummern, stück",
		"cantidad, cuenta, total de números, tamaño del bloque, tamaño",
		"nombre, quantité, nombre de numéros, taille, taille du bloc, qté",
		"quantità, numero di numeri, dimensione, dimensione blocco, qtà",
		"quantidade, qtd, tamanho, tamanho do bloco",
		"数, 個数, 数量, 番号数, 件数",
		"aantal, antal, stk, määrä, lukumäärä, kpl, ilość, liczba, szt, počet, darab, darabszám, adet, sayı, 数目, 數量, 수량, количество, ποσότητα, כמות",
	}},
	{Action, []string{
		"action, actions, request, request type, instruction, todo, to do, change, change type, order type, activity, disposition, port action, operation, add remove, keep delete",
		"aktion, maßnahme, änderung, vorgang, auftragsart, anweisung, bearbeitung, was tun, änderungsart",
		"acción, operación, movimiento, tipo de solicitud, cambio",
		"action, opération, mouvement, type de demande, modification, à faire",
		"azione, operazione, movimento, tipo di richiesta, modifica, da fare",
		"ação, operação, movimento, tipo de pedido, alteração",
		"アクション, 処理, 操作, 対応, 変更内容, 処理区分",
		"actie, åtgärd, handling, akcja, 操作, 작업, действие, ενέργεια, פעולה",
	}},
	{Head, []string{
		"head number, number head, number stem, stem, root number, number root, ddi root, did root, base number, number base",
		"kopfnummer, kopfrufnummer, stammnummer, stammrufnummer, rumpfnummer, rumpfrufnummer, basisrufnummer, anlagennummer, anlagenrufnummer",
		"raíz, número raíz, cabecera, número de cabecera",
		"racine, numéro racine, racine sda, numéro de base",
		"radice, numero radice, radicale, numero base",
		"raiz, número raiz, número base",
		"kopnummer, stamnummer, basisnummer",
	}},
	{DirectDial, []string{
		"did, dids, did number, ddi, ddi number, direct number, direct dial, direct line",
		"durchwahl, durchwahlnummer, durchwahlen, dw",
		"sda",
		"直通番号, ダイヤルイン番号",
		"doorkiesnummer, doorkies",
	}},
	{ActivateOn | NotPhone, []string{
		"activate on, activation date, activate date, date of activation, activation day, active from, active on, activates on, go live, go live date, golive, golive date, cutover, cutover date, cut over date, port date, porting date, port on, date of porting, foc date, foc, firm order commitment, due date, in service date, service date, start date",
		"aktivieren am, aktivierungsdatum, aktivierung am, aktiv ab, aktivierung, portierungsdatum, portierung am, portierungstermin, schalttermin, freischaltung am, umschaltung am, umschalttermin, startdatum",
		"activar el, fecha de activación, fecha activación, activo desde, fecha de portabilidad, fecha de portación, fecha portabilidad, fecha de alta",
		"activer le, date d'activation, actif à partir du, date de portage, date de portabilité, date de mise en service",
		"attivare il, data di attivazione, data attivazione, attivo dal, data di portabilità, data portabilità",
		"ativar em, data de ativação, ativo a partir de, data de portabilidade, data da portabilidade",
		"有効化日, 開通日, 利用開始日, 切替日, 移行日, 番号移行日, アクティベーション日",
		"activeren op, activatiedatum, actief vanaf, porteringsdatum, aktivera den, aktiveringsdatum, aktiver den, data aktywacji, data przeniesienia, datum aktivace, 激活日期, 启用日期, 开通日期, 啟用日期, 활성화일, 개통일, дата активации, дата переноса, ημερομηνία ενεργοποίησης, תאריך הפעלה",
	}},
	{Extension, []string{
		"ext, extn, extension, extension number, ext no, internal number, short number, short code",
		"nebenstelle, nebenstellennummer, interne nummer, kurzwahl, ext",
		"extensión, interno, anexo", "poste, extension, numéro interne, numéro court", "interno, estensione", "ramal, extensão",
		"内線, 内線番号", "toestel, anknytning, wewnętrzny, 分机, 分機, 내선, внутренний номер, εσωτερικό, שלוחה",
	}},
	{Place, []string{
		"city, town, building, store, store name, facility, facility name, plant, campus, address, property, clinic, school, hotel, warehouse",
		"stadt, ort, gebäude, werk, markt, haus, adresse",
		"ciudad, edificio, tienda, planta, centro", "ville, bâtiment, magasin, usine, adresse",
		"città, edificio, negozio, stabilimento, indirizzo", "cidade, edifício, loja, fábrica, endereço", "都市, 市区町村, 建物, 店舗, 店舗名, 支店, 工場, 住所",
	}},
	{Other, []string{
		"name, full name, display name, first name, last name, surname, given name, user, user name, username, employee, assigned to, owner, contact, contact name, email, e-mail, mail, department, dept, title, position, job title, note, notes, comment, comments, remark, remarks, description, room, floor, desk no, device, model, company, organization, capability, assigned, provider, carrier, plan, group, team, label, purpose, function, extension type",
		"vorname, nachname, benutzer, mitarbeiter, abteilung, bemerkung, bemerkungen, kommentar, beschreibung, raum, zimmer, etage, gerät, firma, anmerkung, hinweis, e-mail, funktion, kontakt, ansprechpartner, wer, anbieter",
		"nombre, apellido, apellidos, usuario, empleado, departamento, comentario, comentarios, observaciones, descripción, notas, correo, contacto, empresa, sala",
		"nom, prénom, utilisateur, service, commentaire, commentaires, remarque, remarques, description, courriel, fonction, société, salle, contact",
		"nome, cognome, utente, dipendente, reparto, commento, note, descrizione, osservazioni, azienda, referente",
		"nome, sobrenome, usuário, funcionário, departamento, comentário, observação, observações, descrição, empresa",
		"氏名, 名前, 担当者, 利用者, 部署, 備考, メモ, 説明, 会社名, メール, 使用者, 担当",
		"naam, afdeling, opmerking, namn, avdelning, imię, nazwisko, dział, uwagi, jméno, příjmení, név, 姓名, 部门, 部門, 备注, 備註, 이름, 성명, 부서, 비고, имя, фио, отдел, примечание, όνομα, τμήμα, σχόλια, שם, מחלקה, הערות",
	}},
}

// activeWords are the headers under which yes and no are states.
const activeWords = "active, activated, activate, aktiv, activo, actif, attivo, ativo, 有効, activation, aktivierung, activación, attivazione, ativação, 有効化, enabled, enable, aktiviert, freigeschaltet, activado, habilitado, activé, attivato, abilitato, ativado, actief, geactiveerd, aktiverad, aktiveret, aktivert, aktiivinen, aktywny, aktywna, aktywne, aktivní, aktív, etkin, 启用, 激活, 啟用, 활성, 활성화, активен, активный, активна, активно, ενεργό, פעיל"

// numberPhrases make a number header of any text that holds one of them.
const numberPhrases = "phone number, telephone number, Rufnummer, Telefonnummer, número de teléfono, numéro de téléphone, numero di telefono, número de telefone, 電話番号"

// All are the header words with their roles, in the order of docs/number-rules.md.
// It may be called from any goroutine.
func All() iter.Seq2[Roles, string] {
	return func(yield func(Roles, string) bool) {
		for _, list := range headerWords {
			for word := range strings.SplitSeq(strings.Join(list.words, ", "), ", ") {
				if !yield(list.role, word) {
					return
				}
			}
		}
	}
}

// Words knows the header words, and remembers what it was asked. It is made with
// New, for one file and one goroutine.
type Words struct {
	headers map[string]Roles
	cached  map[string]Roles
	active  map[string]bool
	phrases []string
}

// New is a dictionary that was not asked anything yet.
func New() *Words {
	d := *shared()
	d.cached = map[string]Roles{}
	return &d
}

// shared is what all dictionaries share.
//
//nolint:gochecknoglobals // made from constant data, never written
var shared = sync.OnceValue(func() *Words {
	d := &Words{headers: make(map[string]Roles, 2048), active: map[string]bool{}}
	for role, word := range All() {
		d.headers[number.Fold(word)] |= role
	}
	for word := range strings.SplitSeq(activeWords, ", ") {
		d.active[number.Fold(word)] = true
	}
	for phrase := range strings.SplitSeq(numberPhrases, ", ") {
		d.phrases = append(d.phrases, number.Fold(phrase))
	}
	return d
})

// Roles is what a header says, by docs/number-rules.md, 5.4. Answers are
// remembered, since the same few words stand in many rows.
func (d *Words) Roles(header string) Roles {
	if known, ok := d.cached[header]; ok {
		return known
	}
	if len(header) > longestHeader {
		return 0
	}
	found := d.lookUp(header)
	if len(d.cached) < cachedHeaders {
		d.cached[header] = found
	}
	return found
}

// cachedHeaders is how many texts are remembered with their roles.
const cachedHeaders = 4096

func (d *Words) lookUp(header string) Roles {
	found, tokens := d.known(header), tokensOf(header)
	if found&^Other != 0 {
		return found
	}
	role := byTokens(tokens)
	for _, piece := range pieces(header) {
		if role == NotPhone && isPlain(piece) { // "Account" and "number" on two lines
			continue
		}
		found |= d.known(piece)
	}
	switch {
	case found&^Other != 0:
		return found
	case role != 0:
		return role
	case d.bound(tokens) != 0:
		return d.bound(tokens)
	}
	whole := number.Fold(header)
	for _, phrase := range d.phrases {
		if strings.Contains(whole, phrase) {
			return Number
		}
	}
	return found
}

// bound is First or Last for a header of a word about phones and a word of these:
// "DID start".
func (d *Words) bound(tokens []string) Roles {
	if len(tokens) != 2 {
		return 0
	}
	for i, token := range tokens {
		if role := d.headers[tokens[1-i]] & (First | Last); phoneTokens()[token] && role != First|Last {
			return role
		}
	}
	return 0
}

// known is what a text says as a whole, also without digits at its end.
func (d *Words) known(text string) Roles {
	form := number.Fold(text)
	return d.headers[form] | d.headers[strings.TrimRight(form, "0123456789")]
}

// NamesMobile reports whether a header says that its column holds numbers of mobile phones,
// and no others: each of its pieces does, those aside that are only plain words.
func (d *Words) NamesMobile(header string) bool {
	all := pieces(header)
	if len(all) == 0 {
		all = []string{header}
	}
	all = slices.DeleteFunc(all, isPlain)
	return len(all) > 0 && !slices.ContainsFunc(all, func(piece string) bool { return d.Roles(piece)&Mobile == 0 })
}

// longestHeader is the longest text, in bytes, that can be a header
// (docs/number-rules.md, 3.5).
const longestHeader = 100_000

// AsksActive reports whether a header asks "active?".
func (d *Words) AsksActive(header string) bool {
	return slices.ContainsFunc(append(pieces(header), header), func(text string) bool {
		form := number.Fold(text)
		return d.active[form] || d.active[strings.TrimRight(form, "0123456789")]
	})
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

// isSeparator reports whether a character separates the pieces of a header.
func isSeparator(c rune) bool { return strings.ContainsRune("/|\n\r\v\f\u0085\u2028\u2029", c) }
