package web_test

import (
	"strings"
	"testing"

	"plenary/web/webtest"
)

func TestTheSecretariatNamesWhoFillsAnOpenPlace(t *testing.T) {
	h := inDoubt(t)
	office := sitAt(t, h, webtest.Secretariat)
	page := office.open("/desk").wants(200, "Open places", "Thank the Government of ***")
	page.press("Save (par1, 1)", "owner", "Barbados").wants(200, "Recorded.")
	if got := office.open("/desk").field("owner"); got != "Barbados" {
		t.Errorf("the desk shows %q", got)
	}
	sitAt(t, h, webtest.Peru).open("").wants(200, "*** to be filled by Barbados")
	office.open("/desk").press("Save (par1, 1)", "owner", "").wants(200)
	sitAt(t, h, webtest.Peru).open("").lacks("to be filled by")
}

func TestARefusedOwnerIsKeptAsTyped(t *testing.T) {
	h := inDoubt(t)
	long := strings.Repeat("x", 200)
	refused := sitAt(t, h, webtest.Secretariat).open("/desk").press("Save (par1, 1)", "owner", long).wants(413)
	if got := refused.field("owner"); got != long {
		t.Errorf("typed words are gone: %q", got)
	}
}

func TestAPlaceThatWasFilledIsNobodysToFill(t *testing.T) {
	h := inDoubt(t)
	sitAt(t, h, webtest.Secretariat).open("/desk").press("Save (par1, 1)", "owner", "Barbados").wants(200)
	accepted(h, amend("p14", "Thank the Government of Barbados for its hospitality."))
	for _, path := range []string{"", "/p/par1"} {
		sitAt(t, h, webtest.Peru).open(path).wants(200).lacks("to be filled by")
	}
	sitAt(t, h, webtest.Secretariat).open("/desk").wants(200).lacks("Open places")
}

func TestOnlyThoseWhoHoldThePenNameAnOwner(t *testing.T) {
	h := inDoubt(t)
	fields := map[string][]string{"paragraph": {"p14"}, "nth": {"1"}, "owner": {"Peru"}}
	sitAt(t, h, webtest.Peru).send("/desk/placeholders", fields).wants(403)
	sitAt(t, h, webtest.Chair).send("/desk/placeholders", fields).wants(403)
	sitAt(t, h, webtest.Peru).open("").lacks("to be filled by")
}
