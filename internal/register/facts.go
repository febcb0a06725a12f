package register

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/extract"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// Document is a register as a document: its text as it is, in one block that
// is not read as prose.
func Document(file string, data []byte) *source.Document {
	text := string(data)
	d := &source.Document{File: file, Format: "register", Bytes: len(data), Text: text}
	d.Blocks = []source.Block{{
		Kind: source.Code, Span: source.Span{End: len(text)}, Heading: source.None,
		List: source.None, ItemNo: source.None, Table: source.None, Row: source.None, Column: source.None,
	}}
	var o source.Origin
	o.Copied(0, 0, len(text))
	d.SetOrigin(o)
	return d
}

// Facts are what a register says, as document number n of the set. Its error
// is a *Problem: a row that cannot be understood.
func (r *Register) Facts(file string, n int) ([]fact.Fact, error) {
	out := []fact.Fact{&fact.Document{Base: fact.Base{Place: fact.Place{Doc: n, Section: fact.None}}}}
	for i := range r.Offices {
		m := r.Offices[i].mention(n)
		if m == nil {
			return nil, r.Offices[i].where(file, fmt.Sprintf("%q as holder of %q is not understood; a holder is a full name, an office one that one person holds", r.Offices[i].Holder.Text, r.Offices[i].Office.Text))
		}
		out = append(out, m)
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		s := f.stated(n)
		if s == nil {
			return nil, &Problem{file, f.Value.Line, f.Value.Column, fmt.Sprintf("%q is not understood as a quantity", f.Value.Text)}
		}
		out = append(out, s)
	}
	for i := range r.Spellings {
		out = append(out, r.Spellings[i].names(n)...)
	}
	return out, nil
}

func (c Cell) place(n int) fact.Place {
	return fact.Place{Doc: n, Span: c.span, Section: fact.None}
}

// read takes the facts from a sentence that says what a row says: so a
// register's words are understood just as a document's are.
func read(sentence string) []fact.Fact {
	d := Document("", []byte(sentence))
	d.Blocks[0].Kind = source.Paragraph
	return extract.Document(d, 0, extract.Options{})
}

// standIn is a name that is read as nothing else.
const standIn = "Robert Johnson"

func (o *Office) mention(n int) *fact.Mention {
	m := o.held(o.Holder.Text)
	if words := strings.Fields(o.Holder.Text); m == nil && len(words) > 1 {
		// A surname may be another word, too: May.
		if m = o.held(standIn); m != nil {
			last := len(words) - 1
			m.Party.Given, m.Party.Surname = strings.Join(words[:last], " "), words[last]
		}
	}
	if m == nil {
		return nil
	}
	m.Base = fact.Base{Place: o.Holder.place(n), Surface: o.Holder.Text}
	m.NameAt, m.Cast, m.With = m.Place, nil, nil
	m.TermFirst, m.TermLast = o.From.Text, o.To.Text
	m.Party.Surface, m.Party.Span = o.Holder.Text, o.Holder.span
	return m
}

// held is the mention that a sentence makes of somebody in the office.
func (o *Office) held(name string) *fact.Mention {
	sentence := name + " is " + o.Office.Text
	if o.Of.Text != "" {
		sentence += " of " + o.Of.Text
	}
	for _, f := range read(sentence + ".") {
		if m, ok := f.(*fact.Mention); ok && slices.ContainsFunc(m.Party.Offices, func(o fact.Office) bool { return o.Single && !o.Deputy }) {
			return m
		}
	}
	return nil
}

func (f *Figure) stated(n int) *fact.Stated {
	for _, x := range read(fmt.Sprintf("The %s of %s is %s.", f.Attribute.Text, f.Thing.Text, f.Value.Text)) {
		if s, ok := x.(*fact.Stated); ok && strings.Contains(f.Value.Text, s.Surface) {
			s.Base = fact.Base{Place: f.Value.place(n), Surface: f.Value.Text}
			s.Defined = true
			return s
		}
	}
	return nil
}

// names are the form, as surname or as full name. A full name is known by its
// words, a surname by its likeness alone.
func (s *Spelling) names(n int) []fact.Fact {
	at := s.Form.place(n)
	base := fact.Base{Place: at, Surface: s.Form.Text}
	words := strings.Fields(s.Form.Text)
	if len(words) > 1 {
		return []fact.Fact{&fact.FullName{Base: base, Words: words, Sure: true, Spots: []fact.Spot{{
			Place: at, Sentence: at.Span, Table: fact.None, List: fact.None,
		}}}}
	}
	return []fact.Fact{&fact.Name{Base: base, Form: s.Form.Text, Uses: []fact.Place{at}, Accepted: true}}
}
