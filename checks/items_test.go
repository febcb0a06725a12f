package checks_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/verdict"
)

// blocks of the documents here: the sentence, what stands between, the list.
const (
	introBlock = 1
	otherBlock = 2
)

// reasons is a claim that introduces the list below it with a colon.
func reasons(t *testing.T, number string) *fact.ListClaim {
	t.Helper()
	c := &fact.ListClaim{
		Base: base(0, 10*introBlock, number+" reasons"), Quantity: amount(t, number+" reasons"), NumberAt: at(0, 10), Noun: "reasons", NounStem: "reason",
		General: true, Colon: true, Last: true, Introduces: true, Ends: true,
	}
	return c
}

// list is a list of n items right below the sentence.
func list(n int) *fact.List {
	l := &fact.List{Base: base(0, 100, ""), Intro: introBlock, Before: fact.None, After: fact.None, Shape: "bulleted"}
	for i := range n {
		l.Items = append(l.Items, at(0, 100+10*i))
		l.Heads = append(l.Heads, []string{fmt.Sprintf("word%d", i)})
		l.Labels = append(l.Labels, 0)
	}
	return l
}

// TestItems compares the number with every reading of the list's length.
func TestItems(t *testing.T) {
	with := func(n int, change func(*fact.List)) *fact.List {
		l := list(n)
		change(l)
		return l
	}
	tests := []struct {
		name, number string
		list         *fact.List
		want         string
	}{
		{"as many", "three", list(3), "agrees: 3/3"},
		{"one too many", "three", list(4), "conflicts contradiction: 3/4"},
		{"one too few", "three", list(2), "conflicts contradiction: 3/2"},
		{"far off", "three", list(6), "undecided (the number is too far off to be about this list): 3/6"},
		{"a long list may be off by more", "thirty", list(28), "conflicts contradiction: 30/28"},
		{"one item", "two", list(1), "undecided (the list has one item only): 2/1"},
		{"the nested items are meant", "four", with(3, func(l *fact.List) { l.Nested = 4 }), "undecided (the number fits the nested items): 4/3"},
		{"all items are meant", "four", with(3, func(l *fact.List) { l.Nested = 1 }), "undecided (the number fits the nested items): 4/3"},
		{"nested items that do not fit", "four", with(3, func(l *fact.List) { l.Nested = 7 }), "conflicts contradiction: 4/3"},
		{"the list goes on", "four", with(3, func(l *fact.List) { l.More = 2 }), "undecided (the list may go on after the text between): 4/3"},
		{"more follows, and too many are there", "two", with(3, func(l *fact.List) { l.More = 2 }), "conflicts contradiction: 2/3"},
		{"an item holds two", "four", with(3, func(l *fact.List) { l.Joined = 1 }), "undecided (items of the list name several things): 4/3"},
		{"an item holds two, and fewer are claimed", "two", with(3, func(l *fact.List) { l.Joined = 1 }), "conflicts contradiction: 2/3"},
		{"a number is left out", "four", with(3, func(l *fact.List) { l.Labels = []int{1, 2, 4} }), "undecided (the items' own numbers reach the number claimed): 4/3"},
		{"the end is not certain", "four", with(3, func(l *fact.List) { l.Broken = true }), "undecided (it is not certain where the list ends): 4/3"},
	}
	for _, tt := range tests {
		vs := run(newCheck(t, "count", "items"), reasons(t, tt.number), tt.list)
		if len(vs) != 1 || outcome(vs[0]) != tt.want {
			t.Errorf("%s: got %q, want %s", tt.name, outcomes(vs), tt.want)
		}
	}
}

// TestItemsFollowing allows two off where the sentence points at the list.
func TestItemsFollowing(t *testing.T) {
	c := reasons(t, "three")
	c.Following = true
	if vs := run(newCheck(t, "count", "items"), c, list(5)); len(vs) != 1 || outcome(vs[0]) != "conflicts contradiction: 3/5" {
		t.Errorf("two off: %q", outcomes(vs))
	}
	if vs := run(newCheck(t, "count", "items"), c, list(6)); len(vs) != 1 || vs[0].Status != verdict.Undecided {
		t.Errorf("three off: %q", outcomes(vs))
	}
}

// TestItemsProof shows each item, the message and the repair.
func TestItemsProof(t *testing.T) {
	vs := run(newCheck(t, "count", "items"), reasons(t, "three"), list(4))
	if len(vs) != 1 {
		t.Fatalf("%d verdicts", len(vs))
	}
	v := vs[0]
	if want := `text says "three reasons", the list has 4 items`; v.Message != want {
		t.Errorf("message %s, want %s", v.Message, want)
	}
	if diff := cmp.Diff([]string{"counted: item 1", "counted: item 2", "counted: item 3", "counted: item 4"}, roles(v)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if len(v.Suggestions) != 1 || v.Suggestions[0].Text != "four" {
		t.Errorf("suggestions %+v", v.Suggestions)
	}
}

// TestIntroduced tells which sentences are about the list beside them; about
// all others nothing is said.
func TestIntroduced(t *testing.T) {
	tests := []struct {
		name   string
		change func(*fact.ListClaim, *fact.List)
		want   bool
	}{
		{"with a colon", func(*fact.ListClaim, *fact.List) {}, true},
		{"without a colon, of a general noun", func(c *fact.ListClaim, _ *fact.List) { c.Colon = false }, true},
		{"without a colon, of a noun that the items hold", func(c *fact.ListClaim, l *fact.List) {
			c.Colon, c.General, l.Heads[1] = false, false, []string{"reason"}
		}, true},
		{"without a colon, of a noun that they do not hold", func(c *fact.ListClaim, _ *fact.List) { c.Colon, c.General = false, false }, false},
		{"that only mentions a number", func(c *fact.ListClaim, _ *fact.List) { c.Introduces, c.Ends = false, false }, false},
		{"that goes on after the noun", func(c *fact.ListClaim, _ *fact.List) { c.Colon, c.Ends = false, false }, false},
		{"whose number stands in parentheses", func(c *fact.ListClaim, _ *fact.List) { c.Introduces, c.Ends, c.Parenthesis = false, false, true }, true},
		{"that points up", func(c *fact.ListClaim, _ *fact.List) { c.Above = true }, false},
		{"that points up, below the list", func(c *fact.ListClaim, l *fact.List) {
			c.Above, l.Intro, l.After, l.Called = true, otherBlock, introBlock, []string{"reason"}
		}, true},
		{"that points up, below a list of other things", func(c *fact.ListClaim, l *fact.List) { c.Above, l.Intro, l.After = true, otherBlock, introBlock }, false},
		{"below the list, that points nowhere", func(_ *fact.ListClaim, l *fact.List) { l.Intro, l.After = otherBlock, introBlock }, false},
		{"with a lead between", func(_ *fact.ListClaim, l *fact.List) { l.Intro, l.Before = otherBlock, introBlock }, true},
		{"with a lead between, before another sentence", func(c *fact.ListClaim, l *fact.List) { l.Intro, l.Before, c.Last = otherBlock, introBlock, false }, false},
		{"of another block", func(_ *fact.ListClaim, l *fact.List) { l.Intro = otherBlock }, false},
		{"of another document", func(_ *fact.ListClaim, l *fact.List) { l.Doc = 1 }, false},
		{"quoted", func(c *fact.ListClaim, _ *fact.List) { c.Quoted = true }, false},
		{"of a quoted list", func(_ *fact.ListClaim, l *fact.List) { l.Quoted = true }, false},
	}
	for _, tt := range tests {
		c, l := reasons(t, "three"), list(4)
		tt.change(c, l)
		vs := run(newCheck(t, "count", "items"), c, l)
		if got := len(vs) == 1 && vs[0].Status == verdict.Conflicts; got != tt.want || len(vs) > 1 || !got && len(vs) > 0 {
			t.Errorf("a sentence %s: got %q", tt.name, outcomes(vs))
		}
	}
}

// TestRival decides nothing where another number of the passage fits.
func TestRival(t *testing.T) {
	a, b := reasons(t, "three"), reasons(t, "four")
	b.Span.Start += 3
	var statuses []verdict.Status
	for _, v := range run(newCheck(t, "count", "items"), a, b, list(4)) {
		statuses = append(statuses, v.Status)
	}
	if diff := cmp.Diff([]verdict.Status{verdict.Undecided, verdict.Agrees}, statuses); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
