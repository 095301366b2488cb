package format_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/format/formattest"
)

func write(t testing.TB, name string, c negotiation.Compilation) string {
	t.Helper()
	var b strings.Builder
	if err := format.Write(&b, name, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func bridgetown(t testing.TB) negotiation.Compilation {
	t.Helper()
	d, err := format.Read("bridgetown.txt", formattest.Bridgetown(t), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return formattest.Import(t, d).Compile(negotiation.Comments)
}

func TestEveryFormatComesRoundThroughMarkdown(t *testing.T) {
	first := bridgetown(t)
	d, err := format.Read("bridgetown.md", []byte(write(t, "md", first)), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	second := formattest.Import(t, d).Compile(negotiation.Comments)
	for _, name := range format.Names() {
		if diff := cmp.Diff(write(t, name, second), write(t, name, first)); diff != "" {
			t.Errorf("%s differs (-second +first):\n%s", name, diff)
		}
	}
}

func TestEveryFormatIsTheSameEachTime(t *testing.T) {
	for _, name := range format.Names() {
		once, twice := write(t, name, bridgetown(t)), write(t, name, bridgetown(t))
		if d := cmp.Diff(twice, once); d != "" {
			t.Errorf("%s is not the same twice (-second +first):\n%s", name, d)
		}
	}
}

func TestUnknownFormatsAreRefused(t *testing.T) {
	err := format.Write(&strings.Builder{}, "doc", negotiation.Compilation{})
	if r, ok := negotiation.Refused(err); !ok || r.Code != negotiation.BadValue || r.Details["expected"] != "html, md, json" {
		t.Errorf("Write as doc: %v, want bad-value with the names that there are", err)
	}
	_, err = format.Read("draft.wpd", []byte("1. x"), negotiation.ReadOptions{})
	if r, ok := negotiation.Refused(err); !ok || r.Code != negotiation.Unreadable {
		t.Errorf("Read of draft.wpd: %v, want bad-value", err)
	}
}

// full has room for no byte.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrorsComeThrough(t *testing.T) {
	for _, name := range format.Names() {
		if err := format.Write(full{}, name, bridgetown(t)); !errors.Is(err, errFull) {
			t.Errorf("Write as %s to a full disk: %v, want its error", name, err)
		}
	}
}

// The compilation as JSON holds each proposal with both of its texts.
func TestJSONHoldsEveryRedline(t *testing.T) {
	c := bridgetown(t)
	var doc struct {
		Version int
		Blocks  []struct {
			Paragraph *struct{ Address, Text string }
			Proposal  *struct {
				Delegation, Address string
				Lines               []struct {
					Change, Address string
					Ops             diff.Script
				}
				Requests []string
			}
		}
	}
	if err := json.Unmarshal([]byte(write(t, "json", c)), &doc); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	proposals := 0
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			texts[b.Paragraph.Address] = b.Paragraph.Text
			continue
		}
		proposals++
		for _, l := range b.Proposal.Lines {
			if l.Change != "insert" && l.Ops.Before() != texts[l.Address] {
				t.Errorf("%s on %s starts from %q, want %q", b.Proposal.Delegation, l.Address, l.Ops.Before(), texts[l.Address])
			}
		}
	}
	if doc.Version != 1 || len(texts) != 79 || proposals != 34 {
		t.Errorf("version %d with %d paragraphs and %d proposals, want 1 with 79 and 34", doc.Version, len(texts), proposals)
	}
}

// hostile is a draft of nothing but markup.
const hostile = "# <b>T</b>\n\n---\n\n1. <script>alert(1)</script> & \"it\"\n\nCHILE: <script>alert(1)</script> & \"it\" **<img src=x onerror=alert(1)>**\n\nComment: <i>\n"

func TestHTMLShowsMarkupAsText(t *testing.T) {
	d, err := format.Read("x.md", []byte(hostile), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	page := write(t, "html", formattest.Import(t, d).Compile(negotiation.Comments))
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		switch n.Data {
		case "script", "img", "i", "link":
			if n.Type == html.ElementNode {
				t.Errorf("the page has an element %s:\n%s", n.Data, page)
			}
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "href" {
				t.Errorf("the page has an attribute %s=%q", a.Key, a.Val)
			}
		}
	}
	if !strings.Contains(page, "&lt;script&gt;alert(1)&lt;/script&gt; &amp;") {
		t.Errorf("the text of paragraph 1 is not shown:\n%s", page)
	}
}

// What a page shows, without the words for those who do not see, is each
// paragraph and each redline in order.
func TestHTMLHoldsEveryParagraphAndRedline(t *testing.T) {
	c := bridgetown(t)
	page := write(t, "html", c)
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	inserted, deleted := "", ""
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "id" {
				if ids[a.Val] {
					t.Errorf("the id %s is given twice", a.Val)
				}
				ids[a.Val] = true
			}
		}
		if n.Type == html.ElementNode && n.Data == "ins" {
			inserted += n.FirstChild.NextSibling.Data
		}
		if n.Type == html.ElementNode && n.Data == "del" {
			deleted += n.FirstChild.NextSibling.Data
		}
	}
	wantInserted, wantDeleted := "", ""
	for _, b := range c.Blocks {
		if b.Paragraph != nil {
			if id := "p-" + b.Paragraph.Address; !ids[id] {
				t.Errorf("no element has the id %s", id)
			}
			continue
		}
		for _, l := range b.Restated.Lines {
			spans := []diff.Span(l.Redline)
			if len(l.Typed) > 0 {
				spans = l.Typed // its reading is not confirmed
			}
			for _, s := range spans {
				switch s.Op {
				case diff.Insert:
					wantInserted += s.Text
				case diff.Delete:
					wantDeleted += s.Text
				}
			}
		}
	}
	if d := cmp.Diff(inserted, wantInserted); d != "" {
		t.Errorf("inserted words (-got +want):\n%s", d)
	}
	if d := cmp.Diff(deleted, wantDeleted); d != "" {
		t.Errorf("deleted words (-got +want):\n%s", d)
	}
	if want := `<html lang="en" dir="ltr">`; !strings.Contains(page, want) {
		t.Errorf("the page has no %s", want)
	}
	if !strings.Contains(page, `<h1>DRAFT PLAN OF ACTION OF BRIDGETOWN</h1>`) {
		t.Error("the title is no heading of the first level")
	}
}

func TestCleanTextHasNoProposals(t *testing.T) {
	d, err := format.Read("bridgetown.txt", formattest.Bridgetown(t), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	c := formattest.Import(t, d).Compile(negotiation.Clean)
	again, err := format.Read("clean.md", []byte(write(t, "md", c)), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(again.Paragraphs, d.Paragraphs); diff != "" || len(again.Proposals) > 0 {
		t.Errorf("clean text read again has %d proposals and (-got +want):\n%s", len(again.Proposals), diff)
	}
	if page := write(t, "html", c); strings.Contains(page, "MEXICO") || strings.Contains(page, "COMPILATION OF COMMENTS") {
		t.Error("html of the clean text speaks of the compilation")
	}
	if text := write(t, "json", c); strings.Contains(text, `"proposal"`) {
		t.Error("json of the clean text holds a proposal")
	}
}
