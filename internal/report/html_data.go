package report

import (
	"slices"
	"sort"
	"strings"

	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// htmlData makes the data of the page. All places are in units of the text of
// their document; -1 stands for a place that is not in a text that is shown.
type htmlData struct {
	r       *Report
	byFile  map[string]int // numbers in Report.Documents
	texts   []*htmlText    // by those numbers, nil where the text is not shown
	claims  [][]int        // numbers in Report.Claims, by document
	claimOf claimNumbers
	rules   []string
	byRule  map[string]int
}

// htmlText is the text of a document that is shown.
type htmlText struct {
	doc   *source.Document
	units units
	loose []source.Span // places outside of all blocks
}

// htmlIndex is what the lists and the table need.
type htmlIndex struct {
	Rules  []string     `json:"rules"`
	Docs   []htmlSource `json:"docs"`
	Claims []htmlClaim  `json:"claims"`
	Notes  []Note       `json:"notes"`
}

type htmlSource struct {
	File      string `json:"f"`
	Name      string `json:"n"` // without what all files have in common
	Date      string `json:"y,omitempty"`
	Authority bool   `json:"h,omitempty"`
	Shown     bool   `json:"x,omitempty"`
}

// htmlClaim is a line of the ledger.
type htmlClaim struct {
	Rule     int    `json:"r"`
	Status   int    `json:"v"` // 0 agrees, 1 conflicts, 2 undecided
	Severity int    `json:"s,omitempty"`
	Doc      int    `json:"d"`
	Start    int    `json:"a"`
	End      int    `json:"b"`
	Line     int    `json:"l"`
	Column   int    `json:"o"`
	Text     string `json:"t"`
	Claimed  string `json:"c,omitempty"`
	Found    string `json:"f,omitempty"`
	Message  string `json:"m,omitempty"`
	Why      string `json:"w,omitempty"`
	// Kind is 1 for a finding, 2 for one that was silenced.
	Kind int `json:"k,omitempty"`
}

// htmlDocumentData is a document's text with its blocks, and what the panel
// shows of its claims.
type htmlDocumentData struct {
	Text   string              `json:"t"`
	Blocks [][]any             `json:"b"`
	Code   [][2]int            `json:"i,omitempty"` // inline code
	Claims map[int]htmlDetails `json:"k"`
}

// htmlDetails are the proof of a claim. Places are [document, start, end,
// line, column], with the text and the file behind them where the text is not
// shown.
type htmlDetails struct {
	Evidence    [][]any  `json:"e,omitempty"` // role, note, place
	Relation    string   `json:"c,omitempty"`
	Operands    [][]any  `json:"p,omitempty"` // interval, of, place or null
	Suggestions [][]any  `json:"g,omitempty"` // text, confidence, place
	Differ      bool     `json:"x,omitempty"`
	Fingerprint string   `json:"n,omitempty"`
	Silenced    []string `json:"u,omitempty"` // kind, reason
	SilencedAt  []any    `json:"w,omitempty"` // place
	Changed     []any    `json:"h,omitempty"` // place
}

// longClaim is how many bytes of a claim's text the table keeps at most.
const longClaim = 400

func newHTMLData(r *Report) *htmlData {
	d := &htmlData{
		r: r, byFile: map[string]int{}, byRule: map[string]int{},
		texts: make([]*htmlText, len(r.Documents)), claims: make([][]int, len(r.Documents)),
		claimOf: numberClaims(r),
	}
	for i, doc := range r.Documents {
		d.byFile[doc.File] = i
	}
	for _, t := range r.texts {
		if i, ok := d.byFile[t.File]; ok {
			d.texts[i] = &htmlText{doc: t, units: newUnits(t.Text)}
		}
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		if doc, ok := d.byFile[c.Location.File]; ok {
			d.claims[doc] = append(d.claims[doc], i)
		}
		if _, ok := d.byRule[c.Rule]; !ok {
			d.byRule[c.Rule] = 0
			d.rules = append(d.rules, c.Rule)
		}
		for _, l := range places(c) {
			d.keepLoose(l)
		}
	}
	slices.Sort(d.rules)
	for i, rule := range d.rules {
		d.byRule[rule] = i
	}
	return d
}

// places are all places of a claim that the page may show.
func places(c *Claim) []*Location {
	out := []*Location{&c.Location}
	for i := range c.Evidence {
		out = append(out, &c.Evidence[i].Location)
	}
	for i := range c.suggestions {
		out = append(out, &c.suggestions[i].Location)
	}
	if c.Calculation != nil {
		for i := range c.Calculation.Operands {
			if l := c.Calculation.Operands[i].Location; l != nil {
				out = append(out, l)
			}
		}
	}
	if c.Suppression != nil && c.Suppression.Location != nil {
		out = append(out, c.Suppression.Location)
	}
	return out
}

// keepLoose remembers a place that no block would show, such as one in front
// matter.
func (d *htmlData) keepLoose(l *Location) {
	t := d.text(l)
	if t == nil {
		return
	}
	blocks := t.doc.Blocks
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End > l.span.Start })
	if i < len(blocks) && blocks[i].Span.Start < max(l.span.End, l.span.Start+1) {
		return
	}
	gap := source.Span{Start: 0, End: len(t.doc.Text)}
	if i > 0 {
		gap.Start = blocks[i-1].Span.End
	}
	if i < len(blocks) {
		gap.End = blocks[i].Span.Start
	}
	if !slices.Contains(t.loose, gap) {
		t.loose = append(t.loose, gap)
	}
}

// text is the text in which a place is shown, nil if there is none.
func (d *htmlData) text(l *Location) *htmlText {
	i, ok := d.byFile[l.File]
	if !ok || d.texts[i] == nil || l.Line == 0 || l.span.End > len(d.texts[i].doc.Text) {
		return nil
	}
	return d.texts[i]
}

func (d *htmlData) place(l *Location) []any {
	doc, ok := d.byFile[l.File]
	if !ok {
		doc = -1
	}
	if t := d.text(l); t != nil {
		return []any{doc, t.units.at(l.span.Start), t.units.at(l.span.End), l.Line, l.Column}
	}
	return []any{doc, -1, -1, l.Line, l.Column, clip(l.Text, longClaim), l.File}
}

func (d *htmlData) index() htmlIndex {
	x := htmlIndex{Rules: d.rules, Docs: make([]htmlSource, len(d.r.Documents)), Claims: make([]htmlClaim, len(d.r.Claims)), Notes: []Note{}}
	if x.Rules == nil {
		x.Rules = []string{}
	}
	prefix := commonFolder(d.r.Documents)
	for _, n := range d.r.Notes {
		n.File = strings.TrimPrefix(n.File, prefix)
		x.Notes = append(x.Notes, n)
	}
	for i, doc := range d.r.Documents {
		x.Docs[i] = htmlSource{
			File: doc.File, Name: doc.File[len(prefix):], Date: doc.Date,
			Authority: doc.Authority, Shown: d.texts[i] != nil,
		}
	}
	for i := range d.r.Claims {
		x.Claims[i] = d.claim(i)
	}
	return x
}

func (d *htmlData) claim(i int) htmlClaim {
	c := &d.r.Claims[i]
	out := htmlClaim{
		Rule: d.byRule[c.Rule], Doc: -1, Start: -1, End: -1, Line: c.Location.Line, Column: c.Location.Column,
		Text: clip(c.Location.Text, longClaim), Claimed: c.Claimed, Found: c.Found, Message: c.Message, Why: c.Why,
	}
	if doc, ok := d.byFile[c.Location.File]; ok {
		out.Doc = doc
	}
	if t := d.text(&c.Location); t != nil {
		out.Start, out.End = t.units.at(c.Location.span.Start), t.units.at(c.Location.span.End)
	}
	switch c.Status {
	case verdict.Conflicts:
		out.Status, out.Severity = 1, c.severity.Rank()
	case verdict.Undecided:
		out.Status = 2
	}
	if f, kind := d.claimOf.of(d.r, i); f != nil {
		out.Kind = kind
	}
	return out
}

// document is the data of document i, nil where there is neither text nor claim.
func (d *htmlData) document(i int) *htmlDocumentData {
	t := d.texts[i]
	if t == nil && len(d.claims[i]) == 0 {
		return nil
	}
	out := &htmlDocumentData{Blocks: [][]any{}, Claims: map[int]htmlDetails{}} // a map's JSON is sorted
	for _, c := range d.claims[i] {
		out.Claims[c] = d.details(c)
	}
	if t == nil {
		return out
	}
	out.Text = t.doc.Text
	out.Blocks = t.blocks()
	for _, s := range t.doc.Literal {
		out.Code = append(out.Code, [2]int{t.units.at(s.Start), t.units.at(s.End)})
	}
	return out
}

func (d *htmlData) details(i int) htmlDetails {
	c := &d.r.Claims[i]
	out := htmlDetails{Differ: c.differ}
	for k := range c.Evidence {
		e := &c.Evidence[k]
		out.Evidence = append(out.Evidence, append([]any{string(e.Role), e.Note}, d.place(&e.Location)...))
	}
	if c.Calculation != nil {
		out.Relation = c.Calculation.Relation
		for _, o := range c.Calculation.Operands {
			op := []any{o.Interval, o.Of}
			if o.Location != nil {
				op = append(op, d.place(o.Location)...)
			}
			out.Operands = append(out.Operands, op)
		}
	}
	for k := range c.suggestions {
		s := &c.suggestions[k]
		out.Suggestions = append(out.Suggestions, append([]any{s.Text, s.Confidence}, d.place(&s.Location)...))
	}
	f, _ := d.claimOf.of(d.r, i)
	if f == nil {
		return out
	}
	out.Fingerprint = f.Fingerprint
	if f.Changed != nil {
		out.Changed = d.place(f.Changed)
	}
	if s := f.Suppression; s != nil {
		out.Silenced = []string{s.Kind, s.Reason}
		if s.Location != nil {
			out.SilencedAt = d.place(s.Location)
		}
	}
	return out
}

// commonFolder is the folder in which all documents stand, with its slash.
func commonFolder(docs []Document) string {
	if len(docs) == 0 {
		return ""
	}
	prefix := docs[0].File
	for _, d := range docs {
		for !strings.HasPrefix(d.File, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return prefix[:strings.LastIndexByte(prefix, '/')+1]
}
