package anchor_test

import (
	"testing"

	"github.com/concordlint/concord/internal/anchor"
)

// TestSlug compares with names that GitHub gives.
func TestSlug(t *testing.T) {
	for heading, want := range map[string]string{
		"Getting Started":            "getting-started",
		"What's new?":                "whats-new",
		"Réglages & co":              "réglages--co",
		"3.2 The `run` command":      "32-the-run-command",
		"Mooring {#moor}":            "mooring",
		"snake_case stays":           "snake_case-stays",
		"數據 in two scripts":          "數據-in-two-scripts",
		"Topic part_{id}":            "topic-part_id",
		"🚀 Launch":                   "-launch",
		"  blanks at both its ends ": "blanks-at-both-its-ends",
	} {
		if got := anchor.Slug(heading); got != want {
			t.Errorf("%q: got %q, want %q", heading, got, want)
		}
	}
}

// TestFind looks names up as several programs make them, and some that none
// makes.
func TestFind(t *testing.T) {
	x := anchor.NewIndex([]string{"Moor", "fn:2"}, []string{
		"Getting Started", "What's new & old?", "2. Set up", "Usage", "Usage", "Über uns", "C++ and more", "Crab 🦀", "Tools (🛠️)",
		":tada: Thanks", "HTTP GET", "A -> B", "数据", "---", "Topic part_{id}", "Step {#first}",
	})
	tests := []struct {
		name string
		want anchor.Answer
		why  string
	}{
		{"getting-started", anchor.Somewhere, "GitHub"},
		{"getting_started", anchor.Somewhere, "wiki"},
		{"_getting_started", anchor.Somewhere, "Asciidoctor"},
		{"user-content-getting-started", anchor.Somewhere, "as GitHub has it in the page"},
		{"Getting-Started", anchor.Somewhere, "a maker that keeps capitals"},
		{"Getting-started", anchor.OtherCase, "none"},
		{"whats-new--old", anchor.Somewhere, "GitHub"},
		{"what-s-new-and-old", anchor.Somewhere, "with signs in words"},
		{"what-s-new-amp-old", anchor.Somewhere, "of escaped text"},
		{"2-set-up", anchor.Somewhere, "GitHub"},
		{"set-up", anchor.Somewhere, "kramdown"},
		{"usage-1", anchor.Somewhere, "GitHub, the second"},
		{"usage_2", anchor.Somewhere, "MkDocs, counted from one"},
		{"usage-3", anchor.Nowhere, "there are two"},
		{"getting-started-1", anchor.Nowhere, "there is one"},
		{"über-uns", anchor.Somewhere, "GitHub"},
		{"ber-uns", anchor.Somewhere, "old kramdown"},
		{"uber-uns", anchor.Somewhere, "Sphinx"},
		{"c-and-more", anchor.Somewhere, "GitHub"},
		{"c-plus-plus-and-more", anchor.Somewhere, "with signs in words"},
		{"crab-crab", anchor.Somewhere, "with the picture's name"},
		{"tools-hammer", anchor.Somewhere, "with a picture that takes two signs"},
		{"tada-thanks", anchor.Somewhere, "GitLab"},
		{"-thanks", anchor.Somewhere, "GitHub"},
		{"http-get", anchor.Somewhere, "GitHub"},
		{"HTTP-GET", anchor.Somewhere, "a maker that keeps capitals"},
		{"a--gt-b", anchor.Somewhere, "of escaped text"},
		{"数据", anchor.Somewhere, "GitHub"},
		{"-", anchor.Somewhere, "a heading of marks"},
		{"topic-part_id", anchor.Somewhere, "braces that are no attribute"},
		{"first-step", anchor.Nowhere, "words the other way round"},
		{"step", anchor.Somewhere, "without its attribute"},
		{"Moor", anchor.Somewhere, "as given"},
		{"moor", anchor.OtherCase, "as given but for the capital"},
		{"fn:2", anchor.Somewhere, "as given"},
		{"start", anchor.Nowhere, "a part of a heading"},
	}
	for _, c := range tests {
		if got, _ := x.Find(c.name); got != c.want {
			t.Errorf("%q (%s): got %d, want %d", c.name, c.why, got, c.want)
		}
	}
}

// TestNear finds what was meant, and says nothing where several may be.
func TestNear(t *testing.T) {
	x := anchor.NewIndex(nil, []string{"Getting Started", "Notes on tides", "Harbour rules", "Harbour dues", "数据"})
	for name, want := range map[string]int{
		"gettting-started": 0, "tides": 1, "notes-on-tide": 1, "harbour": -1, "lighthouse": -1, "xy": -1, "": -1,
	} {
		if got := x.Near(name); got != want {
			t.Errorf("%q: got %d, want %d", name, got, want)
		}
	}
}
