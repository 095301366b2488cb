package front_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
	"plenary/negotiation/format/markdown"
	"plenary/negotiation/front"
	"plenary/negotiation/lang"
)

// seed is the cover of the compilation of 28 September 2017.
func seed(t *testing.T) negotiation.Cover {
	t.Helper()
	d, err := markdown.Read("bridgetown.txt", formattest.Bridgetown(t), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return d.Cover
}

func occasion() front.Occasion {
	washington := time.FixedZone("", -4*3600)
	return front.Occasion{Kind: negotiation.FirstIssue, Original: "en",
		Issued: time.Date(2017, 9, 28, 9, 0, 0, 0, washington), UpTo: time.Date(2017, 9, 27, 23, 59, 0, 0, washington)}
}

func say(t *testing.T, tag string) lang.Tongue {
	t.Helper()
	tongue, ok := lang.For(tag)
	if !ok {
		t.Fatalf("no language %s", tag)
	}
	return tongue
}

func TestTheCoverThatCameIsWrittenAgainAsItStood(t *testing.T) {
	want := seed(t)
	got := front.Of(want).Cover(say(t, "en"), occasion())
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("(-got +want):\n%s", d)
	}
}

func TestWhatACoverSaysIsReadInEveryLanguage(t *testing.T) {
	m := front.Matter{Organization: []string{"ORGANIZACIÓN", "Consejo"}, Meeting: []string{"SEGUNDA REUNIÓN"}, Held: []string{"Bridgetown, 2017"},
		Series: "OEA/Ser.K/XII.20.1", Symbol: "TRABAJO/RTP/doc.13/17 add. 1", Title: "PROYECTO DE PLAN", Forum: "FORO VIRTUAL", Channel: "el Foro"}
	for _, tag := range lang.Tags() {
		for _, kind := range negotiation.IssueKinds() {
			o := occasion()
			o.Kind, o.Of = kind, "TRABAJO/RTP/doc.13/17"
			if d := cmp.Diff(front.Of(m.Cover(say(t, tag), o)), m); d != "" {
				t.Errorf("%s in %s (-got +want):\n%s", kind, tag, d)
			}
		}
	}
}

func TestACoverSaysOnlyWhatIsKnown(t *testing.T) {
	o := occasion()
	o.UpTo = o.UpTo.AddDate(1, 0, 0)
	got := front.Matter{Symbol: "doc.1/17", Title: "PLAN"}.Cover(say(t, "es"), o)
	want := negotiation.Cover{Title: "PLAN", Symbol: "doc.1/17", Blocks: []negotiation.CoverBlock{
		{Lines: []string{"doc.1/17", "28 de septiembre de 2017", "Original: inglés"}},
		{Lines: []string{"COMPILACIÓN DE COMENTARIOS AL"}},
		{Lines: []string{"PLAN"}},
		{Lines: []string{"RECIBIDOS HASTA EL 27 DE SEPTIEMBRE DE 2018"}},
	}}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("(-got +want):\n%s", d)
	}
}

func TestAForeignCoverLosesNoLine(t *testing.T) {
	c := negotiation.Cover{Title: "PLAN", Blocks: []negotiation.CoverBlock{{Lines: []string{"MINISTRY OF FISHERIES"}}, {Lines: []string{"PLAN"}}, {Lines: []string{"For comment", "by May"}}}}
	want := front.Matter{Title: "PLAN", Organization: []string{"MINISTRY OF FISHERIES", "For comment", "by May"}}
	if d := cmp.Diff(front.Of(c), want); d != "" {
		t.Errorf("(-got +want):\n%s", d)
	}
}
