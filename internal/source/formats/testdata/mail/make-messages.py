# Makes the messages from minutes.txt with Python's email package.
import pathlib
from email.message import EmailMessage
from email.utils import format_datetime
from datetime import datetime, timezone, timedelta

text = pathlib.Path("minutes.txt").read_text(encoding="utf-8")
quoted = "\n> On 3 March 2024, Bo Hale wrote:\n> The council met nine times:\n> - 1 March\n> - 2 March\n"


def message():
    m = EmailMessage()
    m["From"] = "Ana Ferrow <ana@brackwater.example>"
    m["To"] = "Bo Hale <bo@brackwater.example>"
    m["Subject"] = "Minutes of the café"
    m["Date"] = format_datetime(datetime(2024, 4, 2, 23, 30, tzinfo=timezone(timedelta(hours=2))))
    return m


m = message()
m.set_content(text + quoted, cte="quoted-printable")
m.add_alternative("<p>The same as HTML.</p>", subtype="html")
m.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="plan.pdf")
pathlib.Path("minutes-both.eml").write_bytes(bytes(m))

m = message()
m.set_content(text, charset="iso-8859-15", cte="base64")
pathlib.Path("minutes-latin.eml").write_bytes(bytes(m))

body, items = "", []
for block in text.strip().split("\n\n"):
    if block.startswith("- "):
        body += "<ul>" + "".join(f"<li>{line[2:]}</li>" for line in block.split("\n")) + "</ul>\n"
    else:
        body += f"<p>{block}</p>\n"
m = message()
m.set_content(f"<html><body>{body}<blockquote><p>The council met nine times:</p></blockquote></body></html>", subtype="html")
pathlib.Path("minutes-html.eml").write_bytes(bytes(m))
