package verify_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/verify"
)

const text = "Held on Sunday, 4 March 2024.\n| Total | 21 |\n| A | 12 |\n| B | 8 |\n"

func read(file string) ([]byte, error) {
	if file == "a.md" {
		return []byte(text), nil
	}
	return nil, errors.New("no such file")
}

// place is the JSON of the place of a word.
func place(word string) string {
	at := strings.Index(text, word)
	line := strings.Count(text[:at], "\n") + 1
	column := at - strings.LastIndex(text[:at], "\n")
	return fmt.Sprintf(`{"file": "a.md", "line": %d, "column": %d, "offset": %d, "length": %d, "text": %q}`, line, column, at, len(word), word)
}

func finding(location, relation, operands string) string {
	return fmt.Sprintf(`{"schema": "concord.report/1", "findings": [{"rule": "r", "location": %s, "calculation": {"relation": %q, "operands": [%s]}}]}`, location, relation, operands)
}

func TestReport(t *testing.T) {
	op := func(interval string) string { return fmt.Sprintf(`{"interval": %q}`, interval) }
	tests := []struct{ name, report, want string }{
		{"a wrong weekday", finding(place("Sunday"), "weekday of date", op("Sunday")+","+op("2024-03-04")), ""},
		{"a right weekday", finding(place("Sunday"), "weekday of date", op("Monday")+","+op("2024-03-04")), "refuted"},
		{"a wrong sum", finding(place("21"), "result = sum of operands", op("[21,21]")+","+op("[12,12]")+","+op("[8,8]")), ""},
		{"a right sum", finding(place("21"), "result = sum of operands", op("[20,20]")+","+op("[12,12]")+","+op("[8,8]")), "refuted"},
		{"a sum that rounding explains", finding(place("21"), "result = sum of operands", op("[20.5,21.5]")+","+op("[11.5,12.5]")+","+op("[7.5,8.5]")), "refuted"},
		{"an operand read wrongly", finding(place("21"), "claimed in counted", fmt.Sprintf(`{"interval": "[12,12]", "location": %s},`, place("21"))+op("[5,5]")), "refuted"},
		{"a count", finding(place("21"), "claimed in counted", op("[7,7]")+","+op("[5,6]")), ""},
		{"a count that agrees", finding(place("21"), "claimed in counted", op("(5,∞)")+","+op("[5,6]")), "refuted"},
		{"a share", finding(place("21"), "result = 100 * first / second", op("[69.5,70.5]")+","+op("[18,18]")+","+op("[24,24]")), ""},
		{"a change", finding(place("21"), "result = 100 * (first - second) / second", op("[24.5,25.5]")+","+op("[50,50]")+","+op("[40,40]")), "refuted"},
		{"a mean", finding(place("21"), "result = mean of operands", op("[10,10]")+","+op("[12,12]")+","+op("[8,8]")), "refuted"},
		{"two names", finding(place("21"), "spellings of one name", op("Holm")+","+op("Hølm")), ""},
		{"one name", finding(place("21"), "spellings of one name", op("Holm")+","+op("Holm")), "refuted"},
		{"no such day", finding(place("21"), "date exists in the calendar", op("2023-02-29")), ""},
		{"a day that is", finding(place("21"), "date exists in the calendar", op("2024-02-29")), "refuted"},
		{"a range", finding(place("21"), "the range ends no earlier than it begins", op("pp. 9–12")), "refuted"},
		{"an order", finding(place("21"), "date does not begin before the one above", op("2021-12-15/2021-12-16")+","+op("2021-12-16")), ""},
		{"another text", finding(strings.Replace(place("21"), `"21"`, `"22"`, 1), "spellings of one name", op("a")+","+op("b")), "refuted"},
		{"another line", finding(strings.Replace(place("21"), `"line": 2`, `"line": 3`, 1), "spellings of one name", op("a")+","+op("b")), "refuted"},
		{"another file", finding(strings.Replace(place("21"), "a.md", "b.md", 1), "spellings of one name", op("a")+","+op("b")), "refuted"},
		{"a relation that is not known", finding(place("21"), "something else", op("x")), "open"},
	}
	for _, tt := range tests {
		out, err := verify.Report([]byte(tt.report), read)
		if err != nil || len(out) != 1 {
			t.Fatalf("%s: %v, %v", tt.name, out, err)
		}
		got := ""
		switch {
		case out[0].Refuted != "":
			got = "refuted"
		case out[0].Open != "":
			got = "open"
		}
		if got != tt.want {
			t.Errorf("%s: %q (%s%s), want %q", tt.name, got, out[0].Refuted, out[0].Open, tt.want)
		}
	}
	for _, bad := range []string{"", "{", `{"schema": "concord.report/9"}`} {
		if _, err := verify.Report([]byte(bad), read); err == nil {
			t.Errorf("%q is taken for a report", bad)
		}
	}
}
