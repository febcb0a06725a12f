package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/concordlint/concord/internal/desk"
)

// The editor is told what check tells, no more and no less, also after edits
// have been made and taken back.
func TestDeskFindsWhatCheckFinds(t *testing.T) {
	root, err := filepath.Abs("../../testdata/engagements")
	if dir := os.Getenv("CONCORD_CORPUS"); dir != "" {
		root, err = dir, nil
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(root)
	want := toldByCheck(t)
	if len(want) == 0 {
		t.Fatal("check finds nothing")
	}
	d := desk.New(settingsFor, func(err error) { t.Error(err) })
	state := desk.State{Roots: []string{root}, Buffers: map[string]desk.Buffer{}}
	first := shownBy(t, d, state)
	if diff := cmp.Diff(want, first); diff != "" {
		t.Errorf("-check +desk\n%s", diff)
	}
	sets, err := d.Check(context.Background(), state)
	if err != nil {
		t.Fatal(err)
	}
	for i, doc := range sets[0].Documents {
		if i == 20 {
			break
		}
		text, err := os.ReadFile(doc.Path)
		if err != nil {
			t.Fatal(err)
		}
		b := desk.Buffer{URI: doc.URI, Path: doc.Path, Version: 1, Text: string(text[len(text)/2:])}
		state.Buffers = map[string]desk.Buffer{doc.URI: b}
		if _, err := d.Check(context.Background(), state); err != nil {
			t.Fatal(err)
		}
	}
	state.Buffers = nil
	if diff := cmp.Diff(want, shownBy(t, d, state)); diff != "" {
		t.Errorf("after edits that were taken back: -check +desk\n%s", diff)
	}
}

// toldByCheck are the findings of check in the working folder.
func toldByCheck(t *testing.T) []string {
	t.Helper()
	var out bytes.Buffer
	run([]string{"concord", "check", "--format", "json", "."}, streams{nil, &out, io.Discard})
	var r struct {
		Findings []struct {
			Rule, Severity, Message string
			Location                struct {
				File         string
				Line, Column int
			}
			Evidence []struct {
				Location struct {
					File string
					Line int
				}
			}
		}
	}
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range r.Findings {
		line := fmt.Sprintf("%s:%d %s %s: %s", f.Location.File, f.Location.Line, f.Severity, f.Rule, f.Message)
		for _, e := range f.Evidence {
			line += fmt.Sprintf(" | %s:%d", e.Location.File, e.Location.Line)
		}
		all = append(all, line)
	}
	return all
}

// shownBy are the findings that a desk shows.
func shownBy(t *testing.T, d *desk.Desk, s desk.State) []string {
	t.Helper()
	sets, err := d.Check(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	line := func(o *desk.Outcome, number, off int) string {
		doc := o.At(number)
		text, err := doc.Text()
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%s:%d", doc.Name, text.Lines.Position(off, false).Line+1)
	}
	var all []string
	for _, o := range sets {
		for _, doc := range o.Documents {
			for _, v := range doc.Claims {
				if !o.Shown(v) {
					continue
				}
				text, err := doc.Text()
				if err != nil {
					t.Fatal(err)
				}
				s := fmt.Sprintf("%s %s %s: %s", line(o, v.Place.Doc, text.Doc.FileSpan(v.Place.Span).Start), v.Severity, v.Rule, v.Message)
				for _, e := range v.Evidence {
					of, err := o.At(e.Place.Doc).Text()
					if err != nil {
						t.Fatal(err)
					}
					s += " | " + line(o, e.Place.Doc, of.Doc.FileSpan(e.Place.Span).Start)
				}
				all = append(all, s)
			}
		}
	}
	return all
}
