package mutate_test

import (
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/mutate"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
)

// TestPlan has a document for each kind of slip, with what it becomes.
func TestPlan(t *testing.T) {
	tests := []struct{ kind, file, text, want string }{
		{"count-list", "a.md", "There are three tools:\n\n- saw\n- plane\n- file\n", "There are four tools:\n\n- saw\n- plane\n- file\n"},
		{"count-inline", "a.md", "We name three winners: Ann, Bo and Cy.\n", "We name four winners: Ann, Bo and Cy.\n"},
		{"count-log", "a.md", "They met four times.\n", "They met six times.\n"},
		{"sum", "a.md", "| Yard | Boats |\n|---|---|\n| A | 12 |\n| B | 8 |\n| Total | 20 |\n", "| Yard | Boats |\n|---|---|\n| A | 12 |\n| B | 8 |\n| Total | 23 |\n"},
		{"percent", "a.md", "It was 18 of 24 boats, or 75%.\n", "It was 18 of 24 boats, or 78%.\n"},
		{"conversion", "a.txt", "The path is 5 miles (8 km) long.\n", "The path is 5 miles (1 km) long.\n"},
		{"weekday", "a.md", "On Sunday, 3 March 2024, it rained.\n", "On Monday, 3 March 2024, it rained.\n"},
		{"impossible-date", "a.md", "Due on 12 June 2024.\n", "Due on 31 June 2024.\n"},
		{"range", "a.md", "From the fair of 5–9 May.\n", "From the fair of 9–5 May.\n"},
		{"date-order", "a.md", "- 1 May: a\n- 2 May: b\n- 3 May: c\n- 4 May: d\n", "- 3 May: a\n- 2 May: b\n- 3 May: c\n- 4 May: d\n"},
		{"duration", "a.md", "The five-day fair, 5–9 May.\n", "The eight-day fair, 5–9 May.\n"},
		{"office-conflict", "a.md", "Mayor Tom Hale spoke. Later Mayor Tom Hale left.\n", "Mayor Tom Hale spoke. Later Mayor Tom Walker left.\n"},
		{"name-variant", "a.md", "Ann Loder sat. Ann Loder stood. Ann Loder left.\n", "Ann Loder sat. Ann Loder stood. Ann Looder left.\n"},
		{"garbled-name", "a.md", "She met Bjørn.\n", "She met Bj?rn.\n"},
		{"value-conflict", "a.md", "It cost 12,500.\n\nThe 12,500 were paid.\n", "It cost 12,500.\n\nThe 15,500 were paid.\n"},
		{"quote-drift", "a.md", "\"We shall mend the pier before the winter comes,\" he said.\n\n\"We shall mend the pier before the winter comes,\" it read.\n", "\"We shall mend the pier before the winter comes,\" he said.\n\n\"We shall mend the pier otherwise the winter comes,\" it read.\n"},
		{"duplicate", "a.md", "- The gate of the upper lock was painted green.\n- The gate of the lower lock was oiled and shut.\n", "- The gate of the upper lock was painted green.\n- The gate of the upper lock was painted green.\n"},
		{"xref", "a.md", "See Section 4 of this.\n", "See Section 44 of this.\n"},
		{"link-label", "a.md", "See [#1234](https://x.test/pull/1234).\n", "See [#1534](https://x.test/pull/1234).\n"},
		{"own-number", "note-0042.md", "---\nnumber: 42\n---\n\nText.\n", "---\nnumber: 45\n---\n\nText.\n"},
		{"acronym", "a.md", "The Harbour Trust Board (HTB) met.\n", "The Harbour Trust Board (HBT) met.\n"},
	}
	seen := map[string]bool{}
	for _, tt := range tests {
		seen[tt.kind] = true
		d, err := formats.Read(tt.file, []byte(tt.text))
		if err != nil {
			t.Fatal(err)
		}
		done := false
		for _, s := range mutate.Plan([]*source.Document{d}, 9) {
			if s.Kind == tt.kind && string(s.Apply(d, []byte(tt.text))) == tt.want {
				done = true
			}
		}
		if !done {
			t.Errorf("%s: %q does not become %q", tt.kind, tt.text, tt.want)
		}
	}
	for _, k := range mutate.Kinds() {
		if !seen[k] {
			t.Errorf("kind %s has no test", k)
		}
	}
}

// TestPlanSpreads: no more than asked for, from all over the document.
func TestPlanSpreads(t *testing.T) {
	text := strings.Repeat("They met four times.\n\n", 30)
	d, err := formats.Read("a.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	slips := mutate.Plan([]*source.Document{nil, d}, 3)
	if len(slips) != 3 || slips[0].Doc != 1 || slips[2].Span.Start < len(text)/2 {
		t.Errorf("got %v", slips)
	}
}
