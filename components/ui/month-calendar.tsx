import { CELL, COLUMN_HEADER, ROW, ROW_GROUP, TABLE } from './table-roles';

export type CalendarEntry = {
  id: string;
  href: string;
  time?: string | undefined;
  title: string;
  /** The word for „abgesagt“; the title is struck through. */
  cancelled?: string | undefined;
};

export type CalendarDay = {
  /** ISO date. */
  date: string;
  day: string;
  /** Full words, shown in the narrow list: „Dienstag, 1. Dezember“. */
  label: string;
  outside?: boolean | undefined;
  /** The word for „heute“ on that day. */
  today?: string | undefined;
  entries: CalendarEntry[];
};

type MonthCalendarProps = {
  caption: string;
  weekdays: { short: string; long: string }[];
  weeks: CalendarDay[][];
};

function Entries({ entries }: { entries: CalendarEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id}>
          <a href={entry.href}>
            {entry.time ? <span className="month-time tabular">{entry.time} </span> : null}
            {entry.cancelled ? (
              <>
                <s>{entry.title}</s> <strong>{entry.cancelled}</strong>
              </>
            ) : (
              entry.title
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

function dayClass(day: CalendarDay): string {
  const classes = ['month-day'];
  if (day.outside) classes.push('month-outside');
  if (day.today) classes.push('month-today');
  if (day.entries.length === 0) classes.push('month-empty');
  return classes.join(' ');
}

/** A month: weeks as rows, days as cells; on a phone a list of the days that have something. */
export function MonthCalendar({ caption, weekdays, weeks }: MonthCalendarProps) {
  return (
    <table {...TABLE} className="month">
      <caption>{caption}</caption>
      <thead {...ROW_GROUP}>
        <tr {...ROW}>
          {weekdays.map((weekday) => (
            <th key={weekday.long} {...COLUMN_HEADER} abbr={weekday.long}>
              {weekday.short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROW_GROUP}>
        {weeks.map((week) => (
          <tr key={week[0]?.date} {...ROW}>
            {week.map((day) => (
              <td key={day.date} {...CELL} className={dayClass(day)}>
                <p className="month-date">
                  <time dateTime={day.date}>
                    <span className="month-number" aria-hidden="true">
                      {day.day}
                    </span>
                    <span className="month-label">{day.label}</span>
                  </time>
                  {day.today ? <span className="month-now">{day.today}</span> : null}
                </p>
                <Entries entries={day.entries} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
