package extract_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/fact"
)

// countsOf shows the claims about contacts in a text.
func countsOf(t *testing.T, text string) []string {
	t.Helper()
	var got []string
	for _, c := range only[*fact.Count](factsOf(t, "a.txt", text)) {
		got = append(got, showCount(c))
	}
	return got
}

// TestTimesClaims reads how often somebody did something with somebody.
func TestTimesClaims(t *testing.T) {
	const seven = "times [7,7] talk: Poe > Hale"
	tests := map[string][]string{
		"Minister Poe has spoken seven times with Mayor Hale.":              {seven},
		"Minister Poe has spoken with Mayor Hale seven times.":              {seven},
		"Minister Poe has spoken to Mayor Hale on 7 occasions.":             {seven},
		"Minister Poe, who is ill, has spoken seven times with Mayor Hale.": {seven},
		"On grain Minister Poe has spoken seven times with Mayor Hale.":     {seven},
		"Minister Poe has met Mayor Hale twice.":                            {"times [2,2] meeting: Poe > Hale"},
		"Minister Poe visited Mayor Hale three times.":                      {"times [3,3] visit: Poe > Hale"},
		"Minister Poe held three meetings with Mayor Hale.":                 {"times [3,3] meeting: Poe > Hale"},
		"Minister Poe held a dozen calls and meetings with Mayor Hale.":     {"times [12,12] call+meeting: Poe > Hale"},
		"Minister Poe made two separate phone calls to Mayor Hale.":         {"times [2,2] call: Poe > Hale"},
		// Bounds and vague numbers stay what they are.
		"Minister Poe has met Mayor Hale more than twice.":     {"times (2,∞) meeting: Poe > Hale"},
		"Minister Poe has met Mayor Hale at least four times.": {"times [4,∞) meeting: Poe > Hale"},
		"Minister Poe has met Mayor Hale two or three times.":  {"times [2,3] meeting: Poe > Hale"},
		// All in all, without a counterpart.
		"Minister Poe held more than two dozen calls and meetings.": {"times (24,∞) call+meeting: Poe > -"},
		// The second claim takes over who and how.
		"Minister Poe has spoken twice with Mayor Hale and three times with Governor Senda.": {
			"times [2,2] talk: Poe > Hale", "times [3,3] talk: Poe > Senda",
		},
		"Minister Poe has spoken twice with Mayor Hale. He has spoken four times with Governor Senda.": {
			"times [2,2] talk: Poe > Hale", "times [4,4] talk: Poe > Senda",
		},
		// Whom a pronoun stands for.
		"Minister Poe likes Mayor Hale. He has met her three times.":                   {"times [3,3] meeting: Poe > Hale"},
		"Minister Poe wrote to Mayor Hale, with whom he has spoken three times.":       {"times [3,3] talk: Poe > Hale"},
		"Minister Poe is new. She has met Mayor Hale three times.":                     {"times [3,3] meeting: Poe > Hale"},
		"She has met Mayor Hale three times.":                                          nil,
		"Minister Poe is new. The weather was bad. It rained. He met her three times.": nil,
	}
	for text, want := range tests {
		if diff := cmp.Diff(want, countsOf(t, text)); diff != "" {
			t.Errorf("%s: -want +got\n%s", text, diff)
		}
	}
}

// TestHeadingEndsNarrative holds that a pronoun reaches back over no heading.
func TestHeadingEndsNarrative(t *testing.T) {
	const text = "# One\n\nMinister Poe likes Mayor Hale.\n\n# Two\n\nHe has met her three times.\n"
	if got := only[*fact.Count](factsOf(t, "a.md", text)); len(got) > 0 {
		t.Errorf("got %s", showCount(got[0]))
	}
}

// TestDistinctClaims reads with how many different parties somebody dealt.
func TestDistinctClaims(t *testing.T) {
	tests := map[string][]string{
		"Minister Poe has met eight of his European counterparts.": {"distinct [8,8] meeting: Poe > - {European counterparts}"},
		"Minister Poe has spoken with 16 European leaders.":        {"distinct [16,16] talk: Poe > - {European leaders}"},
		"Minister Poe has spoken with three foreign ministers.":    {"distinct [3,3] talk: Poe > - {foreign ministers}"},
		"Minister Poe has visited four countries.":                 {"distinct [4,4] visit: Poe > - {countries}"},
		"Minister Poe has called more than five mayors.":           {"distinct (5,∞) call: Poe > - {mayors}"},
	}
	for text, want := range tests {
		if diff := cmp.Diff(want, countsOf(t, text)); diff != "" {
			t.Errorf("%s: -want +got\n%s", text, diff)
		}
	}
}

// TestWindows binds the time that a sentence names to the claims that it
// limits.
func TestWindows(t *testing.T) {
	tests := map[string][]string{
		"In March 2021 Minister Poe met Mayor Hale three times.":                 {"times [3,3] meeting: Poe > Hale @In March 2021"},
		"Minister Poe met Mayor Hale three times in March 2021.":                 {"times [3,3] meeting: Poe > Hale @in March 2021"},
		"Minister Poe has met Mayor Hale three times since June 2020.":           {"times [3,3] meeting: Poe > Hale @since June 2020"},
		"In recent weeks Minister Poe has met Mayor Hale three times.":           {"times [3,3] meeting: Poe > Hale @In recent weeks"},
		"Minister Poe met Mayor Hale three times, but in March 2021 he was ill.": {"times [3,3] meeting: Poe > Hale"},
		"Minister Poe met Mayor Hale five times in 2020.":                        {"times [5,5] meeting: Poe > Hale @in 2020"},
	}
	for text, want := range tests {
		if diff := cmp.Diff(want, countsOf(t, text)); diff != "" {
			t.Errorf("%s: -want +got\n%s", text, diff)
		}
	}
}

// TestWindowDays resolves a window against the document's own date.
func TestWindowDays(t *testing.T) {
	const text = "# Report, 4 June 2021\n\nMinister Poe has met Mayor Hale three times since 10 May.\n"
	cs := only[*fact.Count](factsOf(t, "a.md", text))
	if len(cs) != 1 {
		t.Fatalf("%d claims", len(cs))
	}
	w := cs[0].Window
	if !w.Stated || !w.Exact || w.From.String() != "2021-05-10" || w.To.String() != "2021-06-04" {
		t.Errorf("window %+v", w)
	}
}

// TestBeyond marks claims about more than what is listed.
func TestBeyond(t *testing.T) {
	const claim = "times [9,9] call: Poe > Hale"
	tests := map[string]string{
		"In addition to the calls listed below, Minister Poe made nine calls to Mayor Hale.": claim + " beyond",
		"Since taking office Minister Poe made nine calls to Mayor Hale.":                    claim + " beyond",
		"Minister Poe made nine calls to Mayor Hale in her career.":                          claim + " beyond",
		"Minister Poe made nine calls to Mayor Hale, as listed below.":                       claim,
		"In addition, Minister Poe made nine calls to Mayor Hale.":                           claim,
	}
	for text, want := range tests {
		got := countsOf(t, text)
		if len(got) != 1 || got[0] != want && got[0] != want+" @Since taking office" {
			t.Errorf("%s\n  got %q, want %q", text, got, want)
		}
	}
}

// TestNoClaim holds that plans, conditions, negations, parts, durations and
// numbers of other things make no claim.
func TestNoClaim(t *testing.T) {
	for _, text := range []string{
		// Not done, or not certainly.
		"Minister Poe will meet Mayor Hale three times.",
		"Minister Poe would have met Mayor Hale three times.",
		"Minister Poe has not met Mayor Hale three times.",
		"Minister Poe hasn't met Mayor Hale three times.",
		"Minister Poe never met Mayor Hale twice.",
		"If Minister Poe had met Mayor Hale three times, he would know.",
		"Minister Poe plans three meetings with Mayor Hale.",
		"Minister Poe should meet Mayor Hale twice.",
		"Minister Poe may meet Mayor Hale twice.",
		"Nobody knows whether Minister Poe met Mayor Hale twice.",
		// Part of a whole, or a rate.
		"Two of the three calls between Minister Poe and Mayor Hale concerned grain.",
		"Minister Poe met Mayor Hale twice a week.",
		"Minister Poe met Mayor Hale three times as often as Governor Senda.",
		// Numbers of other things.
		"Minister Poe spoke with Mayor Hale for two hours.",
		"Minister Poe met Mayor Hale two days later.",
		"Minister Poe met Mayor Hale on 3 May.",
		"Minister Poe, 53, is older than Mayor Hale.",
		// With whom is not told, or nobody is.
		"Minister Poe has spoken twice.",
		"The two met three times.",
		"The committee met three times.",
		"Three meetings were held.",
		"Minister Poe read the report on Mayor Hale twice.",
	} {
		for _, c := range only[*fact.Count](factsOf(t, "a.txt", text)) {
			if c.Of != fact.Existence {
				t.Errorf("%s\n  got %s", text, showCount(c))
			}
		}
	}
}

// TestMayIsAMonth tells the month from the verb.
func TestMayIsAMonth(t *testing.T) {
	got := countsOf(t, "By May Minister Poe had met Mayor Hale twice.")
	if len(got) != 1 {
		t.Errorf("got %q", got)
	}
}

// TestQuotedClaims marks what somebody else says.
func TestQuotedClaims(t *testing.T) {
	const text = `"Minister Poe met Mayor Hale three times," the cook said.`
	for _, c := range only[*fact.Count](factsOf(t, "a.txt", text)) {
		if !c.Quoted {
			t.Errorf("not quoted: %s", showCount(c))
		}
	}
	const block = "> Minister Poe met Mayor Hale three times.\n"
	for _, c := range only[*fact.Count](factsOf(t, "a.md", block)) {
		if !c.Quoted {
			t.Errorf("not quoted: %s", showCount(c))
		}
	}
	const code = "```\nMinister Poe met Mayor Hale three times.\n```\n"
	if cs := only[*fact.Count](factsOf(t, "a.md", code)); len(cs) > 0 {
		t.Errorf("code: %s", showCount(cs[0]))
	}
}

// TestDeeds reads single contacts in the past, on a day of the week or at
// large.
func TestDeeds(t *testing.T) {
	tests := map[string][]string{
		"Minister Poe hosted Mayor Hale.":                              {"existence [1,1] host: Poe > Hale"},
		"Minister Poe spoke with Mayor Hale and Governor Senda.":       {"existence [1,1] talk: Poe > Hale", "existence [1,1] talk: Poe > Senda"},
		"During a Monday call with Mayor Hale, Minister Poe said yes.": {"existence [1,1] call: Hale > Poe @Monday"},
		"Minister Poe hosts Mayor Hale.":                               nil,
		"Minister Poe will host Mayor Hale.":                           nil,
		"Minister Poe wrote a book about Mayor Hale.":                  nil,
		"Minister Poe spoke about Mayor Hale.":                         nil,
		"Minister Poe spoke with the press.":                           nil,
	}
	for text, want := range tests {
		if diff := cmp.Diff(want, countsOf(t, text)); diff != "" {
			t.Errorf("%s: -want +got\n%s", text, diff)
		}
	}
}

// TestEntriesAreNoClaims holds that what an entry records is not also a
// claim about the record.
func TestEntriesAreNoClaims(t *testing.T) {
	const text = "- 3 May 2021: Minister Poe spoke twice with Mayor Hale\n- 4 May 2021: Minister Poe hosted Mayor Hale\n"
	if cs := only[*fact.Count](factsOf(t, "a.md", text)); len(cs) > 0 {
		t.Errorf("got %s", showCount(cs[0]))
	}
}
