package number

import (
	"slices"
	"strings"
)

// otherPhoneWords name phones that may not be the ones to add, mobile ones aside: fax,
// office (docs/number-rules.md, 8). One line a language.
//
//nolint:gochecknoglobals // a constant table of words of many languages
var otherPhoneWords = []string{
	"fax, fax number, home phone, home number, work phone, work number, office phone, business phone, office, desk, desk phone, home, work, direct fax, private number, private phone, alternate number, alternative number, second number, other phone, caller id, caller id number, main number, old number, previous number, current number, contact number, btn, billing number, billing telephone number",
	"festnetz, büro, privat, fax, telefax, faxnummer, privatnummer, hauptnummer, alte rufnummer, alte nummer",
	"fax",
	"télécopie, ancien numéro",
	"vecchio numero",
	"número antigo",
	"ファックス, fax番号, 旧番号, 代表番号, 内線電話",
	"faxnummer, faks, 传真, 傳真, 팩스, факс, φαξ, פקס",
}

// mobilePhoneWords name mobile phones, in the same form.
//
//nolint:gochecknoglobals // as above
var mobilePhoneWords = []string{
	"mobile, mobile number, mobile phone, cell, cell phone, cellphone, cell number",
	"mobil, mobilnummer, mobiltelefon, mobilfunk, handy, handynummer",
	"móvil, teléfono móvil, celular, número móvil",
	"mobile, portable, numéro de mobile",
	"cellulare, telefono cellulare",
	"telemóvel, celular",
	"携帯, 携帯電話, 携帯番号, 携帯電話番号",
	"mobiel, mobiele nummer, gsm, mobilni telefon, komórka, telefon komórkowy, 手机, 手机号码, 手機, 휴대폰, 휴대전화, мобильный, мобильный телефон, κινητό, נייד",
}

// OtherPhoneWords are the words for phones that may not be the ones to add, mobile ones
// aside: fax, office. Each text holds those of a language, separated by ", ". The caller
// must not change the slice.
func OtherPhoneWords() []string { return otherPhoneWords }

// MobilePhoneWords are the words for mobile phones, which may not be the ones to add
// either, in the form of OtherPhoneWords. The caller must not change the slice.
func MobilePhoneWords() []string { return mobilePhoneWords }

// otherPhones are all these words, folded.
//
//nolint:gochecknoglobals // a constant table, never written
var otherPhones = folded(map[bool]string{true: strings.Join(slices.Concat(otherPhoneWords, mobilePhoneWords), ",")})

// IsOtherPhone reports whether a text names such a phone, and nobody.
func IsOtherPhone(text string) bool { return otherPhones()[Fold(text)] }
