// Package suppress silences conflicts that somebody has said to leave alone:
// by a comment in the document, or by an entry of the configuration. It tells
// of comments and entries that silence nothing, or that it does not
// understand.
//
// It knows verdicts and the places of comments. It must not know checks,
// extraction, or how a report looks. A conflict is silenced, never dropped: it
// stays in the report with who silenced it, and why.
//
// What decides is the place of the conflict itself, which is that of the claim.
// Evidence does not count: where a list is to be ignored, a sentence elsewhere
// that miscounts its entries is still wrong, and whoever wants that silenced
// says so at the sentence.
package suppress

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/verdict"
)

// UnusedRule is the id under which a comment that silences nothing is reported.
const UnusedRule = "unused-suppression"

// The kinds of suppression that are made here.
const (
	kindComment = "comment"
	kindConfig  = "config"
)

// Rules are the ids of rules.
type Rules struct {
	// Known are all that there are, Usual those that run unless something else
	// is asked for, Ran those that did.
	Known, Usual, Ran []string
}

// Document is a document of the set, at its number.
type Document struct {
	// File is the name under which it is reported.
	File string
	// Marks are its comments to Concord, with what they cover.
	Marks []source.Mark
}

// Problem is a comment that is not understood.
type Problem struct {
	// Doc is the number of its document, Span its place there.
	Doc  int
	Span source.Span
	// Message is a sentence about what is wrong.
	Message string
}

// Comments silences the conflicts that comments speak of: it sets Suppressed
// in verdicts. It returns a conflict of UnusedRule for each comment that names
// a rule that ran and of which it silences nothing, in the order of documents
// and places, and the comments that are not understood.
func Comments(docs []Document, verdicts []verdict.Verdict, rules Rules) (unused []verdict.Verdict, problems []Problem) {
	known := append(append([]string{}, rules.Known...), UnusedRule)
	byDocument, evidence := sorted(docs, verdicts)
	for d := range docs {
		if len(docs[d].Marks) == 0 {
			continue
		}
		p := page{doc: d}
		p.read(docs[d].Marks, known)
		for _, v := range byDocument[d] {
			p.silence(v)
		}
		for _, e := range evidence[d] {
			p.notice(e)
		}
		for i := range p.comments {
			if v, ok := p.unused(&p.comments[i], rules); ok && !p.silence(&v) {
				unused = append(unused, v)
			}
		}
		problems = append(problems, p.problems...)
	}
	return unused, problems
}

// spot is where a conflict of a rule has evidence.
type spot struct {
	rule string
	at   int
}

// sorted lists, for each document with comments, the conflicts whose claim
// stands there, and where others have evidence.
func sorted(docs []Document, verdicts []verdict.Verdict) (claims [][]*verdict.Verdict, evidence [][]spot) {
	claims, evidence = make([][]*verdict.Verdict, len(docs)), make([][]spot, len(docs))
	marked := func(d int) bool { return d < len(docs) && len(docs[d].Marks) > 0 }
	for i := range verdicts {
		v := &verdicts[i]
		if v.Status != verdict.Conflicts || v.Severity.Rank() == 0 {
			continue
		}
		if marked(v.Place.Doc) {
			claims[v.Place.Doc] = append(claims[v.Place.Doc], v)
		}
		for _, e := range v.Evidence {
			if marked(e.Place.Doc) {
				evidence[e.Place.Doc] = append(evidence[e.Place.Doc], spot{v.Rule, e.Place.Span.Start})
			}
		}
	}
	return claims, evidence
}

// page is the comments of one document.
type page struct {
	doc      int
	comments []comment
	problems []Problem
	// off are the rules that are off behind the last comment read.
	off map[string]bool
	// regions by rule, made when a rule has a conflict.
	regions map[string][]region
}

// region is a stretch of the document in which a comment silences a rule.
type region struct {
	source.Span
	comment, pattern int
}

// read understands the comments of a document.
func (p *page) read(marks []source.Mark, known []string) {
	p.regions, p.off = map[string][]region{}, map[string]bool{}
	for i, m := range marks {
		if i == mostComments {
			p.tell(m, fmt.Sprintf("there are more than %d comments to Concord; neither this one nor those behind it are followed", mostComments))
			return
		}
		c, problems := read(m, known)
		for _, s := range problems {
			p.tell(m, s)
		}
		if len(c.patterns) == 0 {
			continue
		}
		for _, q := range c.patterns {
			if c.verb != ignore && !p.turn(q, c.verb == off, known) && c.verb == on {
				p.tell(m, fmt.Sprintf("%q: %s is not off here", shown(m), q.text))
			}
		}
		p.comments = append(p.comments, c)
	}
}

func (p *page) tell(m source.Mark, message string) {
	p.problems = append(p.problems, Problem{Doc: p.doc, Span: m.Span, Message: message})
}

// turn notes which rules are off behind a comment, and reports whether any of
// them changed by a pattern of it.
func (p *page) turn(q pattern, off bool, known []string) bool {
	changed := false
	for _, rule := range known {
		if q.matches(rule) && p.off[rule] != off {
			p.off[rule], changed = off, true
		}
	}
	return changed
}

// of lists where comments silence a rule, in their order.
func (p *page) of(rule string) []region {
	if all, ok := p.regions[rule]; ok {
		return all
	}
	all := []region{}
	open := -1
	for i := range p.comments {
		c := &p.comments[i]
		for k := range c.patterns {
			if !c.patterns[k].matches(rule) {
				continue
			}
			switch c.verb {
			case ignore:
				all = append(all, region{c.mark.Covers, i, k})
			case off:
				if open < 0 {
					open = len(all)
					all = append(all, region{source.Span{Start: c.mark.At, End: math.MaxInt}, i, k})
				}
			case on:
				if open >= 0 {
					all[open].End = c.mark.At
					open = -1
				}
			}
			break
		}
	}
	p.regions[rule] = all
	return all
}

// silence sets Suppressed in a conflict that a comment speaks of. Of several
// the first is named, and all count as used.
func (p *page) silence(v *verdict.Verdict) bool {
	at := v.Place.Span.Start
	for _, r := range p.of(v.Rule) {
		if at < r.Start || at >= r.End {
			continue
		}
		c := &p.comments[r.comment]
		c.patterns[r.pattern].used = true
		if v.Suppressed == nil {
			v.Suppressed = &verdict.Suppression{Kind: kindComment, Reason: c.reason, Place: p.place(c)}
		}
	}
	return v.Suppressed != nil
}

// notice remembers which comments cover evidence. They silence nothing by that,
// but whoever wrote them may have meant to.
func (p *page) notice(e spot) {
	for _, r := range p.of(e.rule) {
		if e.at >= r.Start && e.at < r.End {
			p.comments[r.comment].patterns[r.pattern].near = true
		}
	}
}

func (p *page) place(c *comment) *fact.Place {
	return &fact.Place{Doc: p.doc, Span: c.mark.Span, Block: fact.None, Section: fact.None}
}

// unused is a conflict that tells of a comment's rules of which it silences
// nothing; false if there are none, or if they did not run.
func (p *page) unused(c *comment, rules Rules) (verdict.Verdict, bool) {
	if c.verb == on {
		return verdict.Verdict{}, false
	}
	var names []string
	near := false
	for i := range c.patterns {
		if q := &c.patterns[i]; !q.used && q.text != UnusedRule && rules.tried(q) {
			names, near = append(names, q.text), near || q.near
		}
	}
	if len(names) == 0 {
		return verdict.Verdict{}, false
	}
	why := fmt.Sprintf("there is no finding of %s in what it covers", strings.Join(names, ", "))
	switch {
	case near:
		why += "; the evidence of one is there, but its claim, which decides, stands elsewhere"
	case c.verb == ignore && c.mark.Covers.Len() == 0:
		why = "nothing stands behind it"
	}
	v := verdict.Verdict{
		Rule: UnusedRule, Status: verdict.Conflicts, Grade: verdict.Doubt, Severity: verdict.Info,
		Message: fmt.Sprintf("%q silences nothing: %s", shown(c.mark), why),
		Place:   *p.place(c),
	}
	if len(names) == len(c.patterns) && c.verb == ignore && !near {
		v.Suggestions = []verdict.Suggestion{{Place: v.Place, Confidence: "medium"}}
	}
	return v, true
}

// tried reports whether all rules ran that a pattern may have been written
// for: if one did not, nobody knows whether the comment is needed.
func (r Rules) tried(p *pattern) bool {
	ran := false
	for _, id := range r.Ran {
		ran = ran || p.matches(id)
	}
	if !ran {
		return false
	}
	for _, id := range r.Usual {
		if p.matches(id) && !slices.Contains(r.Ran, id) {
			return false
		}
	}
	return true
}
