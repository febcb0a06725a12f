package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/engine"
	"github.com/concordlint/concord/internal/repair"
	"github.com/concordlint/concord/internal/report"
	"github.com/concordlint/concord/internal/source"
)

// diffName is the flag that asks for suggestions as a patch.
const diffName = "diff"

// diffFlag is that flag; only check has it.
func diffFlag() cli.Flag {
	return &cli.BoolFlag{
		Name: diffName, DisableDefaultText: true,
		Usage: "write suggested repairs as a unified diff, for git apply or patch -p1, instead of a report",
	}
}

// diffAlone makes sure that no report is asked for together with a patch.
func diffAlone(c *cli.Context) error {
	switch {
	case !c.Bool(diffName):
		return nil
	case c.IsSet("format"):
		return errors.New("--diff and --format exclude each other: a patch is no report")
	case len(c.StringSlice("output")) > 1:
		return errors.New("--diff writes one patch, so it takes one --output")
	}
	return nil
}

// repairs is the set of files that the findings may be mended in.
func (x *examination) repairs() *repair.Set {
	inputs := make(map[string]engine.Input, len(x.plan.Inputs))
	for _, in := range x.plan.Inputs {
		inputs[in.File] = in
	}
	return repair.NewSet(
		func(file string) ([]byte, error) { return inputs[file].Load() },
		func(file string, data []byte) (*source.Document, error) { return x.plan.Read(file, data) },
	)
}

// deliverDiff writes the suggestions that do not exclude each other as a patch,
// and tells of the others on standard error.
func (x *examination) deliverDiff(r *report.Report) error {
	chosen := x.repairs().Choose(r.Findings, false)
	x.toldLeft(chosen.Left)
	var patches []string
	for _, edits := range repair.ByFile(chosen.Choices) {
		patch, err := x.patch(edits)
		if err != nil {
			return bug{err}
		}
		patches = append(patches, patch)
	}
	return x.writeTo(x.outlets[0].file, func(w io.Writer, look report.Look) error {
		return report.WriteDiff(w, strings.Join(patches, ""), isTerminal(w), look)
	})
}

// patch is that of one file, empty where there can be none.
func (x *examination) patch(edits []*repair.Edit) (string, error) {
	f := edits[0].File
	if f.Converted() {
		x.mention("%s: is UTF-16, for which there are no patches; concord fix can mend it", f.Name)
		return "", nil
	}
	name := patchName(f.Name)
	if strings.HasPrefix(name, "../") || filepath.IsAbs(filepath.FromSlash(name)) {
		x.mention("%s: lies outside of this folder, where git apply and patch refuse to go", f.Name)
	}
	return repair.Unified(name, edits)
}

// patchName is a file's path from the folder the program runs in.
func patchName(file string) string {
	native := filepath.FromSlash(file)
	if !filepath.IsAbs(native) {
		return filepath.ToSlash(filepath.Clean(native))
	}
	if here, err := filepath.Abs("."); err == nil {
		if rel, err := filepath.Rel(here, native); err == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel)
		}
	}
	return file
}

// toldLeft tells which suggestions were not taken, and why.
func (x *examination) toldLeft(left []repair.Left) {
	for _, l := range left {
		x.mention("%s: %s: no repair is taken: %v", l.At, l.Finding.Rule, l.Why)
	}
}

// mention writes a remark to standard error, unless told to be quiet.
func (x *examination) mention(format string, args ...any) {
	if !x.quiet {
		_, _ = fmt.Fprintln(x.streams.err, "concord: "+report.Visible(fmt.Sprintf(format, args...)))
	}
}
