package formats

import (
	"strings"
	"testing"
)

func TestCutLong(t *testing.T) {
	long := strings.Repeat("the ferry crossed at nößn ", longestBlock/20)
	for _, file := range []string{"a.txt", "a.md", "a.html"} {
		d, err := Read(file, []byte("A short one.\n\n"+long+" [left](there.md)\n\nAnother short one.\n"))
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if len(d.Notes) != 1 || d.Notes[0].Kind != "too-long" || !strings.Contains(d.Notes[0].Message, "1024 KB") {
			t.Errorf("%s: notes %v", file, d.Notes)
		}
		for _, b := range d.Blocks {
			if b.Span.Len() > longestBlock {
				t.Errorf("%s: a block of %d bytes", file, b.Span.Len())
			}
		}
		if last := d.TextOf(d.Blocks[len(d.Blocks)-1]); file != "a.html" && last != "Another short one." {
			t.Errorf("%s: the last block is %q", file, last)
		}
	}
	d, err := Read("a.txt", []byte("Nothing is cut here.\n"))
	if err != nil || len(d.Notes) > 0 {
		t.Errorf("a short document: %v, %v", d.Notes, err)
	}
}
