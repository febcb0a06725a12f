package suppress

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// Ignore is an entry of a configuration that silences conflicts. What it does
// not say matches anything.
type Ignore struct {
	// Rule is an id, or a glob over ids.
	Rule string
	// File is a glob over documents, which whoever has the configuration
	// knows how to take.
	File string
	// Text is a piece of the document in which the claim stands, or a piece of
	// the claim, as it reads; any run of white space counts as one blank.
	Text string
	// Reason is shown with what is silenced.
	Reason string
}

// String is the entry as messages name it.
func (g Ignore) String() string {
	var parts []string
	for _, p := range [...][2]string{{"rule", g.Rule}, {"file", g.File}} {
		if p[1] != "" {
			parts = append(parts, p[0]+" "+p[1])
		}
	}
	if g.Text != "" {
		parts = append(parts, fmt.Sprintf("text %q", shorten(g.Text, shownWords)))
	}
	return strings.Join(parts, ", ")
}

// empty reports whether the entry fits everything.
func (g Ignore) empty() bool {
	return g.Rule == "" && g.File == "" && strings.TrimSpace(g.Text) == ""
}

// Valid tells what is wrong with an entry, as an error without a place.
func (g Ignore) Valid(rules Rules) error {
	if g.empty() {
		return fmt.Errorf("an entry that names no rule, file or text would silence everything")
	}
	if g.Rule != "" {
		if p := trouble(g.Rule, append(append([]string{}, rules.Known...), UnusedRule)); p != "" {
			return fmt.Errorf("%s", p)
		}
	}
	return nil
}

func (g Ignore) rule(id string) bool {
	p := pattern{text: g.Rule}
	return g.Rule == "" || p.matches(id)
}

// Search is what is needed to find what an entry is for.
type Search struct {
	// Fits reports whether a glob is for a document, by the name under which
	// it is reported.
	Fits func(glob, file string) bool
	// Open reads a document again. It is called only for those with a conflict
	// that an entry with a text may speak of.
	Open func(doc int) (*source.Document, error)
}

func (s Search) file(g Ignore, name string) bool {
	return name != "" && (g.File == "" || s.Fits(g.File, name))
}

// Ignores silences the conflicts that entries of the configuration speak of. It
// returns the entries that silence none, as indices, of those that could have:
// whose rules ran over a document that they match. An entry that says nothing is
// of no effect.
func Ignores(docs []Document, verdicts []verdict.Verdict, rules Rules, entries []Ignore, search Search) (unused []int) {
	used := make([]bool, len(entries))
	texts := reader{open: search.Open, of: -1}
	for i := range verdicts {
		v := &verdicts[i]
		if v.Status != verdict.Conflicts || v.Severity.Rank() == 0 || v.Place.Doc >= len(docs) {
			continue
		}
		for k, g := range entries {
			if g.empty() || !g.rule(v.Rule) || !search.file(g, docs[v.Place.Doc].File) || g.Text != "" && !texts.says(v, g.Text) {
				continue
			}
			used[k] = true
			if v.Suppressed == nil {
				v.Suppressed = &verdict.Suppression{Kind: kindConfig, Reason: g.Reason}
			}
		}
	}
	for k, g := range entries {
		q := pattern{text: g.Rule}
		tried := g.Rule == "" || rules.tried(&q)
		there := slices.ContainsFunc(docs, func(d Document) bool { return search.file(g, d.File) })
		if !used[k] && tried && there {
			unused = append(unused, k)
		}
	}
	return unused
}

// reader has the text around places at hand, of one document at a time.
type reader struct {
	open func(int) (*source.Document, error)
	of   int // the document that is open, -1 for none
	doc  *source.Document
}

// says reports whether the claim of a verdict has a text in it, or stands in it.
func (r *reader) says(v *verdict.Verdict, text string) bool {
	text = oneLine(text)
	if strings.Contains(oneLine(v.Surface), text) {
		return true
	}
	if r.of != v.Place.Doc {
		r.of = v.Place.Doc
		r.doc, _ = r.open(r.of) // what cannot be read any more says nothing
	}
	if r.doc == nil {
		return false
	}
	return holdsAround(r.doc.Text, v.Place, text)
}

// holdsAround reports whether text stands at a place of a document such that it
// meets the claim there.
func holdsAround(whole string, at fact.Place, text string) bool {
	s := at.Span
	if s.Start < 0 || s.End > len(whole) || s.Start > s.End {
		return false
	}
	// Blanks may be longer in the document than in the text.
	reach := 2*len(text) + 64
	before := oneLine(whole[max(0, s.Start-reach):s.Start] + "|")
	claim := oneLine("|" + whole[s.Start:s.End] + "|")
	behind := oneLine("|" + whole[s.End:min(len(whole), s.End+reach)])
	before, behind = strings.TrimSuffix(before, "|"), strings.TrimPrefix(behind, "|")
	joined := before + strings.Trim(claim, "|") + behind
	from, to := len(before), len(joined)-len(behind)
	for i := 0; ; i++ {
		k := strings.Index(joined[i:], text)
		if k < 0 {
			return false
		}
		i += k
		if i < to && i+len(text) > from {
			return true
		}
	}
}

// oneLine makes one blank of each run of white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
