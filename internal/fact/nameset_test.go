package fact_test

import (
	"testing"

	"github.com/concordlint/concord/internal/fact"
)

func TestNameSetShared(t *testing.T) {
	a := fact.NewNameSet([]string{"Haven", "Orrin", "haven", "Tarn"})
	b := fact.NewNameSet([]string{"ORRIN", "Bay", "Haven", "Fell", "Cove"})
	if len(a) != 3 {
		t.Errorf("%d names, want 3", len(a))
	}
	if n := a.Shared(b); n != 2 {
		t.Errorf("%d shared, want 2", n)
	}
	if n := a.Shared(nil); n != 0 {
		t.Errorf("%d shared with nothing", n)
	}
}
