package ruleset_test

import (
	"testing"

	"github.com/concordlint/concord/internal/ruleset"
	"github.com/concordlint/concord/rules"
)

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ruleset.Load(rules.FS); err != nil {
			b.Fatal(err)
		}
	}
}
