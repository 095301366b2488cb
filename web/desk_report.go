package web

import (
	"cmp"
	"errors"
	"net/http"
	"slices"
	"time"

	"plenary/negotiation"
)

// rowsOnPage is how many proposals the report shows at once, with the fields of what
// can be chosen. What was chosen on other pages goes along, hidden.
const rowsOnPage = 200

// reportPage shows what was read in a document before anything is recorded.
type reportPage struct {
	here
	importing
	Key string
	// Description is offered with a draft, to be recorded with it.
	Description descriptionForm
	// Shown is the page of the proposals, from 1.
	Shown int
	// Missing is the delegation of which the written word is lacking.
	Missing negotiation.Delegation
	rows    []reportRow
}

// showReport shows what was read, again where its form came back with refused.
func (s *Server) showReport(w http.ResponseWriter, r *http.Request, p deskPage, i importing, refused error) error {
	page := reportPage{here: p.here, importing: i, Key: newKey(), Description: p.Description}
	page.Title, page.Path = page.T("desk.report"), i.path(p.View.ID)
	page.rows = newRows(i)
	page.Shown = page.turn(r)
	code := http.StatusOK
	switch word := (missingWord{}); {
	case errors.As(refused, &word):
		page.Missing = word.delegation
		page.Refused, code = page.T("import.word-missing", "delegation", word.delegation), http.StatusUnprocessableEntity
	case refused != nil:
		page.Refused, code = s.refusedForm(r, p.Base, refused)
		if code == http.StatusNotFound { // a paragraph that was typed, and not the page
			code = http.StatusUnprocessableEntity
		}
	case i.As == asDraft && len(p.View.Paragraphs) > 0:
		page.Refused = page.Refusal(negotiation.Refuse(negotiation.AlreadyDraft))
	}
	s.pages.render(w, r, code, "report", page, s.log)
	return nil
}

// turn is the page of the proposals that was asked for.
func (p reportPage) turn(r *http.Request) int {
	asked := cmp.Or(r.PostForm.Get("page"), r.PostForm.Get("shown"))
	return min(max(number(asked), 1), max(p.pages(), 1))
}

func (p reportPage) pages() int { return (len(p.rows) + rowsOnPage - 1) / rowsOnPage }

// Pages are the numbers of the pages, where there are several.
func (p reportPage) Pages() []int {
	if p.pages() < 2 {
		return nil
	}
	list := make([]int, p.pages())
	for i := range list {
		list[i] = i + 1
	}
	return list
}

// onPage are the rows that this page shows.
func (p reportPage) onPage() []reportRow {
	from := min((p.Shown-1)*rowsOnPage, len(p.rows))
	return p.rows[from:min(from+rowsOnPage, len(p.rows))]
}

// Before is when this very file was imported as amendments, or zero.
func (p reportPage) Before() time.Time {
	for _, i := range p.View.Imports {
		if p.Proposes() && i.Source.SHA256 == p.Draft.Source.SHA256 {
			return i.At
		}
	}
	return time.Time{}
}

// Proposes says that the file is one of amendments.
func (p reportPage) Proposes() bool { return p.As == asProposals }

// Addresses are offered where a target is typed.
func (p reportPage) Addresses() []negotiation.PrintedParagraph {
	const most = 1000 // more is no help to a person, and a burden for the browser
	return p.Against[:min(len(p.Against), most)]
}

// Extract is the start of a text.
func (p reportPage) Extract(text string) string { return extract(text) }

// askedName is a name of which the document does not tell what it is.
type askedName struct {
	negotiation.Question
	// Answer is "yes", "no", or empty to leave it as read.
	Answer string
}

// Questions are the names to be asked about, also those that were answered.
func (p reportPage) Questions() []askedName {
	var list []askedName
	answered := map[string]bool{}
	for _, q := range p.Report.Questions {
		list = append(list, askedName{q, p.answer(q.Name)})
		answered[q.Name] = true
	}
	var rest []string
	for name := range p.Choices.Names {
		if !answered[name] {
			rest = append(rest, name)
		}
	}
	slices.Sort(rest)
	for _, name := range rest {
		list = append(list, askedName{negotiation.Question{Name: name, Delegation: p.Choices.Names[name]}, p.answer(name)})
	}
	return list
}

func (p reportPage) answer(name string) string {
	yes, given := p.Choices.Names[name]
	switch {
	case !given:
		return ""
	case yes:
		return "yes"
	}
	return "no"
}
