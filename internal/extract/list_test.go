package extract_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/fact"
)

// threeBullets is a list for sentences to introduce.
const threeBullets = "\n\n- cost of the works\n- time to build\n- fun\n"

// showListClaim writes "surface interval (what binds it to a list)".
func showListClaim(c *fact.ListClaim) string {
	s := fmt.Sprintf("%s %s", c.Surface, c.Quantity.Interval)
	for _, f := range []struct {
		set  bool
		name string
	}{{c.Following, "following"}, {c.Above, "above"}, {c.Colon, "colon"}, {c.Parenthesis, "parenthesis"}, {c.General, "general"}} {
		if f.set {
			s += " " + f.name
		}
	}
	return s
}

// TestListClaims reads the sentences that say how many items a list has.
func TestListClaims(t *testing.T) {
	tests := map[string][]string{
		"There are three reasons:":                               {"three reasons [3,3] colon general"},
		"The following three reasons speak for it.":              {"three reasons [3,3] following general"},
		"There are 3 reasons.":                                   {"3 reasons [3,3] general"},
		"The three main reasons are listed below.":               {"three main reasons [3,3] following general"},
		"Three bugs are as follows.":                             {"Three bugs [3,3] following"},
		"Bugs (3):":                                              {"3 [3,3] colon parenthesis"},
		"It can go wrong in one of three ways:":                  {"three ways [3,3] colon general"},
		"Long ago it rained. There are three reasons:":           {"three reasons [3,3] colon general"},
		"Pears grow on trees.":                                   nil,
		"There are reasons:":                                     nil,
		"There are at least three reasons:":                      nil,
		"There are more than three reasons:":                     nil,
		"There are about three reasons:":                         nil,
		"There are several reasons:":                             nil,
		"Pick two of the following reasons:":                     nil,
		"Pick one of the following reasons:":                     nil,
		"The first three reasons are:":                           nil,
		"The last two reasons are:":                              nil,
		"The next three reasons are:":                            nil,
		"Name any three reasons:":                                nil,
		"Name the best three reasons:":                           nil,
		"The second of three reasons:":                           nil,
		"In the past three years:":                               nil,
		"The number fell from four reasons to two reasons:":      nil,
		"Every three weeks:":                                     nil,
		"The 2nd reason:":                                        nil,
		"Version 3.9 brings:":                                    nil,
		"On 3 May 2021:":                                         nil,
		"Both reasons:":                                          nil,
		"If three reasons are given:":                            nil,
		"There are three reasons (cost, time and fun), as said.": nil,
	}
	for text, want := range tests {
		var got []string
		for _, c := range only[*fact.ListClaim](factsOf(t, "a.md", text+threeBullets)) {
			got = append(got, showListClaim(c))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", text, diff)
		}
	}
}

// TestAbove reads a sentence behind the list that points back at it.
func TestAbove(t *testing.T) {
	cs := only[*fact.ListClaim](factsOf(t, "a.md", "- cost\n- time\n- fun\n\nThe above three reasons weigh much.\n"))
	if len(cs) != 1 || !cs[0].Above || cs[0].Following {
		t.Errorf("got %d claims", len(cs))
	}
}

// showList writes a list's shape and what stands in the way of counting it.
func showList(l *fact.List) string {
	return fmt.Sprintf("%s %d nested %d more %d joined %d depth %d", l.Shape, len(l.Items), l.Nested, l.More, l.Joined, l.Depth)
}

// TestLists describes the lists that a sentence speaks of.
func TestLists(t *testing.T) {
	tests := []struct {
		name, file, text string
		want             []string
	}{
		{"bullets", "a.md", "There are three reasons:" + threeBullets, []string{"bulleted 3 nested 0 more 0 joined 0 depth 0"}},
		{"numbers", "a.md", "Three steps:\n\n1. open\n2. look\n3. close\n", []string{"numbered 3 nested 0 more 0 joined 0 depth 0"}},
		{"letters", "a.txt", "There are three duties:\n\n(a) to pay;\n(b) to work;\n(c) to rest.\n", []string{"numbered 3 nested 0 more 0 joined 0 depth 0"}},
		{"nested items are counted apart", "a.md", "Two steps:\n\n- open\n  - left\n  - right\n- close\n", []string{"bulleted 2 nested 2 more 0 joined 0 depth 0"}},
		{"a list that goes on behind a paragraph", "a.md", "Three tips:\n\n- open\n- look\n\nThen rest.\n\n- close\n", []string{"bulleted 2 nested 0 more 1 joined 0 depth 0"}},
		{"a list that begins again", "a.md", "Two steps:\n\n1. open\n2. look\n\nThen rest.\n\n1. close\n", []string{"numbered 2 nested 0 more 0 joined 0 depth 0"}},
		{"two things in one item", "a.md", "Three tools:\n\n- fork and knife\n- spoon\n", []string{"bulleted 2 nested 0 more 0 joined 1 depth 0"}},
		{"HTML", "a.html", "<p>Two steps:</p><ol><li>open</li><li>close</li></ol>", []string{"numbered 2 nested 0 more 0 joined 0 depth 0"}},
		{"a list that nobody counts", "a.md", "There are reasons:" + threeBullets, nil},
		{"a log", "a.txt", "Two calls:\n\n3 May 2021: a\n4 May 2021: b\n", nil},
		{"code", "a.md", "Two steps:\n\n```\n- open\n- close\n```\n", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, l := range only[*fact.List](factsOf(t, tt.file, tt.text)) {
			got = append(got, showList(l))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}

// TestListNeighbours holds that a list knows the blocks that may speak of it,
// across a sentence that only leads on.
func TestListNeighbours(t *testing.T) {
	const text = "There are three reasons.\n\nThey are:\n\n- cost\n- time\n- fun\n"
	fs := factsOf(t, "a.md", text)
	cs, ls := only[*fact.ListClaim](fs), only[*fact.List](fs)
	if len(cs) != 1 || len(ls) != 1 {
		t.Fatalf("%d claims, %d lists", len(cs), len(ls))
	}
	if ls[0].Before != cs[0].Block || ls[0].Intro == cs[0].Block {
		t.Errorf("claim in block %d; the list has intro %d and before %d", cs[0].Block, ls[0].Intro, ls[0].Before)
	}
}

// TestScopes reads what a document says about how complete its lists are,
// and hands it to the entries that it is about.
func TestScopes(t *testing.T) {
	const entries = "\n\n- 3 May 2021: call with Mayor Hale\n- 4 May 2021: call with Mayor Hale\n"
	tests := []struct{ name, text, want string }{
		{"partial", "This list is not exhaustive." + entries, "partial"},
		{"denied completeness", "What follows is not a complete list of calls." + entries, "partial"},
		{"illustrative", "Below is an illustrative list of calls." + entries, "partial"},
		{"a colon", "Her calls include:" + entries, "partial"},
		{"complete", "This is the complete list of her calls." + entries, "complete"},
		{"every one", "Every call is listed below." + entries, "complete"},
		{"nothing said", "These were her calls." + entries, ""},
		{"about something else", "Fruits include apples." + entries, ""},
		{"another section's", "## Trains\n\nThis list is not exhaustive.\n\n## Calls" + entries, ""},
		{"an enclosing section's", "# Contacts\n\nThe lists below are not exhaustive.\n\n## Calls" + entries, "partial"},
		{"the nearest counts", "This list is not exhaustive.\n\n# Calls\n\nThis is the complete list of her calls." + entries, "complete"},
	}
	for _, tt := range tests {
		es := only[*fact.Entry](factsOf(t, "a.md", tt.text))
		if len(es) != 2 {
			t.Errorf("%s: %d entries", tt.name, len(es))
			continue
		}
		for _, e := range es {
			got := ""
			switch {
			case e.Partial != nil && e.Complete:
				got = "both"
			case e.Partial != nil:
				got = "partial"
			case e.Complete:
				got = "complete"
			}
			if got != tt.want {
				t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
			}
		}
	}
}

// TestScopeRemark keeps the sentence that calls a list partial.
func TestScopeRemark(t *testing.T) {
	es := only[*fact.Entry](factsOf(t, "a.md", "It rained. This list is not exhaustive. Good.\n\n- 3 May 2021: a\n- 4 May 2021: b\n"))
	if len(es) == 0 || es[0].Partial == nil || es[0].Partial.Text != "This list is not exhaustive." {
		t.Fatalf("got %+v", es)
	}
}
