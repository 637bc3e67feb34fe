package file

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"numberloader/gui/workbench"
	"numberloader/internal/fault"
	"numberloader/internal/number"
)

func TestAFileThatCannotBeReadLeavesTheOpenOneAlone(t *testing.T) {
	t.Parallel()
	b := ready(t, func(s *Services) {
		s.Read = func(_ context.Context, path string, layout number.Layout, _ func(number.Progress)) (*number.Table, error) {
			if path == "/locked.xlsx" && layout.Password != "sesame" {
				return nil, &fault.Error{Kind: fault.FilePassword}
			}
			return workbench.Table(path), nil
		}
	})
	b.Open("/locked.xlsx", number.Layout{})
	b.settle()
	trouble := b.Trouble()
	switch {
	case trouble == nil:
		t.Fatalf("trouble is %v", trouble)
	case !trouble.NeedsPassword():
		t.Fatal("trouble.NeedsPassword() is false")
	case trouble.Name() != "locked.xlsx":
		t.Fatalf("trouble.Name() is %q, not %q", trouble.Name(), "locked.xlsx")
	case b.Name() != "carrier.xlsx":
		t.Fatalf("b.Name() is %q, not %q", b.Name(), "carrier.xlsx")
	}
	b.Unlock("wrong")
	b.settle()
	if b.Trouble() == nil || b.Trouble().Layout.Password != "wrong" {
		t.Error("a wrong password was taken")
	}
	b.Unlock("sesame")
	b.settle()
	if b.Trouble() != nil || b.Name() != "locked.xlsx" {
		t.Errorf("trouble %+v, open %q", b.Trouble(), b.Name())
	}
}

func TestAReadingCanBeCanceledWithoutAWord(t *testing.T) {
	t.Parallel()
	b := newBench(t, func(s *Services) {
		s.Read = func(ctx context.Context, _ string, _ number.Layout, _ func(number.Progress)) (*number.Table, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}
	})
	b.Open("/carrier.xlsx", number.Layout{})
	b.CancelReading()
	b.settle()
	if _, busy := b.Reading(); busy || b.Trouble() != nil || b.Table() != nil {
		t.Error("the canceled reading left something behind")
	}
}

func TestTheSampleIsWrittenAndRead(t *testing.T) {
	t.Parallel()
	broken := true
	b := newBench(t, func(s *Services) {
		s.Sample = func() (string, error) {
			if broken {
				return "", &fault.Error{Kind: fault.SaveFailed}
			}
			return "/sample.xlsx", nil
		}
	})
	b.OpenSample()
	b.settle()
	if b.Trouble() == nil || b.Trouble().Name() != "the sample" {
		t.Fatalf("trouble %+v", b.Trouble())
	}
	broken = false
	b.Retry()
	b.settle()
	if b.Name() != "sample.xlsx" || b.Trouble() != nil {
		t.Errorf("open %q", b.Name())
	}
}

func TestTheQuestionAboutTheNumberColumnIsAnswered(t *testing.T) {
	t.Parallel()
	var asked number.Layout
	b := newBench(t, func(s *Services) {
		s.Read = func(_ context.Context, path string, layout number.Layout, _ func(number.Progress)) (*number.Table, error) {
			asked = layout
			table := workbench.Table(path)
			if layout.Columns[number.FieldNumber] == "" {
				table.Ask = &number.Ask{}
			}
			return table, nil
		}
	})
	b.Open("/carrier.xlsx", number.Layout{Columns: map[number.Field]string{number.FieldType: "C"}})
	b.settle()
	if b.Question() != AskColumn || b.Settled() || b.opened != 0 {
		t.Fatal("the doubt was not kept")
	}
	b.AnswerColumns(1)
	b.settle()
	switch {
	case b.Question() != NoQuestion:
		t.Errorf("b.Question() is %v, not %v", b.Question(), NoQuestion)
	case asked.Columns[number.FieldNumber] != "B":
		t.Errorf("asked.Columns[number.FieldNumber] is %q, not %q", asked.Columns[number.FieldNumber], "B")
	case asked.Columns[number.FieldType] != "C":
		t.Errorf("asked.Columns[number.FieldType] is %q, not %q", asked.Columns[number.FieldType], "C")
	case b.opened != 1:
		t.Errorf("b.opened is %v, not 1", b.opened)
	}
}

func TestAReadingIsShownOnlyIfItIsSlow(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, func(s *Services) {
			s.Read = func(ctx context.Context, _ string, _ number.Layout, progress func(number.Progress)) (*number.Table, error) {
				progress(number.Progress{Rows: 4096})
				<-ctx.Done()
				return nil, ctx.Err()
			}
		})
		begun := time.Now()
		b.Open("/carrier.xlsx", number.Layout{})
		told := b.changed
		(<-b.home)()
		if reading, _ := b.Reading(); reading.Slow || reading.Progress.Rows != 4096 || b.changed != told {
			t.Errorf("at once %+v, and that was told %d times", reading, b.changed-told)
		}
		for reading, _ := b.Reading(); !reading.Slow; reading, _ = b.Reading() {
			(<-b.home)()
		}
		if waited := time.Since(begun); waited != patience || b.changed != told+1 {
			t.Errorf("slow after %v, and that was told %d times", waited, b.changed-told)
		}
		for b.changed < told+3 {
			(<-b.home)()
		}
		if waited := time.Since(begun); waited != patience+2*glance {
			t.Errorf("shown again twice after %v", waited)
		}
		b.CancelReading()
		b.settle()
	})
}
