package file

import (
	"context"
	"errors"
	"reflect"

	"numberloader/gui/background"
	"numberloader/internal/fault"
	"numberloader/internal/number"
	"numberloader/internal/review"
)

// Trial is another way to read the open file: it is read so in the background, and
// looked at. Until Take nothing changes, so dropping it leaves everything as it was.
type Trial struct {
	asked *Questions
	lane  *background.Latest
	find  func() (path string, err error) // the file, in the background

	layout   number.Layout
	settings review.Settings
	table    *number.Table // as read last
	seen     *number.Table // the same, with the columns that name locations
	read     number.Layout // how that was
	reading  *Reading
	err      error
	look     *Look
}

// Look is what a look at a table shows.
type Look struct {
	Preview

	// Words are those that the program does not know, or that the user explained, in
	// the order of their columns and the most frequent first.
	Words []Word
}

// Try begins with the way in which the open file was read, and looks at it. It is
// nil if no file is open.
func (q *Questions) Try() *Trial {
	if q.file.table == nil {
		return nil
	}
	path := q.file.table.Path
	t := &Trial{
		asked: q, lane: q.file.loop.Latest(), find: func() (string, error) { return path, nil },
		layout: q.file.layout, settings: q.rows.Settings(), table: q.file.table, seen: q.file.table, read: q.file.layout,
	}
	t.study()
	return t
}

// Table is the file as it was last read for the trial, with its columns as Review
// takes them: of the open file, those that name locations are found when it was looked
// at.
func (t *Trial) Table() *number.Table { return t.seen }

// Layout is how the file is to be read.
func (t *Trial) Layout() number.Layout { return t.layout }

// Settings are what holds for rows that say nothing.
func (t *Trial) Settings() review.Settings { return t.settings }

// Reading is the reading that is under way. ok is false while none is.
func (t *Trial) Reading() (reading Reading, ok bool) {
	if t.reading == nil {
		return Reading{}, false
	}
	return *t.reading, true
}

// Trouble is why the file could not be read as it was last wanted, or nil.
func (t *Trial) Trouble() error { return t.err }

// Look is what a look at the table showed; ok is false as long as that is not
// known.
func (t *Trial) Look() (look Look, ok bool) {
	if t.look == nil {
		return Look{}, false
	}
	return *t.look, true
}

// Changed reports whether the file is to be read in another way, or its rows to be taken
// in another way, than they are now.
func (t *Trial) Changed() bool {
	return !reflect.DeepEqual(t.layout, t.asked.file.layout) || !reflect.DeepEqual(t.settings, t.asked.rows.Settings())
}

// Set changes what holds for rows that say nothing.
func (t *Trial) Set(settings review.Settings) {
	t.settings = settings
	t.study()
	t.asked.hooks.Changed()
}

// Read reads the file in another way. If that fails, or is canceled, the way before
// stays.
func (t *Trial) Read(layout number.Layout) {
	services, find, locations := t.asked.file.services, t.find, t.asked.rows.Known().Locations
	t.layout, t.err = layout, nil
	t.reading = &Reading{Path: t.table.Path}
	current := t.reading
	report, stop := watch(current, t.asked.file.loop, t.asked.hooks.Changed)
	background.Replace(t.lane, func(ctx context.Context) (located, error) {
		path, err := find()
		if err != nil {
			return located{}, err
		}
		table, err := services.Read(ctx, path, layout, report)
		if err != nil {
			return located{}, err
		}
		return located{table, review.Located(table, locations)}, nil
	}, func(read located, err error) {
		stop()
		if t.reading != current {
			return
		}
		t.reading = nil
		if err != nil {
			t.layout = t.read
			if !errors.Is(err, context.Canceled) && fault.KindOf(err) != fault.Stopped {
				t.err = err
			}
		} else {
			t.table, t.seen, t.read = read.table, read.seen, layout
			t.study()
		}
		t.asked.hooks.Changed()
	})
	t.asked.hooks.Changed()
}

// located is a table, and the same with the columns that name locations.
type located struct{ table, seen *number.Table }

// Cancel stops the reading that is under way.
func (t *Trial) Cancel() { t.lane.Cancel() }

// Drop ends the trial.
func (t *Trial) Drop() {
	t.reading = nil
	t.lane.Cancel()
}

// study looks at the table.
func (t *Trial) study() {
	table, layout, settings, known := t.table, t.read, t.settings, t.asked.rows.Known()
	t.look = nil
	type studied struct {
		look Look
		seen *number.Table
	}
	background.Replace(t.lane, func(ctx context.Context) (studied, error) {
		preview, err := previewOf(ctx, table, settings, known)
		return studied{Look{Preview: preview, Words: wordsOf(table, layout)}, review.Located(table, known.Locations)}, err
	}, func(s studied, err error) {
		if err == nil && table == t.table {
			t.look, t.seen = &s.look, s.seen
			t.asked.hooks.Changed()
		}
	})
}

// Take reads the open file as it was tried. What was asked about and is settled by
// that is not asked again.
func (q *Questions) Take(t *Trial) {
	layout, table, settings := t.read, t.table, t.settings
	t.Drop()
	if reflect.DeepEqual(layout, q.file.layout) {
		q.Change(settings)
		return
	}
	q.settleHidden(settings)
	q.rows.Answer(settings)
	q.file.adopt(opened{table: table, layout: layout}, toChange)
	q.hooks.Changed()
}
