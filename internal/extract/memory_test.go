package extract_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"unsafe"

	"golang.org/x/tools/txtar"

	"github.com/concordlint/concord/internal/extract"
	"github.com/concordlint/concord/internal/source/formats"
)

// Facts live as long as the run does, documents only until their facts are
// taken. A string in a fact that is a part of a document's text would keep
// all of the text in memory.
func TestFactsKeepNoText(t *testing.T) {
	n := 0
	documents(t, func(name string, data []byte) {
		doc, err := formats.Read(name, data)
		if err != nil {
			return
		}
		for _, f := range extract.Document(doc, 0, extract.Options{}) {
			n++
			if path, s := shared(reflect.ValueOf(f), doc.Text); path != "" {
				t.Errorf("%s: %T%s is %q, a part of the text", name, f, path, s)
			}
		}
	})
	if n < 500 {
		t.Errorf("only %d facts looked at", n)
	}
}

// documents calls fn with the project's own documents: test data and the
// rules' cases.
func documents(t *testing.T, fn func(name string, data []byte)) {
	t.Helper()
	for _, root := range []string{"../../testdata", "../../rules", "../source/formats/testdata"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if filepath.Ext(path) != ".txtar" {
				fn(path, data)
				return nil
			}
			for _, f := range txtar.Parse(data).Files {
				fn(path+"/"+f.Name, f.Data)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// shared finds a string in v whose bytes lie in text, and where in v it is.
func shared(v reflect.Value, text string) (path, s string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return shared(v.Elem(), text)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if path, s := shared(v.Field(i), text); path != "" {
				return "." + v.Type().Field(i).Name + path, s
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if path, s := shared(v.Index(i), text); path != "" {
				return fmt.Sprintf("[%d]%s", i, path), s
			}
		}
	case reflect.String:
		at := uintptr(unsafe.Pointer(unsafe.StringData(v.String())))
		from := uintptr(unsafe.Pointer(unsafe.StringData(text)))
		if v.Len() > 0 && at >= from && at < from+uintptr(len(text)) {
			return " ", v.String()
		}
	}
	return "", ""
}
