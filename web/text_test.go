package web_test

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// rows lists the addresses of the paragraphs on a text page; those that stand
// for context only are in brackets.
func (s sheet) rows() string {
	var list []string
	for n := range s.root.Descendants() {
		class := strings.Fields(attr(n, "class"))
		if n.Data != "article" || len(class) == 0 || class[0] != "row" {
			continue
		}
		address := attr(n, "data-address")
		if class[len(class)-1] == "row-context" {
			address = "(" + address + ")"
		}
		list = append(list, address)
	}
	return strings.Join(list, " ")
}

// element gives the element with this id.
func (s sheet) element(id string) *html.Node {
	s.t.Helper()
	for n := range s.root.Descendants() {
		if n.Type == html.ElementNode && attr(n, "id") == id {
			return n
		}
	}
	s.t.Fatalf("%s has no element %q", s.Path, id)
	return nil
}

// says is what a reader of the element with this id reads, in one line.
func (s sheet) says(id string) string {
	s.t.Helper()
	part := s
	part.root = s.element(id)
	return part.words()
}

const wholeDraft = "A A.group1 1 2 2.a 2.b 3 3.bullet1 3.bullet2 B 4 4.i 4.ii par1"

func TestTheTextHasTheWholeDraftInOrder(t *testing.T) {
	page := sitAt(t, webtest.New(t), webtest.Observer).open("").wants(200, webtest.Title, "The window for proposals is open.", "No proposals yet.")
	if got := page.rows(); got != wholeDraft {
		t.Errorf("rows %q, want %q", got, wholeDraft)
	}
	page.lacks("Open a paragraph to propose a change.", "Comment on the whole draft", "My proposals", "desk")
}

func TestARowShowsWhatHangsOnItsParagraph(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p3", "Establish three working groups that meet in the period between conferences."))
	h.Table(webtest.Peru, amend("p3", "Establish two working groups that meet."))
	h.Table(webtest.Peru, amend("p14", "Thank Barbados."))
	h.Do(webtest.Secretariat, negotiation.AcceptProposal{Proposal: "3"})
	page := sitAt(t, h, webtest.Mexico).open("").wants(200, "1 of 3 proposals decided", "1 paragraph contested", "9 paragraphs without a proposal")
	for id, want := range map[string]string{
		"p3":  "2 proposals · contested MEXICO PERU",
		"p14": "Thank deleted the Government of end of deletion Barbados deleted for its hospitality end of deletion . new PERU: accepted",
	} {
		if got := page.says(id); !strings.Contains(got, want) {
			t.Errorf("row %s says %q, want %q in it", id, got, want)
		}
	}
}

func TestAStruckParagraphStaysInItsPlace(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p5", Base: 1})
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "1"})
	page := sitAt(t, h, webtest.Observer).open("").wants(200)
	if got := page.rows(); got != wholeDraft {
		t.Errorf("rows %q, want %q", got, wholeDraft)
	}
	if got, want := page.says("p5"), "deleted examine the future of work in all its forms; end of deletion"; !strings.Contains(got, want) {
		t.Errorf("the struck row says %q, want %q in it", got, want)
	}
}

func TestFiltersKeepWhatIsAskedForWithItsContext(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p5", "examine the future of work;"))
	h.Table(webtest.Peru, amend("p5", "examine work in all its forms;"))
	h.Do(webtest.Peru, negotiation.TableProposal{Proposal: negotiation.Proposal{
		Sponsors: []negotiation.Delegation{"COSATE"}, Changes: []negotiation.Change{amend("p12", "in the meetings;")}}})
	h.Do(webtest.Chair, negotiation.NotRetainProposal{Proposal: "3"})
	mexico, cosate := sitAt(t, h, webtest.Mexico), sitAt(t, h, webtest.Cosate)
	for _, c := range []struct {
		name string
		desk desk
		q    string
		want string
	}{
		{"contested", mexico, "show=contested", "(A) (A.group1) (2) 2.a"},
		{"decision", mexico, "show=decision", "(A) (A.group1) (2) 2.a"},
		{"mine", mexico, "show=mine", "(A) (A.group1) (2) 2.a"},
		{"mine as sponsor", cosate, "show=mine", "(B) (4) 4.i"},
		{"untouched", mexico, "show=untouched", "(A) (A.group1) 1 2 2.b 3 3.bullet1 3.bullet2 (B) 4 4.ii par1"},
		{"search", mexico, "q=WORKSHÓPS", "(A) (A.group1) (3) 3.bullet2"},
		{"search by address", mexico, "q=4.ii", "(B) (4) 4.ii"},
		{"both", mexico, "show=untouched&q=protection", "(A) (A.group1) (2) 2.b"},
		{"unknown", mexico, "show=everything", wholeDraft},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.desk.open("?" + c.q).wants(200).rows(); got != c.want {
				t.Errorf("?%s shows %q, want %q", c.q, got, c.want)
			}
		})
	}
}

func TestASearchForNothingSaysSoAndKeepsTheWords(t *testing.T) {
	page := sitAt(t, webtest.New(t), webtest.Mexico).open("?q=%22%3E%3Cscript%3Ex").wants(200, "Nothing found for “\"><script>x”.")
	if got := page.field("q"); got != `"><script>x` {
		t.Errorf("the field has %q", got)
	}
	page.link("No paragraph matches. Show all of them.")
}

func TestTheTextSaysUntilWhenOneMayTable(t *testing.T) {
	h := webtest.New(t)
	cutoff := h.Clock.Now().Add(3 * time.Hour)
	mexico := sitAt(t, h, webtest.Mexico)
	for _, c := range []struct {
		name string
		do   negotiation.Command
		pass time.Duration
		want string
	}{
		{"before", negotiation.OpenComments{CutOff: cutoff, Zone: "America/New_York"}, 0,
			"Cut-off: 16 October 2017, 13:00 (America/New_York, UTC−04:00), in 2 hours."},
		{"after", negotiation.OpenComments{CutOff: cutoff, Zone: "America/New_York"}, 4 * time.Hour,
			"The cut-off has passed: 16 October 2017, 13:00 (America/New_York, UTC−04:00). What is tabled now is marked as late."},
		{"after, refusing", negotiation.OpenComments{CutOff: cutoff, Late: negotiation.RefuseLate}, 0,
			"The cut-off has passed: 16 October 2017, 17:00 (UTC), 1 hour ago. Late proposals are not taken."},
		{"closed", negotiation.CloseComments{}, 0, "The window for proposals is closed."},
	} {
		h.Do(webtest.Secretariat, c.do)
		h.Clock.Advance(c.pass)
		mexico.open("").wants(200, c.want)
	}
}

func TestWithoutADraftEachRoleLearnsWhatToDo(t *testing.T) {
	h := webtest.New(t, webtest.WithoutDraft())
	sitAt(t, h, webtest.Mexico).open("").wants(200, "There is no draft yet.").lacks("Import the draft")
	if got, want := sitAt(t, h, webtest.Secretariat).open("").wants(200, "There is no draft yet.").link("Import the draft"), "/n/bridgetown/desk"; got != want {
		t.Errorf("the way to import leads to %s, want %s", got, want)
	}
}

func TestTheViewIsChosenByTheAddress(t *testing.T) {
	mexico := sitAt(t, webtest.New(t), webtest.Mexico)
	for query, want := range map[string]string{"": "redline", "?view=clean": "clean", "?view=draft": "draft", "?view=x": "redline"} {
		if got := attr(mexico.open(query).element("main"), "data-view"); got != want {
			t.Errorf("%q is shown as %q, want %q", query, got, want)
		}
	}
}

func TestATextPageSaysWhatItFollows(t *testing.T) {
	h := webtest.New(t)
	main := sitAt(t, h, webtest.Mexico).open("").element("main")
	for name, want := range map[string]string{"data-live": "/n/bridgetown/live", "data-part": "row", "data-negotiation": "bridgetown"} {
		if got := attr(main, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if attr(main, "data-epoch") == "" || attr(main, "data-seq") == "" {
		t.Error("epoch or seq is missing")
	}
}

func TestCommentsOnTheWholeDraftStandBelowIt(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Comment, Text: "This is *too long*."})
	page := sitAt(t, h, webtest.Mexico).open("").wants(200, "Comments on the whole draft")
	if got := page.says("general"); !strings.Contains(got, "PERU Proposal 1") || !strings.Contains(got, "This is too long .") {
		t.Errorf("the general comments say %q", got)
	}
}

func TestTheTextPageShowsHowBracketsWent(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	public := desk{t, h, h.Visitor()}
	public.open("").wants(200).lacks("brackets")
	h.Table(webtest.Mexico, amend("p3", threeGroups))
	page := public.open("").wants(200, "2 brackets", "1 proposal on the table", "The numbers as a table", "Brackets at the points shown: 0 at first, 2 at the most, 2 now.")
	if address := "/n/bridgetown/compilation?what=consolidated"; page.link("2 brackets") != address {
		t.Errorf("the number leads to %s, want %s", page.link("2 brackets"), address)
	}
}
