package web

import (
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"time"

	"plenary/negotiation"
)

// readAct fills in, a struct of an act, from a form. A field has the name that it has
// as JSON; in a form, several words in one field of ids are as many ids, and a local
// time is one of zone. What cannot be read is refused and never taken for nothing:
// a number of zero asks less of the law than the one that was meant.
func readAct(in any, f url.Values, zone *time.Location) error {
	v := reflect.ValueOf(in).Elem()
	for i := range v.NumField() {
		tag := v.Type().Field(i).Tag
		name, _, _ := strings.Cut(tag.Get("json"), ",")
		if form := tag.Get("form"); form != "" {
			name = form
		}
		given := f[name]
		if name == "" || len(given) == 0 {
			continue
		}
		if !readField(v.Field(i).Addr().Interface(), given, zone) {
			return negotiation.Refuse(negotiation.BadValue, "field", name, "value", shortened(given[0]))
		}
	}
	return nil
}

func readField(to any, given []string, zone *time.Location) bool {
	var err error
	one := given[0]
	switch to := to.(type) {
	case *string:
		*to = one
	case *bool:
		*to = one != "" && one != "0" && one != "false"
	case *[]string:
		for _, s := range given {
			if s != "" {
				*to = append(*to, s)
			}
		}
	case *ids:
		for _, s := range given {
			*to = append(*to, strings.Fields(s)...)
		}
	case *int:
		if one != "" {
			*to, err = strconv.Atoi(one)
		}
	case *uint64:
		if one != "" {
			*to, err = strconv.ParseUint(one, 10, 63)
		}
	case **time.Time:
		*to, err = readTime(one, zone)
	default:
		panic("web: a form cannot have a field of another type")
	}
	return err == nil
}

// readTime reads an instant [RFC 3339], or a local time as a datetime-local field
// gives it; nil for none.
func readTime(s string, zone *time.Location) (*time.Time, error) {
	if strings.TrimSpace(s) == "" {
		return nil, nil
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		t, err = instant(s, zone)
	}
	return &t, err
}

// commandOf gives the command of an act, unless one of its lists is longer than any
// that the law takes: each name of it is looked for among all that are known, which
// nobody should be able to ask for without end, also who has no right to the act.
func commandOf(words actWords, sc scene) (negotiation.Command, error) {
	v := reflect.ValueOf(words)
	for i := range v.NumField() {
		limit := 0
		switch v.Field(i).Type() {
		case reflect.TypeFor[[]string]():
			limit = negotiation.MaxParties
		case reflect.TypeFor[ids]():
			limit = negotiation.MaxParagraphs
		default:
			continue
		}
		if n := v.Field(i).Len(); n > limit {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			return nil, negotiation.Refuse(negotiation.TooMany, "field", name, "limit", limit, "count", n)
		}
	}
	return words.command(sc), nil
}
