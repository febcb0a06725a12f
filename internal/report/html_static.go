package report

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// claimNumbers leads from findings to their claims and back, as numbers in
// the slices of the report.
type claimNumbers struct {
	findings, suppressed []int
	finding              map[int]int // claim to finding
	silenced             map[int]int // claim to suppressed finding
}

// numberClaims finds the claim of each finding. Both are in the same order,
// and each finding is one of the claims.
func numberClaims(r *Report) claimNumbers {
	n := claimNumbers{finding: map[int]int{}, silenced: map[int]int{}}
	take := func(c *Claim, findings []Finding, at int) bool {
		if at >= len(findings) || c.Status != verdict.Conflicts {
			return false
		}
		f := &findings[at]
		return f.Rule == c.Rule && f.Message == c.Message && f.Severity == c.severity &&
			compareLocations(f.Location, c.Location) == 0
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		switch {
		case take(c, r.Suppressed, len(n.suppressed)):
			n.silenced[i] = len(n.suppressed)
			n.suppressed = append(n.suppressed, i)
		case take(c, r.Findings, len(n.findings)):
			n.finding[i] = len(n.findings)
			n.findings = append(n.findings, i)
		}
	}
	return n
}

// of is the finding that claim i became: kind is 1 for one that counts, 2 for
// one that was silenced; nil for other claims.
func (n claimNumbers) of(r *Report, i int) (f *Finding, kind int) {
	if k, ok := n.finding[i]; ok {
		return &r.Findings[k], 1
	}
	if k, ok := n.silenced[i]; ok {
		return &r.Suppressed[k], 2
	}
	return nil, 0
}

// htmlCount is a number with its name and the class of its mark.
type htmlCount struct {
	N           int
	Name, Class string
}

type htmlDocument struct {
	Name, File, Note             string
	Agrees, Conflicts, Undecided int
}

type htmlNote struct{ Kind, File, Message string }

// htmlFinding is a finding as plain markup.
type htmlFinding struct {
	Number                  int // of its claim, 1-based; 0 if not known
	Severity, Rule, Message string
	Claim                   htmlPiece
	Claimed, Found          string
	Calculation             string
	Groups                  []htmlGroup
	Repairs                 []string
	Silenced, Changed       string
}

type htmlGroup struct {
	Title, Role string
	Pieces      []htmlPiece
	More        int // pieces that are not shown
}

// htmlPiece is a place with the text around it.
type htmlPiece struct {
	Place                string
	Before, Text, Behind string
	Note                 string
}

const (
	// staticEvidence bounds the places of one role that are printed.
	staticEvidence = 60
	// staticText and staticAround bound the text of a place and that on
	// either side of it, in bytes.
	staticText, staticAround = 320, 140
)

// htmlView makes the plain part of the page.
type htmlView struct {
	r       *Report
	texts   map[string]*source.Document
	claimOf claimNumbers
	prefix  string
}

func newHTMLView(r *Report) *htmlView {
	v := &htmlView{r: r, texts: map[string]*source.Document{}, claimOf: numberClaims(r), prefix: commonFolder(r.Documents)}
	for _, t := range r.texts {
		v.texts[t.File] = t
	}
	return v
}

func (v *htmlView) title() string {
	n := len(v.r.Findings)
	if n == 0 {
		return "No findings in " + plural(v.r.Summary.Documents, "document")
	}
	return plural(n, "finding") + " in " + plural(v.r.Summary.Documents, "document")
}

func (v *htmlView) outcomes() []htmlCount {
	n := v.r.Summary.Claims
	return []htmlCount{
		{n.Agrees, pick(n.Agrees, "agrees", "agree"), "agrees"},
		{n.Conflicts, pick(n.Conflicts, "conflicts", "conflict"), "conflicts"},
		{n.Undecided, "undecided", "undecided"},
	}
}

func (v *htmlView) levels() []htmlCount {
	n := v.r.Summary.Findings
	var out []htmlCount
	for _, c := range []htmlCount{
		{n.Error, pick(n.Error, "error", "errors"), "error"},
		{n.Warning, pick(n.Warning, "warning", "warnings"), "warning"},
		{n.Info, "info", "info"},
		{v.r.Summary.Suppressed, "suppressed", "suppressed"},
		{v.r.Summary.Hidden, "less severe", "hidden"},
	} {
		if c.N > 0 {
			out = append(out, c)
		}
	}
	return out
}

func pick(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func (v *htmlView) documents() []htmlDocument {
	counts := map[string]*Statuses{}
	for i := range v.r.Claims {
		c := &v.r.Claims[i]
		n := counts[c.Location.File]
		if n == nil {
			n = &Statuses{}
			counts[c.Location.File] = n
		}
		switch c.Status {
		case verdict.Agrees:
			n.Agrees++
		case verdict.Conflicts:
			n.Conflicts++
		case verdict.Undecided:
			n.Undecided++
		}
	}
	out := make([]htmlDocument, 0, len(v.r.Documents))
	for _, d := range v.r.Documents {
		row := htmlDocument{Name: visible(d.File[len(v.prefix):]), File: visible(d.File)}
		if d.Authority {
			row.Note = "authority"
		}
		if n := counts[d.File]; n != nil {
			row.Agrees, row.Conflicts, row.Undecided = n.Agrees, n.Conflicts, n.Undecided
		}
		out = append(out, row)
	}
	return out
}

func (v *htmlView) notes() []htmlNote {
	out := make([]htmlNote, 0, len(v.r.Notes))
	for _, n := range v.r.Notes {
		out = append(out, htmlNote{n.Kind, visible(strings.TrimPrefix(n.File, v.prefix)), visible(n.Message)})
	}
	return out
}

func (v *htmlView) findings(findings []Finding, claims []int) []htmlFinding {
	plain := &writer{palette: newPalette(false)}
	out := make([]htmlFinding, len(findings))
	for i := range findings {
		f := &findings[i]
		h := &out[i]
		*h = htmlFinding{
			Severity: string(f.Severity), Rule: f.Rule, Message: visible(f.Message),
			Claim: v.piece(f.Location, ""), Claimed: visible(f.Claimed), Found: visible(f.Found),
		}
		if i < len(claims) {
			h.Number = claims[i] + 1
		}
		if f.Calculation != nil {
			h.Calculation = visible(f.Calculation.String())
		}
		for _, g := range group(f.Evidence) {
			h.Groups = append(h.Groups, v.group(g))
		}
		for _, s := range f.Suggestions {
			h.Repairs = append(h.Repairs, plain.repair(s, f.Location))
		}
		if f.Changed != nil {
			h.Changed = v.place(*f.Changed)
		}
		if s := f.Suppression; s != nil {
			h.Silenced = silencedBy(s)
		}
	}
	return out
}

// silencedBy tells who silenced a finding, and why.
func silencedBy(s *Suppression) string {
	where := "by " + s.Kind
	switch s.Kind {
	case "comment":
		where = "by a comment"
		if s.Location != nil {
			where += " at " + visible(s.Location.String())
		}
	case "config":
		where = "by the configuration"
	case "baseline":
		where = "known from the baseline"
	case "unchanged":
		where = "not on a changed line"
	}
	if s.Reason == "" {
		return where
	}
	return where + ": " + visible(s.Reason)
}

func (v *htmlView) group(g evidenceGroup) htmlGroup {
	h := htmlGroup{Title: title(g.role), Role: string(g.role)}
	if n := len(g.evidence); n > 1 {
		h.Title += fmt.Sprintf(" (%d)", n)
	}
	shown := g.evidence[:min(len(g.evidence), staticEvidence)]
	h.More = len(g.evidence) - len(shown)
	for _, e := range shown {
		h.Pieces = append(h.Pieces, v.piece(e.Location, e.Note))
	}
	return h
}

// piece is a place with the text that stands around it in its block.
func (v *htmlView) piece(l Location, note string) htmlPiece {
	p := htmlPiece{Place: v.place(l), Text: visible(clip(l.Text, staticText)), Note: visible(note)}
	d := v.texts[l.File]
	if d == nil || l.Line == 0 || l.span.End > len(d.Text) {
		return p
	}
	i := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Span.End > l.span.Start })
	if i == len(d.Blocks) || !d.Blocks[i].Span.Contains(l.span) {
		return p
	}
	b := d.Blocks[i].Span
	p.Before = visible(cellNames(d, i) + nearest(d.Text[b.Start:l.span.Start], true))
	p.Behind = visible(nearest(d.Text[l.span.End:b.End], false))
	return p
}

// cellNames names the row and the column of a table's cell by their heads;
// it is empty for other blocks.
func cellNames(d *source.Document, i int) string {
	b := d.Blocks[i]
	if b.Kind != source.Cell || b.Table == source.None {
		return ""
	}
	var names []string
	add := func(cells []int, column int) {
		if column < len(cells) && cells[column] != source.None && cells[column] != i {
			names = append(names, clip(oneLine(d.TextOf(d.Blocks[cells[column]])), staticAround))
		}
	}
	t := d.Tables[b.Table]
	if b.Row >= 0 && b.Row < len(t.Rows) {
		add(t.Rows[b.Row], 0)
		add(t.Header, b.Column)
	}
	if len(names) == 0 {
		return ""
	}
	return strings.Join(names, ", ") + ": "
}

func (v *htmlView) place(l Location) string {
	return visible(strings.TrimPrefix(l.String(), v.prefix))
}

// nearest is the end of what stands before a place, or the start of what
// stands behind it, cut between words.
func nearest(s string, before bool) string {
	if len(s) <= staticAround {
		return blanks(s)
	}
	if before {
		s = s[len(s)-staticAround:]
		if i := strings.IndexAny(s, " \n"); i >= 0 {
			s = s[i+1:]
		}
		return ellipsis + blanks(strings.ToValidUTF8(s, ""))
	}
	s = s[:staticAround]
	if i := strings.LastIndexAny(s, " \n"); i > 0 {
		s = s[:i]
	}
	return blanks(strings.ToValidUTF8(s, "")) + ellipsis
}

// blanks makes line ends and tabs blanks.
func blanks(s string) string {
	return strings.NewReplacer("\n", " ", "\t", " ").Replace(s)
}

// clip cuts a text to some bytes, with an ellipsis at its end.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most] + ellipsis
}
