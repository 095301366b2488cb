package format_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/format/formattest"
	"plenary/negotiation/lang"
)

// secret is what one delegation tells to the Chair alone.
const secret = "Nobody is to know this"

// held is a little meeting that sat on two days, with one of everything that can
// happen in a session.
func held(t testing.TB) *formattest.World {
	t.Helper()
	d, err := format.Read("little.md", []byte("# Little plan\n\n---\n\nA. GROUPS\n\n1. The groups will:\n- a. meet each year;\n- b. advise the Chair.\n\n"+
		"2. The Chair reports to all.\n\n3. All workers have rights.\n\n4. The plan is for four years.\n\nMEXICO: 3. All workers, including migrant workers, have rights.\n\nPERU: 3. All workers and employers have rights.\n\nReason: They have duties, too.\n"), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	w := formattest.Import(t, d)
	w.Do(negotiation.OpenComments{Zone: "America/Barbados"})
	for _, d := range []negotiation.Delegation{"CHILE", "MEXICO"} {
		w.Do(negotiation.OpenSeat{Seat: negotiation.Seat{ID: negotiation.SeatID(strings.ToLower(string(d))), Role: negotiation.Delegate, Delegation: d, MayTable: true}})
	}
	w.Table("CHILE", negotiation.Change{Kind: negotiation.Amend, Paragraph: "p7", Base: 1, Text: "The plan is for five years."})
	w.Do(negotiation.ScheduleSession{Title: "First *meeting* <of> the group"})
	w.Do(negotiation.OpenSession{})
	onRights(w)
	w.Do(negotiation.FreezeList{Paragraphs: []negotiation.ParagraphID{"p2", "p3", "p4"}})
	gavel(w, negotiation.Agreed)
	w.TakeEffect()
	w.Do(negotiation.CallParagraph{Paragraph: "p7"})
	w.Do(negotiation.FreezeText{})
	w.Do(negotiation.ThawText{})
	w.Do(negotiation.RuleOn{Outcome: negotiation.Outcome{Kind: negotiation.InBrackets, Asked: []negotiation.Delegation{"CHILE"}}})
	w.Do(negotiation.CallParagraph{Paragraph: "p5"})
	w.Do(negotiation.RuleOn{Outcome: negotiation.Outcome{Kind: negotiation.Parked, To: "the Friends of the Chair", Until: w.View().At.Add(48 * time.Hour), Note: "Find words."}})
	w.Do(negotiation.TakePosition{Position: negotiation.Position{By: "CHILE", Kind: negotiation.AwaitsInstructions, Paragraph: "p5", Version: 1}})
	w.Do(negotiation.SuspendSession{Reason: "Lunch"})
	w.Pass(24 * time.Hour)
	w.Do(negotiation.OpenSession{})
	w.Do(negotiation.CallParagraph{Paragraph: "p7"})
	w.Do(negotiation.FreezeText{Proposal: "3"})
	gavel(w, negotiation.AgreedAdRef)
	w.Do(negotiation.InterruptGavel{})
	w.Do(negotiation.RuleOn{Outcome: negotiation.Outcome{Kind: negotiation.Deferred}})
	w.Do(negotiation.ReopenParagraph{Paragraph: "p3", Reason: "A comma\nis missing."})
	w.Do(negotiation.CloseSession{})
	return w
}

// onRights takes paragraph 3 from call to agreement, with an objection.
func onRights(w *formattest.World) {
	w.Do(negotiation.CallParagraph{Paragraph: "p6"})
	w.Do(negotiation.GiveFloor{Delegation: "MEXICO"})
	w.Do(negotiation.AskFloor{Order: true, For: "PERU"})
	w.Do(negotiation.GiveFloor{})
	w.Do(negotiation.TakePen{For: "MEXICO", From: "1"})
	w.Do(negotiation.PutDrafted{Text: "All workers, among them migrant workers, have rights.", Reason: "Shorter"})
	w.Do(negotiation.TakePosition{Position: negotiation.Position{By: "CHILE", Kind: negotiation.Reserves, Text: "Subject to [our] law.", Proposal: "4"}})
	w.Do(negotiation.TakePosition{Position: negotiation.Position{By: "PERU", Kind: negotiation.Opposes, Text: secret, Proposal: "4", ToChair: true}})
	w.Do(negotiation.TakePosition{Position: negotiation.Position{By: "MEXICO", Kind: negotiation.Supports, Proposal: "4"}})
	w.Do(negotiation.FreezeText{Proposal: "4"})
	gavel(w, negotiation.AgreedAdRef)
	w.Do(negotiation.Object{For: "PERU", Hash: frozen(w), Reason: "We *want* employers.", Sent: w.View().At.Add(5*time.Second + 250*time.Millisecond)})
	w.Do(negotiation.WithdrawObjection{For: "PERU"})
	gavel(w, negotiation.AgreedAdRef, "PERU")
	w.TakeEffect()
}

func frozen(w *formattest.World) string { return w.View().Session.Floor.Frozen.Hash }

func gavel(w *formattest.World, kind negotiation.OutcomeKind, absent ...negotiation.Delegation) {
	w.Do(negotiation.LetGavelFall{Outcome: negotiation.Outcome{Kind: kind}, Hash: frozen(w), Present: []negotiation.Delegation{"CHILE", "MEXICO"}, Absent: absent, Told: absent})
}

func TestTheRecordIsPrintedAsItWasRead(t *testing.T) {
	w := held(t)
	for _, name := range format.Names() {
		formattest.Golden(t, "held-record."+name, write(t, name, w.Compile(negotiation.Record)))
		formattest.Golden(t, "held-consolidated."+name, write(t, name, w.Compile(negotiation.Consolidated)))
	}
	formattest.Golden(t, "held-clean.html", write(t, "html", w.Compile(negotiation.Clean)))
	formattest.Golden(t, "held-dispositions.md", write(t, "md", w.Compile(negotiation.Dispositions)))
	formattest.Golden(t, "held-compilation.html", write(t, "html", w.Compile(negotiation.Comments)))
}

// What is told to the Chair is in no document, not even in the Chair's.
func TestNoDocumentTellsWhatIsToldToTheChair(t *testing.T) {
	w := held(t)
	for _, what := range negotiation.Documents() {
		for _, name := range format.Names() {
			if text := write(t, name, w.Compile(what)); strings.Contains(text, secret) {
				t.Errorf("%s as %s tells it", what, name)
			}
		}
	}
}

func TestTheRecordIsSoundAndEveryOutcomeHasItsAddress(t *testing.T) {
	w := held(t)
	root, err := html.Parse(strings.NewReader(write(t, "html", w.Compile(negotiation.Record))))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]int{}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && slices.Contains([]string{"script", "of", "i", "a", "img"}, n.Data) {
			t.Errorf("the record has an element %s", n.Data)
		}
		for _, a := range n.Attr {
			if a.Key == "id" {
				ids[a.Val]++
			}
		}
	}
	want := []string{}
	for _, a := range w.View().Acts {
		want = append(want, a.Anchor())
	}
	for _, p := range w.View().Paragraphs {
		for _, s := range p.Settlements {
			want = append(want, s.Anchor(p.ID))
		}
	}
	if len(want) < 30 {
		t.Errorf("only %d acts and outcomes", len(want))
	}
	for _, id := range want {
		if ids[id] != 1 {
			t.Errorf("%s stands %d times", id, ids[id])
		}
	}
}

func TestTheRecordSpeaksEveryLanguageAndTheSameOfADay(t *testing.T) {
	w := held(t)
	zone := lang.Zone("America/Barbados")
	for _, tag := range negotiation.Languages() {
		c := w.Compile(negotiation.Record)
		c.Words = tag
		second, err := c.OfDay("2017-10-03", zone)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"md", "html"} {
			whole, day := write(t, name, c), write(t, name, second)
			if strings.Contains(whole+day, "⟦") {
				t.Errorf("in %s as %s it lacks a word", tag, name)
			}
			if len(day) >= len(whole) || !strings.Contains(day, "A comma") || strings.Contains(day, "Lunch") {
				t.Errorf("in %s as %s the second day is not told alone:\n%s", tag, name, day)
			}
		}
	}
}

func TestTheRecordIsTheSameWheneverItIsMade(t *testing.T) {
	w := held(t)
	for _, name := range format.Names() {
		if got, want := write(t, name, w.Compile(negotiation.Record)), write(t, name, held(t).Compile(negotiation.Record)); got != want {
			t.Errorf("played again, it is told otherwise as %s", name)
		}
	}
}

func TestWithoutASessionTheRecordSaysSo(t *testing.T) {
	c := everyPoint(t).Compile(negotiation.Record)
	for name, want := range map[string]string{"md": "No session has been held.", "html": "No session has been held.", "json": `"acts": []`} {
		if text := write(t, name, c); !strings.Contains(text, want) {
			t.Errorf("as %s it lacks %q:\n%s", name, want, text)
		}
	}
	c, err := held(t).Compile(negotiation.Record).OfDay("2017-10-09", lang.Zone("America/Barbados"))
	if err != nil {
		t.Fatal(err)
	}
	if text := write(t, "md", c); !strings.Contains(text, "Nothing happened in a session on 9 October 2017.") {
		t.Errorf("an idle day is told as:\n%s", text)
	}
}

func TestARecordOfNoDayIsRefused(t *testing.T) {
	w := held(t)
	for _, day := range []string{"yesterday", "2017-13-01", "2017-10-02T10:00:00Z", strings.Repeat("9", 5000)} {
		_, err := w.Compile(negotiation.Record).OfDay(day, time.UTC)
		if r, ok := negotiation.Refused(err); !ok || r.Code != negotiation.BadValue || len(r.Details["value"]) > 200 {
			t.Errorf("%.30q: %v", day, err)
		}
	}
	_, err := w.Compile(negotiation.Clean).OfDay("2017-10-02", time.UTC)
	if r, ok := negotiation.Refused(err); !ok || r.Code != negotiation.BadValue {
		t.Errorf("a clean text of a day: %v", err)
	}
}

// A program finds in the JSON what the law recorded.
func TestTheRecordInJSONHoldsEveryOutcome(t *testing.T) {
	w := held(t)
	var doc struct {
		Record struct {
			Zone string
			Acts []struct {
				Kind     string
				Outcomes []struct {
					Kind, Address, Anchor, Hash string
					Version                     int
					Silent, Absent, Authors     []string
					Reservations                []struct{ By, Text string }
					Fates                       []struct{ Status string }
				}
			}
			Progress struct {
				UpTo string `json:"up_to"`
			}
		}
	}
	if err := json.Unmarshal([]byte(write(t, "json", w.Compile(negotiation.Record))), &doc); err != nil {
		t.Fatal(err)
	}
	outcomes := map[string]int{}
	for _, a := range doc.Record.Acts {
		for _, o := range a.Outcomes {
			outcomes[o.Kind]++
			if o.Address == "3" && (o.Version != 2 || len(o.Hash) != 64 || !slices.Equal(o.Absent, []string{"PERU"}) || !slices.Equal(o.Authors, []string{"MEXICO"}) ||
				len(o.Reservations) != 1 || o.Reservations[0].By != "CHILE" || len(o.Fates) != 1 || o.Fates[0].Status != "lapsed") {
				t.Errorf("the outcome on 3 is %+v", o)
			}
		}
	}
	if want := (map[string]int{"agreed": 3, "agreed-ad-ref": 1, "bracketed": 1, "parked": 1, "deferred": 1}); len(outcomes) != len(want) || outcomes["agreed"] != 3 {
		t.Errorf("outcomes %v, want %v", outcomes, want)
	}
	if doc.Record.Zone != "America/Barbados" || doc.Record.Progress.UpTo != "1" {
		t.Errorf("zone %q, up to %q", doc.Record.Zone, doc.Record.Progress.UpTo)
	}
}

func TestTheRecordTellsProgramsWhatCameTooLate(t *testing.T) {
	w := held(t)
	w.Table("CHILE", negotiation.Change{Kind: negotiation.Comment, Paragraph: "p6", Text: "At last."})
	var d struct {
		Record struct {
			Progress struct {
				Undecided []struct {
					Address string
					Unheard []struct {
						Proposal string
						By       []string
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(write(t, "json", w.Compile(negotiation.Record))), &d); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range d.Record.Progress.Undecided {
		for _, p := range u.Unheard {
			got = append(got, fmt.Sprintf("%s: %s %s", u.Address, p.Proposal, p.By))
		}
	}
	if want := []string{"3: 5 [CHILE]"}; !slices.Equal(got, want) {
		t.Errorf("unheard are %q, want %q", got, want)
	}
}
