package formats

import (
	"strings"
	"testing"
)

func TestEML(t *testing.T) {
	const head = "From: =?utf-8?q?Zo=C3=AB?= <zoe@a.example>\r\nSubject: =?iso-8859-1?q?Caf=E9?=\r\n\tplans\r\nDate: Tue, 2 Apr 2024 23:30:00 +0200\r\n"
	for _, c := range []struct{ name, body, want string }{
		{"plain", "\r\nOne.\r\n\r\n> Theirs.\r\n\r\n- a\r\n- b\r\n", "One.\n> Theirs.\n- a\n- b\n"},
		{"a quotation right below its author", "\r\nBo wrote:\r\n> Theirs.\r\n> More.\r\nMine.\r\n", "Bo wrote:\n> Theirs./> More.\nMine.\n"},
		{"quoted-printable", "Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nA caf=C3=A9 was =\r\nopen.\r\n", "A café was open.\n"},
		{"an unknown charset", "Content-Type: text/plain; charset=x-none\r\n\r\nRead all the same.\r\n", "Read all the same.\n"},
		{"HTML alone", "Content-Type: text/html\r\n\r\n<h1>Plan</h1><p>One.</p>\r\n", "# Plan\nOne.\n"},
		{"parts", "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nOne.\r\n--x\r\nContent-Type: text/plain\r\n\r\nTwo.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>no</p>\r\n--x--\r\n", "One.\nTwo.\n"},
	} {
		d, err := EML{}.Open("a.eml", []byte(head+c.body))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := shownIn(t, d); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
		if d.Meta["title"] != "Café plans" || d.Meta["author"] != "Zoë" || d.Meta["date"] != "2024-04-02" {
			t.Errorf("%s: header %v", c.name, d.Meta)
		}
	}
}

func TestEMLHostile(t *testing.T) {
	nested := "Subject: x\r\n"
	for range 5000 {
		nested += "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
	}
	for name, data := range map[string]string{
		"nested":     nested,
		"cut":        "Subject: x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: te",
		"many parts": "Subject: x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + strings.Repeat("--x\r\n\r\na\r\n", 3000) + "--x--\r\n",
		"base64":     "Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!\r\n",
		"no body":    "Subject: x\r\n\r\n",
	} {
		d, err := EML{}.Open("a.eml", []byte(data))
		if err != nil {
			continue // told as a note
		}
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, data := range []string{"", "just text", "\x00\x01\x02"} {
		if _, err := (EML{}).Open("a.eml", []byte(data)); err == nil || !strings.Contains(err.Error(), "is no e-mail") {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func FuzzEML(f *testing.F) {
	f.Add("Subject: a\r\n\r\nOne.\r\n")
	f.Add("Subject: a\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-16\r\n\r\nOne.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>One\r\n--x--\r\n")
	f.Add("From: a@b\r\nContent-Transfer-Encoding: base64\r\n\r\nT25lLg==\r\n")
	f.Fuzz(func(t *testing.T, data string) {
		if d, err := (EML{}).Open("a.eml", []byte(data)); err == nil {
			if err := d.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
