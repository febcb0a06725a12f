package engine

import (
	"fmt"
	"strings"

	"github.com/concordlint/concord/internal/fact"
)

// narrowMark stands between a key that a check gave and what narrows it. No
// check uses it in keys.
const narrowMark = "\x01"

// keys are the keys under which a fact meets others for a rule: those of the
// check, each narrowed to the rule's scope and to the sets of the fact's
// document.
func (p Plan) keys(r Rule, f fact.Fact) []string {
	keys := r.Check.Keys(f)
	if len(keys) == 0 {
		return nil
	}
	at := f.Where()
	switch r.Scope {
	case InDocument:
		return narrowed(keys, fmt.Sprint(at.Doc))
	case InSection:
		return narrowed(keys, fmt.Sprintf("%d/%d", at.Doc, at.Section))
	case InSet:
	}
	if r.Local || at.Doc >= len(p.Inputs) || len(p.Inputs[at.Doc].Sets) == 0 {
		return keys
	}
	out := make([]string, 0, len(keys)*len(p.Inputs[at.Doc].Sets))
	for _, set := range p.Inputs[at.Doc].Sets {
		out = append(out, narrowed(keys, set)...)
	}
	return out
}

func narrowed(keys []string, to string) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k + narrowMark + to
	}
	return out
}

// plainKey is the key that a check gave.
func plainKey(k string) string {
	k, _, _ = strings.Cut(k, narrowMark)
	return k
}
