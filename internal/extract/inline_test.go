package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/extract"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source/formats"
)

// inlineOf shows what is read of the numbers of a text whose sentences name
// what they count: noun, items, least and most.
func inlineOf(t *testing.T, text string) string {
	t.Helper()
	doc, err := formats.Read("a.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range extract.Document(doc, 0, extract.Options{}) {
		if f, ok := f.(*fact.Inline); ok {
			var items []string
			for _, p := range f.Items {
				items = append(items, doc.Text[p.Span.Start:p.Span.End])
			}
			out = append(out, fmt.Sprintf("%s: %s [%d,%d]", f.Surface, strings.Join(items, " | "), f.Least, f.Most))
		}
	}
	return strings.Join(out, "; ")
}

// TestInlineItems parts rows of names as a reader would, and tells how many
// things they may be at least and at most.
func TestInlineItems(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Two winners: Ann Lee and Bo Dahl.", "Two winners: Ann Lee | Bo Dahl [2,2]"},
		{"Two winners: Ann Lee, Jr., and Bo Dahl.", "Two winners: Ann Lee, Jr. | Bo Dahl [1,2]"},
		{"Two victims: Ann Lee, 34, and Bo Dahl, 41.", "Two victims: Ann Lee, 34 | Bo Dahl, 41 [2,2]"},
		{"Two shops: Boots and Marks and Spencer.", "Two shops: Boots | Marks | Spencer [1,3]"},
		{"Three parts: (1) a wall, a gate and a mill, (2) a pump.", "Three parts: 1) a wall, a gate and a mill, | 2) a pump [2,2]"},
		{"Two offices: Oslo, Norway; Umea, Sweden.", "Two offices: Oslo, Norway | Umea, Sweden [2,2]"},
		{"Five people came: my parents and three aunts.", "Five people: my parents | three aunts [1,-1]"},
		{"Three boats: Alma, Bella and Cora, all of wood.", "Three boats: Alma | Bella | Cora [3,3]"},
		{"We saw two boats, Alma and Bella.", ""},
		{"It took two days: Monday and Tuesday.", ""},
		{"The first three boats: Alma, Bella and Cora.", ""},
		{"Two boats and a car.", ""},
	}
	for _, tt := range tests {
		if got := inlineOf(t, tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
