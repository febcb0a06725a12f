package lexicon

import (
	"strings"
	"testing"
)

func TestMatchPlace(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int
		want string
		code string
		kind PlaceKind
		form PlaceForm
	}{
		{"United Kingdom of old", 0, "United Kingdom", "GB", Country, Name},
		{"the UK and others", 0, "the UK", "GB", Country, Name},
		{"Great Britain won", 0, "Great Britain", "GB", Country, Name},
		{"British talks", 0, "British", "GB", Country, Adjective},
		{"Scottish talks", 0, "Scottish", "GB-SCT", State, Adjective},
		{"Ukrainian Armed Forces", 0, "Ukrainian", "UA", Country, Adjective},
		{"Ukrainians said", 0, "Ukrainians", "UA", Country, People},
		{"Ukraine's army", 0, "Ukraine's", "UA", Country, Name},
		{"Ukraine’s army", 0, "Ukraine’s", "UA", Country, Name},
		{"German, French", 0, "German", "DE", Country, Adjective},
		{"Latvian Foreign Minister", 0, "Latvian", "LV", Country, Adjective},
		{"Dutch and Swiss", 2, "Swiss", "CH", Country, Adjective},
		{"the U.S. Army", 0, "the U.S.", "US", Country, Name},
		{"U.S. Secretary", 0, "U.S.", "US", Country, Name},
		{"U.S.-led", 0, "", "", 0, 0},
		{"US officials", 0, "US", "US", Country, Name},
		{"help us now", 1, "", "", 0, 0},
		{"CONTACT US", 1, "", "", 0, 0},
		{"ENGAGEMENTS WITH UKRAINE", 2, "UKRAINE", "UA", Country, Name},
		{"UAE leaders", 0, "UAE", "AE", Country, Name},
		{"South Korean talks", 0, "South Korean", "KR", Country, Adjective},
		{"Papua New Guinea voted", 0, "Papua New Guinea", "PG", Country, Name},
		{"Bosnia & Herzegovina", 0, "Bosnia & Herzegovina", "BA", Country, Name},
		{"Kosovar talks", 0, "Kosovar", "XK", Country, Adjective},
		{"Taiwanese talks", 0, "Taiwanese", "TW", Country, Adjective},
		{"Turkish talks", 0, "Turkish", "TR", Country, Adjective},
		{"Türkiye votes", 0, "Türkiye", "TR", Country, Name},
		{"the turkey was cold", 1, "", "", 0, 0},
		{"a china cup", 1, "", "", 0, 0},
		{"Polish the table", 0, "", "", 0, 0},
		{"polish the table", 0, "", "", 0, 0},
		{"Polish talks", 0, "Polish", "PL", Country, Adjective},
		{"pro-Russian group", 2, "", "", 0, 0},
		{"Russian-backed group", 0, "", "", 0, 0},
		{"Texas Governor", 0, "Texas", "US-TX", State, Name},
		{"Baltic Sea ports", 0, "", "", 0, 0},
		{"Indian Ocean", 0, "", "", 0, 0},
		{"European counterparts", 0, "European", "", Region, Adjective},
		{"European Commission President", 0, "European Commission", "EU-COM", Body, Name},
		{"European Council President", 0, "European Council", "EU-COUNCIL", Body, Name},
		{"Council of Europe", 0, "Council of Europe", "COE", Body, Name},
		{"EU High Representative", 0, "EU", "EU", Body, Name},
		{"European External Action Service Secretary", 0, "European External Action Service", "EU-EEAS", Body, Name},
		{"NATO Military Committee", 0, "NATO Military Committee", "NATO-MC", Body, Name},
		{"NATO Secretary General", 0, "NATO", "NATO", Body, Name},
		{"who said so", 0, "", "", 0, 0},
		{"WHO said so", 0, "WHO", "UN-WHO", Body, Name},
		{"Stockholm, Sweden", 0, "Stockholm", "SE", City, Name},
		{"Kyiv is cold", 0, "Kyiv", "UA", City, Name},
		{"May said", 0, "", "", 0, 0},
		{"car parks", 0, "", "", 0, 0},
		{"The Hague ruled", 0, "The Hague", "NL", City, Name},
	} {
		toks := cut(c.text)
		p, n, ok := MatchPlace(toks, c.at)
		if got := at(c.text, toks, c.at, n); got != c.want || ok != (c.want != "") || p.Code != c.code || p.Kind != c.kind || p.Form != c.form {
			t.Errorf("%q: matched %q %+v, want %q", c.text, got, p, c.want)
		}
	}
}

func TestPlaceFlags(t *testing.T) {
	for text, want := range map[string]bool{"Jordan": true, "Georgia": true, "Chad": true, "Paris": true, "France": false, "Germany": false, "German": false, "China": false, "Ukraine": false} {
		if p, ok := LookupPlace(text); !ok || p.Ambiguous != want {
			t.Errorf("%s: %+v, want ambiguous %v", text, p, want)
		}
	}
	p, _, _ := MatchPlace(cut("Germany's plan"), 0)
	if !p.Possessive || p.Name != "Germany" {
		t.Errorf("possessive: %+v", p)
	}
	if p, ok := PlaceOf("GB"); !ok || p.Name != "United Kingdom" {
		t.Errorf("GB: %+v", p)
	}
	if c := (Place{Code: "EU-COM"}).Country(); c != "EU" {
		t.Error(c)
	}
}

func TestInRegion(t *testing.T) {
	for _, c := range []struct {
		codes, region string
		strict, broad bool
	}{
		{"UA PL LT LV DE GB GB-SCT EU-COM", "European", true, true},
		{"TR RU NATO", "European", false, true},
		{"CA US AU JP UN", "European", false, false},
		{"DK FI IS NO SE", "Nordic", true, true},
		{"EE LV LT", "baltic", true, true},
		{"PL", "baltic", false, false},
		{"KE ZA EG", "African", true, true},
		{"JP IN", "Asian", true, true},
		{"BR MX", "Latin American", true, true},
		{"EG SA", "Arab", true, true},
		{"IR TR", "Arab", false, false},
		{"AL RS", "Balkan", true, true},
		{"US CA FR", "Western", true, true},
		{"RU CN", "Western", false, false},
		{"US CA FR", "Transatlantic", true, true},
		{"FR DE", "EU", true, true},
		{"GB", "EU", false, true},
		{"US", "EU", false, false},
		{"US", "Ruritanian", false, true},
	} {
		for code := range strings.FieldsSeq(c.codes) {
			if s, b := InRegion(code, c.region); s != c.strict || b != c.broad {
				t.Errorf("%s in %s: %v %v, want %v %v", code, c.region, s, b, c.strict, c.broad)
			}
		}
	}
}

func TestMember(t *testing.T) {
	for _, c := range []struct {
		code, group, day string
		member, known    bool
	}{
		{"GB", "EU", "2020-01-31", true, true},
		{"GB", "EU", "2020-02-01", false, true},
		{"GB", "EU", "", true, true},
		{"HR", "EU", "2013-06-30", false, true},
		{"FI", "NATO", "2023-04-03", false, true},
		{"FI", "NATO", "2023-04-04", true, true},
		{"CA", "G7", "", true, true},
		{"CA", "G20", "", false, false},
		{"CA", "Rotary", "", false, false},
	} {
		if m, k := Member(c.code, c.group, c.day); m != c.member || k != c.known {
			t.Errorf("%s in %s on %s: %v %v", c.code, c.group, c.day, m, k)
		}
	}
}

func TestMatchGroup(t *testing.T) {
	for _, c := range []struct {
		text, want, code string
		size             int
	}{
		{"B9 leaders", "B9", "B9", 9},
		{"Bucharest Nine (B9) and more", "Bucharest Nine (B9)", "B9", 9},
		{"G7 ministers", "G7", "G7", 7},
		{"G-7 ministers", "G-7", "G7", 7},
		{"G20 ministers", "G20", "G20", 20},
		{"EU27 leaders", "EU27", "EU", 0},
		{"EU-27 leaders", "EU-27", "EU", 0},
		{"Quint counterparts", "Quint", "QUINT", 5},
		{"Transatlantic Quad Foreign Ministers", "Transatlantic Quad", "TQUAD", 4},
		{"Quad leaders", "Quad", "QUAD", 4},
		{"quad bikes", "", "", 0},
		{"Nordic leaders", "Nordic", "NORDIC", 5},
		{"Baltic states", "Baltic states", "BALTIC", 3},
		{"Baltic Sea", "", "", 0},
		{"Nordic-Baltic Eight leaders", "Nordic-Baltic Eight", "NB8", 8},
		{"Visegrad Four met", "Visegrad Four", "V4", 4},
		{"V4 met", "V4", "V4", 4},
		{"P5 met", "P5", "P5", 5},
		{"P5+1 met", "P5+1", "P5+1", 6},
		{"E3 met", "E3", "E3", 3},
		{"ASEAN leaders", "ASEAN", "ASEAN", 0},
		{"BRICS leaders", "BRICS", "BRICS", 0},
		{"g7 key", "", "", 0},
	} {
		toks := cut(c.text)
		g, n, ok := MatchGroup(toks, 0)
		if got := at(c.text, toks, 0, n); got != c.want || ok != (c.want != "") || g.Code != c.code || g.Size != c.size {
			t.Errorf("%q: matched %q %s %d, want %q %s %d", c.text, got, g.Code, g.Size, c.want, c.code, c.size)
		}
	}
	for _, c := range []struct {
		group, day string
		size       int
	}{
		{"NATO", "2022-01-10", 30}, {"NATO", "2023-05-01", 31}, {"NATO", "2024-05-01", 32}, {"NATO", "", 0},
		{"EU", "2019-01-01", 28}, {"EU", "2022-01-01", 27}, {"EU", "1990-01-01", 12},
		{"ASEAN", "2022-01-01", 10}, {"BRICS", "2009-06-16", 4}, {"BRICS", "2024-02-01", 9}, {"B9", "2022-01-01", 9}, {"G77", "2022-01-01", 0},
	} {
		if g, ok := GroupOf(c.group); !ok || g.SizeOn(c.day) != c.size {
			t.Errorf("%s on %q: %d, want %d", c.group, c.day, g.SizeOn(c.day), c.size)
		}
	}
}
