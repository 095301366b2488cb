package web_test

import "testing"

// BenchmarkLiveJoin is what it costs to let one more reader in who has missed
// something, as each of those who come back at once.
func BenchmarkLiveJoin(b *testing.B) {
	h := plenaryHall(b)
	path := h.path + "?since=5"
	stays := look(b, h.address, path, "") // it keeps the feed
	defer stays.conn.Close()
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		_ = look(b, h.address, path, "").conn.Close() // it has done its part
	}
}
