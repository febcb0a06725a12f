package report

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strings"
)

// htmlFiles are the parts of the page. No library is among them: the page has
// to stay one file that works without a network for as long as it is kept.
//
//go:embed html
var htmlFiles embed.FS

// htmlScripts are the parts of the page's program in the order in which they
// stand; each uses what those above it define.
func htmlScripts() []string {
	return []string{
		"data.js", "dom.js", "state.js", "marks.js", "pane.js", "evidence.js", "panel.js",
		"lines.js", "ledger.js", "lists.js", "coverage.js", "keys.js", "main.js",
	}
}

// htmlStyles are the parts of the page's style; those below may change what
// those above say.
func htmlStyles() []string {
	return []string{"colours.css", "static.css", "page.css", "text.css", "room.css"}
}

// htmlPage is what the template shows.
type htmlPage struct {
	Title string
	// Policy is the content security policy: nothing is loaded, and no
	// script runs but the page's own, known by its hash.
	Policy     string
	Style      template.CSS
	Early, App template.JS
	Summary    Summary
	Outcomes   []htmlCount
	Levels     []htmlCount
	Documents  []htmlDocument
	Findings   []htmlFinding
	Suppressed []htmlFinding
	Notes      []htmlNote
	Unread     bool // of some document nothing was read
	Claims     int
}

// WriteHTML writes the report as one page that needs nothing else: the findings
// with their evidence as plain markup, which is what is printed and what is
// left where scripts do not run, and the documents and the ledger as data for
// the page's own program.
//
// Documents are not trusted. All that comes from them goes through
// html/template, or through JSON without "<" to a program that only ever makes
// text of it.
func (r *Report) WriteHTML(w io.Writer) error {
	page, err := r.htmlPage()
	if err != nil {
		return err
	}
	t, err := template.ParseFS(htmlFiles, "html/page.tmpl", "html/static.tmpl")
	if err != nil {
		return fmt.Errorf("reading the page's template: %w", err)
	}
	out := bufio.NewWriter(w)
	if err := t.ExecuteTemplate(out, "top", page); err != nil {
		return fmt.Errorf("writing html: %w", err)
	}
	if err := r.writeData(out); err != nil {
		return err
	}
	if err := t.ExecuteTemplate(out, "bottom", page); err != nil {
		return fmt.Errorf("writing html: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing html: %w", err)
	}
	return nil
}

func (r *Report) htmlPage() (*htmlPage, error) {
	style, err := htmlJoin(htmlStyles())
	if err != nil {
		return nil, err
	}
	early, err := htmlPart("early.js")
	if err != nil {
		return nil, err
	}
	app, err := htmlJoin(htmlScripts())
	if err != nil {
		return nil, err
	}
	// In one function the parts see each other's names, and nobody else does.
	app = "(() => {\n'use strict';\n" + app + "})();\n"
	v := newHTMLView(r)
	n := r.Summary.Claims
	return &htmlPage{
		Title:    v.title(),
		Policy:   htmlPolicy(style, early, app),
		Style:    template.CSS(style),
		Early:    template.JS(early),
		App:      template.JS(app),
		Summary:  r.Summary,
		Outcomes: v.outcomes(), Levels: v.levels(),
		Documents:  v.documents(),
		Findings:   v.findings(r.Findings, v.claimOf.findings),
		Suppressed: v.findings(r.Suppressed, v.claimOf.suppressed),
		Notes:      v.notes(),
		Unread:     r.Summary.unread > 0,
		Claims:     n.Agrees + n.Conflicts + n.Undecided,
	}, nil
}

// htmlPart is a part of the page with LF at its line ends: browsers make them
// so before they compute a hash, whatever a checkout has made of them.
func htmlPart(name string) (string, error) {
	data, err := htmlFiles.ReadFile("html/" + name)
	if err != nil {
		return "", fmt.Errorf("reading a part of the page: %w", err)
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n"), nil
}

// htmlJoin joins parts of the page in their order.
func htmlJoin(names []string) (string, error) {
	var b strings.Builder
	for _, name := range names {
		part, err := htmlPart(name)
		if err != nil {
			return "", err
		}
		b.WriteString(part)
	}
	return b.String(), nil
}

// htmlPolicy allows the page's own style and scripts, and nothing else.
func htmlPolicy(style string, scripts ...string) string {
	hash := func(s string) string {
		sum := sha256.Sum256([]byte(s))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	var b strings.Builder
	b.WriteString("default-src 'none'; style-src " + hash(style) + "; script-src")
	for _, s := range scripts {
		b.WriteString(" " + hash(s))
	}
	b.WriteString("; base-uri 'none'; form-action 'none'")
	return b.String()
}

// writeData writes the index and then each document as a script element of
// its own, so that the page need not parse a document before it is opened.
func (r *Report) writeData(w *bufio.Writer) error {
	d := newHTMLData(r)
	if err := writeElement(w, "index", d.index()); err != nil {
		return err
	}
	for i := range r.Documents {
		part := d.document(i)
		if part == nil {
			continue
		}
		if err := writeElement(w, fmt.Sprintf("d%d", i), part); err != nil {
			return err
		}
	}
	return nil
}

// writeElement writes a value as JSON in a script element. The encoder writes
// "<", ">" and "&" as escapes, so that no text can end the element.
func writeElement(w *bufio.Writer, id string, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("writing html: %w", err)
	}
	_, _ = fmt.Fprintf(w, "<script type=\"application/json\" id=\"%s\">", id) // errors stay until Flush
	_, _ = w.Write(data)
	_, _ = w.WriteString("</script>\n")
	return nil
}
