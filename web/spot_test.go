package web

import (
	"errors"
	"html/template"
	"testing"

	"plenary/negotiation"
)

func TestSpotsAreFilledForEachReader(t *testing.T) {
	shared := "<p>" + string(spot("p3")) + "</p><p>" + string(spot("35")) + "</p>"
	got, err := fillSpots(shared, func(name string) (template.HTML, error) { return template.HTML("<form id=" + name + ">"), nil })
	if want := template.HTML("<p><form id=p3></p><p><form id=35></p>"); got != want || err != nil {
		t.Errorf("filled it is %q, %v; want %q", got, err, want)
	}
	if got, err := fillSpots("<p>no spot</p>", nil); got != "<p>no spot</p>" || err != nil {
		t.Errorf("without spots it is %q, %v", got, err)
	}
	broken := errors.New("broken")
	if _, err := fillSpots(shared, func(string) (template.HTML, error) { return "", broken }); !errors.Is(err, broken) {
		t.Errorf("a spot that cannot be filled gives %v", err)
	}
}

// A proposal whose words look like a spot is not one.
func TestWordsMakeNoSpot(t *testing.T) {
	s := atTheDoor(t)
	html, err := s.pages.part("chip", negotiation.Delegation("a\x0035\x00b"))
	if err != nil {
		t.Fatal(err)
	}
	filled, err := fillSpots(html, func(name string) (template.HTML, error) {
		t.Errorf("%q is taken for a spot", name)
		return "", nil
	})
	if string(filled) != html || err != nil {
		t.Errorf("%q became %q, %v", html, filled, err)
	}
}
