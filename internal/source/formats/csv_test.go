package formats

import (
	"strings"
	"testing"
)

func TestCSV(t *testing.T) {
	for _, c := range []struct{ name, file, in, want string }{
		{"header and rows", "a.csv", "country,pledge\nKiri,6.0\nHallund,4.5\n", "country|pledge / Kiri|6.0 / Hallund|4.5"},
		{"quotation marks", "a.csv", "who,what\n\"Ode, Lena\",\"said \"\"yes\"\"\ntwice\"\n", "who|what / Ode, Lena|said \"yes\"\ntwice"},
		{"semicolons", "a.csv", "x;y\n1,5;2,5\n", "x|y / 1,5|2,5"},
		{"tabs", "a.tsv", "x\ty, z\n1\t2\n", "x|y, z / 1|2"},
		{"bars", "a.csv", "x|y\n1|2\n", "x|y / 1|2"},
		{"no header", "a.csv", "1,2\n3,4\n", "/ 1|2 / 3|4"},
		{"header with equal names", "a.csv", "x,x\n3,4\n", "/ x|x / 3|4"},
		{"empty cells and lines", "a.csv", "x,y\n\n,2\n,\n3,\n", "x|y / |2 / 3|"},
		{"a stray mark", "a.csv", "x,y\n5\" nail,\"open\n6,z\n", "x|y / 5\" nail|\"open / 6|z"},
		{"a word in marks", "a.csv", "x,y\n\"Lena\" Ode,2\n", "x|y / \"Lena\" Ode|2"},
		{"one row", "a.csv", "x,y", "/ x|y"},
		{"nothing", "a.csv", "\n\n", ""},
	} {
		for _, in := range []string{c.in, "\ufeff" + strings.ReplaceAll(c.in, "\n", "\r\n")} {
			d := readValid(t, named{CSV{}, c.file}, []byte(in))
			var rows []string
			if len(d.Tables) > 0 {
				for _, row := range append([][]int{d.Tables[0].Header}, d.Tables[0].Rows...) {
					var cells []string
					for _, id := range row {
						text := ""
						if id >= 0 {
							text = d.TextOf(d.Blocks[id])
						}
						cells = append(cells, text)
					}
					rows = append(rows, strings.Join(cells, "|"))
				}
			}
			if got := strings.TrimPrefix(strings.Join(rows, " / "), " "); got != c.want {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
		}
	}
}

func TestCSVPositions(t *testing.T) {
	in := "\ufeffwho,what\r\n\"Ode, \"\"L\"\"\",sailed\r\n"
	d := readValid(t, CSV{}, []byte(in))
	for want, i := range map[string]int{"who": 0, "what": 1, "Ode, \"\"L\"\"": 2, "sailed": 3} {
		if s := d.FileSpan(d.Blocks[i].Span); in[s.Start:s.End] != want {
			t.Errorf("%q leads to %q", want, in[s.Start:s.End])
		}
	}
}
