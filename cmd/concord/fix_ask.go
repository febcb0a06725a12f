package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/concordlint/concord/internal/repair"
	"github.com/concordlint/concord/internal/report"
)

const answersHelp = `  y, yes   make the repair, or the likeliest where there are several
  1, 2 …   make the repair of that number
  n, no    leave it as it is (also the empty line)
  i        ignore the finding from now on: a comment is written before it
  a, all   make the likeliest repair here and for all that follow of this rule
  q, quit  ask no more, and make the repairs chosen so far
  ?        this list
Ctrl-C leaves all files as they are.
`

// dialog asks about one finding after the other.
type dialog struct {
	*mending
	answers <-chan string
	ctx     context.Context
	all     map[string]bool // rules of which the likeliest repair is taken
	number  int
}

// errQuit ends the questions.
var errQuit = errors.New("quit")

// ask puts the questions; what was chosen is in made.
func (m *mending) ask(ctx context.Context) error {
	d := &dialog{mending: m, answers: lines(m.in), ctx: ctx, all: map[string]bool{}}
	for i := range m.report.Findings {
		d.number = i + 1
		err := d.about(&m.report.Findings[i])
		if errors.Is(err, errQuit) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// lines are the lines of a stream, until it ends. Reading goes on beside the
// questions, or an interrupt would have to wait for the next line.
func lines(in io.Reader) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for s := bufio.NewScanner(in); s.Scan(); {
			out <- s.Text()
		}
	}()
	return out
}

// answer waits for a line. The end of the input is that of the questions.
func (d *dialog) answer(prompt string) (string, error) {
	if _, err := fmt.Fprint(d.streams.out, prompt); err != nil {
		return "", fmt.Errorf("writing: %w", err)
	}
	select {
	case <-d.ctx.Done():
		return "", d.interrupted()
	case line, more := <-d.answers:
		if !more {
			return "", errors.Join(d.say(""), errQuit)
		}
		return strings.TrimSpace(line), nil
	}
}

func (d *dialog) interrupted() error {
	_ = d.say("") // the error to tell is that of the interrupt
	d.complain(errors.New("no file was changed"))
	return d.ctx.Err()
}

// about asks about one finding.
func (d *dialog) about(f *report.Finding) error {
	options, whyNot := d.open(f)
	if len(options) == 0 {
		return whyNot
	}
	likeliest := only(options)
	if d.all[f.Rule] && likeliest != nil {
		d.made = append(d.made, likeliest.Edit)
		return d.say("%s: %s: %s", f.Location, f.Rule, likeliest.Edit.Describe())
	}
	q := report.Question{Finding: f, Number: d.number, Of: len(d.report.Findings)}
	for _, o := range options {
		c := report.Change{Confidence: o.Confidence}
		if o.Location.File != f.Location.File || o.Location.Line != f.Location.Line {
			c.At = o.Location.String()
		}
		c.Before, c.Old, c.New, c.Behind = o.Edit.Around(aroundBytes)
		q.Changes = append(q.Changes, c)
	}
	if err := q.Write(d.streams.out, d.look(d.streams.out)); err != nil {
		return err
	}
	return d.choose(f, options, likeliest)
}

// open are the repairs of a finding that can be made, the likeliest first. If
// there is none, that is said.
func (d *dialog) open(f *report.Finding) ([]repair.Option, error) {
	var out []repair.Option
	var why error
	for _, o := range d.set.Options(f) {
		err := o.Why
		if err == nil && !d.all[f.Rule] { // else they are tried together, at the end
			err = o.Edit.Try()
		}
		if err == nil {
			switch done := d.overlapping(o.Edit); {
			case done == nil:
				out = append(out, o)
				continue
			case done.Same(o.Edit):
				return nil, nil // made already, for another finding
			default:
				err = fmt.Errorf("the place is mended already: %s", done.Describe())
			}
		}
		if why == nil {
			why = err
		}
	}
	if len(out) == 0 && why != nil {
		d.unmended++
		d.mention("%s: %s: no repair can be made: %v", f.Location, f.Rule, why)
	}
	slices.SortStableFunc(out, func(a, b repair.Option) int { return repair.Rank(a.Confidence) - repair.Rank(b.Confidence) })
	return out, nil
}

// overlapping is an edit chosen before that excludes e, or is the same.
func (d *dialog) overlapping(e *repair.Edit) *repair.Edit {
	for _, o := range d.made {
		if o.Same(e) || o.Overlaps(e) {
			return o
		}
	}
	return nil
}

// only is the likeliest of the options, nil where there are several.
func only(options []repair.Option) *repair.Option {
	if len(options) > 1 && options[1].Confidence == options[0].Confidence {
		return nil
	}
	return &options[0]
}

// choose asks until there is an answer that can be followed.
func (d *dialog) choose(f *report.Finding, options []repair.Option, likeliest *repair.Option) error {
	numbers := ""
	if len(options) > 1 {
		numbers = fmt.Sprintf("1-%d,", len(options))
	}
	for {
		word, err := d.answer("Mend it? [y," + numbers + "n,i,a,q,?] ")
		if err != nil {
			return err
		}
		switch word = strings.ToLower(word); word {
		case "n", "no", "":
			return d.say("")
		case "q", "quit":
			return errors.Join(d.say(""), errQuit)
		case "i", "ignore":
			if done, err := d.ignore(f); done || err != nil {
				return err
			}
			continue
		case "a", "all":
			d.all[f.Rule] = true
			if likeliest != nil {
				return d.take(likeliest)
			}
		case "y", "yes":
			if likeliest != nil {
				return d.take(likeliest)
			}
		default:
			if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= len(options) {
				return d.take(&options[n-1])
			}
			if _, err := fmt.Fprint(d.streams.out, answersHelp); err != nil {
				return fmt.Errorf("writing: %w", err)
			}
			continue
		}
		if err := d.say("None is likelier than the others: which one, 1 to %d?", len(options)); err != nil {
			return err
		}
	}
}

// take chooses a repair.
func (d *dialog) take(o *repair.Option) error {
	d.made = append(d.made, o.Edit)
	return d.say("")
}

// ignore chooses a comment, with a reason that is asked for. It is not done
// where there can be none.
func (d *dialog) ignore(f *report.Finding) (done bool, err error) {
	if _, err := d.set.Ignore(f, ""); err != nil {
		return false, d.say("No: %v.", err)
	}
	reason, err := d.answer("Why? (may be empty) ")
	if err != nil {
		return false, err
	}
	e, err := d.set.Ignore(f, reason)
	if err != nil {
		return false, d.say("No: with this reason, %v.", err)
	}
	if d.overlapping(e) == nil {
		d.made = append(d.made, e)
	}
	return true, d.say("")
}
