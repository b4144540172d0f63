import { attendanceSheets } from './rules';

type Say = (key: string, params?: Record<string, string | number>) => string;

/** Lines on an A4 sheet, and those left for people who just come. */
const LINES_PER_SHEET = 18;
const FEWEST_EMPTY_LINES = 6;

interface AttendanceList {
  title: string;
  /** Date and time in words. */
  when: string;
  place: string;
  groups: Parameters<typeof attendanceSheets>[0];
}

/** A list to sign, for `lib/print/templates/attendance.typ`: names and nothing else of anybody. */
export function attendanceList({ title, when, place, groups }: AttendanceList, say: Say) {
  const sheets = attendanceSheets(groups, LINES_PER_SHEET, FEWEST_EMPTY_LINES);
  return {
    title,
    subject: say('forum-office.list.pageTitle'),
    overlines: sheets.map((_, index) =>
      say('forum-office.list.overline', { sheet: index + 1, sheets: sheets.length }),
    ),
    when: say('forum-office.list.when', { when, place }),
    columns: [
      say('forum-office.list.no'),
      say('forum-office.list.name'),
      say('forum-office.list.signature'),
    ],
    note: say('forum-office.list.foot'),
    sheets: sheets.map((rows, sheet) =>
      rows.map(({ name, companion }, index) => ({
        no: String(sheet * LINES_PER_SHEET + index + 1),
        name: companion ? say('forum-office.list.companion', { name }) : name,
      })),
    ),
  };
}
