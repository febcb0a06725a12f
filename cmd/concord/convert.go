package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/concordlint/concord/internal/config"
	"github.com/concordlint/concord/internal/source"
	"github.com/concordlint/concord/internal/source/formats"
)

// convertTime is how long a converter may take for one file.
const convertTime = 2 * time.Minute

// converter is the one that the configuration names for a file; nil for none,
// and where --convert does not ask for any: a configuration may come with
// documents from strangers, and a converter is a program.
func (s *settings) converter(file string) *config.Converter {
	if !s.convert || len(s.config.Converters) == 0 {
		return nil
	}
	globs := map[string]string{}
	for glob := range s.config.Converters {
		globs[glob] = glob
	}
	if glob := longest(s.placed, globs, file); glob != "" {
		c := s.config.Converters[glob]
		return &c
	}
	return nil
}

// readConverted reads what a converter makes of a file.
func (s *settings) readConverted(c *config.Converter, file string, data []byte) (*source.Document, error) {
	converted, err := s.convertFile(c, filepath.Base(file), data)
	if err != nil {
		return nil, fmt.Errorf("the converter %s: %w", c.Command[0], err)
	}
	limits := s.bounds.limits()
	d, err := limits.ReadAs(c.Format, file, converted)
	if err != nil {
		return nil, fmt.Errorf("what the converter %s made: %w", c.Command[0], err)
	}
	formats.Detach(d, "converted text")
	d.Bytes = len(data)
	return d, nil
}

// convertFile runs a converter. It reads the file at {in}, or from its standard
// input where its command does not name that; it writes a file into the folder
// {out}, or to its standard output.
func (s *settings) convertFile(c *config.Converter, name string, data []byte) ([]byte, error) {
	folder, err := os.MkdirTemp("", "concord-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	in, out := filepath.Join(folder, "in"), filepath.Join(folder, "out")
	if err := errors.Join(os.Mkdir(in, 0o700), os.Mkdir(out, 0o700), os.WriteFile(filepath.Join(in, name), data, 0o600)); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), convertTime)
	defer cancel()
	args := slices.Clone(c.Command[1:])
	for i := range args {
		args[i] = strings.NewReplacer("{in}", filepath.Join(in, name), "{out}", out).Replace(args[i])
	}
	cmd := exec.CommandContext(ctx, c.Command[0], args...) //nolint:gosec // the user asked for it by --convert
	written, said := &atMost{most: s.bounds.most()}, &atMost{most: 1 << 10}
	cmd.Stdout, cmd.Stderr, cmd.Dir = written, said, folder
	if !c.Names("{in}") {
		cmd.Stdin = bytes.NewReader(data)
	}
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("took more than %s", convertTime)
		}
		line, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
		if line != "" {
			return nil, fmt.Errorf("%w: %s", err, line)
		}
		return nil, err
	}
	if c.Names("{out}") {
		return s.madeIn(out)
	}
	if written.full {
		return nil, s.bounds.tooLarge(-1)
	}
	return written.Bytes(), nil
}

// madeIn is the file that a converter wrote.
func (s *settings) madeIn(folder string) ([]byte, error) {
	made, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	if len(made) != 1 {
		return nil, fmt.Errorf("made %d files, not one", len(made))
	}
	return s.bounds.read(filepath.Join(folder, made[0].Name()))
}

// atMost keeps what is written to it, up to a bound.
type atMost struct {
	bytes.Buffer
	most int64
	full bool
}

// Write implements io.Writer. What is too much is let go.
func (w *atMost) Write(p []byte) (int, error) {
	if int64(w.Len()+len(p)) > w.most {
		w.full = true
		return len(p), nil
	}
	return w.Buffer.Write(p)
}
