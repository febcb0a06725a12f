package formats

import (
	"strconv"
	"strings"
	"testing"
)

// A bound on memory bounds the text that a file unpacks to.
func TestLimits(t *testing.T) {
	data := wordOf(t, strings.Repeat(word("", strings.Repeat("boats and ", 100)), 3000))
	if _, err := Read("a.docx", data); err != nil {
		t.Errorf("without a bound: %v", err)
	}
	if _, err := (Limits{Memory: 512 << 20}).Read("a.docx", data); err != nil {
		t.Errorf("with a large bound: %v", err)
	}
	if _, err := (Limits{Memory: 64 << 20}).Read("a.docx", data); err == nil || !strings.Contains(err.Error(), "leaves room for 2") {
		t.Errorf("with a small bound: %v", err)
	}
	var long strings.Builder
	for i := 0; long.Len() < 17<<20; i++ {
		long.WriteString(strconv.Itoa(i * 7919))
	}
	d, err := Read("a.docx", wordOf(t, long.String()))
	if err != nil || len(d.Notes) == 0 || !strings.Contains(d.Notes[0].Message, "between two of its tags") {
		t.Errorf("a long run: %v, %v", err, d.Notes)
	}
}
