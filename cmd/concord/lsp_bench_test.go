package main

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/desk"
)

// BenchmarkKeystroke measures what a change of one document costs in a
// workspace of some 800: reading it, having it meet all others, and finding
// what there is to be shown.
func BenchmarkKeystroke(b *testing.B) {
	root := benchFolder(b)
	d := desk.New(settingsFor, func(err error) { b.Error(err) })
	state := desk.State{Roots: []string{root}, Buffers: map[string]desk.Buffer{}}
	sets, err := d.Check(context.Background(), state)
	if err != nil {
		b.Fatal(err)
	}
	docs := sets[0].Documents
	for _, size := range []struct {
		name string
		of   int // the document that stands there by size
	}{{"usual", len(docs) / 2}, {"largest", 0}} {
		doc := bySize(b, docs)[size.of]
		text, err := os.ReadFile(doc.Path)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(size.name, func(b *testing.B) {
			version := int32(0)
			for b.Loop() {
				version++
				state.Buffers = maps.Clone(state.Buffers)
				state.Buffers[doc.URI] = desk.Buffer{
					URI: doc.URI, Path: doc.Path, Version: version,
					Text: string(text) + strings.Repeat("x", int(version%7)+1) + "\n",
				}
				sets, err := d.Check(context.Background(), state)
				if err != nil {
					b.Fatal(err)
				}
				if sets[0].Read > 20 {
					b.Fatalf("%d documents were read", sets[0].Read)
				}
			}
			b.ReportMetric(float64(len(docs)), "docs")
			b.ReportMetric(float64(len(text)), "bytes")
		})
	}
}

// benchFolder is a folder of documents: real ones where they are.
func benchFolder(b *testing.B) string {
	b.Helper()
	if dir := os.Getenv("CONCORD_CORPUS"); dir != "" {
		return dir
	}
	if dir, err := filepath.Abs(benchCorpus); err == nil {
		if _, err := os.Stat(dir); err == nil {
			return dir
		}
	}
	dir := b.TempDir()
	for _, in := range madeUp(50) {
		data, err := in.Load()
		if err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, in.File), data, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// bySize are documents with the largest first.
func bySize(b *testing.B, docs []*desk.Document) []*desk.Document {
	b.Helper()
	sizes := map[*desk.Document]int64{}
	for _, d := range docs {
		info, err := os.Stat(d.Path)
		if err != nil {
			b.Fatal(err)
		}
		sizes[d] = info.Size()
	}
	out := append([]*desk.Document{}, docs...)
	for i := range out { // few enough
		for k := i + 1; k < len(out); k++ {
			if sizes[out[k]] > sizes[out[i]] {
				out[i], out[k] = out[k], out[i]
			}
		}
	}
	return out
}
