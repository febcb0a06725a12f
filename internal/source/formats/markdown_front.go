package formats

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// frontMatter reads the header between two lines of "---" (YAML) or "+++"
// (TOML) at the start of a document. body is where the document itself
// begins.
func frontMatter(src []byte) (meta map[string]string, body int) {
	fence := ""
	switch {
	case bytes.HasPrefix(src, []byte("---")):
		fence = "---"
	case bytes.HasPrefix(src, []byte("+++")):
		fence = "+++"
	default:
		return nil, 0
	}
	first := behindLine(src, 0)
	if string(bytes.TrimRight(src[:first], " \t\n")) != fence {
		return nil, 0
	}
	for at := first; at < len(src); {
		end := behindLine(src, at)
		line := string(bytes.TrimRight(src[at:end], " \t\n"))
		if line == fence || line == "..." && fence == "---" {
			return headerFields(src[first:at], fence == "+++"), end
		}
		if line == "" && at == first {
			return nil, 0 // a rule between paragraphs
		}
		at = end
	}
	return nil, 0
}

// headerFields reads the lines of front matter. Nearly all of it is one
// plain value a line, which is read here; the YAML parser, which is slow, is
// asked only where a value is of another shape.
func headerFields(header []byte, toml bool) map[string]string {
	meta := map[string]string{}
	sep, strange := byte(':'), false
	if toml {
		sep = '='
	}
	for at := 0; at < len(header); {
		end := behindLine(header, at)
		line := string(bytes.TrimRight(header[at:end], " \t\n"))
		at = end
		if line == "" || line[0] == '#' {
			continue
		}
		key, value, ok := strings.Cut(line, string(sep))
		key = strings.ToLower(strings.TrimSpace(key))
		if !ok || key == "" || strings.ContainsAny(line[:1], " \t-[") {
			strange = true
			continue
		}
		value, plain := plainValue(strings.TrimSpace(value))
		strange = strange || !plain
		if plain && value != "" || len(value) > 2 {
			meta[key] = value
		}
	}
	if strange && !toml {
		yamlFields(header, meta)
	}
	return meta
}

// plainValue takes the quotation marks off a scalar. It is not plain where
// YAML would read more than these letters.
func plainValue(v string) (value string, plain bool) {
	if n := len(v); n >= 2 && (v[0] == '"' || v[0] == '\'') && v[n-1] == v[0] {
		in := v[1 : n-1]
		return in, !strings.ContainsAny(in, `\"'`)
	}
	if i := strings.Index(v, " #"); i >= 0 {
		v = strings.TrimSpace(v[:i])
	}
	return v, v == "" || !strings.ContainsRune("[{|>&*!%@\"'", rune(v[0]))
}

// yamlFields adds the fields that a YAML parser understands.
func yamlFields(header []byte, meta map[string]string) {
	var fields map[string]any
	if err := yaml.Unmarshal(header, &fields); err != nil {
		return // the plain lines stand
	}
	keys := make([]string, 0, len(fields))
	for k := range fields {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		if s := scalar(fields[k]); s != "" {
			meta[strings.ToLower(k)] = s
		}
	}
}

// scalar is a YAML value as a string; the parts of a list are joined by
// commas, and maps are left out.
func scalar(v any) string {
	switch v := v.(type) {
	case nil, map[string]any:
		return ""
	case string:
		return strings.TrimSpace(v)
	case []any:
		parts := make([]string, 0, len(v))
		for _, e := range v {
			if s := scalar(e); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(v)
}
