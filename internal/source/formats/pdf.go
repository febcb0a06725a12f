package formats

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/concordlint/concord/internal/source"
)

// PDF reads pages as a person does: lines joined to paragraphs, without what
// stands on every page. The library runs as WebAssembly, so that a file made to
// break it breaks out of nothing.
type PDF struct {
	// memory bounds the library's own, in bytes; 0 for maxPDFMemory.
	memory int64
}

// Bounds of one PDF: its size, its pages, its characters, the time it may take,
// and the memory of the library in pages of 64 KB.
const (
	maxPDF       = 256 << 20
	maxPages     = 5000
	maxPDFChars  = 16 << 20
	maxPDFTime   = 2 * time.Minute
	maxPDFMemory = 16 << 10 >> 1
)

// Name implements Opener.
func (PDF) Name() string { return "pdf" }

// Is implements Opener.
func (PDF) Is(file string, data []byte) bool {
	head := data[:min(len(data), 1024)]
	return bytes.Contains(head, []byte("%PDF-")) || strings.EqualFold(filepath.Ext(file), ".pdf")
}

// Open implements Opener.
func (r PDF) Open(file string, data []byte) (*source.Document, error) {
	if !bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
		return nil, errors.New("is not a PDF")
	}
	if len(data) > maxPDF {
		return nil, errors.New("the PDF has more than 256 MB")
	}
	pdfOnce.Lock() // each takes up to 512 MB
	defer pdfOnce.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), maxPDFTime)
	defer cancel()
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithCompilationCache(pdfCache()).WithCloseOnContextDone(true).WithMemoryLimitPages(r.memoryPages()),
	})
	if err != nil {
		return nil, fmt.Errorf("the PDF library cannot be started: %w", err)
	}
	defer pool.Close()
	lib, err := pool.GetInstance(maxPDFTime)
	if err != nil {
		return nil, fmt.Errorf("the PDF library cannot be started: %w", err)
	}
	p := &pdfReader{lib: lib, doc: &source.Document{File: file, Format: "pdf", Bytes: len(data), Spots: []source.Spot{}}}
	if err := p.read(data); err != nil {
		return nil, err
	}
	return p.doc, nil
}

// memoryPages is the library's memory in pages of 64 KB. It does not start with
// less than 32 MB.
func (r PDF) memoryPages() uint32 {
	if r.memory == 0 {
		return maxPDFMemory
	}
	return uint32(max(min(r.memory>>16, maxPDFMemory), 512))
}

// pdfOnce lets one PDF be read at a time.
var pdfOnce sync.Mutex

// pdfCache keeps the compiled library in the user's cache folder; to compile it
// takes seconds.
var pdfCache = sync.OnceValue(func() wazero.CompilationCache {
	if dir, err := os.UserCacheDir(); err == nil {
		if c, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "concord", "pdf")); err == nil {
			return c
		}
	}
	return wazero.NewCompilationCache()
})

// pdfReader reads one PDF.
type pdfReader struct {
	lib   pdfium.Pdfium
	doc   *source.Document
	pages [][]pdfLine
	// empty are the pages without text.
	empty []int
	chars int
}

// read opens the file and reads its pages.
func (p *pdfReader) read(data []byte) error {
	opened, err := p.lib.FPDF_LoadMemDocument(&requests.FPDF_LoadMemDocument{Data: &data})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return errEncrypted
	case err != nil:
		return fmt.Errorf("the PDF is damaged: %w", err)
	}
	p.meta(opened.Document)
	count, err := p.lib.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return fmt.Errorf("the PDF is damaged: %w", err)
	}
	for i := range min(count.PageCount, maxPages) {
		lines, err := p.page(opened.Document, i)
		if err != nil {
			p.note("unparsed", "page %d could not be read: %v", i+1, err)
			if errors.Is(err, errLongPDF) || strings.Contains(err.Error(), "closed") {
				break
			}
		}
		p.pages = append(p.pages, lines)
		if len(lines) == 0 && err == nil {
			p.empty = append(p.empty, i+1)
		}
	}
	if count.PageCount > maxPages {
		p.note("too-long", "only its first %d pages were read", maxPages)
	}
	if n := len(p.empty); n > 0 {
		p.note("unparsed", "%d pages hold no text, page %d the first of them; pictures are not read", n, p.empty[0])
	}
	writePDF(p.doc, p.pages)
	return nil
}

func (p *pdfReader) note(kind, format string, args ...any) {
	p.doc.Notes = append(p.doc.Notes, source.Note{Kind: kind, File: p.doc.File, Message: fmt.Sprintf(format, args...)})
}

// meta reads title, author and date from the document's information.
func (p *pdfReader) meta(doc references.FPDF_DOCUMENT) {
	meta := map[string]string{}
	for tag, key := range map[string]string{"Title": "title", "Author": "author", "CreationDate": "file-created"} {
		got, err := p.lib.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: doc, Tag: tag})
		if err != nil {
			continue
		}
		value := cleanName(strings.ReplaceAll(got.Value, "\x00", ""))
		if tag == "CreationDate" {
			value = pdfDate(value)
		}
		if value != "" {
			meta[key] = value
		}
	}
	if len(meta) > 0 {
		p.doc.Meta = meta
	}
}

// pdfDate makes 2024-03-05 of D:20240305101500Z.
func pdfDate(s string) string {
	s = strings.TrimPrefix(s, "D:")
	if len(s) < 8 || strings.Trim(s[:8], "0123456789") != "" {
		return ""
	}
	return s[:4] + "-" + s[4:6] + "-" + s[6:8]
}

var errLongPDF = errors.New("the PDF holds more than 16 MB of text")

// page reads the lines of a page.
func (p *pdfReader) page(doc references.FPDF_DOCUMENT, i int) ([]pdfLine, error) {
	page := requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: i}}
	text, err := p.lib.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: page, Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true,
	})
	if err != nil {
		return nil, err
	}
	if p.chars += len(text.Chars); p.chars > maxPDFChars {
		return nil, errLongPDF
	}
	return pdfLines(text.Chars), nil
}
