package format_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/format/formattest"
)

// derived are the documents that are made from a record and not read back.
func derived() []negotiation.What {
	return []negotiation.What{negotiation.Consolidated, negotiation.Comparative, negotiation.Dispositions}
}

// inSession is the meeting of Bridgetown after some of it was decided.
func inSession(t testing.TB) *formattest.World {
	t.Helper()
	d, err := format.Read("bridgetown.txt", formattest.Bridgetown(t), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	w := formattest.Import(t, d)
	find := func(by negotiation.Delegation, address string) negotiation.ProposalID {
		for _, p := range w.View().Proposals {
			if p.Delegation == by && p.Addresses[0] == address {
				return p.ID
			}
		}
		t.Fatalf("%s has nothing on %s", by, address)
		return ""
	}
	at := func(address string) negotiation.ParagraphView {
		p, ok := w.View().Paragraph(address)
		if !ok {
			t.Fatalf("there is no paragraph %s", address)
		}
		return p
	}
	w.Do(negotiation.AcceptProposal{Proposal: find("MEXICO", "4"), Reason: "Agreed in plenary."})
	w.Do(negotiation.NotRetainProposal{Proposal: find("MEXICO", "7.d"), Reason: "The draft says it already."})
	w.Do(negotiation.WithdrawProposal{Proposal: find("MEXICO", "15")})
	p := at("7.b")
	w.Table("PERU", negotiation.Change{Kind: negotiation.Delete, Paragraph: p.ID, Base: p.Version},
		negotiation.Change{Kind: negotiation.Insert, Paragraph: at("7.c").ID, Base: 1, As: negotiation.Lettered, Text: "Promote [decent] work for all."})
	w.Table("CHILE", negotiation.Change{Kind: negotiation.Move, Paragraph: at("7.i").ID, Base: 1, After: at("7.a").ID},
		negotiation.Change{Kind: negotiation.Comment, Text: "The list is long."})
	w.Do(negotiation.TableProposal{Proposal: negotiation.Proposal{Delegation: "CHILE", Sponsors: []negotiation.Delegation{"PERU"},
		Changes: []negotiation.Change{{Kind: negotiation.Amend, Paragraph: at("18").ID, Base: 1, Text: at("18").Text + " It meets once a year."}},
		Reason:  "It has to be said how often.\nOnce is enough."}})
	return w
}

// everyPoint is a small meeting with one of everything that a document can hold.
func everyPoint(t testing.TB) *formattest.World {
	t.Helper()
	d, err := format.Read("little.md", []byte("# Little plan\n\n---\n\nA. GROUPS\n\n1. The [two] groups will:\n- a. meet each year;\n- b. advise the Chair.\n\n"+
		"2. The Chair reports [to all.\n\n3. All workers have rights.\n\nMEXICO: All workers, including migrant workers, have rights.\n\nPERU: All workers and employers have rights.\n\nReason: They have duties, too.\n"), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	w := formattest.Import(t, d)
	change := func(kind negotiation.ChangeKind, on negotiation.ParagraphID, text string) negotiation.Change {
		return negotiation.Change{Kind: kind, Paragraph: on, Base: 1, Text: text}
	}
	meeting, advice, report, rights := negotiation.ParagraphID("p3"), negotiation.ParagraphID("p4"), negotiation.ParagraphID("p5"), negotiation.ParagraphID("p6")
	w.Table("CHILE", change(negotiation.Amend, meeting, "meet twice a year;"), change(negotiation.RequestText, advice, "Say how."))
	w.Table("PERU", change(negotiation.Amend, meeting, "meet each month;"))
	w.Table("PERU", change(negotiation.Delete, "p2", ""), change(negotiation.Comment, "", "Fewer groups."))
	w.Table("MEXICO", negotiation.Change{Kind: negotiation.Move, Paragraph: report, Base: 1, After: rights},
		negotiation.Change{Kind: negotiation.Insert, Paragraph: report, Base: 1, As: negotiation.Numbered, Text: "It is **new** | and <b>bold</b>."})
	w.Table("CHILE", negotiation.Change{Kind: negotiation.Comment, Text: "Well\ndone."})
	w.Do(negotiation.CombineProposals{Parents: []negotiation.ProposalID{"1", "2"}, Paragraph: rights, Base: 1})
	w.Do(negotiation.AcceptProposal{Proposal: "3", Reason: "Agreed."})
	w.Do(negotiation.TableProposal{Proposal: negotiation.Proposal{Delegation: "CHILE", Sponsors: []negotiation.Delegation{"PERU"}, Changes: []negotiation.Change{change(negotiation.Delete, report, "")}}})
	w.Do(negotiation.OpenComments{CutOff: w.View().At, Late: negotiation.MarkLate})
	w.Table("MEXICO", change(negotiation.Amend, advice, "advise all."))
	return w
}

func TestDocumentsArePrintedAsTheyWereRead(t *testing.T) {
	session, every := inSession(t), everyPoint(t)
	for _, what := range derived() {
		formattest.Golden(t, "bridgetown-"+string(what)+".md", write(t, "md", session.Compile(what)))
		for _, name := range format.Names() {
			formattest.Golden(t, "every-point-"+string(what)+"."+name, write(t, name, every.Compile(what)))
		}
	}
}

// As program, and as page: what is asked for stands in every form.
func TestEveryFormHoldsEveryPoint(t *testing.T) {
	w := inSession(t)
	for _, what := range derived() {
		c := w.Compile(what)
		for _, name := range format.Names() {
			text := write(t, name, c)
			switch name {
			case "md":
				text = strings.ReplaceAll(text, `\`, "") // escapes
			case "html":
				text = strings.ReplaceAll(text, `<span class="said">(bracket among the words:) </span>`, "")
			}
			for _, want := range []string{"It meets once a year.", "The list is long.", "Promote [decent] work for all.", "Agreed in plenary."} {
				if !strings.Contains(text, want) {
					t.Errorf("%s as %s lacks %q", what, name, want)
				}
			}
		}
	}
}

func TestWhatIsDerivedIsNotTakenForADraft(t *testing.T) {
	w := inSession(t)
	for _, what := range derived() {
		for _, start := range []string{"", "\ufeff"} {
			_, err := format.Read("mistaken.md", []byte(start+write(t, "md", w.Compile(what))), negotiation.ReadOptions{})
			if r, ok := negotiation.Refused(err); !ok || r.Code != negotiation.Unreadable || r.Details["problem"] != "derived" {
				t.Errorf("%s is read with %v, want %s", what, err, negotiation.Unreadable)
			}
		}
	}
}

// unspaced is a text without white space, by which brackets are set apart.
func unspaced(text string) string { return strings.Join(strings.Fields(text), "") }

// The words of a consolidated text outside of what is asked for are the draft's.
func TestTheConsolidatedJSONGivesTheDraftBack(t *testing.T) {
	type passage struct {
		Text    string
		Bracket *struct {
			Op     string
			By     []struct{ Proposal, Delegation string }
			Inside []json.RawMessage
		}
	}
	var before func(t testing.TB, list []json.RawMessage) string
	before = func(t testing.TB, list []json.RawMessage) string {
		text := ""
		for _, raw := range list {
			var p passage
			if err := json.Unmarshal(raw, &p); err != nil {
				t.Fatal(err)
			}
			switch {
			case p.Bracket == nil:
				text += p.Text
			case len(p.Bracket.By) == 0:
				t.Errorf("%s is asked for by nobody", raw)
			case p.Bracket.Op == "delete":
				text += before(t, p.Bracket.Inside)
			}
		}
		return text
	}
	var doc struct {
		Consolidated struct {
			Revision, Brackets int
			Paragraphs         []struct {
				Paragraph *struct{ Address, Text string }
				Brackets  int
				Passages  []json.RawMessage
			}
			History []struct{ Brackets int }
		}
	}
	if err := json.Unmarshal([]byte(write(t, "json", inSession(t).Compile(negotiation.Consolidated))), &doc); err != nil {
		t.Fatal(err)
	}
	d, brackets, proposed := doc.Consolidated, 0, 0
	for _, p := range d.Paragraphs {
		brackets += p.Brackets
		if p.Paragraph == nil {
			proposed++
		} else if got, want := unspaced(before(t, p.Passages)), unspaced(p.Paragraph.Text); got != want {
			t.Errorf("%s is %q, want %q", p.Paragraph.Address, got, want)
		}
	}
	if brackets != d.Brackets || brackets == 0 || d.History[len(d.History)-1].Brackets != brackets || d.Revision != 1 || proposed != 2 {
		t.Errorf("%d brackets of %d, Rev.%d, %d proposed paragraphs", brackets, d.Brackets, d.Revision, proposed)
	}
}

// A page of a document is whole: balanced brackets, no id twice, no markup of
// somebody else's.
func TestDerivedPagesAreSound(t *testing.T) {
	d, err := format.Read("x.md", []byte(hostile), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []*formattest.World{inSession(t), everyPoint(t), formattest.Import(t, d)} {
		for _, what := range derived() {
			page := write(t, "html", w.Compile(what))
			root, err := html.Parse(strings.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			ids, signs := map[string]bool{}, ""
			for n := range root.Descendants() {
				if n.Type == html.ElementNode && slices.Contains([]string{"script", "img", "i", "link", "a"}, n.Data) {
					t.Errorf("%s has an element %s", what, n.Data)
				}
				for _, a := range n.Attr {
					if a.Key == "id" && ids[a.Val] {
						t.Errorf("%s has the id %s twice", what, a.Val)
					}
					ids[a.Val] = ids[a.Val] || a.Key == "id"
					if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "href" {
						t.Errorf("%s has an attribute %s=%q", what, a.Key, a.Val)
					}
					if a.Key == "class" && a.Val == "sign" {
						signs += n.FirstChild.Data
					}
				}
			}
			if problems := negotiation.CheckBrackets(strings.ReplaceAll(signs, "[", "[x")); slices.ContainsFunc(problems, func(p negotiation.BracketProblem) bool { return p.Kind != negotiation.DeepBracket }) {
				t.Errorf("%s has brackets that are not balanced: %v", what, problems)
			}
			if strings.Contains(page, "⟦") {
				t.Errorf("%s lacks a word", what)
			}
		}
	}
}

func TestDocumentsSpeakEveryLanguage(t *testing.T) {
	w := inSession(t)
	for _, what := range derived() {
		for _, tag := range negotiation.Languages() {
			c := w.Compile(what)
			c.Words = tag
			for _, name := range []string{"md", "html"} {
				if text := write(t, name, c); strings.Contains(text, "⟦") {
					t.Errorf("%s in %s as %s lacks a word", what, tag, name)
				}
			}
		}
	}
}

// A table in Markdown is one line a row, whatever the words in it are.
func TestWordsDoNotBreakTheirTable(t *testing.T) {
	d, err := format.Read("x.md", []byte("1. One | two.\n\nPERU: One | **three** <b> two.\n\nReason: a | b\n  c\n"), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	w := formattest.Import(t, d)
	want := map[negotiation.What]int{negotiation.Comparative: 2, negotiation.Dispositions: 7}
	for what, cells := range want {
		rows := 0
		for line := range strings.Lines(write(t, "md", w.Compile(what))) {
			if !strings.HasPrefix(line, "|") || strings.Contains(line, "---") {
				continue
			}
			n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|") - 1
			if rows++; n != cells && !(what == negotiation.Dispositions && n == 2) {
				t.Errorf("%s: %d cells, want %d: %s", what, n, cells, line)
			}
			if strings.Contains(line, "<b>") && !strings.Contains(line, `\<b>`) {
				t.Errorf("%s: markup of others: %s", what, line)
			}
		}
		if rows < 3 {
			t.Errorf("%s has %d rows", what, rows)
		}
	}
}

// With more delegations than stand side by side, each has its column in one table.
func TestManyDelegationsAreSplitIntoTables(t *testing.T) {
	d, err := format.Read("x.md", []byte("1. One.\n\n2. Two.\n\n3. Three.\n"), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	w := formattest.Import(t, d)
	for _, name := range strings.Fields("ALFA BRAVO CHARLIE DELTA ECHO FOXTROT GOLF") {
		w.Table(negotiation.Delegation(name), negotiation.Change{Kind: negotiation.Amend, Paragraph: "p1", Base: 1, Text: "One " + name + "."})
	}
	w.Table("ALFA", negotiation.Change{Kind: negotiation.Delete, Paragraph: "p2", Base: 1})
	w.Table("GOLF", negotiation.Change{Kind: negotiation.Delete, Paragraph: "p3", Base: 1})
	page := write(t, "html", w.Compile(negotiation.Comparative))
	if !strings.Contains(page, `<tr id="p-3">`) {
		t.Error("a row that stands in the second table only has no id")
	}
	for text, want := range map[string]int{"<caption>": 2, `<th scope="col">Draft</th>`: 2, `<th scope="col">ALFA</th>`: 1, `<th scope="col">GOLF</th>`: 1,
		`<th scope="row">1</th>`: 2, `<th scope="row">2</th>`: 1} {
		if got := strings.Count(page, text); got != want {
			t.Errorf("%q stands %d times, want %d", text, got, want)
		}
	}
}

// What is said around the words is in the language of the page, the words are in
// that of the draft.
func TestEveryWordOfAPageIsInItsLanguage(t *testing.T) {
	w := everyPoint(t)
	for _, what := range negotiation.Documents() {
		c := w.Compile(what)
		if what == negotiation.Record {
			c = held(t).Compile(what)
		}
		c.Words = "es"
		root, err := html.Parse(strings.NewReader(write(t, "html", c)))
		if err != nil {
			t.Fatal(err)
		}
		said, words := 0, 0
		for n := range root.Descendants() {
			if n.Type != html.TextNode || strings.TrimSpace(n.Data) == "" {
				continue
			}
			got := attribute(n, "lang")
			if strings.Contains(n.Data, "advise") || strings.Contains(n.Data, "Fewer groups") {
				if words++; got != "en" {
					t.Errorf("%s has the words %q in %q", what, n.Data, got)
				}
			}
			if slices.Contains([]string{"said", "what", "who", "count", "by", "number"}, attribute(n, "class")) {
				if said++; got != "es" {
					t.Errorf("%s says %q in %q", what, n.Data, got)
				}
			}
		}
		if words == 0 || said == 0 && what != negotiation.Clean {
			t.Errorf("%s has %d stretches of words, %d around them", what, words, said)
		}
	}
}

// attribute is that of the nearest element around n that has one.
func attribute(n *html.Node, name string) string {
	for n = n.Parent; n != nil; n = n.Parent {
		for _, a := range n.Attr {
			if a.Key == name {
				return a.Val
			}
		}
	}
	return ""
}

// Read aloud, or copied without its looks, a bracket of the words is told from ours.
func TestAPageTellsBracketsOfTheWordsFromOurs(t *testing.T) {
	w := everyPoint(t)
	page := write(t, "html", w.Compile(negotiation.Consolidated))
	for _, want := range []string{`The <span class="said">(bracket among the words:) </span>[two<span class="said">(bracket among the words:) </span>] groups`, "<h2>Brackets that the draft itself holds</h2>"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Count(page, "<main>") != 1 || strings.Index(page, "</main>") < strings.Index(page, "Proposals no longer on the table") {
		t.Error("fates stand outside of the main part")
	}
}
