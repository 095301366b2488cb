package web

import (
	"testing"

	"plenary/diff"
	"plenary/negotiation/lang"
)

func TestARedlineHasWordsAtBothEndsInTheReadersLanguage(t *testing.T) {
	a, err := newAssets("test")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := newPages(a)
	if err != nil {
		t.Fatal(err)
	}
	spanish, _ := lang.For("es")
	for _, c := range []struct {
		name   string
		tongue lang.Tongue
		script diff.Script
		want   string
	}{
		{"nothing", lang.Tongue{}, nil, ""},
		{"unchanged", lang.Tongue{}, diff.Script{{Op: diff.Equal, Text: "Urge <all> & sundry"}}, "Urge &lt;all&gt; &amp; sundry"},
		{"changed", lang.Tongue{}, diff.Script{{Op: diff.Equal, Text: "Urge "}, {Op: diff.Delete, Text: "<all>"}, {Op: diff.Insert, Text: "***"}},
			`Urge <del><span class="vh" lang="en"> deleted </span>&lt;all&gt;<span class="vh" lang="en"> end of deletion </span></del>` +
				`<ins><span class="vh" lang="en"> inserted </span>***<span class="vh" lang="en"> end of insertion </span></ins>`},
		{"with the space before it", lang.Tongue{}, diff.Script{{Op: diff.Insert, Text: " all\u00a0"}, {Op: diff.Equal, Text: " States"}},
			`<ins class="gap"> </ins><ins><span class="vh" lang="en"> inserted </span>all<span class="vh" lang="en"> end of insertion </span></ins><ins class="gap">` + "\u00a0" + `</ins> States`},
		{"of a space alone", lang.Tongue{}, diff.Script{{Op: diff.Delete, Text: " "}},
			`<del><span class="vh" lang="en"> deleted </span> <span class="vh" lang="en"> end of deletion </span></del>`},
		{"Spanish", spanish, diff.Script{{Op: diff.Insert, Text: "todos"}},
			`<ins><span class="vh" lang="es"> ` + spanish.Say("redline.inserted") + ` </span>todos<span class="vh" lang="es"> ` + spanish.Say("redline.end-inserted") + ` </span></ins>`},
	} {
		got, err := pages.part("redline", redlineOf(Base{Tongue: c.tongue}, c.script))
		if err != nil || got != c.want {
			t.Errorf("%s:\n got %s\nwant %s\n%v", c.name, got, c.want, err)
		}
	}
}
