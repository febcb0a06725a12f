package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/extract"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
)

// factsOf reads a document and takes its facts. Every fact is held to the
// promise of spans on the way.
func factsOf(t *testing.T, file, text string) []fact.Fact {
	t.Helper()
	doc, err := formats.Read(file, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	fs := extract.Document(doc, 0, extract.Options{})
	for _, f := range fs {
		checkPlace(t, doc, f)
	}
	return fs
}

// checkPlace holds a fact to "the text at a fact's span is its surface".
func checkPlace(t *testing.T, doc *source.Document, f fact.Fact) {
	t.Helper()
	at, surface := f.Where().Span, ""
	switch f := f.(type) {
	case *fact.Count:
		surface = f.Surface
		if n := f.NumberAt.Span; f.Of != fact.Existence && (n.Len() == 0 || !at.Contains(n)) {
			t.Errorf("%q: the number's span %v is outside of %v", surface, n, at)
		}
	case *fact.Entry:
		surface = f.Surface
		if f.HasDate && squeeze(textAt(doc, f.DateAt.Span)) != f.DateSurface {
			t.Errorf("entry %q: date %q, text there %q", surface, f.DateSurface, textAt(doc, f.DateAt.Span))
		}
		for _, k := range f.Contacts {
			for _, p := range slices.Concat(k.Actors, k.With) {
				if got := squeeze(textAt(doc, p.Span)); got != p.Surface {
					t.Errorf("party %q: text there %q", p.Surface, got)
				}
			}
		}
	case *fact.Mention:
		surface = f.Surface
		if got := textAt(doc, f.NameAt.Span); !strings.EqualFold(got, f.Party.Surname) {
			t.Errorf("mention %q: name %q, text there %q", f.Surface, f.Party.Surname, got)
		}
	case *fact.Name:
		for _, u := range f.Uses {
			if got := textAt(doc, u.Span); !strings.EqualFold(got, f.Form) {
				t.Errorf("name %q: text of a use %q", f.Form, got)
			}
		}
		return
	case *fact.ListClaim:
		surface = f.Surface
	case *fact.Scope:
		surface = f.Surface
	case *fact.Garbled:
		surface = f.Surface
	default:
		return
	}
	if got := squeeze(textAt(doc, at)); got != squeeze(surface) {
		t.Errorf("%T: surface %q, text there %q", f, surface, got)
	}
}

func textAt(doc *source.Document, s source.Span) string { return doc.Text[s.Start:s.End] }

// only picks the facts of one type, in the order of the text.
func only[F fact.Fact](fs []fact.Fact) []F {
	var out []F
	for _, f := range fs {
		if k, ok := f.(F); ok {
			out = append(out, k)
		}
	}
	return out
}

// showParty writes a party in short: name, offices as title|organisation,
// qualifiers; "the" for one that is named by office only; groups with size;
// bodies and countries by code.
func showParty(p *fact.Party) string {
	var parts []string
	switch {
	case p == nil:
		return "-"
	case p.Group != "":
		return fmt.Sprintf("group(%s)#%d%s", p.Group, p.Size, membersOf(p))
	case p.Place != "":
		return "place(" + p.Place + ")"
	case p.Surname == "":
		parts = append(parts, "the")
	default:
		parts = append(parts, strings.TrimSpace(p.Given+" "+p.Surname))
	}
	for _, o := range p.Offices {
		s := o.Title + "|" + o.Org
		if o.Deputy {
			s += " deputy"
		}
		if o.Single {
			s += " single"
		}
		parts = append(parts, "<"+s+">")
	}
	if len(p.Qualifiers) > 0 {
		parts = append(parts, fmt.Sprint(p.Qualifiers))
	}
	return strings.Join(parts, " ")
}

func membersOf(p *fact.Party) string {
	if len(p.Members) == 0 {
		return ""
	}
	return "=" + strings.Join(p.Members, ",")
}

// showParties writes parties by the surname, group or code alone.
func showParties(ps []fact.Party) string {
	var out []string
	for i := range ps {
		out = append(out, brief(&ps[i]))
	}
	return strings.Join(out, "+")
}

// brief names a party by its surname, group or code, else by its first office.
func brief(p *fact.Party) string {
	switch {
	case p == nil:
		return "-"
	case p.Named():
		return p.Surname
	case p.Group != "":
		return p.Group
	case p.Place != "":
		return p.Place
	case len(p.Offices) > 0:
		return "the " + p.Offices[0].Title
	}
	return "?" + p.Surface
}

// showContact writes "means: actors > with (marks)".
func showContact(k fact.Contact) string {
	s := fmt.Sprintf("%s: %s > %s", k.Means, showParties(k.Actors), showParties(k.With))
	for _, m := range []struct {
		set  bool
		name string
	}{{k.Implied, "implied"}, {k.Broad, "broad"}, {k.Mentioned, "mentioned"}, {k.Planned, "planned"}} {
		if m.set {
			s += " " + m.name
		}
	}
	return s
}

// showEntry writes an entry's date and contacts.
func showEntry(e *fact.Entry) string {
	date := "undated"
	if e.HasDate {
		date = e.Date.String()
	}
	var ks []string
	for _, k := range e.Contacts {
		ks = append(ks, showContact(k))
	}
	return date + " | " + strings.Join(ks, "; ")
}

// showCount writes "kind interval means: actor > with {filter noun} @window beyond".
func showCount(c *fact.Count) string {
	s := fmt.Sprintf("%s %s %s: %s > %s", c.Of, c.Quantity.Interval, strings.Join(c.Means, "+"), brief(c.Actor), brief(c.With))
	if c.Of == fact.Distinct {
		s += " {" + strings.Join(append(slices.Clone(c.Filter), c.Noun), " ") + "}"
	}
	if c.Window.Stated {
		s += " @" + c.Window.Surface
	}
	if c.Beyond {
		s += " beyond"
	}
	if c.Quoted {
		s += " quoted"
	}
	return s
}
