package phrase

import (
	"strconv"
	"strings"
	"time"
)

// Clock is the time of day, "3:04 PM", in the zone of t.
func Clock(t time.Time) string { return t.Format(Text("dates.clock")) }

// Date is a day with its year, "January 2, 2006", or without it if now is in the
// same one. The day is that of t's own time zone.
func Date(t, now time.Time) string {
	month := strings.Fields(Text("dates.months"))[t.Month()-1]
	if t.Year() == now.Year() {
		return Text("dates.day", "Month", month, "Day", t.Day())
	}
	return Text("dates.date", "Month", month, "Day", t.Day(), "Year", strconv.Itoa(t.Year()))
}

// Time is a date and the time of day, with today and yesterday by name: "Today,
// 3:04 PM". It is told in the time zone of now.
func Time(t, now time.Time) string {
	t = t.In(now.Location())
	switch daysBetween(t, now) {
	case 0:
		return Text("dates.today.at", "Clock", Clock(t))
	case 1:
		return Text("dates.yesterday.at", "Clock", Clock(t))
	}
	return Text("dates.at", "Date", Date(t, now), "Clock", Clock(t))
}

// Moment is a time that is near, for the middle of a sentence: "today at 11:40 PM".
// It is told in the time zone of now.
func Moment(t, now time.Time) string {
	t = t.In(now.Location())
	switch daysBetween(t, now) {
	case 0:
		return Text("dates.today.moment", "Clock", Clock(t))
	case -1:
		return Text("dates.tomorrow.moment", "Clock", Clock(t))
	}
	return Text("dates.moment", "Day", Day(t, now), "Clock", Clock(t))
}

// Day says when something was, for the middle of a sentence: today, yesterday, on
// a day of this week, or on a date. Both times are taken as they are in their own
// zones.
func Day(then, now time.Time) string {
	switch daysBetween(then, now) {
	case 0:
		return Text("dates.today.inside")
	case 1:
		return Text("dates.yesterday.inside")
	}
	return Text("dates.on", "Day", weekday(then, now))
}

// Lately says when something was, the more roughly the longer that is ago: "Today,
// 3:04 PM", "Monday", "January 2". It is told in the time zone of now.
func Lately(t, now time.Time) string {
	t = t.In(now.Location())
	if daysBetween(t, now) > 1 {
		return weekday(t, now)
	}
	return Time(t, now)
}

// NamedDay is a date with what people call that day: "Today, January 2", "Saturday,
// January 7". Both times are taken as they are in their own zones.
func NamedDay(day, now time.Time) string {
	name := ""
	switch daysBetween(day, now) {
	case 0:
		name = Text("dates.today.alone")
	case 1:
		name = Text("dates.yesterday.alone")
	case -1:
		name = Text("dates.tomorrow.alone")
	default:
		name = strings.Fields(Text("dates.weekdays"))[day.Weekday()]
	}
	return Text("dates.named", "Name", name, "Date", Date(day, now))
}

// weekday is the day of the week of something in the last few days, and else its
// date.
func weekday(t, now time.Time) string {
	const week = 7
	if days := daysBetween(t, now); days >= 0 && days < week {
		return strings.Fields(Text("dates.weekdays"))[t.Weekday()]
	}
	return Date(t, now)
}

// daysBetween is how many midnights lie between two times.
func daysBetween(then, now time.Time) int {
	date := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	return int(date(now).Sub(date(then)) / (24 * time.Hour))
}
