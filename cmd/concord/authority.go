package main

import (
	"slices"
	"strings"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/register"
	"github.com/concordlint/concord/internal/source"
)

// withAuthority adds the documents that are trusted to the others. One that is
// among both is trusted.
func withAuthority(inputs, trusted []engine.Input) []engine.Input {
	for _, in := range trusted {
		in.Authority = true
		same := func(o engine.Input) bool { return o.File == in.File }
		if i := slices.IndexFunc(inputs, same); i >= 0 {
			inputs[i].Authority = true
		} else {
			inputs = append(inputs, in)
		}
	}
	slices.SortStableFunc(inputs, func(a, b engine.Input) int { return strings.Compare(a.File, b.File) })
	return inputs
}

// withRegisters has the registers among the trusted documents read as what
// they are. A mistake in one is an error.
func withRegisters(p *engine.Plan) error {
	registers := map[string]bool{}
	for i, in := range p.Inputs {
		if !in.Authority {
			continue
		}
		data, err := in.Load()
		if err != nil || !register.Is(in.File, data) {
			continue // what cannot be read becomes a note
		}
		r, err := register.Parse(in.File, data)
		if err != nil {
			return err
		}
		if _, err := r.Facts(in.File, i); err != nil {
			return err
		}
		if p.Spellings == nil {
			p.Spellings = map[string]string{}
		}
		r.Accepted(p.Spellings)
		registers[in.File] = true
	}
	if len(registers) == 0 {
		return nil
	}
	read, extract := p.Read, p.Extract
	p.Read = func(file string, data []byte) (*source.Document, error) {
		if registers[file] {
			return register.Document(file, data), nil
		}
		return read(file, data)
	}
	p.Extract = func(doc *source.Document, n int) []fact.Fact {
		if !registers[doc.File] {
			return extract(doc, n)
		}
		r, err := register.Parse(doc.File, []byte(doc.Text))
		if err != nil {
			return nil // changed since it was looked at
		}
		facts, err := r.Facts(doc.File, n)
		if err != nil {
			return nil
		}
		return facts
	}
	return nil
}
