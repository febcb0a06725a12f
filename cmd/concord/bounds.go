package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/dustin/go-humanize"
	"github.com/urfave/cli/v2"

	"github.com/concordlint/concord/internal/source/formats"
)

// defaultFileSize is how large a file may be, in bytes, where nothing is said:
// what people write has a hundredth of it.
const defaultFileSize = 256_000_000

// jobMemory is what is left to each job at least, in bytes, where the run is
// bounded.
const jobMemory = 512_000_000

// bounds say how much is read at once. The zero value is what is so where
// nothing is said.
type bounds struct {
	// file is how large a file may be, in bytes; 0 for defaultFileSize.
	file int64
	// memory is what the run may take, in bytes; 0 where nothing is said.
	memory int64
	// job is what each of its jobs may take.
	job int64
	// flag is the one to which a file is too large.
	flag string
}

// boundFlags are those of every command that reads documents.
func boundFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "format-of", Usage: "read the files that match `GLOB=FORMAT` in that format; may be repeated"},
		&cli.BoolFlag{Name: "convert", DisableDefaultText: true, Usage: "run the converters that the configuration names"},
		&cli.StringFlag{Name: "max-file-size", DefaultText: "256MB", Usage: "leave out files of more than `SIZE`, with a note"},
		&cli.StringFlag{Name: "max-memory", Usage: "keep the memory of the run below `SIZE`: fewer files at once, and none that is too large for it"},
	}
}

// boundsOf reads the flags.
func boundsOf(c *cli.Context) (bounds, error) {
	var b bounds
	for flag, to := range map[string]*int64{"max-file-size": &b.file, "max-memory": &b.memory} {
		given := c.String(flag)
		if given == "" {
			continue
		}
		n, err := humanize.ParseBytes(given)
		if err != nil || n == 0 || n > math.MaxInt64 {
			return b, fmt.Errorf("--%s %q is no size like 64MB or 1GB", flag, given)
		}
		*to = int64(n)
	}
	if b.memory > 0 && b.memory < 64_000_000 {
		return b, fmt.Errorf("--max-memory %s is less than the 64 MB that every run takes", c.String("max-memory"))
	}
	return b, nil
}

// jobs is how many documents are read at once, given how many were asked for
// (0: one a CPU).
func (b *bounds) jobs(asked int) int {
	if b.memory == 0 {
		return asked
	}
	if asked == 0 {
		asked = runtime.GOMAXPROCS(0)
	}
	jobs := int(min(int64(asked), max(b.memory/jobMemory, 1)))
	b.job = b.memory / int64(jobs)
	if limits := b.limits(); limits.MostText() < b.most() {
		b.file, b.flag = limits.MostText(), "--max-memory"
	}
	// The collector works harder before the bound is reached.
	debug.SetMemoryLimit(b.memory)
	return jobs
}

// most is how large a file may be, in bytes.
func (b *bounds) most() int64 {
	if b.file == 0 {
		return defaultFileSize
	}
	return b.file
}

// limits are those of the readers.
func (b *bounds) limits() formats.Limits { return formats.Limits{Memory: b.job} }

// tooLarge is the error for a file that is not read. A size below zero is not
// known.
func (b *bounds) tooLarge(size int64) error {
	has := "more than that"
	if size >= 0 {
		has = humanize.Bytes(uint64(size))
	}
	flag := b.flag
	if flag == "" {
		flag = "--max-file-size"
	}
	return fmt.Errorf("the file has %s; %s lets %s be read", has, flag, humanize.Bytes(uint64(b.most())))
}

// formatsGiven reads the formats that flags give files.
func formatsGiven(c *cli.Context) (map[string]string, error) {
	given := map[string]string{}
	for _, pair := range c.StringSlice("format-of") {
		glob, format, ok := strings.Cut(pair, "=")
		if !ok || glob == "" {
			return nil, fmt.Errorf("--format-of %q is not of the form GLOB=FORMAT", pair)
		}
		if err := oneOf("--format-of", format, formats.Names()...); err != nil {
			return nil, err
		}
		given[glob] = format
	}
	return given, nil
}
