package number_test

import (
	"testing"

	"numberloader/internal/number"
)

func TestFoldComparesWhatPeopleWrite(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Número de Teléfono":     "numerodetelefono",
		"Nu\u0301mero":           "numero",
		"TEL.-Nr. (privat)":      "telnr",
		"Ｐｈｏｎｅ（携帯）#":             "phone",
		"フリーダイヤル":                "フリーダイヤル",
		"ﾌﾘｰﾀﾞｲﾔﾙ":               "フリーダイヤル",
		"Phone [old] {x} 【y】 2":  "phone2",
		"never (closed":          "neverclosed",
		"":                       "",
		"E.164":                  "e164",
		"nº de telefone":         "nodetelefone",
		" toll-free\u00a0number": "tollfreenumber",
	} {
		if got := number.Fold(text); got != want {
			t.Errorf("Fold(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestParseKindKnowsTheWordsOfEachLanguage(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]number.Kind{
		"DID": number.KindDID, "Direct Dial": number.KindDID, "Línea Fija": number.KindDID, "固定電話": number.KindDID,
		"TOLLFREE": number.KindTollFree, "Toll-Free Number": number.KindTollFree, "Numéro vert": number.KindTollFree,
		"gebührenfrei": number.KindTollFree, "フリーダイヤル": number.KindTollFree,
		"MOBILE": number.KindMobile, "Mobile (GSM)": number.KindMobile, "móvil": number.KindMobile, "携帯": number.KindMobile,
	} {
		if got, ok := number.ParseKind(word); !ok || got != want {
			t.Errorf("ParseKind(%q) = %v, %v", word, got, ok)
		}
	}
	for _, word := range []string{"", "Fax", "(DID)", "yes", "-"} {
		if got, ok := number.ParseKind(word); ok || got != number.KindUnset {
			t.Errorf("ParseKind(%q) = %v", word, got)
		}
	}
}

func TestParseUsage(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]number.Usage{
		"None": number.UsageNone, "estándar": number.UsageNone, "なし": number.UsageNone,
		"SERVICE": number.UsageService, "Call Centre": number.UsageService, "Numéro de service": number.UsageService,
	} {
		if got, ok := number.ParseUsage(word); !ok || got != want {
			t.Errorf("ParseUsage(%q) = %v, %v", word, got, ok)
		}
	}
	if _, ok := number.ParseUsage("maybe"); ok {
		t.Error("maybe is no usage")
	}
}

func TestYesIsAStateUnderAnActiveHeaderOnly(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		word        string
		underActive bool
		want        number.State
	}{
		{"Active", false, number.StateActive},
		{"nicht aktiv", false, number.StateInactive},
		{"無効", true, number.StateInactive},
		{"yes", true, number.StateActive},
		{"1", true, number.StateActive},
		{"TRUE", true, number.StateActive},
		{"sì", true, number.StateActive},
		{"○", true, number.StateActive},
		{" × ", true, number.StateInactive},
		{"No", true, number.StateInactive},
		{"0", true, number.StateInactive},
		{"não", true, number.StateInactive},
		{"yes", false, number.StateUnset},
		{"○", false, number.StateUnset},
		{"Kansas", true, number.StateUnset},
		{"Actief", false, number.StateActive},
		{"niet actief", false, number.StateInactive},
		{"Aktywny", false, number.StateActive},
		{"Nieaktywny", false, number.StateInactive},
		{"aktiverad", false, number.StateActive},
		{"ikke aktiv", false, number.StateInactive},
		{"Aktivní", false, number.StateActive},
		{"nem aktív", false, number.StateInactive},
		{"активен", false, number.StateActive},
		{"неактивен", false, number.StateInactive},
		{"已启用", false, number.StateActive},
		{"비활성", false, number.StateInactive},
		{"ενεργό", false, number.StateActive},
		{"לא פעיל", false, number.StateInactive},
	} {
		got, ok := number.ParseState(c.word, c.underActive)
		if got != c.want || ok != (c.want != number.StateUnset) {
			t.Errorf("ParseState(%q, %v) = %v, %v, want %v", c.word, c.underActive, got, ok, c.want)
		}
	}
}

func TestATotalIsNamedByItsFirstOrLastWord(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Total TNs": true, "Rufnummern gesamt": true, "Total: 12": true, "合計": true,
		"The total of numbers": false, "Totally Ann": false, "": false,
	} {
		if got := number.NamesTotal(text); got != want {
			t.Errorf("NamesTotal(%q) = %v", text, got)
		}
	}
}

func TestIsTotalWordLooksUpToAColonOrDigit(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Total": true, "Total: 12 numbers": true, "TOTAL 12": true, "Summe：5": true, "合計": true, "Grand total": true,
		"Total numbers": false, "12 total": false, "Totally": false, "": false,
	} {
		if got := number.IsTotalWord(text); got != want {
			t.Errorf("IsTotalWord(%q) = %v", text, got)
		}
	}
}

func TestColumnNamesAreThoseOfExcel(t *testing.T) {
	t.Parallel()
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", 16383: "XFD", -1: ""} {
		if got := number.ColumnName(i); got != want {
			t.Errorf("ColumnName(%d) = %q, want %q", i, got, want)
		}
	}
	for i := range 20_000 {
		if got, ok := number.ColumnIndex(number.ColumnName(i)); !ok || got != i {
			t.Fatalf("%q was read as %d, %v", number.ColumnName(i), got, ok)
		}
	}
	if got, ok := number.ColumnIndex("xfd"); !ok || got != 16383 {
		t.Errorf("xfd was read as %d, %v", got, ok)
	}
	for _, name := range []string{"", "A1", "ÄB", "ABCDE", "!", "\x01"} {
		if got, ok := number.ColumnIndex(name); ok {
			t.Errorf("%q was read as %d", name, got)
		}
	}
}

func TestSaysNothing(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"-": true, "–": true, " —\u200b": true, "--": true, "./.": true, "N/A": true, "n. a.": true, "(none)": true, "<TBD>": true,
		"Ｎ／Ａ": true, "keine Angabe": true, "néant": true, "なし": true, "нет": true, "解約": false,
		"": false, "()": false, "+": false, "#": false, "none of these": false, "Ann": false, "- 1": false, "0": false,
	} {
		if got := number.SaysNothing(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
