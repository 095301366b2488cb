package web

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"

	"plenary/negotiation"
)

// asks asks a kept for key at seq and gives the answer, and whether it was made
// for this question.
func asks(t testing.TB, k *kept[string, int], key string, seq negotiation.Seq) (answer int, made bool) {
	t.Helper()
	answer, err := k.of(t.Context(), key, edition{"e", seq}, func() (int, error) {
		made = true
		return int(seq), nil
	})
	if err != nil || answer != int(seq) {
		t.Errorf("%s at %d is %d, %v", key, seq, answer, err)
	}
	return answer, made
}

func TestThoseWhoAskAtOnceWaitForOneAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := newKept[string, int](4)
		release, made := make(chan struct{}), make(chan int, 100)
		answers := make(chan int, 100)
		for range 50 {
			go func() {
				n, err := k.of(t.Context(), "n", edition{"e", 1}, func() (int, error) {
					made <- 1
					<-release
					return 7, nil
				})
				if err != nil {
					t.Error(err)
				}
				answers <- n
			}()
		}
		synctest.Wait()
		gone, leave := context.WithCancel(t.Context())
		leave()
		if _, err := k.of(gone, "n", edition{"e", 1}, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("whoever has gone is given %v", err)
		}
		close(release)
		for range 50 {
			if n := <-answers; n != 7 {
				t.Errorf("answer %d, want 7", n)
			}
		}
		if len(made) != 1 {
			t.Errorf("made %d times, want once", len(made))
		}
	})
}

func TestNoMoreThanSomeAnswersAreMadeAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := newKept[int, int](100)
		release, begun := make(chan struct{}), make(chan int, 100)
		for i := range 20 {
			go func() {
				if _, err := k.of(t.Context(), i, edition{"e", 1}, func() (int, error) {
					begun <- i
					<-release
					return i, nil
				}); err != nil {
					t.Error(err)
				}
			}()
		}
		synctest.Wait()
		if len(begun) != atOnce {
			t.Errorf("%d are made at once, want %d", len(begun), atOnce)
		}
		close(release)
		synctest.Wait()
		if len(begun) != 20 {
			t.Errorf("%d were made, want 20", len(begun))
		}
	})
}

func TestASlowOldAnswerDoesNotTakeThePlaceOfANewOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := newKept[string, int](4)
		release := make(chan struct{})
		go func() {
			if _, err := k.of(t.Context(), "n", edition{"e", 1}, func() (int, error) { <-release; return 1, nil }); err != nil {
				t.Error(err)
			}
		}()
		synctest.Wait()
		asks(t, k, "n", 2)
		close(release)
		synctest.Wait()
		if _, made := asks(t, k, "n", 2); made {
			t.Error("the newer answer was not kept")
		}
		if _, made := asks(t, k, "n", 1); !made {
			t.Error("an older state is given what is kept of it, want it made")
		}
		if _, made := asks(t, k, "n", 2); made {
			t.Error("asking for the past took the newest away")
		}
	})
}

func TestABoundedNumberIsKeptAndWhatIsAskedForStays(t *testing.T) {
	k := newKept[string, int](2)
	asks(t, k, "a", 1)
	asks(t, k, "b", 1)
	asks(t, k, "a", 1)
	asks(t, k, "c", 1)
	if _, made := asks(t, k, "a", 1); made {
		t.Error("what was asked for last but one was forgotten")
	}
	if _, made := asks(t, k, "b", 1); !made || len(k.made) != 2 {
		t.Errorf("%d are kept, want 2 without b", len(k.made))
	}
}

func TestWhatCouldNotBeMadeIsMadeAgain(t *testing.T) {
	k := newKept[string, int](2)
	broken := errors.New("broken")
	if _, err := k.of(t.Context(), "n", edition{"e", 1}, func() (int, error) { return 0, broken }); !errors.Is(err, broken) {
		t.Errorf("error %v, want broken", err)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic is swallowed")
			}
		}()
		_, _ = k.of(t.Context(), "n", edition{"e", 1}, func() (int, error) { panic("bug") })
	}()
	if _, made := asks(t, k, "n", 1); !made {
		t.Error("a fault is kept")
	}
}
