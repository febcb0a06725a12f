package calendar

import "testing"

func TestEntryDate(t *testing.T) {
	for _, c := range []struct{ in, want, version, rest string }{
		{"December 15-16: Deputy consults", "--12-15/--12-16", "", ": Deputy consults"},
		{"Dec 16. Left the hut at 10:20. 11 km.", "--12-16", "", ". Left the hut at 10:20. 11 km."},
		{"[3.2.0] - 2024-05-21", "2024-05-21", "3.2.0", ""},
		{"[3.1.1] - 2024-02-30", "2024-02-30 invalid", "3.1.1", ""},
		{"2.7.6rc1 2013-10-26", "2013-10-26", "2.7.6rc1", ""},
		{"3.4.5 candidate 1: June 12, 2015", "2015-06-12", "3.4.5 candidate 1", ""},
		{"3.4.5 final: June 26, 2015", "2015-06-26", "3.4.5 final", ""},
		{"3.9 development begins: Tuesday, 2019-06-04", "2019-06-04 Tue", "3.9", ""},
		{"2.7 alpha 1 2009-12-05", "2009-12-05", "2.7 alpha 1", ""},
		{"2.7.7 May 2014", "2014-05", "2.7.7", ""},
		{"v1.2.3-beta.2 (2021-03-04)", "2021-03-04", "1.2.3-beta.2", ")"},
		{"1.0.0-rc.1 / 2021-03-04", "2021-03-04", "1.0.0-rc.1", ""},
		{"Quillmark 3.2.0 (2024-05-21)", "2024-05-21", "3.2.0", ")"},
		{"Version 2 – 5 May 2020", "2020-05-05", "2", ""},
		{"3.9.3: Friday, 2021-04-02 (security hotfix)", "2021-04-02 Fri", "3.9.3", "(security hotfix)"},
		{"7-Sep-2001: 2.2a3 [Released]", "2001-09-07", "2.2a3", "[Released]"},
		{"2024-05-21 - v3.2.0", "2024-05-21", "3.2.0", ""},
		{"August 2007: release 3.0a1.", "2007-08", "", ": release 3.0a1."},
		{"Early 2007 (pre-PyCon): release 2.6a1.", "2007~early", "", "(pre-PyCon): release 2.6a1."},
		{"Sat 5 Nov", "--11-05 Sat", "", ""},
		{"Feb. 1", "--02-01", "", ""},
		{"09:00  Opens plenary", "T09:00", "", "Opens plenary"},
		{"17:30 Press conference", "T17:30", "", "Press conference"},
		{"9 a.m. – 10 a.m. Breakfast", "T09:00", "", "Breakfast"},
		{"On 9 June, a phone call", "--06-09", "", ", a phone call"},
		{"Week of 3 May: sowing", "--05-03", "", ": sowing"},
		{"(December 6) Call with the envoy", "--12-06", "", ") Call with the envoy"},
		{"March: five calls", "--03", "", ": five calls"},
		{"1987: founded in a shed", "1987", "", ": founded in a shed"},
		{"2009–2016 — governor", "2009/2016", "", "— governor"},
		{"14 June: meeting with the governor", "--06-14", "", ": meeting with the governor"},
		{"Sunday 12 February: ferry, 10:00.", "--02-12 Sun", "", ": ferry, 10:00."},
		// No date opens these.
		{"**45.** Any other business", "none", "", ""},
		{"45. Any other business", "none", "", ""},
		{"Three dates were named: 5 May, 6 May.", "none", "", ""},
		{"1.2 Definitions", "none", "", ""},
		{"2.10 is the newest", "none", "", ""},
		{"May we come in?", "none", "", ""},
		{"2021 was a year", "none", "", ""},
		{"3:2 in extra time", "none", "", ""},
		{"16 leaders came", "none", "", ""},
		{"Dec 16: 2.5 km", "--12-16", "", ": 2.5 km"},
	} {
		toks := cut(c.in)
		d, v, next, ok := EntryDate(toks)
		got, rest := "none", ""
		if ok {
			got = describe(d)
			rest = surface(c.in, toks, next, len(toks))
		}
		if got != c.want || v.Text != c.version || rest != c.rest {
			t.Errorf("%q: got %q version %q rest %q", c.in, got, v.Text, rest)
		}
	}
}

func TestVersionOrder(t *testing.T) {
	rising := []string{"1.0.0-dev.1", "1.0.0-alpha.1", "1.0a2", "1.0 beta 1", "1.0b2", "1.0rc1", "1.0 candidate 2", "1.0", "1.0-post1", "1.0.1", "1.2", "1.10", "v2", "2.0.1", "2.7.6rc1", "2.7.6", "10.0"}
	var vs []Version
	for _, s := range rising {
		v, next, ok := ParseVersion(cut(s), 0)
		if !ok || next != len(cut(s)) {
			t.Fatalf("%q is no version: %+v", s, v)
		}
		vs = append(vs, v)
	}
	for i := range vs {
		for j := range vs {
			c := vs[i].Compare(vs[j])
			if i < j && c >= 0 || i > j && c <= 0 || i == j && c != 0 {
				t.Errorf("%s against %s: %d", rising[i], rising[j], c)
			}
		}
	}
	if s := vs[14].Series(); s != "2.7" {
		t.Errorf("series %q", s)
	}
	for _, s := range []string{"5", "2021", "2.7x", "hello", "v", "1.2.3.4.5", "B9"} {
		if v, _, ok := ParseVersion(cut(s), 0); ok {
			t.Errorf("%q read as version %+v", s, v)
		}
	}
}

func TestParseYear(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2014", "2014"}, {"2009–2016", "2009/2016"}, {"2009 to 2016", "2009/2016"},
		{"1998–02", "1998/2002"}, {"1918–19", "1918/1919"}, {"2021/22", "2021/2022"},
		{"FY2024/25", "2024/2025"}, {"FY 2024", "2024"}, {"1990s", "1990/1999"},
		{"c. 1850", "1850 circa"}, {"circa 1850", "1850 circa"}, {"1999–1987", "1999/1987 backwards"},
		{"2021-12", "2021-12"}, {"2001-05", "2001/2005 or 2001-05"}, {"2021-22", "2021/2022"},
		{"12", "none"}, {"2,014", "none"}, {"2014%", "none"}, {"20211", "none"}, {"May", "none"},
	} {
		d, _, ok := ParseYear(cut(c.in), 0)
		got := "none"
		if ok {
			got = describe(d)
		}
		if got != c.want {
			t.Errorf("%q: got %s, want %s", c.in, got, c.want)
		}
	}
}

func TestParseClock(t *testing.T) {
	for _, c := range []struct {
		in       string
		from, to int16
		ok       bool
	}{
		{"09:00", 540, 540, true}, {"6.30 pm", 1110, 1110, true}, {"16:45", 1005, 1005, true},
		{"11 a.m.", 660, 660, true}, {"11am", 660, 660, true}, {"6:30pm", 1110, 1110, true},
		{"noon", 720, 720, true}, {"12 noon", 720, 720, true}, {"midnight", 0, 0, true}, {"12 a.m.", 0, 0, true},
		{"5 o'clock", 300, 300, true}, {"2 to 3 p.m.", 840, 900, true}, {"11 to 1 p.m.", 660, 780, true},
		{"14:00–15:30", 840, 930, true}, {"10:00:05", 600, 600, true}, {"24:00", 1440, 1440, true},
		{"9", 0, 0, false}, {"6.30", 0, 0, false}, {"25:10", 0, 0, false}, {"3:2", 0, 0, false},
		{"2 to 3 people", 0, 0, false}, {"12:75", 0, 0, false}, {"100:30", 0, 0, false},
	} {
		got, next, ok := ParseClock(cut(c.in), 0)
		if ok != c.ok || ok && (got.From != c.from || got.To != c.to || next != len(cut(c.in))) {
			t.Errorf("%q: %+v %d %v", c.in, got, next, ok)
		}
	}
	if c, _, ok := ParseClock(cut("25:10 o'clock"), 0); !ok || c.Invalid == "" {
		t.Errorf("25:10 o'clock: %+v %v", c, ok)
	}
}
