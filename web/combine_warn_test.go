package web_test

import (
	"net/url"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestACombinedTextWarnsOfWordsThatMayReferToDeletedOnes(t *testing.T) {
	h := bridgetownHouse(t)
	chair := sitAt(t, h, webtest.Chair)
	page := chair.open("/p/9.g").wants(200)
	para, _ := h.View(webtest.Chair).Paragraph("9.g")
	const want = "may refer to them"
	if got := page.says("combined-" + string(para.ID)); !strings.Contains(got, want) {
		t.Errorf("the combined column says %q, want %q in it", got, want)
	}
	chair.open("/p/9.g/combine?"+everyOn(h, para).Encode()).wants(200, want)
	sitAt(t, together(t), webtest.Chair).open("/p/1").wants(200).lacks(want)
}

// everyOn is the choice of all proposals on a paragraph.
func everyOn(h *webtest.House, para negotiation.ParagraphView) url.Values {
	f := url.Values{}
	for _, id := range para.Proposals {
		f.Add("with", string(id))
	}
	return f
}
