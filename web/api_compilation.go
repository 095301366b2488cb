package web

func (a api) compilations() {}
