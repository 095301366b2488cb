package negotiationtest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
)

// expect holds the stage to a line that says what must be. It is false where
// the line is none of these.
func (p *play) expect(w *words) (known bool, err error) {
	switch {
	case w.has("refused"):
		return true, p.expectRefusal(w)
	case w.has("answer is"):
		return true, differ("answer", string(p.answer), w.word("a number"))
	case w.has("paragraph"):
		return true, p.expectParagraph(w)
	case w.has("proposal"):
		return true, p.expectProposal(w)
	case w.has("placeholder"):
		return true, p.expectPlaceholder(w)
	case w.has("documents are"):
		return true, p.expectDocuments(w)
	case w.has("title is"):
		return true, differ("title", p.view(p.audience(negotiation.SystemSeat)).Title, w.quote("a title"))
	case w.has("language is"):
		return true, differ("language", p.view(p.audience(negotiation.SystemSeat)).Language, w.word("a language"))
	case w.has("order is"):
		return true, p.expectOrder(w)
	case w.has("address of"):
		return true, p.expectAddress(w)
	case w.has("compilation is"):
		return true, p.expectDocument(w.word("a section"), negotiation.SystemSeat, negotiation.Comments)
	case w.has("compilation for"):
		seat := negotiation.SeatID(w.word("a seat"))
		w.has("is")
		return true, p.expectDocument(w.word("a section"), seat, negotiation.Comments)
	case w.has("clean text is"):
		return true, p.expectDocument(w.word("a section"), negotiation.SystemSeat, negotiation.Clean)
	case len(w.list) > 1 && (w.list[1] == "sees" || w.list[1] == "may" || w.list[1] == "knows" || w.list[1] == "hears"):
		return true, p.expectSight(w)
	}
	return p.expectSession(w)
}

// differ is the fault that got is not want.
func differ(what, got, want string) error {
	if got == want {
		return nil
	}
	return fmt.Errorf("%s:\n got %q\nwant %q", what, got, want)
}

// expectRefusal wants a code, and the details that the line names.
func (p *play) expectRefusal(w *words) error {
	code := negotiation.Code(w.word("a code"))
	refusal, ok := negotiation.Refused(p.refused)
	if !ok {
		return fmt.Errorf("not refused, but %v", p.refused)
	}
	p.refused = nil
	if refusal.Code != code {
		return fmt.Errorf("refused %v, want %s", refusal, code)
	}
	for w.more() {
		name := w.word("the name of a detail")
		if err := differ(name, refusal.Details[name], w.word("a detail")); err != nil {
			return fmt.Errorf("refused %v: %w", refusal, err)
		}
	}
	return nil
}

func (p *play) expectParagraph(w *words) error {
	address := w.word("an address")
	para, ok := p.view(p.audience(negotiation.SystemSeat)).Paragraph(address)
	if !ok {
		return fmt.Errorf("the draft has no paragraph %s", address)
	}
	switch {
	case w.has("is version"):
		if got, want := para.Version, w.number("a version"); got != want {
			return fmt.Errorf("version %d, want %d: %s", got, want, para.Text)
		}
		if got, want := para.Deleted, w.has("deleted"); got != want {
			return fmt.Errorf("deleted: %v, want %v", got, want)
		}
	case w.has("is labelled"):
		return differ("label", para.PrintedLabel(), w.quote("a label"))
	case w.has("was reopened"):
		return expectReopened(w, para)
	case w.has("was"):
		return p.expectVersion(w, para)
	case w.has("is settled as"):
		return expectSettled(w, para)
	case w.has("is not settled"):
		if got, ok := para.Settled(); ok {
			return fmt.Errorf("it is %s", got.Kind)
		}
		return nil
	}
	if w.quoted() {
		return differ("text", para.Text, w.quote("a text"))
	}
	return nil
}

// expectVersion wants of an older version: its words, and who brought it about.
func (p *play) expectVersion(w *words, para negotiation.ParagraphView) error {
	n := w.number("a version")
	if n < 1 || n > len(para.Versions) {
		return fmt.Errorf("it has %d versions", len(para.Versions))
	}
	v := para.Versions[n-1]
	if err := differ("text", v.Text, w.quote("a text")); err != nil || !w.has("by") {
		return err
	}
	var want []string
	for w.more() {
		want = append(want, w.word("a delegation"))
	}
	return differ("delegations", join(v.Delegations), strings.Join(want, " "))
}

func join[S ~string](list []S) string {
	words := make([]string, 0, len(list))
	for _, s := range list {
		words = append(words, string(s))
	}
	return strings.Join(words, " ")
}

func (p *play) expectProposal(w *words) error {
	id := proposalOf(w)
	got, ok := p.view(p.audience(negotiation.SystemSeat)).Proposal(id)
	if !ok {
		return fmt.Errorf("there is no proposal %s", id)
	}
	if known, err := expectReading(w, got); known {
		return err
	}
	switch {
	case w.has("is late"):
		if !got.Late {
			return fmt.Errorf("it is not marked late")
		}
		return nil
	case w.has("was raised in session"):
		return differ("session", strconv.Itoa(got.Raised), w.word("a number"))
	case w.has("has language"):
		return differ("language", got.Language, w.word("a language"))
	case w.has("has change"):
		return p.expectChange(w, got)
	case w.has("is made of"):
		return expectParents(w, got)
	}
	if !w.has("is") {
		return fmt.Errorf("what is proposal %s?", id)
	}
	if err := differ("status", string(got.Status()), w.word("a status")); err != nil {
		return err
	}
	if w.has("because") {
		return differ("reason", got.Last().Reason, w.quote("a reason"))
	}
	if w.has("by") {
		return differ("by", string(got.Last().By), w.word("a proposal"))
	}
	return nil
}

// expectOrder wants the addresses of the whole draft, struck ones too.
func (p *play) expectOrder(w *words) error {
	var got, want []string
	for _, para := range p.view(p.audience(negotiation.SystemSeat)).Paragraphs {
		got = append(got, para.Address)
	}
	for w.more() {
		want = append(want, w.word("an address"))
	}
	return differ("order", strings.Join(got, " "), strings.Join(want, " "))
}

func (p *play) expectAddress(w *words) error {
	id := negotiation.ParagraphID(w.word("a paragraph's id"))
	w.has("is")
	want := w.word("an address")
	for _, para := range p.view(p.audience(negotiation.SystemSeat)).Paragraphs {
		if para.ID == id {
			return differ("address", para.Address, want)
		}
	}
	return fmt.Errorf("the draft has no paragraph %s", id)
}

// expectSight wants exactly these proposals in the view of a seat.
func (p *play) expectSight(w *words) error {
	v := p.view(p.audience(negotiation.SeatID(w.word("a seat"))))
	if w.has("may not read") {
		if v.Readable || len(v.Paragraphs) > 0 {
			return fmt.Errorf("readable, with %d paragraphs", len(v.Paragraphs))
		}
		return nil
	}
	if w.has("knows") {
		return expectParties(w, v)
	}
	if w.has("hears of") {
		return p.expectPositions(w, v)
	}
	if !w.has("sees") {
		return fmt.Errorf("may what?")
	}
	var got, want []string
	for _, prop := range v.Proposals {
		got = append(got, string(prop.ID))
	}
	for w.more() && !w.has("nothing") {
		want = append(want, w.word("a proposal"))
	}
	if !slices.Equal(got, want) {
		return fmt.Errorf("proposals seen (-got +want):\n%s", cmp.Diff(got, want))
	}
	return nil
}

// expectParties wants exactly these delegations in a view.
func expectParties(w *words, v negotiation.View) error {
	var got, want []string
	for _, p := range v.Parties {
		got = append(got, string(p.Name))
	}
	for w.more() {
		want = append(want, w.word("a delegation"))
	}
	return differ("delegations", strings.Join(got, " "), strings.Join(want, " "))
}

// expectDocument wants a document as a section of the archive has it.
func (p *play) expectDocument(section string, seat negotiation.SeatID, what negotiation.What) error {
	c, err := negotiation.Compile(p.view(p.audience(seat)), what)
	if err != nil {
		return err
	}
	got := Plain(c)
	for i, f := range p.archive.Files {
		if f.Name != section {
			continue
		}
		if updating() && got != string(f.Data) {
			p.archive.Files[i].Data, p.rewritten = []byte(got), true
			return nil
		}
		if d := cmp.Diff(strings.Split(got, "\n"), strings.Split(string(f.Data), "\n")); d != "" {
			return fmt.Errorf("%s (-got +want):\n%s", section, d)
		}
		return nil
	}
	return fmt.Errorf("the archive has no section %q", section)
}
