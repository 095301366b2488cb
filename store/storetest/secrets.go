package storetest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
	"plenary/store"
)

// Secrets is what stands beside a journal; see store.Secrets.
type Secrets interface {
	SaveDraft(context.Context, negotiation.FormDraft) error
	Draft(ctx context.Context, n negotiation.NegotiationID, owner negotiation.Delegation, key string) (negotiation.FormDraft, error)
	Drafts(ctx context.Context, n negotiation.NegotiationID, owner negotiation.Delegation) ([]negotiation.FormDraft, error)
	DeleteDraft(ctx context.Context, n negotiation.NegotiationID, owner negotiation.Delegation, key string) error
	SetSeatName(ctx context.Context, n negotiation.NegotiationID, seat negotiation.SeatID, name string) error
	SeatName(context.Context, negotiation.NegotiationID, negotiation.SeatID) (string, error)
	SeatNames(context.Context, negotiation.NegotiationID) (map[negotiation.SeatID]string, error)
	ForgetSeatName(context.Context, negotiation.NegotiationID, negotiation.SeatID) error
	AddInvitation(ctx context.Context, secret string, inv negotiation.Invitation) error
	Invitation(ctx context.Context, secret string, now time.Time) (negotiation.Invitation, error)
	RevokeInvitations(context.Context, negotiation.NegotiationID, negotiation.SeatID) error
	ForgetExpired(ctx context.Context, now time.Time) error
	KeepFile(ctx context.Context, n negotiation.NegotiationID, sha256hex string, f negotiation.KeptFile) error
	File(ctx context.Context, n negotiation.NegotiationID, sha256hex string) (negotiation.KeptFile, error)
	ForgetFiles(ctx context.Context, n negotiation.NegotiationID, keep ...string) error
	Sessions() store.Sessions
}

// TestSecrets holds what stands beside a journal to its contract. open gives an
// empty store, which it closes when t ends.
func TestSecrets(t *testing.T, open func(t testing.TB) Secrets) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, Secrets)
	}{
		{"drafts come back to their owner only", testDrafts},
		{"drafts have limits", testDraftLimits},
		{"names can be forgotten", testSeatNames},
		{"an invitation is good until it expires or is revoked", testInvitations},
		{"the oldest invitation makes room for one too many", testInvitationLimit},
		{"sessions are found until they expire or end", testSessions},
		{"what has expired can be forgotten", testForgetExpired},
		{"files come back whole", testFiles},
		{"files are forgotten but for those named", testForgetFiles},
		{"a key cannot reach into another's", testKeys},
		{"a cancelled context is obeyed", testSecretsCancelled},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

func noon() time.Time { return time.Date(2017, 12, 7, 12, 0, 0, 0, time.UTC) }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantError(t testing.TB, what string, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("%s: got error %v, want %v", what, got, want)
	}
}

func testDrafts(t *testing.T, s Secrets) {
	ctx := t.Context()
	draft := func(n negotiation.NegotiationID, owner negotiation.Delegation, key, text string) negotiation.FormDraft {
		return negotiation.FormDraft{Negotiation: n, Delegation: owner, Key: key, Form: []byte("text=" + text), Saved: noon()}
	}
	p7, p12 := draft("n1", "MEXICO", "p7", "Urges"), draft("n1", "MEXICO", "p12", "Invites")
	for _, d := range []negotiation.FormDraft{draft("n1", "MEXICO", "p7", "an earlier one"), p7, p12, draft("n1", "PERU", "p7", "x"), draft("n2", "MEXICO", "p7", "y")} {
		must(t, s.SaveDraft(ctx, d))
	}
	got, err := s.Draft(ctx, "n1", "MEXICO", "p7")
	if d := cmp.Diff(got, p7); err != nil || d != "" {
		t.Errorf("Draft = %v (-got +want):\n%s", err, d)
	}
	all, err := s.Drafts(ctx, "n1", "MEXICO")
	if d := cmp.Diff(all, []negotiation.FormDraft{p12, p7}); err != nil || d != "" {
		t.Errorf("Drafts = %v (-got +want):\n%s", err, d)
	}
	must(t, s.DeleteDraft(ctx, "n1", "MEXICO", "p7"))
	must(t, s.DeleteDraft(ctx, "n1", "MEXICO", "p7"))
	_, err = s.Draft(ctx, "n1", "MEXICO", "p7")
	wantError(t, "Draft after DeleteDraft", err, negotiation.ErrNotFound)
	if _, err := s.Draft(ctx, "n2", "MEXICO", "p7"); err != nil {
		t.Errorf("the draft in the other negotiation went too: %v", err)
	}
}

func testDraftLimits(t *testing.T, s Secrets) {
	ctx := t.Context()
	d := negotiation.FormDraft{Negotiation: "n1", Delegation: "MEXICO", Key: "p1", Form: make([]byte, negotiation.MaxForm+1)}
	wantError(t, "a draft too large", s.SaveDraft(ctx, d), store.ErrTooLarge)
	d.Form = nil
	for i := range negotiation.MaxForms {
		d.Key = fmt.Sprintf("p%d", i+1)
		must(t, s.SaveDraft(ctx, d))
	}
	must(t, s.SaveDraft(ctx, d)) // in place of an earlier one
	d.Key = "one too many"
	err := s.SaveDraft(ctx, d)
	wantError(t, "a draft too many", err, store.ErrTooMany)
	if refusal, ok := negotiation.Refused(err); !ok || refusal.Code != negotiation.TooMany || refusal.Details["field"] != "drafts" {
		t.Errorf("a draft too many: the owner is told %v", err)
	}
	d.Delegation = "PERU"
	must(t, s.SaveDraft(ctx, d))
}

func testSeatNames(t *testing.T, s Secrets) {
	ctx := t.Context()
	must(t, s.SetSeatName(ctx, "n1", "mexico", "A. N. Other"))
	must(t, s.SetSeatName(ctx, "n1", "mexico", "Ana Núñez"))
	must(t, s.SetSeatName(ctx, "n1", "peru", "Rosa Quispe"))
	must(t, s.SetSeatName(ctx, "n2", "mexico", "somebody else"))
	if got, err := s.SeatName(ctx, "n1", "mexico"); err != nil || got != "Ana Núñez" {
		t.Errorf("SeatName = %q, %v", got, err)
	}
	must(t, s.ForgetSeatName(ctx, "n1", "mexico"))
	must(t, s.ForgetSeatName(ctx, "n1", "mexico"))
	_, err := s.SeatName(ctx, "n1", "mexico")
	wantError(t, "SeatName after ForgetSeatName", err, negotiation.ErrNotFound)
	names, err := s.SeatNames(ctx, "n1")
	if want := (map[negotiation.SeatID]string{"peru": "Rosa Quispe"}); err != nil || !maps.Equal(names, want) {
		t.Errorf("SeatNames = %v, %v, want %v", names, err, want)
	}
	wantError(t, "a name too long", s.SetSeatName(ctx, "n1", "peru", strings.Repeat("x", store.MaxSeatName+1)), store.ErrTooLarge)
}

func testInvitations(t *testing.T, s Secrets) {
	ctx := t.Context()
	inv := negotiation.Invitation{Negotiation: "n1", Seat: "mexico", Created: noon(), Expires: noon().Add(time.Hour)}
	first, second, other := store.NewSecret(), store.NewSecret(), store.NewSecret()
	must(t, s.AddInvitation(ctx, first, inv))
	must(t, s.AddInvitation(ctx, second, inv))
	peru := inv
	peru.Seat = "peru"
	must(t, s.AddInvitation(ctx, other, peru))
	if got, err := s.Invitation(ctx, first, inv.Expires.Add(-1)); err != nil || got != inv {
		t.Errorf("Invitation = %v, %v, want %v", got, err, inv)
	}
	_, err := s.Invitation(ctx, first, inv.Expires)
	wantError(t, "at its expiry", err, negotiation.ErrExpired)
	_, err = s.Invitation(ctx, first[1:], noon())
	wantError(t, "with another secret", err, negotiation.ErrNotFound)
	must(t, s.RevokeInvitations(ctx, "n1", "mexico"))
	for _, secret := range []string{first, second} {
		_, err = s.Invitation(ctx, secret, noon())
		wantError(t, "revoked", err, negotiation.ErrNotFound)
	}
	if _, err := s.Invitation(ctx, other, noon()); err != nil {
		t.Errorf("the invitation to another seat was revoked too: %v", err)
	}
}

func testInvitationLimit(t *testing.T, s Secrets) {
	ctx := t.Context()
	inv := negotiation.Invitation{Negotiation: "n1", Seat: "peru", Created: noon(), Expires: noon().Add(time.Hour)}
	other := store.NewSecret()
	must(t, s.AddInvitation(ctx, other, inv))
	inv.Seat = "mexico"
	secrets := make([]string, negotiation.MaxInvitations+1)
	for i := range secrets {
		secrets[i] = store.NewSecret()
		inv.Created = noon().Add(time.Duration(i) * time.Second)
		must(t, s.AddInvitation(ctx, secrets[i], inv))
	}
	for i, secret := range append(secrets, other) {
		want := error(nil)
		if i == 0 {
			want = negotiation.ErrNotFound
		}
		_, err := s.Invitation(ctx, secret, noon())
		wantError(t, fmt.Sprintf("invitation %d of one too many", i), err, want)
	}
}

func testSessions(t *testing.T, s Secrets) {
	ctx, sessions := t.Context(), s.Sessions()
	find := func(token, want string) {
		t.Helper()
		got, found, err := sessions.FindCtx(ctx, token)
		if err != nil || string(got) != want || found != (want != "") {
			t.Errorf("Find(%q) = %q, %v, %v, want %q", token, got, found, err, want)
		}
	}
	ahead := time.Now().Add(time.Hour)
	must(t, sessions.Commit("a", []byte("earlier"), ahead))
	must(t, sessions.Commit("a", []byte("mexico"), ahead))
	must(t, sessions.Commit("b", []byte("peru"), ahead))
	must(t, sessions.Commit("old", []byte("chile"), time.Now().Add(-time.Nanosecond)))
	find("a", "mexico")
	find("b", "peru")
	find("old", "")
	find("nobody's", "")
	find("", "")
	find("a\x00b", "")
	find(strings.Repeat("x", 5000), "")
	all, err := sessions.AllCtx(ctx)
	if d := cmp.Diff(all, map[string][]byte{"a": []byte("mexico"), "b": []byte("peru")}); err != nil || d != "" {
		t.Errorf("AllCtx: %v (-got +want):\n%s", err, d)
	}
	must(t, sessions.Delete("a"))
	must(t, sessions.Delete("a"))
	must(t, sessions.Delete("a\x00b"))
	find("a", "")
	find("b", "peru")
	wantError(t, "a session too large", sessions.Commit("c", make([]byte, store.MaxSession+1), ahead), store.ErrTooLarge)
}

func testForgetExpired(t *testing.T, s Secrets) {
	ctx, now := t.Context(), time.Now()
	for secret, left := range map[string]time.Duration{"old": time.Hour, "new": 2 * time.Hour} {
		must(t, s.AddInvitation(ctx, secret, negotiation.Invitation{Negotiation: "n1", Seat: "mexico", Expires: now.Add(left)}))
		must(t, s.Sessions().Commit(secret, []byte("data"), now.Add(left)))
	}
	must(t, s.ForgetExpired(ctx, now.Add(time.Hour)))
	_, err := s.Invitation(ctx, "old", now)
	wantError(t, "an invitation that had expired", err, negotiation.ErrNotFound)
	if _, err := s.Invitation(ctx, "new", now); err != nil {
		t.Errorf("an invitation that had not expired: %v", err)
	}
	for token, want := range map[string]bool{"old": false, "new": true} {
		if _, found, err := s.Sessions().Find(token); err != nil || found != want {
			t.Errorf("Find(%q) = %v, %v, want %v", token, found, err, want)
		}
	}
}

func testFiles(t *testing.T, s Secrets) {
	ctx := t.Context()
	want := negotiation.KeptFile{Name: "compilation.docx", Data: bytes.Repeat([]byte("\x00\xff Bridgetown"), 100_000)}
	sum := hashOf(want.Data)
	must(t, s.KeepFile(ctx, "n1", sum, want))
	got, err := s.File(ctx, "n1", sum)
	if err != nil || got.Name != want.Name || !bytes.Equal(got.Data, want.Data) {
		t.Errorf("File = %q, %d bytes, %v", got.Name, len(got.Data), err)
	}
	_, err = s.File(ctx, "n2", sum)
	wantError(t, "the file in another negotiation", err, negotiation.ErrNotFound)
	if err := s.KeepFile(ctx, "n1", sum, negotiation.KeptFile{Data: want.Data[1:]}); err == nil {
		t.Error("KeepFile took bytes that do not have the hash")
	}
	large := make([]byte, store.MaxFile+1)
	wantError(t, "a file too large", s.KeepFile(ctx, "n1", hashOf(large), negotiation.KeptFile{Data: large}), store.ErrTooLarge)
}

func testForgetFiles(t *testing.T, s Secrets) {
	ctx := t.Context()
	keep := func(n negotiation.NegotiationID, text string) string {
		sum := hashOf([]byte(text))
		must(t, s.KeepFile(ctx, n, sum, negotiation.KeptFile{Name: "draft.md", Data: []byte(text)}))
		return sum
	}
	first, second, third := keep("n1", "first"), keep("n1", "second"), keep("n1", "third")
	keep("n12", "first")
	must(t, s.ForgetFiles(ctx, "n1", second, "none"))
	for sum, want := range map[string]error{first: negotiation.ErrNotFound, second: nil, third: negotiation.ErrNotFound} {
		_, err := s.File(ctx, "n1", sum)
		wantError(t, "after ForgetFiles", err, want)
	}
	_, err := s.File(ctx, "n12", first)
	wantError(t, "in another negotiation", err, nil)
	must(t, s.ForgetFiles(ctx, "n1"))
	must(t, s.ForgetFiles(ctx, "nowhere"))
	_, err = s.File(ctx, "n1", second)
	wantError(t, "after ForgetFiles of all", err, negotiation.ErrNotFound)
}

func hashOf(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }

// testKeys tries owners and keys that would mean the same if joined carelessly.
func testKeys(t *testing.T, s Secrets) {
	ctx := t.Context()
	must(t, s.SaveDraft(ctx, negotiation.FormDraft{Negotiation: "n1", Delegation: "MEXICO", Key: "p1"}))
	for _, owner := range []negotiation.Delegation{"MEX", "MEXICO ", "", "MEXICO\x00p1", negotiation.Delegation(strings.Repeat("M", 1000))} {
		if all, _ := s.Drafts(ctx, "n1", owner); len(all) != 0 {
			t.Errorf("Drafts of %q finds those of MEXICO", owner)
		}
	}
	for _, d := range []negotiation.FormDraft{
		{Negotiation: "n1", Delegation: "MEXICO\x00p1", Key: "x"},
		{Negotiation: "n1", Delegation: "MEXICO"},
		{Negotiation: "n1", Key: "p1"},
		{Negotiation: "n1", Delegation: negotiation.Delegation(strings.Repeat("M", 1000)), Key: "p1"},
	} {
		if err := s.SaveDraft(ctx, d); err == nil {
			t.Errorf("SaveDraft took owner %.20q and key %q", d.Delegation, d.Key)
		}
	}
}

func testSecretsCancelled(t *testing.T, s Secrets) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	wantError(t, "SetSeatName", s.SetSeatName(ctx, "n1", "mexico", "x"), context.Canceled)
	_, err := s.SeatName(ctx, "n1", "mexico")
	wantError(t, "SeatName", err, context.Canceled)
	_, err = s.SeatName(t.Context(), "n1", "mexico")
	wantError(t, "SeatName after a cancelled SetSeatName", err, negotiation.ErrNotFound)
}
