package store_test

import (
	"errors"
	"os"
	"syscall"
	"testing"

	"plenary/negotiation"
	"plenary/store/storetest"
)

// TestAFullDiskIsSurvived puts the device that is always full in the place of
// the file, under the same descriptor, and takes it away again.
func TestAFullDiskIsSurvived(t *testing.T) {
	b := closing(t, openBolt(t, ""))
	// What is deleted leaves free pages, so that the file need not grow.
	draft := negotiation.FormDraft{Negotiation: "n1", Delegation: "MEXICO", Key: "p1", Form: make([]byte, 1<<16)}
	if err := errors.Join(b.SaveDraft(t.Context(), draft), b.DeleteDraft(t.Context(), "n1", "MEXICO", "p1")); err != nil {
		t.Fatal(err)
	}
	storetest.Fill(t, b, "n1", 5)
	fd := b.Descriptor()
	disk, err := syscall.Dup(fd)
	if err != nil {
		t.Fatal(err)
	}
	defer syscall.Close(disk)
	full, err := os.OpenFile("/dev/full", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	if err := syscall.Dup3(int(full.Fd()), fd, 0); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if err := b.Append(t.Context(), storetest.Entry("n1", 6, "lost")); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("Append to a full disk: got %v, want ENOSPC", err)
		}
	}
	if err := syscall.Dup3(disk, fd, 0); err != nil {
		t.Fatal(err)
	}
	if got := storetest.Entries(t, b, "n1", 0); len(got) != 5 {
		t.Errorf("%d entries are visible, want the 5 from before", len(got))
	}
	storetest.Append(t, b, storetest.Entry("n1", 6, "kept"))
}
