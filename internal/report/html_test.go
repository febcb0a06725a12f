package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/concordlint/concord/internal/source/formats"
	"github.com/concordlint/concord/internal/verdict"
)

// addFile reads data as the format that its name tells.
func (s *set) addFile(file, data string) int {
	s.t.Helper()
	d, err := formats.Read(file, []byte(data))
	if err != nil {
		s.t.Fatal(err)
	}
	s.docs = append(s.docs, Document{File: file, Format: d.Format, Bytes: len(data)})
	s.bytes = append(s.bytes, []byte(data))
	s.read = append(s.read, d)
	return len(s.docs) - 1
}

func (s *set) page(vs ...verdict.Verdict) *Report {
	in := s.input(vs...)
	in.Ledger, in.Texts, in.Excerpts = true, true, false
	return s.build(in)
}

func pageOf(t testing.TB, r *Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteHTML(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// elements lists the elements of a page with what each holds as text.
func elements(t testing.TB, page string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// textOfNode joins the text below an element.
func textOfNode(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// dataOf reads the page's data back: the index and the documents.
func dataOf(t testing.TB, page string) (index htmlIndex, documents map[string]htmlDocumentData) {
	t.Helper()
	documents = map[string]htmlDocumentData{}
	for _, n := range elements(t, page) {
		if n.Data != "script" || attribute(n, "type") != "application/json" {
			continue
		}
		id, data := attribute(n, "id"), []byte(textOfNode(n))
		var err error
		if id == "index" {
			err = json.Unmarshal(data, &index)
		} else {
			var d htmlDocumentData
			err = json.Unmarshal(data, &d)
			documents[id] = d
		}
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
	}
	return index, documents
}

// hostile ends, opens and hides whatever a page is made of.
const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(2)>--><!--<script>"'` +
	"`${alert(3)}`" + `</style></title></textarea><svg onload=alert(4)>&lt;b&gt;{{.}}` + "\u2028\u202e"

func hostileSet(t testing.TB) *Report {
	s := &set{t: t}
	file := "x/\"><script>alert(5)<script>.txt"
	a := s.add(file, "Before "+hostile+" behind.\n\nA second line with "+hostile+" in it.\n")
	s.add("x/plain.txt", "Nothing.\n")
	claim, other := s.at(a, hostile, 0), s.at(a, hostile, 1)
	in := s.input(verdict.Verdict{
		Rule: "name-variant", Status: verdict.Conflicts, Grade: verdict.Contradiction, Severity: verdict.Error,
		Message: hostile, Claimed: hostile, Found: hostile, Differ: true, Place: claim, Surface: hostile,
		Evidence:    []verdict.Evidence{{Role: verdict.Contradicts, Note: hostile, Place: other}},
		Calculation: &verdict.Calculation{Relation: hostile, Operands: []verdict.Operand{{Interval: hostile, Of: hostile, Place: &other}}},
		Suggestions: []verdict.Suggestion{{Text: hostile, Place: claim, Confidence: "low"}},
		Suppressed:  &verdict.Suppression{Kind: "comment", Reason: hostile, Place: &other},
	}, verdict.Verdict{
		Rule: "weekday", Status: verdict.Undecided, Why: hostile, Message: hostile, Claimed: hostile, Place: other, Surface: hostile,
	})
	in.Ledger, in.Texts = true, true
	r := s.build(in)
	r.Notes = append(r.Notes, Note{Kind: "unreadable", File: file, Message: hostile})
	return r
}

func TestHTMLHostile(t *testing.T) {
	page := pageOf(t, hostileSet(t))
	calm := pageOf(t, (&set{t: t}).page())
	names := func(page string) map[string]int {
		out := map[string]int{}
		for _, n := range elements(t, page) {
			out[n.Data]++
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" {
					t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
				}
				if a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
					t.Errorf("a link leads to %q", a.Val)
				}
			}
		}
		return out
	}
	have, want := names(page), names(calm)
	for _, name := range []string{"style", "title", "svg", "img", "textarea", "meta", "link", "iframe", "base", "form"} {
		if have[name] != want[name] {
			t.Errorf("%d elements %s, %d in a page without documents", have[name], name, want[name])
		}
	}
	if have["script"] != want["script"]+1 { // the data of one document
		t.Errorf("%d scripts, want %d", have["script"], want["script"]+1)
	}
	index, documents := dataOf(t, page)
	if got := index.Claims[0].Claimed; got != hostile {
		t.Errorf("the data has %q", got)
	}
	if d := documents["d0"]; !strings.Contains(d.Text, hostile) {
		t.Errorf("the document's text is %q", d.Text)
	}
	if strings.Contains(textOfNode(elements(t, page)[0]), "ZgotmplZ") {
		t.Error("the template met something that it could not escape")
	}
}

func TestHTMLPolicy(t *testing.T) {
	page := pageOf(t, hostileSet(t))
	var policy, style string
	var scripts []string
	for _, n := range elements(t, page) {
		switch {
		case attribute(n, "http-equiv") == "Content-Security-Policy":
			policy = attribute(n, "content")
		case n.Data == "style":
			style = textOfNode(n)
		case n.Data == "script" && attribute(n, "type") == "":
			scripts = append(scripts, textOfNode(n))
		}
	}
	// What the hashes stand for has to be what the page holds, to the byte.
	if want := htmlPolicy(style, scripts...); policy != want || len(scripts) != 2 {
		t.Errorf("policy %q with %d scripts, want %q", policy, len(scripts), want)
	}
	if !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy %q", policy)
	}
}

// TestHTMLProgram keeps out what could make markup or code of text, and what
// would ask for something from outside.
func TestHTMLProgram(t *testing.T) {
	listed := append(append(htmlScripts(), "early.js"), htmlStyles()...)
	files, err := htmlFiles.ReadDir("html")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := htmlFiles.ReadFile("html/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(f.Name(), ".tmpl") && !slices.Contains(listed, f.Name()) {
			t.Errorf("%s is not part of the page", f.Name())
		}
		for _, bad := range []string{
			"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "DOMParser", "setHTML", "srcdoc",
			"fetch(", "XMLHttpRequest", "WebSocket", "import(", "url(", "@import", "https:",
		} {
			if bytes.Contains(data, []byte(bad)) {
				t.Errorf("%s uses %s", f.Name(), bad)
			}
		}
	}
}

func TestHTMLStatic(t *testing.T) {
	s, vs := sample(t)
	vs[1].Suppressed = &verdict.Suppression{Kind: "config", Reason: "agreed with the desk"}
	in := s.input(vs...)
	in.Ledger, in.Texts = true, true
	r := s.build(in)
	r.Notes = append(r.Notes, Note{Kind: "unreadable", File: "talks/c.pdf", Message: "is locked"})
	var static string
	for _, n := range elements(t, pageOf(t, r)) {
		if attribute(n, "id") == "static" {
			static = strings.Join(strings.Fields(textOfNode(n)), " ")
		}
	}
	for _, want := range []string{
		`warning text says "five times", the list has 3 meetings`, "count-log at a-sheet.txt:3:", "claimed 5, found 3", "counted (3)", "near miss, not counted", "Okafor's deputy, not Okafor",
		"not meant to be complete", `claimed in counted, where "five times" [5,5], counted [3,4]`, `"three times" instead of "five times" (low confidence)`,
		"What was not read", "c.pdf: is locked", "Suppressed findings", "suppressed by the configuration: agreed with the desk",
		"a-sheet.txt110", "b-news.txt021",
	} {
		if !strings.Contains(static, want) {
			t.Errorf("without a script the page does not say %q", want)
		}
	}
	if t.Failed() {
		t.Log(static)
	}
}

// TestHTMLContext looks for the text around a place, and for none that is not
// of its block.
func TestHTMLContext(t *testing.T) {
	r := mixedPage(t)
	v := newHTMLView(r)
	pieces := map[string]htmlPiece{}
	for _, f := range v.findings(r.Findings, nil) {
		pieces[f.Rule] = f.Claim
	}
	for rule, want := range map[string]htmlPiece{
		"count-log": {Place: "notes/harbour.md:8:31", Before: "The authority met the unions ", Text: "four times",
			Behind: " in 🏴 spring, on three days, with port-ctl status at hand; café Größe."},
		"table-sum": {Place: "notes/harbour.md:24:9", Before: "sum, ships: ", Text: "31"},
	} {
		if diff := cmp.Diff(want, pieces[rule]); diff != "" {
			t.Errorf("%s: %s", rule, diff)
		}
	}
	long := strings.Repeat("word ", 60)
	if got := nearest(long, false); !strings.HasSuffix(got, " word"+ellipsis) || len(got) > staticAround+len(ellipsis) {
		t.Errorf("behind: %q", got)
	}
	if got := nearest(long, true); !strings.HasPrefix(got, ellipsis+"word ") || len(got) > staticAround+len(ellipsis) {
		t.Errorf("before: %q", got)
	}
}

func TestHTMLEmpty(t *testing.T) {
	page := pageOf(t, (&set{t: t}).page())
	for _, want := range []string{"No findings in 0 documents", "No finding. The ledger tells what was checked.", `"claims":[]`} {
		if !strings.Contains(page, want) {
			t.Errorf("the empty page has no %q", want)
		}
	}
}

// TestHTMLPlaces takes the text at each place as the page's program does, in
// units of two bytes, and holds it against the report.
func TestHTMLPlaces(t *testing.T) {
	r := mixedPage(t)
	index, documents := dataOf(t, pageOf(t, r))
	if len(index.Claims) != len(r.Claims) || len(index.Claims) == 0 {
		t.Fatalf("%d claims in the page, %d in the report", len(index.Claims), len(r.Claims))
	}
	cut := func(doc, start, end int) string {
		u := utf16.Encode([]rune(documents[fmt.Sprintf("d%d", doc)].Text))
		return oneLine(string(utf16.Decode(u[start:end])))
	}
	for i, c := range index.Claims {
		if got := cut(c.Doc, c.Start, c.End); got != r.Claims[i].Location.Text {
			t.Errorf("claim %d: %q, want %q", i, got, r.Claims[i].Location.Text)
		}
		d := documents[fmt.Sprintf("d%d", c.Doc)].Claims[i]
		for k, e := range d.Evidence {
			n := func(k int) int { return int(e[k].(float64)) }
			if got, want := cut(n(2), n(3), n(4)), r.Claims[i].Evidence[k].Location.Text; got != want {
				t.Errorf("claim %d, evidence %d: %q, want %q", i, k, got, want)
			}
		}
	}
}

func TestHTMLBlocks(t *testing.T) {
	r := mixedPage(t)
	index, documents := dataOf(t, pageOf(t, r))
	var shapes []string
	for i, d := range index.Docs {
		if d.Name != "notes/harbour.md" {
			continue
		}
		doc := documents[fmt.Sprintf("d%d", i)]
		u := utf16.Encode([]rune(doc.Text))
		for _, b := range doc.Blocks {
			start, end := int(b[1].(float64)), int(b[2].(float64))
			text := []rune(oneLine(string(utf16.Decode(u[start:end]))))
			shapes = append(shapes, fmt.Sprint(b[0], b[3:], " ", string(text[:min(len(text), 24)])))
		}
	}
	golden(t, "html-blocks", strings.Join(shapes, "\n")+"\n")
}

func TestNumberClaims(t *testing.T) {
	s, vs := sample(t)
	vs = append(vs, vs[0]) // the same place twice: one counts, one does not
	vs[0].Suppressed = &verdict.Suppression{Kind: "comment"}
	in := s.input(vs...)
	in.Ledger, in.Texts, in.Minimum = true, true, verdict.Warning
	r := s.build(in)
	n := numberClaims(r)
	if len(n.findings) != len(r.Findings) || len(n.suppressed) != 1 || len(r.Findings) != 2 {
		t.Fatalf("%d and %d numbers for %d findings and %d suppressed", len(n.findings), len(n.suppressed), len(r.Findings), len(r.Suppressed))
	}
	for k, i := range n.findings {
		if r.Claims[i].Message != r.Findings[k].Message {
			t.Errorf("finding %d is no claim %d", k, i)
		}
		if f, kind := n.of(r, i); f != &r.Findings[k] || kind != 1 {
			t.Errorf("claim %d leads to another finding", i)
		}
	}
	if f, kind := n.of(r, n.suppressed[0]); f != &r.Suppressed[0] || kind != 2 {
		t.Error("the suppressed claim leads to another finding")
	}
}

func TestHTMLDeterministic(t *testing.T) {
	if a, b := pageOf(t, mixedPage(t)), pageOf(t, mixedPage(t)); a != b {
		t.Error(cmp.Diff(a, b))
	}
}

func TestHTMLWriteError(t *testing.T) {
	if err := mixedPage(t).WriteHTML(full{}); err == nil {
		t.Error("a full disk is no error")
	}
}

func TestUnits(t *testing.T) {
	text := strings.Repeat("aé€😀\n", 700)
	u := newUnits(text)
	n := 0
	for i, r := range text {
		if got := u.at(i); got != n {
			t.Fatalf("%d units before byte %d, want %d", got, i, n)
		}
		n += utf16.RuneLen(r)
	}
	if got := u.at(len(text)); got != n {
		t.Errorf("%d units, want %d", got, n)
	}
	if got := newUnits("").at(0); got != 0 {
		t.Errorf("%d units in nothing", got)
	}
}

func TestCommonFolder(t *testing.T) {
	for _, c := range []struct {
		files []string
		want  string
	}{
		{nil, ""},
		{[]string{"a.md"}, ""},
		{[]string{"d/a.md"}, "d/"},
		{[]string{"d/ab/x.md", "d/ac/y.md"}, "d/"},
		{[]string{"d/x.md", "e/y.md"}, ""},
		{[]string{"d/é/x.md", "d/è/y.md"}, "d/"},
	} {
		var docs []Document
		for _, f := range c.files {
			docs = append(docs, Document{File: f})
		}
		if got := commonFolder(docs); got != c.want {
			t.Errorf("%v: %q, want %q", c.files, got, c.want)
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	r := largePage(b)
	for b.Loop() {
		pageOf(b, r)
	}
}

// TestHTMLPages writes the pages that the browser test opens into the folder
// that the environment names.
func TestHTMLPages(t *testing.T) {
	folder := os.Getenv("CONCORD_HTML_PAGES")
	if folder == "" {
		t.Skip("CONCORD_HTML_PAGES names no folder")
	}
	for name, r := range map[string]*Report{
		"mixed": mixedPage(t), "hostile": hostileSet(t), "large": largePage(t), "empty": (&set{t: t}).page(),
		"changed": changedPage(t),
	} {
		if err := os.WriteFile(folder+"/"+name+".html", []byte(pageOf(t, r)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
