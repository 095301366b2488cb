package nations

import (
	"strings"
)

// search finds a key that is no name as it stands, but made of one.
func (x *names) search(key string) (int16, bool) {
	for _, form := range []func(*names, string) (int16, bool){
		(*names).withoutArticle, (*names).styled, (*names).explained, (*names).twice, (*names).withMembers,
	} {
		if i, ok := form(x, key); ok {
			return i, true
		}
	}
	return 0, false
}

// withoutArticle finds "los Estados Unidos", "l'Argentine", "o Brasil".
func (x *names) withoutArticle(key string) (int16, bool) {
	for _, article := range []string{"el ", "la ", "los ", "las ", "le ", "les ", "l'", "o ", "os ", "as "} {
		if rest, ok := strings.CutPrefix(key, article); ok {
			i, ok := x.names[rest]
			return i, ok
		}
	}
	return 0, false
}

// styled finds a state behind its style: "Republic of Chile", "Reino de España".
// That of China without "people's" is not its own.
func (x *names) styled(key string) (int16, bool) {
	style, rest, ok := cutStyle(key)
	if !ok {
		return 0, false
	}
	i, ok := x.names[rest]
	if !ok {
		i, ok = x.withoutArticle(rest)
	}
	bare := style == "republic" || style == "republica" || style == "republique"
	return i, ok && x.nations[i].Kind == State && (!bare || x.nations[i].Code != "CHN")
}

// explained finds "Bolivia (Plurinational State of)", "Bolivia, Plurinational
// State of", "Bahamas (the)", "Eswatini (Swaziland)", "European Union (EU)".
func (x *names) explained(key string) (int16, bool) {
	base, inside, ok := strings.Cut(strings.TrimSuffix(key, ")"), " (")
	if !ok || !strings.HasSuffix(key, ")") {
		base, inside, ok = strings.Cut(key, ", ")
		ok = ok && isStyle(inside)
	}
	if !ok {
		return 0, false
	}
	i, ok := x.plain(base)
	if !ok {
		return 0, false
	}
	if other, ok := x.plain(inside); ok {
		return i, other == i
	}
	if other, ok := x.codes[strings.ToUpper(inside)]; ok && other == i {
		return i, true
	}
	if inside == "" {
		return i, true // the article
	}
	return i, isStyle(inside) && x.nations[i].Kind == State
}

// twice finds "Türkiye/Turkey": all names of one.
func (x *names) twice(key string) (int16, bool) {
	first, rest, ok := strings.Cut(key, "/")
	if !ok {
		return 0, false
	}
	i, ok := x.plain(strings.TrimSuffix(first, " "))
	for _, part := range strings.Split(rest, "/") {
		other, known := x.plain(strings.Trim(part, " "))
		ok = ok && known && other == i
	}
	return i, ok
}

// withMembers finds "European Union and its member States".
func (x *names) withMembers(key string) (int16, bool) {
	for _, members := range []string{" & its member states", " & its 27 member states", " & sus estados miembros",
		" & ses etats membres", " & seus estados membros", " & os seus estados membros"} {
		if base, ok := strings.CutSuffix(key, members); ok {
			i, ok := x.plain(base)
			if !ok {
				i, ok = x.explained(base)
			}
			return i, ok && x.nations[i].Kind == Group
		}
	}
	return 0, false
}

// plain finds a key that is part of another: a name, its initials in whatever
// case, with or without article.
func (x *names) plain(key string) (int16, bool) {
	if i, ok := x.names[key]; ok {
		return i, true
	}
	if i, ok := x.initials[strings.ToUpper(key)]; ok {
		return i, true
	}
	return x.withoutArticle(key)
}
