package lookup

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// rows counts the rows of a CSV file below its header. Rows without any text
// do not count.
func rows(data []byte, ext string) (int, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = -1, true, true
	if strings.EqualFold(ext, ".tsv") {
		r.Comma = '\t'
	}
	n := 0
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return max(0, n-1), nil
		}
		if err != nil {
			return 0, errors.New("cannot be read as rows")
		}
		if strings.TrimSpace(strings.Join(record, "")) != "" {
			n++
		}
	}
}

// deepest bounds the parts of a JSON pointer: each costs a reading.
const deepest = 50

// length is the length of the array or object that a JSON pointer (RFC 6901)
// leads to.
func length(data []byte, pointer string) (int, error) {
	at := json.RawMessage(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	if !json.Valid(at) {
		return 0, errors.New("is no JSON")
	}
	var parts []string
	if pointer != "" {
		parts = strings.Split(pointer[1:], "/")
	}
	if len(parts) > deepest {
		return 0, errors.New("the pointer is too long")
	}
	for _, part := range parts {
		object, array, err := open(at)
		if err != nil {
			return 0, err
		}
		next, ok := object[strings.NewReplacer("~1", "/", "~0", "~").Replace(part)]
		if array != nil {
			i, err := strconv.Atoi(part)
			if ok = err == nil && i >= 0 && i < len(array); ok {
				next = array[i]
			}
		}
		if !ok {
			return 0, fmt.Errorf("has nothing at %q", part)
		}
		at = next
	}
	object, array, err := open(at)
	return len(object) + len(array), err
}

// open reads the outermost level of a value.
func open(data json.RawMessage) (object map[string]json.RawMessage, array []json.RawMessage, err error) {
	switch trimmed := bytes.TrimSpace(data); {
	case len(trimmed) > 0 && trimmed[0] == '{':
		err = json.Unmarshal(data, &object)
	case len(trimmed) > 0 && trimmed[0] == '[':
		err = json.Unmarshal(data, &array)
	default:
		err = errors.New("the pointer leads to a plain value, neither array nor object")
	}
	return object, array, err
}
