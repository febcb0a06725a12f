package formats

import (
	"strings"
	"testing"
)

func TestNotebook(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"cells", `{"nbformat":4,"metadata":{"title":"Boats"},"cells":[
			{"cell_type":"markdown","source":["# Plan\n","\n","One."]},
			{"cell_type":"code","source":"print('~~~')","outputs":[{"text":["no"]}]},
			{"cell_type":"raw","source":"no"},
			{"cell_type":"markdown","source":"Two:\n\n1. a\n2. b"}]}`,
			"# Plan\nOne.\ncode print('~~~')\nTwo:\n1. a\n2. b\n"},
		{"worksheets", `{"nbformat":3,"metadata":{"title":"Boats"},"worksheets":[{"cells":[
			{"cell_type":"heading","level":2,"source":"Plan"},{"cell_type":"code","input":["x = 1\n","y"]},{"cell_type":"markdown","source":"One."}]}]}`,
			"## Plan\ncode x = 1/y\nOne.\n"},
	} {
		d, err := Notebook{}.Open("a.ipynb", []byte(c.data))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := shownIn(t, d); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		if d.Meta["title"] != "Boats" {
			t.Errorf("%s: metadata %v", c.name, d.Meta)
		}
		if c.name == "cells" {
			if s := d.SpotAt(strings.Index(d.Text, "Two:")); s.Part != "cell 4" || s.Paragraph != 1 {
				t.Errorf("the last cell is at %+v", s)
			}
		}
	}
	for _, data := range []string{"", "just text", "[]", "{}", `{"cells":[{"source":5}]}`, strings.Repeat(`{"cells":[`, 50_000)} {
		if _, err := (Notebook{}).Open("a.ipynb", []byte(data)); err == nil || !strings.Contains(err.Error(), "is no notebook") {
			t.Errorf("%.20q: %v", data, err)
		}
	}
}

func FuzzNotebook(f *testing.F) {
	f.Add(`{"nbformat":4,"cells":[{"cell_type":"markdown","source":["# a\n","- b"]},{"cell_type":"code","source":"c"}]}`)
	f.Fuzz(func(t *testing.T, data string) {
		if d, err := (Notebook{}).Open("a.ipynb", []byte(data)); err == nil {
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
