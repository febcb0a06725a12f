package formats

import (
	"slices"
	"testing"

	"github.com/concordlint/concord/internal/source"
)

// BenchmarkMarkdownParser is the parser alone: the floor under the reader.
func BenchmarkMarkdownParser(b *testing.B) {
	files, size := corpus(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, data := range files {
			src := slices.Clip(source.Decode(data).Text)
			_, body := frontMatter(src)
			parseMarkdown(src, body)
		}
	}
}

func BenchmarkMarkdown(b *testing.B) {
	files, size := corpus(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, data := range files {
			Markdown{}.Read("doc.md", data)
		}
	}
}
