package formats

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // mail is written in all charsets
	"github.com/emersion/go-message/mail"

	"github.com/concordlint/concord/internal/source"
)

// EML reads e-mail: subject, date and author, and the text in its plain form,
// else in its HTML form. What others wrote and the answer quotes is theirs.
type EML struct{}

// Name implements Opener.
func (EML) Name() string { return "eml" }

// Is implements Opener.
func (EML) Is(file string, _ []byte) bool { return strings.EqualFold(path.Ext(file), ".eml") }

// Bounds of one message: its parts, and the bytes of its text.
const (
	maxMailParts = 1000
	maxMailText  = 32 << 20
)

// Open implements Opener.
func (EML) Open(file string, data []byte) (*source.Document, error) {
	r, err := mail.CreateReader(bytes.NewReader(data))
	if err != nil && !message.IsUnknownCharset(err) {
		return nil, fmt.Errorf("is no e-mail or is damaged: %w", err)
	}
	defer r.Close()
	if len(r.Header.Values("From"))+len(r.Header.Values("Date"))+len(r.Header.Values("Subject")) == 0 {
		return nil, errors.New("is no e-mail: it has no header")
	}
	m := &letter{file: file}
	if err := m.read(r); err != nil {
		m.note("unparsed", fmt.Sprintf("the message could not be read to its end: %v", err))
	}
	d := m.document()
	d.Bytes, d.Meta = len(data), mailHeader(&r.Header)
	return d, nil
}

// letter is a message while it is read.
type letter struct {
	file        string
	plain, html []byte
	attached    []string
	notes       []source.Note
}

func (m *letter) note(kind, text string) {
	m.notes = append(m.notes, source.Note{Kind: kind, File: m.file, Message: text})
}

// read reads the parts.
func (m *letter) read(r *mail.Reader) error {
	for range maxMailParts {
		part, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil && (part == nil || !message.IsUnknownCharset(err)) {
			return err
		}
		switch h := part.Header.(type) {
		case *mail.InlineHeader:
			kind, _, _ := h.ContentType()
			if err := m.text(kind, part.Body); err != nil {
				return err
			}
		case *mail.AttachmentHeader:
			name, _ := h.Filename()
			m.attached = append(m.attached, cleanName(name))
		}
	}
	return fmt.Errorf("it has more than %d parts", maxMailParts)
}

// text takes a part with text. Plain parts follow each other, as in a message
// with a footer of its mailing list.
func (m *letter) text(kind string, body io.Reader) error {
	to := &m.plain
	switch kind {
	case "text/html":
		to = &m.html
	case "text/plain", "":
	default:
		m.attached = append(m.attached, kind)
		return nil
	}
	text, err := io.ReadAll(io.LimitReader(body, int64(maxMailText-len(*to))))
	if len(*to) > 0 && len(text) > 0 {
		*to = append(*to, '\n', '\n')
	}
	*to = append(*to, text...)
	return err
}

// document is the text of the message. The bytes of the file say it in the
// letters of the post, so places are those of the text.
func (m *letter) document() *source.Document {
	var read *source.Document
	if len(bytes.TrimSpace(m.plain)) > 0 || len(m.html) == 0 {
		read = Text{}.Read(m.file, quotationsApart(m.plain))
	} else {
		read = HTML{}.Read(m.file, m.html)
	}
	read.Format, read.Notes = "eml", append(m.notes, read.Notes...)
	Detach(read, "message")
	// Links within a mail lead to nothing that can be looked at.
	read.Links = slices.DeleteFunc(read.Links, func(l source.Link) bool { return !strings.Contains(l.Target, "://") })
	if len(m.attached) > 0 {
		read.Notes = append(read.Notes, source.Note{Kind: "unparsed", File: m.file, Message: "attachments are not read: " + strings.Join(m.attached, ", ")})
	}
	return read
}

// quotationsApart puts an empty line before and behind each quotation: mail
// programs write the line that names its author right above it.
func quotationsApart(text []byte) []byte {
	var out bytes.Buffer
	before, blank := false, true
	for line := range bytes.Lines(text) {
		quoted := line[0] == '>'
		if quoted != before && !blank {
			out.WriteByte('\n')
		}
		out.Write(line)
		before, blank = quoted, len(bytes.TrimSpace(line)) == 0
	}
	return out.Bytes()
}

// mailHeader is what the header tells of the message.
func mailHeader(h *mail.Header) map[string]string {
	meta := map[string]string{}
	if subject, err := h.Subject(); err == nil && strings.TrimSpace(subject) != "" {
		meta["title"] = cleanName(subject)
	}
	if at, err := h.Date(); err == nil && !at.IsZero() {
		meta["date"] = at.Format(time.DateOnly) // the day where it was written
	}
	if from, err := h.AddressList("From"); err == nil && len(from) > 0 {
		meta["author"] = from[0].Name
		if meta["author"] == "" {
			meta["author"] = from[0].Address
		}
	}
	return meta
}
