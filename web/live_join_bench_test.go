package web_test

import (
	"fmt"
	"net"
	"testing"
	"time"

	"plenary/negotiation/room"
	"plenary/store"
	"plenary/web/webtest"
)

// BenchmarkLiveJoin is what it costs to let one more reader in who has missed
// something, as each of those who come back at once.
func BenchmarkLiveJoin(b *testing.B) {
	kept := store.NewMemory()
	r := room.New(kept, time.Now)
	furnish(b, r, manyParagraphs(), true)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	defer serveOn(b, l, newServer(b, r, kept, time.Now))()
	path := fmt.Sprintf("/n/%s/live?since=5", webtest.ID)
	stays := look(b, l.Addr().String(), path, "") // it keeps the feed
	defer stays.conn.Close()
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		_ = look(b, l.Addr().String(), path, "").conn.Close() // it has done its part
	}
}
