package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/natefinch/atomic"
	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/report"
)

// outlet is one form of a report and where it is written.
type outlet struct {
	form report.Format
	file string // empty for standard output
}

// formFlags are those of the commands that write reports.
func formFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "format", DefaultText: formatNames()[0], Usage: "write `FORMAT`: " + strings.Join(formatNames(), ", ") + "; may be repeated"},
		&cli.StringSliceFlag{Name: "output", Usage: "write to `FILE` instead of standard output; the second one is for the second --format, and so on"},
	}
}

// formatNames are the values of --format.
func formatNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// outletsOf pairs the forms asked for with the files, in the order of their
// flags. What has no file goes to standard output, which takes one form.
func outletsOf(c *cli.Context) ([]outlet, error) {
	formats, files := c.StringSlice("format"), c.StringSlice("output")
	if len(formats) == 0 {
		formats = formatNames()[:1]
	}
	if len(files) > len(formats) {
		return nil, fmt.Errorf("--output %s has no --format of its own; each --format goes with one --output", files[len(formats)])
	}
	var out []outlet
	for i, name := range formats {
		if err := oneOf("--format", name, formatNames()...); err != nil {
			return nil, err
		}
		form, _ := report.FormatNamed(name)
		o := outlet{form: form}
		if i < len(files) {
			o.file = files[i]
			if o.file == "" {
				return nil, errors.New("--output needs the name of a file")
			}
		}
		if k := slices.IndexFunc(out, func(other outlet) bool { return sameFile(other.file, o.file) }); k >= 0 {
			where := o.file
			if where == "" {
				where = "standard output"
			}
			return nil, fmt.Errorf("--format %s and --format %s cannot both be written to %s", out[k].form.Name, name, where)
		}
		if err := writable(o.file); err != nil {
			return nil, fmt.Errorf("--output %s: %w", o.file, err)
		}
		out = append(out, o)
	}
	return out, nil
}

func sameFile(a, b string) bool {
	return a == b || a != "" && b != "" && filepath.Clean(a) == filepath.Clean(b)
}

// writable finds out before the work begins what would keep its outcome from
// being written.
func writable(file string) error {
	if file == "" {
		return nil
	}
	switch info, err := os.Stat(file); {
	case err == nil && info.IsDir():
		return errors.New("is a folder")
	case err == nil:
		return nil
	}
	switch info, err := os.Stat(filepath.Dir(file)); {
	case err != nil:
		return fmt.Errorf("there is no folder %s", filepath.Dir(file))
	case !info.IsDir():
		return fmt.Errorf("%s is not a folder", filepath.Dir(file))
	}
	return nil
}

// needs are all that a report must have for the forms asked for.
func needs(outlets []outlet) report.Format {
	var all report.Format
	for _, o := range outlets {
		all.Ledger = all.Ledger || o.form.Ledger
		all.Excerpts = all.Excerpts || o.form.Excerpts
		all.Texts = all.Texts || o.form.Texts
	}
	return all
}

// deliver writes all forms of a report. One that fails does not keep the
// others from being written.
func (x *examination) deliver(r *report.Report) error {
	var failed []error
	for _, o := range x.outlets {
		failed = append(failed, x.writeTo(o.file, func(w io.Writer, look report.Look) error {
			return o.form.Write(r.For(o.form), w, look)
		}))
	}
	return errors.Join(failed...)
}

// writeTo writes a file as a whole or not at all; an empty name is that of
// standard output. Devices and pipes are written to as they are.
func (x *examination) writeTo(file string, to func(io.Writer, report.Look) error) error {
	if file == "" {
		return to(x.streams.out, x.look(x.streams.out))
	}
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() {
		return x.writeThrough(file, to)
	}
	var whole bytes.Buffer
	if err := to(&whole, x.look(&whole)); err != nil {
		return fmt.Errorf("output %s: %w", file, err)
	}
	if _, err := os.Stat(file); errors.Is(err, os.ErrNotExist) {
		// The library gives a new file to its owner alone.
		f, err := os.Create(file)
		if err != nil {
			return fmt.Errorf("output: %w", err)
		}
		_ = f.Close() // nothing was written
	}
	if err := atomic.WriteFile(file, &whole); err != nil {
		return fmt.Errorf("output %s: %w", file, err)
	}
	return nil
}

// writeThrough writes to a device or a pipe.
func (x *examination) writeThrough(file string, to func(io.Writer, report.Look) error) error {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("output: %w", err)
	}
	if err := to(f, x.look(f)); err != nil {
		_ = f.Close() // the first error is the one to tell
		return fmt.Errorf("output %s: %w", file, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("output: %w", err)
	}
	return nil
}
