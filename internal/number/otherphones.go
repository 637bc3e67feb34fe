package number

import "strings"

// otherPhoneWords name phones that may not be the ones to add: mobile, fax, office
// (docs/number-rules.md, 8). One line a language.
//
//nolint:gochecknoglobals // a constant table of words of many languages
var otherPhoneWords = []string{
	"mobile, mobile number, mobile phone, cell, cell phone, cellphone, fax, fax number, home phone, home number, work phone, work number, cell number, office phone, business phone, office, desk, desk phone, home, work, direct fax, private number, private phone, alternate number, alternative number, second number, other phone, caller id, caller id number, main number, old number, previous number, current number, contact number, btn, billing number, billing telephone number",
	"mobil, mobilnummer, mobiltelefon, mobilfunk, festnetz, büro, privat, fax, telefax, handy, handynummer, faxnummer, privatnummer, hauptnummer, alte rufnummer, alte nummer",
	"móvil, teléfono móvil, celular, fax, número móvil",
	"mobile, portable, télécopie, numéro de mobile, ancien numéro",
	"cellulare, telefono cellulare, vecchio numero",
	"telemóvel, celular, número antigo",
	"携帯, 携帯電話, 携帯番号, 携帯電話番号, ファックス, fax番号, 旧番号, 代表番号, 内線電話",
	"mobiel, mobiele nummer, gsm, faxnummer, mobilni telefon, komórka, telefon komórkowy, faks, 手机, 手机号码, 手機, 传真, 傳真, 휴대폰, 휴대전화, 팩스, мобильный, мобильный телефон, факс, κινητό, φαξ, נייד, פקס",
}

// OtherPhoneWords are the words for phones that may not be the ones to add: mobile,
// fax, office. Each text holds those of a language, separated by ", ". The caller
// must not change the slice.
func OtherPhoneWords() []string { return otherPhoneWords }

// otherPhones are these words, folded.
//
//nolint:gochecknoglobals // a constant table, never written
var otherPhones = folded(map[bool]string{true: strings.Join(otherPhoneWords, ",")})

// IsOtherPhone reports whether a text names such a phone, and nobody.
func IsOtherPhone(text string) bool { return otherPhones()[Fold(text)] }
