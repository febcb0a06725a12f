package fact_test

import (
	"testing"

	"github.com/concordlint/concord/internal/fact"
	"github.com/concordlint/concord/internal/source"
)

// TestKinds holds that every type of fact has a kind of its own, for facts
// are handed out by kind and taken for their type.
func TestKinds(t *testing.T) {
	seen := map[fact.Kind]bool{}
	for _, f := range []fact.Fact{
		&fact.Document{}, &fact.Entry{}, &fact.Count{}, &fact.Mention{}, &fact.Name{}, &fact.FullName{},
		&fact.Garbled{}, &fact.List{}, &fact.ListClaim{}, &fact.Scope{},
	} {
		k := f.FactKind()
		if k == "" || seen[k] {
			t.Errorf("%T: kind %q is empty or taken", f, k)
		}
		seen[k] = true
	}
}

// TestWhere is the place that a fact was given.
func TestWhere(t *testing.T) {
	at := fact.Place{Doc: 3, Span: source.Span{Start: 4, End: 9}, Block: 2, Section: 1, Quoted: true}
	if got := (&fact.Garbled{Base: fact.Base{Place: at}}).Where(); got != at {
		t.Errorf("got %+v", got)
	}
}

// TestParty tells named parties from others, and qualified ones.
func TestParty(t *testing.T) {
	p := fact.Party{Given: "Ann"}
	if p.Named() || p.Qualified() {
		t.Error("a given name alone names nobody, and nothing qualifies it")
	}
	p.Surname, p.Qualifiers = "Poe", []string{"then"}
	if !p.Named() || !p.Qualified() {
		t.Error("Ann Poe, then minister, is named and qualified")
	}
}
