package number

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"numberloader/internal/characters"
)

// Fold is the form in which headers and words are compared
// (docs/number-rules.md, 5.4): compatibility form, lower case, without text in
// brackets and without accents, only letters and digits. A text of more than
// 100,000 bytes, which is no word, stays as it is.
func Fold(text string) string {
	if len(text) > MaxText {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for _, c := range norm.NFD.String(withoutBrackets(strings.ToLower(norm.NFKC.String(text)))) {
		switch c { // as capitals have it
		case 'ς':
			c = 'σ'
		case 'ı':
			c = 'i'
		}
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.Mn, c) && !isAccent(c) {
			b.WriteRune(c)
		}
	}
	return norm.NFC.String(b.String())
}

// isAccent reports whether a character is an accent of Latin, Greek or Cyrillic
// letters. Marks of other scripts make other letters.
func isAccent(c rune) bool { return 0x0300 <= c && c <= 0x036F }

// closing is the bracket that closes an opening one, 0 for any other character.
func closing(c rune) rune {
	switch c {
	case '(':
		return ')'
	case '[':
		return ']'
	case '{':
		return '}'
	case '【':
		return '】'
	case '〔':
		return '〕'
	}
	return 0
}

// withoutBrackets drops every text in brackets. A bracket that is never closed
// drops nothing.
func withoutBrackets(text string) string {
	if !strings.ContainsFunc(text, func(c rune) bool { return closing(c) != 0 }) {
		return text
	}
	var b strings.Builder
	missing := "" // closing brackets that do not follow any more
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		if end := closing(c); end != 0 && !strings.ContainsRune(missing, end) {
			if length := strings.IndexRune(text[i:], end); length >= 0 {
				i += length + utf8.RuneLen(end)
				continue
			}
			missing += string(end)
		}
		b.WriteString(text[i : i+size])
		i += size
	}
	return b.String()
}

// ParseKind reads a word for a kind in any of the languages of
// docs/number-rules.md, 8. It says false for other words.
func ParseKind(word string) (Kind, bool) {
	kind, ok := kindWords()[Fold(word)]
	return kind, ok
}

// ParseUsage reads a word for a usage as ParseKind does.
func ParseUsage(word string) (Usage, bool) {
	usage, ok := usageWords()[Fold(word)]
	return usage, ok
}

// ParseState reads a word for a state as ParseKind does. UnderActive says that
// the column's header asks "active?", so that yes and no are answers.
func ParseState(word string, underActive bool) (State, bool) {
	if state, ok := stateWords()[Fold(word)]; ok {
		return state, true
	}
	if !underActive {
		return StateUnset, false
	}
	switch strings.TrimSpace(word) { // signs that folding would drop
	case "○":
		return StateActive, true
	case "×":
		return StateInactive, true
	}
	state, ok := answerWords()[Fold(word)]
	return state, ok
}

// IsAction reports whether a word says what is to be done with a number: add, keep,
// delete (docs/number-rules.md, 8).
func IsAction(word string) bool {
	_, ok := actionWords()[Fold(word)]
	return ok
}

// RemovalWord is a word that says so in every column, which stands for what a user
// explained so.
const RemovalWord = "delete"

// IsRemoval reports whether a word, under a header of an action or a state, says that
// the number is not to be added: delete, port out, canceled.
func IsRemoval(word string) bool { return actionWords()[Fold(word)] == removal }

// WordFields are the fields whose columns hold words of a small choice.
func WordFields() []Field { return []Field{FieldType, FieldUsage, FieldState} }

// KnowsWord reports whether a word in the column of one of WordFields is known, also as one
// that takes its row out. UnderActive is as in ParseState.
func KnowsWord(field Field, word string, underActive bool) bool {
	known := false
	switch field {
	case FieldType:
		_, known = ParseKind(word)
	case FieldUsage:
		_, known = ParseUsage(word)
	case FieldState:
		_, known = ParseState(word, underActive)
		known = known || IsRemoval(word)
	case FieldNumber, FieldNumberEnd, FieldLocation, FieldSubscription, FieldCountry, FieldAreaCode, FieldExchange, FieldAction, FieldExtension, FieldLastDigits, FieldActivateOn, allFields:
	}
	return known
}

// TakesOut reports whether a cell below a header says that its number is not to be added:
// by a word of removal, or by a yes where the header is one (Delete?).
func TakesOut(header, word string) bool {
	return IsRemoval(word) || answerWords()[Fold(word)] == StateActive && IsRemoval(header)
}

// IsAnswer reports whether a word is a yes or a no (docs/number-rules.md, 8).
func IsAnswer(word string) bool {
	_, ok := answerWords()[Fold(word)]
	return ok
}

// action is what a word says to do.
type action bool

// removal takes a number out; every other action leaves it in.
const removal action = true

// actionWords are the words for actions (docs/number-rules.md, 8).
//
//nolint:gochecknoglobals,misspell // a constant table of words of many languages
var actionWords = folded(map[action]string{
	!removal: "add, added, new, keep, port, port in, portin, ported in, import, create, activate, change, modify, update, move, no change, none, order, install, " +
		"hinzufügen, neu, behalten, bleibt, anlegen, portieren, übernehmen, aktivieren, ändern, " +
		"añadir, agregar, alta, nuevo, mantener, conservar, portar, crear, cambiar, " +
		"ajouter, nouveau, garder, conserver, porter, créer, modifier, maintenir, " +
		"aggiungere, aggiungi, nuovo, mantenere, mantieni, portare, attivare, creare, modificare, " +
		"adicionar, novo, manter, portar, criar, alterar, incluir, " +
		"追加, 新規, 継続, 維持, 変更, 登録, 転入, toevoegen, nieuw, behouden, lägg till, behåll, dodaj, zachowaj, 新增, 添加, 保留, 추가, 유지, добавить, оставить",
	removal: "delete, deleted, remove, removed, removal, cancel, canceled, cancelled, cancellation, disconnect, disconnected, disco, terminate, terminated, port out, portout, ported out, port away, release, released, drop, dropped, cease, ceased, retire, retired, decommission, decommissioned, do not port, do not add, exclude, churn, " +
		"löschen, gelöscht, entfernen, entfernt, kündigen, gekündigt, kündigung, storno, storniert, stornieren, abschalten, abgeschaltet, wegportieren, wegportiert, entfällt, wegfall, abbestellen, abbestellt, stilllegen, stillgelegt, nicht übernehmen, nicht portieren, " +
		"eliminar, eliminado, borrar, borrado, baja, de baja, cancelar, cancelado, quitar, desconectar, desconectado, portar fuera, retirar, retirado, " +
		"supprimer, supprimé, résilier, résilié, résiliation, annuler, annulé, retirer, retiré, enlever, déconnecter, déconnecté, porter ailleurs, effacer, " +
		"eliminare, elimina, eliminato, cancellare, cancella, cancellato, rimuovere, rimuovi, rimosso, disdetta, disdetto, cessare, cessato, cessata, annullare, annullato, " +
		"excluir, excluído, remover, removido, apagar, apagado, desligar, desligado, rescindir, rescindido, cancelada, eliminada, " +
		"削除, 解約, 廃止, 取消, キャンセル, 転出, 撤去, 停止, verwijderen, verwijderd, opzeggen, opgezegd, ta bort, borttagen, avsluta, avslutad, uppsagd, usuń, usunięty, rozwiązany, anulowany, 删除, 刪除, 注销, 取消, 삭제, 해지, 취소, удалить, удалён, отключить, отключен, расторгнут, διαγραφή, מחק, ביטול, " +
		"geannuleerd, beëindigd, opgeheven, vervallen, uitgeporteerd, raderad, makulerad, slettet, slet, opsagt, " +
		"oppsagt, nedlagt, annulleret, annullert, poista, poistettu, irtisanottu, lopetettu, päättynyt, usunięta, " +
		"usunięte, wypowiedziany, wypowiedziana, zlikwidowany, rozwiązana, anulowana, smazat, smazáno, zrušit, zrušeno, " +
		"zrušen, ukončeno, odpojeno, törlés, törölni, törölve, törölt, megszűnt, felmondva, lemondva, sil, silindi, " +
		"iptal, iptal edildi, kapatıldı, 已删除, 已注销, 已取消, 销户, 삭제됨, 해지됨, 취소됨, удален, удалена, удалено, отключён, " +
		"отключена, отменен, отменён, отменена, расторгнута, διαγράφηκε, διαγραμμένο, ακυρώθηκε, ακυρωμένο, καταργήθηκε, " +
		"נמחק, בוטל, מבוטל",
})

// IsTotalWord reports whether a text, up to its first colon or digit, is a word for a
// total (docs/number-rules.md, 5.6 and 8).
func IsTotalWord(text string) bool {
	start := norm.NFKC.String(text)
	if end := strings.IndexFunc(start, func(c rune) bool { return c == ':' || unicode.IsDigit(c) }); end >= 0 {
		start = start[:end]
	}
	_, ok := totalWords()[Fold(start)]
	return ok
}

// NamesTotal reports whether a text begins or ends with a word for a total, as in "Total
// TNs" and "Rufnummern gesamt".
func NamesTotal(text string) bool {
	words := strings.Fields(text)
	return len(words) > 0 && (IsTotalWord(text) || IsTotalWord(words[0]) || IsTotalWord(words[len(words)-1]))
}

// SaysNothing reports whether a text only says that nothing is there: dashes and the
// like, or a word for it, in brackets or not (docs/number-rules.md, 3.5 and 8).
func SaysNothing(text string) bool {
	const longest = 100 // bytes of a word
	return len(text) <= longest && !hasDigit(text) && isNothing(text)
}

// isNothing is SaysNothing for any text.
func isNothing(text string) bool {
	text = strings.Trim(characters.Clean(text).Text, "()[]{}<>\"' ")
	if text == "" {
		return false
	}
	return strings.Trim(text, "-–./_? ") == "" || nothingWords()[Fold(text)]
}

// hasDigit says quickly that a text has a digit, which no word for nothing has. What stands
// in brackets is not a part of a word.
func hasDigit(text string) bool {
	digits, letters, brackets := false, false, false
	for i := range len(text) {
		switch c := rune(text[i]); {
		case c >= 0x80:
			return false
		case characters.IsDigit(c):
			digits = true
		case characters.IsLetter(c):
			letters = true
		case c == '(' || c == '[' || c == '{':
			brackets = true
		}
	}
	return digits && (!letters || !brackets)
}

// IsOfAnySetting reports whether a word of a kind, a usage or a state is one that settings
// of any kind have, too: default, none, enabled.
func IsOfAnySetting(word string) bool { return anySettingWords()[Fold(word)] }

// folded turns lists of words, separated by commas, into a table by the folded
// word, when it is asked for first: the program starts without most of them.
func folded[V comparable](lists map[V]string) func() map[string]V {
	return sync.OnceValue(func() map[string]V {
		words := map[string]V{}
		for value, list := range lists {
			for word := range strings.SplitSeq(list, ",") {
				if key := Fold(word); key != "" {
					words[key] = value
				}
			}
		}
		return words
	})
}

// kindWords are the words for kinds (docs/number-rules.md, 8).
//
//nolint:gochecknoglobals // a constant table, never written
var kindWords = folded(map[Kind]string{
	KindDID: "did, ddi, toll number, toll, non toll free, user number, direct, direct dial, direct inward dial, direct inward dialing, " +
		"direct inward dialling, geographic, geo, local, standard, fixed, fixed line, landline, pstn, " +
		"ortsnetz, festnetz, durchwahl, fijo, línea fija, geográfico, fixe, ligne fixe, géographique, " +
		"sda, fisso, linea fissa, geografico, fixo, linha fixa, 固定, 固定電話, 地理番号, 直通, ダイヤルイン, " +
		"vast, vaste lijn, geografisch, fastnet, fasttelefoni, fast telefon, lankapuhelin, kiinteä, stacjonarny, " +
		"geograficzny, pevná linka, pevná, vezetékes, földrajzi, sabit, sabit hat, 固定电话, 固话, 直线, 유선, 직통, стационарный, " +
		"городской, прямой, σταθερό, γεωγραφικός, קווי, נייח",
	KindTollFree: "tollfree, toll free, toll-free number, tf, freephone, free phone, free call, freecall, " +
		"gebührenfrei, kostenlos, gratuito, número gratuito, línea gratuita, gratuit, numéro vert, " +
		"numéro gratuit, libre appel, numero verde, numero gratuito, número verde, linha verde, " +
		"ligação gratuita, フリーダイヤル, フリーコール, フリーフォン, 着信課金, " +
		"gratis nummer, gratisnummer, frisamtal, grønt nummer, maksuton, ilmaisnumero, bezpłatny, bezpłatna infolinia, " +
		"zelená linka, bezplatná linka, zöld szám, ingyenes, ücretsiz, 免费, 免费电话, 무료, 수신자부담, бесплатный, " +
		"бесплатная линия, χωρίς χρέωση, שיחת חינם",
	KindMobile: "mobile, mobile number, cell, cellular, cell phone, mobil, mobilfunk, handy, móvil, celular, " +
		"portable, cellulare, telemóvel, 携帯, 携帯電話, モバイル, " +
		"mobiel, mobiele, mobil telefon, matkapuhelin, komórkowy, komórka, mobilní, mobilszám, cep, cep telefonu, 手机, " +
		"移动, 휴대폰, 휴대전화, 모바일, мобильный, сотовый, κινητό, נייד, סלולרי",
})

// usageWords are the words for usages (docs/number-rules.md, 8).
//
//nolint:gochecknoglobals // a constant table, never written
var usageWords = folded(map[Usage]string{
	UsageNone: "none, standard, normal, regular, no, default, keine, kein, ninguno, estándar, aucun, aucune, " +
		"nessuno, normale, nenhum, padrão, なし, 標準, 通常, 一般",
	UsageService: "service, service number, high volume, contact center, contact centre, call center, " +
		"call centre, servicenummer, dienst, servicio, número de servicio, numéro de service, " +
		"servizio, numero di servizio, serviço, número de serviço, サービス, サービス番号, コールセンター",
})

// stateWords are the words for states (docs/number-rules.md, 8).
//
//nolint:gochecknoglobals // a constant table, never written
var stateWords = folded(map[State]string{
	StateActive: "active, activated, activate, enabled, in service, aktiv, aktiviert, activo, activa, activado, " +
		"actif, activé, attivo, attiva, attivato, ativo, ativa, ativado, 有効, アクティブ, " +
		"en servicio, activada, habilitado, habilitada, en service, activée, in servizio, attivata, abilitato, " +
		"abilitata, em serviço, ativada, in betrieb, freigeschaltet, actief, geactiveerd, ingeschakeld, in gebruik, " +
		"aktiverad, i drift, aktiveret, aktivert, aktiivinen, aktivoitu, käytössä, aktywny, aktywna, aktywne, włączony, " +
		"włączona, aktivní, aktivována, zapnuto, v provozu, aktív, aktivált, bekapcsolva, etkin, aktif, 启用, 已启用, 激活, " +
		"已激活, 啟用, 已啟用, 활성, 활성화, 활성화됨, 사용중, активен, активный, активна, активно, включен, ενεργός, ενεργή, ενεργό, " +
		"ενεργοποιημένο, פעיל, פעילה, מופעל",
	StateInactive: "inactive, not active, deactivated, disabled, inaktiv, nicht aktiv, deaktiviert, inactivo, " +
		"inactiva, desactivado, inactif, désactivé, inattivo, inattiva, disattivato, inativo, inativa, " +
		"desativado, 無効, 非アクティブ, " +
		"out of service, außer betrieb, deshabilitado, deshabilitada, desactivada, fuera de servicio, désactivée, " +
		"hors service, disattivata, disabilitato, disabilitata, fuori servizio, desativada, desabilitado, " +
		"fora de serviço, inactief, niet actief, gedeactiveerd, uitgeschakeld, buiten gebruik, inte aktiv, inaktiverad, " +
		"avaktiverad, ikke aktiv, deaktiveret, deaktivert, ei aktiivinen, passiivinen, ei käytössä, nieaktywny, " +
		"nieaktywna, nieaktywne, wyłączony, wyłączona, neaktivní, vypnuto, mimo provoz, inaktív, nem aktív, kikapcsolva, " +
		"etkin değil, pasif, devre dışı, 未启用, 停用, 已停用, 禁用, 未激活, 비활성, 비활성화, 비활성화됨, 미사용, неактивен, неактивный, неактивна, " +
		"неактивно, выключен, ανενεργός, ανενεργή, ανενεργό, απενεργοποιημένο, לא פעיל, לא פעילה, מושבת",
})

// answerWords are states under a header that asks "active?". ParseState reads the
// signs ○ and × by itself, because folding drops them.
//
//nolint:gochecknoglobals // a constant table, never written
var answerWords = folded(map[State]string{
	StateActive: "yes, y, true, 1, x, ja, j, wahr, sí, s, verdadero, oui, o, vrai, sì, vero, sim, verdadeiro, " +
		"はい, 有, tak, ano, igen, kyllä, да, 是, 예, 네, ναι, כן",
	StateInactive: "no, n, false, 0, nein, falsch, falso, non, faux, não, いいえ, 無, nee, nej, nie, ne, nem, ei, нет, 否, 아니요, 아니오, όχι, לא",
})

// nothingWords say that nothing is there (docs/number-rules.md, 8).
//
//nolint:gochecknoglobals // a constant table of words of many languages
var nothingWords = folded(map[bool]string{
	true: "none, n/a, na, n.a., nil, null, nan, no, no number, not available, not applicable, not assigned, unassigned, unknown, missing, empty, blank, pending, tbd, tba, tbc, to be determined, to be defined, to be confirmed, to be announced, " +
		"k. a., keine, keiner, kein, keine angabe, keine nummer, nicht vorhanden, nicht vergeben, nicht verfügbar, nicht zutreffend, unbekannt, fehlt, leer, offen, folgt, " +
		"ninguno, ninguna, no disponible, no aplica, no asignado, sin número, sin asignar, n/d, s/n, desconocido, pendiente, por definir, vacío, " +
		"aucun, aucune, néant, sans objet, non disponible, non attribué, pas de numéro, n.c., inconnu, à définir, à venir, vide, " +
		"nessuno, nessuna, non assegnato, nessun numero, sconosciuto, da definire, mancante, vuoto, " +
		"nenhum, nenhuma, não disponível, não se aplica, não atribuído, sem número, desconhecido, a definir, pendente, vazio, " +
		"なし, 無し, 無, 該当なし, 未定, 不明, 未登録, 未割当, 空, " +
		"geen, n.v.t., onbekend, ingen, saknas, okänd, puuttuu, brak, nieznany, není, žádné, neznámé, nincs, ismeretlen, 无, 暂无, 暫無, 待定, 未知, 없음, 미정, 해당 없음, нет, н/д, неизвестно, δεν υπάρχει, κανένα, άγνωστο, אין, לא ידוע",
})

// totalWords are the words for totals (docs/number-rules.md, 8).
//
//nolint:gochecknoglobals // a constant table, never written
var totalWords = folded(map[bool]string{
	true: "total, totals, grand total, subtotal, sum, count, summe, gesamt, gesamtsumme, zwischensumme, " +
		"anzahl, suma, somme, totale, somma, soma, 合計, 総計, 小計, 計, totaal, subtotaal, summa, delsumma, i alt, yhteensä, razem, suma częściowa, celkem, összesen, toplam, 总计, 合计, 小计, 總計, 합계, 총계, 소계, итого, всего, σύνολο, סהכ",
})

// anySettingWords are words of kinds, usages and states that settings of any kind
// have, too, so that they alone say nothing about a column.
//
//nolint:gochecknoglobals // a constant table, never written
var anySettingWords = folded(map[bool]string{
	true: "standard, normal, regular, default, none, no, yes, enabled, disabled, fixed, local, direct, service, portable, normale, padrão",
})
