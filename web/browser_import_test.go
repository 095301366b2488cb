package web_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// key is the header of the report on the compilation of Bridgetown, counted by hand.
const key = "72 units, 7 headings, 34 proposals (MEXICO 26, CEATAL 4, COSATE 2, CHILE 1, PERU 1), 2 extra COSATE items, " +
	"17 merged runs in 12 proposals to confirm, 3 proposals without marks, 3 splits joined, 1 empty bullet, 7 placeholders in the draft"

// importsAndIssues is a secretariat's first hour: what came is uploaded, its report
// read, what is in doubt confirmed on a written word, and the compilation issued.
func importsAndIssues(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t, webtest.WithoutDraft())
	w := sit(t, b, h, webtest.Secretariat)
	w.Visit("/desk")
	w.Attach("input[type=file]", "../testdata/documents/bridgetown-compilation.txt")
	w.Follow("form[action$='/desk/import'] button")
	if got := w.Text(".report-summary"); got != key {
		t.Errorf("the report begins %q, want %q", got, key)
	}
	if v := h.View(webtest.Secretariat); len(v.Paragraphs) != 0 {
		t.Fatalf("%d paragraphs are recorded before anybody confirmed", len(v.Paragraphs))
	}
	words := map[negotiation.Delegation]string{"MEXICO": "Letter of 3 October", "COSATE": "E-mail of 4 October"}
	for delegation, word := range words {
		w.Click(fmt.Sprintf("input[name='all.%s'][value=probable]", delegation))
		w.Write(fmt.Sprintf("input[name='word.%s']", delegation), word)
	}
	w.Follow(".report-confirm button[value=import]")
	w.WaitFor(".said-done", "bridgetown-compilation.txt was imported.")

	doubted := 0
	for _, p := range h.View(webtest.Secretariat).Proposals {
		if p.Received == nil || len(p.Received.Doubts) == 0 {
			continue
		}
		doubted++
		if c := p.Confirmed; c == nil || c.Reading != negotiation.Probable || c.Word != words[p.Delegation] {
			t.Errorf("proposal %s of %s is confirmed as %+v", p.ID, p.Delegation, c)
		}
	}
	if doubted != 12 {
		t.Errorf("%d proposals can be read in two ways, want 12", doubted)
	}

	w.Visit("/desk/issue")
	w.Write("#symbol", "TRABAJO/RTP/doc.13/17")
	w.Follow("form[action$='/desk/issue'] .button-do")
	issued := w.Address()
	if !strings.HasPrefix(issued, "/n/bridgetown/compilation") {
		t.Fatalf("after issuing at %s", issued)
	}
	document := webtest.Await[string](w, `(async () => (await fetch(document.querySelector("a[href*='/issued/'][href*='format=md']").href)).text())()`)
	if strings.Contains(document, "reading not confirmed") {
		t.Error("the document says that readings are not confirmed")
	}
	// Mexico's 17, where "launch" stood inside the struck passage.
	for _, passage := range []string{"MEXICO: To celebrate the ~~development~~ **launch** of the new RIAL virtual platform", "**in compliance with the XIX IACML mandates**"} {
		if !strings.Contains(document, passage) {
			at := max(strings.Index(document, "To celebrate the"), 0)
			t.Errorf("the document lacks %q; it says %.900s", passage, document[at:])
		}
	}
	w.Axe()
}

// uploadsAreAnswered sends a delegation's amendments, and a second draft, with
// scripts and without: the answer is the same page.
func uploadsAreAnswered(t *testing.T, b *webtest.Browser) {
	file := filepath.Join(t.TempDir(), "peru.txt")
	if err := os.WriteFile(file, []byte("1. Establish two working groups that meet **each month** in the period between conferences.\n\nDelete paragraph 99.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	const form = "form[action$='/desk/import']"
	for name, options := range map[string][]webtest.WindowOption{"scripts": nil, "no scripts": {webtest.NoScript()}} {
		t.Run(name, func(t *testing.T) {
			h := webtest.New(t, webtest.WithoutDraft())
			w := sit(t, b, h, webtest.Secretariat, options...)
			w.Visit("/desk")
			h.Do(webtest.Secretariat, negotiation.ImportDraft{Draft: webtest.Draft()}) // by somebody else, meanwhile
			h.Do(webtest.Secretariat, negotiation.OpenComments{})
			w.Attach("input[type=file]", file)
			w.Follow(form + " button")
			if got, want := w.Text(".said-refused"), "already has its draft"; !strings.Contains(got, want) {
				t.Errorf("refused with %q, want %q", got, want)
			}
			w.Visit("/desk")
			w.Attach("input[type=file]", file)
			w.Write("#import-delegation", "PERU")
			// What the field offers opens over the button, and would take a click.
			w.Press("\t")
			webtest.Ask[bool](w, `document.querySelector("`+form+` button").focus(), true`)
			w.Enter()
			if got, want := w.Text(".report-source"), "Amendments of PERU"; !strings.Contains(got, want) {
				t.Errorf("the report is of %q, want %q", got, want)
			}
			if options == nil { // axe-core is a script itself
				w.Axe()
			}
			w.Write("#target-3", "2")
			w.Follow(".report-confirm button[value=import]")
			if got := w.Text(".import-files"); !strings.Contains(got, "peru.txt") {
				t.Errorf("the desk lists %q", got)
			}
			v := h.View(webtest.Secretariat)
			if len(v.Proposals) != 2 || len(v.Imports) != 1 || v.Proposals[1].Addresses[0] != "2" {
				t.Fatalf("%d files with %+v, want 1 with 2 proposals, the second on 2", len(v.Imports), v.Proposals)
			}
		})
	}
}
