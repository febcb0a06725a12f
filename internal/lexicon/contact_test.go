package lexicon

import "testing"

func TestMatchContactVerb(t *testing.T) {
	for _, c := range []struct {
		text, want string
		kind       Contact
		prep       string
	}{
		{"spoke with Holm", "spoke with", Talk, "with"},
		{"spoken seven times with Holm", "spoken", Talk, ""},
		{"spoke by phone with Holm", "spoke by phone with", Call, "with"},
		{"spoke virtually with Holm", "spoke virtually with", Video, "with"},
		{"spoke by video link to Holm", "spoke by video link to", Video, "to"},
		{"met Holm", "met", Meeting, ""},
		{"meets with Holm", "meets with", Meeting, "with"},
		{"met again in person with Holm", "met again in person with", Meeting, "with"},
		{"met the deadline", "", "", ""},
		{"met needs", "", "", ""},
		{"called Holm", "called", Call, ""},
		{"called for calm", "", "", ""},
		{"called off", "", "", ""},
		{"rang Holm", "rang", Call, ""},
		{"traveled to France", "traveled to", Visit, "to"},
		{"hosted Holm", "hosted", Host, ""},
		{"consults with Holm", "consults with", Talk, "with"},
		{"attends the meeting", "attends", Attend, ""},
		{"participates in the meeting", "participates in", Attend, "in"},
		{"saw a film", "", "", ""},
		{"spoke of peace", "", "", ""},
		{"joins forces", "", "", ""},
		{"walked home", "", "", ""},
	} {
		toks := cut(c.text)
		m, n, ok := MatchContactVerb(toks, 0)
		if got := at(c.text, toks, 0, n); got != c.want || ok != (c.want != "") || m.Kind != c.kind || m.Prep != c.prep {
			t.Errorf("%q: %q %+v, want %q %s %q", c.text, got, m, c.want, c.kind, c.prep)
		}
	}
	m, _, _ := MatchContactVerb(cut("spoken"), 0)
	if !m.Past || m.Lemma != "speak" || !m.Takes("with") || m.Takes("") {
		t.Errorf("spoken: %+v", m)
	}
}

func TestMatchContactNoun(t *testing.T) {
	for _, c := range []struct {
		text, want string
		kind       Contact
		plural     bool
	}{
		{"Call with Holm", "Call", Call, false},
		{"phone calls with Holm", "phone calls", Call, true},
		{"virtual meeting with Holm", "virtual meeting", Video, false},
		{"Bilateral meeting with Holm", "Bilateral meeting", Meeting, false},
		{"meetings with Holm", "meetings", Meeting, true},
		{"meeting room", "", "", false},
		{"call for action", "", "", false},
		{"talks with Holm", "talks", Talk, false},
		{"Foreign Ministerial meeting", "Foreign Ministerial meeting", Attend, false},
		{"video chat on Tuesday", "video chat", Video, false},
		{"visits to Norway", "visits", Visit, true},
		{"interactions listed", "interactions", Any, true},
		{"table", "", "", false},
	} {
		toks := cut(c.text)
		m, n, ok := MatchContactNoun(toks, 0)
		if got := at(c.text, toks, 0, n); got != c.want || ok != (c.want != "") || m.Kind != c.kind || m.Plural != c.plural {
			t.Errorf("%q: %q %+v, want %q %s", c.text, got, m, c.want, c.kind)
		}
	}
}

func TestCovers(t *testing.T) {
	for _, c := range []struct {
		claim, entry  Contact
		strict, broad bool
	}{
		{Talk, Call, true, true}, {Talk, Meeting, true, true}, {Talk, Video, true, true}, {Talk, Visit, false, true}, {Talk, Attend, false, true}, {Talk, Letter, false, false},
		{Call, Call, true, true}, {Call, Meeting, false, false}, {Call, Talk, false, true}, {Call, Attend, false, false},
		{Meeting, Call, false, false}, {Meeting, Host, true, true}, {Meeting, Visit, false, true}, {Meeting, Attend, false, true},
		{Visit, Call, false, false}, {Visit, Meeting, false, true},
		{Any, Call, true, true}, {Any, Visit, true, true}, {Any, Attend, false, true}, {Any, Letter, false, true},
		{Letter, Call, false, false}, {Attend, Attend, true, true},
	} {
		if s, b := Covers(c.claim, c.entry); s != c.strict || b != c.broad {
			t.Errorf("%s covers %s: %v %v", c.claim, c.entry, s, b)
		}
	}
	if s, _ := CoversAny([]Contact{Call, Meeting}, Video); !s {
		t.Error("calls and meetings leave out a video link")
	}
	for _, claim := range []Contact{Call, Meeting, Visit, Video, Host, Talk, Letter, Brief, Attend, Any} {
		for _, entry := range []Contact{Call, Meeting, Visit, Video, Host, Talk, Letter, Brief, Attend, Any} {
			if s, b := Covers(claim, entry); s && !b {
				t.Errorf("%s covers %s strictly but not broadly", claim, entry)
			}
		}
	}
}

func TestMatchQualifier(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int
		want string
		kind QualifierKind
	}{
		{"then-Chancellor Wex", 0, "then-", Then},
		{"Then-Chancellor Wex", 0, "Then-", Then},
		{"then Chancellor Wex", 0, "then", Then},
		{"then he left", 0, "", ""},
		{"Then President Wex left", 0, "", ""},
		{"ex-president", 0, "ex-", Former},
		{"former President", 0, "former", Former},
		{"Former President", 0, "Former", Former},
		{"Chancellor-elect Wex", 1, "-elect", Elect},
		{"Chancellor-designate Wex", 1, "-designate", Designate},
		{"Professor Emeritus", 1, "Emeritus", Emeritus},
		{"acting mayor", 0, "acting", Acting},
		{"the late President Wex", 1, "late", Late},
		{"the late mayor", 1, "late", Late},
		{"in late December", 1, "", ""},
		{"late 2021", 0, "", ""},
		{"the late train", 1, "", ""},
		{"next president", 0, "next", Next},
		{"next week", 0, "", ""},
		{"newly elected mayor", 0, "newly elected", Newly},
		{"co-chair Ode", 0, "co-", Co},
		{"shadow foreign secretary", 0, "shadow", Shadow},
		{"one-time mayor", 0, "one-time", Former},
		{"outgoing mayor", 0, "outgoing", Outgoing},
		{"well-known mayor", 1, "", ""},
	} {
		toks := cut(c.text)
		q, n, ok := MatchQualifier(toks, c.at)
		if !ok {
			n = 0
		}
		if got := at(c.text, toks, c.at, n); got != c.want || q != c.kind {
			t.Errorf("%q: %q %s, want %q %s", c.text, got, q, c.want, c.kind)
		}
	}
}
